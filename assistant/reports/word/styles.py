"""The styles part of a file, made from its profile."""

from collections.abc import Iterator

from assistant.reports.word.elements import Element, element, half_points, serialised, twips_of_mm, twips_of_pt, value
from assistant.reports.word.profile import HeadingStyle, LineSpacing, Profile, TextStyle
from assistant.reports.word.texts_vi import STYLE_NAMES

_ALIGN = {"left": "left", "center": "center", "right": "right", "justify": "both"}
_LINE = 240
"""Single spacing, in 240ths of a line."""
_AFTER_RULE_PT = 2
_OUTLINE_LEVELS = 9
_LINK = "0563C1"

STYLE_IDS: dict[str, str] = {
    "type": "DocType",
    "abstract": "Abstract",
    "letter_abstract": "LetterAbstract",
    "addressees": "Addressees",
    "recipients_label": "RecipientsLabel",
    "recipients": "Recipients",
    "authority": "Authority",
    "position": "Position",
    "signer": "Signer",
    "page_number": "PageNumber",
    "appendix_label": "AppendixLabel",
    "appendix_title": "AppendixTitle",
    "appendix_note": "AppendixNote",
    "mark": "DraftMark",
}
"""Fields of ``profile.Styles`` set without extra space, and the ids of their styles."""


def styles_part(profile: Profile) -> bytes:
    """styles.xml: defaults, body, headings, letterhead, tables, notes."""
    root = element("w:styles", None, [_defaults(profile), *_styles(profile)])
    return serialised(root)


def fonts(name: str) -> Element:
    """One font for every script, Vietnamese letters included."""
    return element("w:rFonts", dict.fromkeys(("ascii", "hAnsi", "eastAsia", "cs"), name))


def run_properties(
    size_pt: float, *, bold: bool = False, italic: bool = False, underline: bool = False
) -> list[Element]:
    """Size and emphasis, in the order the standard wants."""
    made = []
    if bold:
        made += [element("w:b"), element("w:bCs")]
    if italic:
        made += [element("w:i"), element("w:iCs")]
    made += [value("w:sz", half_points(size_pt)), value("w:szCs", half_points(size_pt))]
    if underline:
        made.append(value("w:u", "single"))
    return made


def heading_id(level: int) -> str:
    """Style of the headings of a level, from 1."""
    return f"Heading{level}"


def note_styles(profile: Profile) -> list[Element]:
    """What footnotes, endnotes and links are set in; also added to an office's own template that lacks them."""
    made = []
    for kind in ("footnote", "endnote"):
        title = kind.capitalize()
        properties = [
            element("w:spacing", {"before": 0, "after": 0, "line": _LINE, "lineRule": "auto"}),
            value("w:jc", "both"),
        ]
        made.append(
            _style("paragraph", f"{title}Text", f"{kind} text", properties, run_properties(profile.styles.note.size_pt))
        )
        made.append(
            _style("character", f"{title}Reference", f"{kind} reference", (), [value("w:vertAlign", "superscript")])
        )
    made.append(_style("character", "Hyperlink", "Hyperlink", (), [value("w:color", _LINK), value("w:u", "single")]))
    return made


def _defaults(profile: Profile) -> Element:
    run = [
        fonts(profile.font),
        *run_properties(profile.styles.body.size_pt),
        element("w:lang", {"val": "vi-VN", "eastAsia": "vi-VN"}),
    ]
    return element(
        "w:docDefaults",
        None,
        [
            element("w:rPrDefault", None, [element("w:rPr", None, run)]),
            element("w:pPrDefault", None, [element("w:pPr")]),
        ],
    )


def _styles(profile: Profile) -> Iterator[Element]:
    body = profile.styles.body
    yield _style("paragraph", "Normal", "Normal", (), run_properties(body.size_pt), default=True)
    yield _style("character", "DefaultParagraphFont", "Default Paragraph Font", default=True)
    yield _table_default()
    yield _named("Body", _paragraph(body, profile.spacing), _run(body))
    yield _named("Basis", _paragraph(profile.styles.basis, profile.spacing), _run(profile.styles.basis))
    for level, heading in enumerate(profile.headings, start=1):
        yield _heading(level, heading, profile)
    for field, style_id in STYLE_IDS.items():
        style = getattr(profile.styles, field)
        yield _named(style_id, _paragraph(style, None), _run(style))
    yield _named("Letterhead", [value("w:jc", "center")], ())
    yield _named("Rule", _rule(), run_properties(1))
    yield from _table_styles(profile.styles.table)
    yield _style("paragraph", "Header", "header")
    yield from note_styles(profile)


