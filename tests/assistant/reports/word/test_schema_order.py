"""Word refuses files whose elements stand in another order than the schema's (ECMA-376, part 1, annex A)."""

from docx.oxml.ns import qn
from lxml import etree

from assistant.reports.word.exporting import export
from assistant.reports.word.office_template import fill_template
from assistant.reports.word.options import ExportOptions, NoteStyle
from assistant.reports.word.profile_files import load_profile, profile_names
from tests.assistant.reports.word.made_draft import small_draft
from tests.assistant.reports.word.reading_back import names, part
from tests.assistant.reports.word.test_office_template import office_template

ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
    "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText "
    "vertAlign rtl cs em lang",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
    "tblInd tblBorders shd tblLayout tblCellMar tblLook",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "tblBorders": "top left start bottom right end insideH insideV",
    "tblCellMar": "top left start bottom right end",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
    "personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "settings": "zoom embedTrueTypeFonts defaultTabStop characterSpacingControl footnotePr endnotePr compat "
    "themeFontLang decimalSymbol listSeparator",
    "tbl": "tblPr tblGrid tr",
    "tr": "tblPrEx trPr tc",
    "body": None,
}
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def written() -> dict[str, bytes]:
    files = {name: export(small_draft(), load_profile(name)) for name in profile_names()}
    hoi = load_profile("HOI")
    for style in (NoteStyle.ENDNOTES, NoteStyle.APPENDIX):
        files[style.value] = export(small_draft(addressees=("A", "B")), hoi, ExportOptions(style, "http://x"))
    files["letter"] = export(small_draft(type_name="CÔNG VĂN", type_code="CV"), hoi)
    return files


def test_elements_stand_in_the_order_of_the_schema() -> None:
    for name, data in written().items():
        for file in names(data):
            if file.startswith("word/") and file.endswith(".xml"):
                _check(part(data, file), f"{name} {file}")


def test_what_is_put_into_an_offices_form_keeps_the_order() -> None:
    data = fill_template(small_draft(), office_template(), load_profile("HOI")).data
    for file in ("word/document.xml", "word/footnotes.xml"):
        _check(part(data, file), file)


def _check(root: etree._Element, file: str) -> None:
    for element in root.iter():
        order = ORDERS.get(str(element.tag).removeprefix(W))
        if order is None or not str(element.tag).startswith(W):
            continue
        places = [order.split().index(child.tag.removeprefix(W)) for child in element if child.tag.startswith(W)]
        assert places == sorted(places), f"{file}: {etree.tostring(element)[:300]!r}"
        if element.tag in (qn("w:pPr"), qn("w:rPr")):
            assert len(set(places)) == len(places), f"{file}: {etree.tostring(element)[:300]!r}"
    for cell in root.iter(qn("w:tc")):
        assert cell[-1].tag == qn("w:p")


def test_every_relation_a_part_uses_is_there() -> None:
    data = export(small_draft(), load_profile("HOI"), ExportOptions(base_address="http://x"))
    for file in ("document", "footnotes"):
        used = {
            value
            for element in part(data, f"word/{file}.xml").iter()
            for key, value in element.attrib.items()
            if key.startswith("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}")
        }
        there = {one.get("Id") for one in part(data, f"word/_rels/{file}.xml.rels")}
        assert used <= there
        assert used