def _table_styles(table: TextStyle) -> Iterator[Element]:
    space = element("w:spacing", {"before": 40, "after": 40})
    yield _named("TableText", [space], _run(table))
    yield _named(
        "TableHead",
        [element("w:keepNext"), element("w:spacing", {"before": 40, "after": 40}), value("w:jc", "center")],
        run_properties(table.size_pt, bold=True),
    )
    yield _named(
        "TableNumber", [element("w:spacing", {"before": 40, "after": 40}), value("w:jc", "center")], _run(table)
    )


def _heading(level: int, heading: HeadingStyle, profile: Profile) -> Element:
    style = TextStyle(
        size_pt=heading.size_pt,
        bold=heading.bold,
        italic=heading.italic,
        align="justify",
        first_line_cm=profile.styles.body.first_line_cm,
    )
    properties = [element("w:keepNext"), element("w:keepLines"), *_paragraph(style, profile.spacing)]
    properties.append(value("w:outlineLvl", min(level, _OUTLINE_LEVELS) - 1))
    return _style("paragraph", heading_id(level), f"heading {level}", properties, _run(style))


def _paragraph(style: TextStyle, spacing: LineSpacing | None) -> list[Element]:
    made = [element("w:spacing", _spacing(style, spacing))]
    if style.first_line_cm:
        made.append(element("w:ind", {"firstLine": twips_of_mm(style.first_line_cm * 10)}))
    made.append(value("w:jc", _ALIGN[style.align]))
    return made


def _spacing(style: TextStyle, spacing: LineSpacing | None) -> dict[str, str | int]:
    if spacing is None:
        return {"before": twips_of_pt(style.before_pt), "after": 0, "line": _LINE, "lineRule": "auto"}
    exact = spacing.rule == "exact"
    return {
        "before": twips_of_pt(style.before_pt or spacing.before_pt),
        "after": twips_of_pt(spacing.after_pt),
        "line": twips_of_pt(spacing.line) if exact else round(spacing.line * _LINE),
        "lineRule": "exact" if exact else "auto",
    }


def _rule() -> list[Element]:
    """An all but invisible line of text under which nothing stands, so that its border is the rule."""
    spacing = element("w:spacing", {"before": 50, "after": 0, "line": twips_of_pt(_AFTER_RULE_PT), "lineRule": "exact"})
    return [spacing, value("w:jc", "center")]


def _run(style: TextStyle) -> list[Element]:
    return run_properties(style.size_pt, bold=style.bold, italic=style.italic, underline=style.underline)


def _named(style_id: str, paragraph: "list[Element]", run: "list[Element] | tuple[()]") -> Element:
    return _style("paragraph", style_id, STYLE_NAMES[style_id], paragraph, run)


def _style(
    kind: str,
    style_id: str,
    name: str,
    paragraph: "list[Element] | tuple[()]" = (),
    run: "list[Element] | tuple[()]" = (),
    *,
    default: bool = False,
) -> Element:
    attributes = {"type": kind, "styleId": style_id} | ({"default": "1"} if default else {})
    if style_id in STYLE_NAMES:
        attributes["customStyle"] = "1"
    made = element("w:style", attributes, [value("w:name", name)])
    if kind == "paragraph" and not default:
        made.append(value("w:basedOn", "Normal"))
    made.append(element("w:qFormat"))
    if paragraph:
        made.append(element("w:pPr", None, paragraph))
    if run:
        made.append(element("w:rPr", None, run))
    return made


def _table_default() -> Element:
    margins = element(
        "w:tblCellMar",
        None,
        [
            element(f"w:{side}", {"w": width, "type": "dxa"})
            for side, width in (("top", 0), ("left", 108), ("bottom", 0), ("right", 108))
        ],
    )
    properties = element("w:tblPr", None, [element("w:tblInd", {"w": 0, "type": "dxa"}), margins])
    return element(
        "w:style",
        {"type": "table", "default": "1", "styleId": "TableNormal"},
        [value("w:name", "Normal Table"), properties],
    )
