"""What stays while a draft is redrawn: its place, and below it the forms that change a sentence or a fact.

Vietnamese is typed in several keystrokes a letter, so a field must never be replaced under the hands.
"""

from html import escape

from assistant.ui import draft_texts_vi as texts


def _act(act: str, label: str, kind: str = "") -> str:
    return f'<button type="button" class="tl-button {kind}" data-act="{act}">{label}</button>'


_SENTENCE = (
    '<form id="tl-dock-text" class="tl-dock-form" hidden><label for="tl-dock-words" id="tl-dock-what"></label>'
    '<textarea id="tl-dock-words" rows="3" maxlength="4000" spellcheck="false" lang="vi"></textarea>'
    '<p class="tl-dock-why" id="tl-dock-why"></p><p class="tl-dock-sources" id="tl-dock-sources"></p>'
    '<div class="tl-draft-buttons">'
    f'<button type="submit" class="tl-button tl-primary">{texts.SENTENCE_SAVE}</button>'
    f'<span class="tl-draft-buttons" data-for="sentence">{_act("up", "↑ " + texts.SENTENCE_UP)}'
    f"{_act('down', '↓ ' + texts.SENTENCE_DOWN)}{_act('after', '+ ' + texts.SENTENCE_AFTER)}"
    f"{_act('remove', texts.SENTENCE_REMOVE, 'tl-danger')}</span>"
    f"{_act('close', texts.CLOSE)}</div></form>"
)


def _field(name: str, label: str) -> str:
    tag = (
        f'<textarea id="tl-dock-{name}" name="{name}" rows="2" maxlength="2000"></textarea>'
        if name == "statement"
        else f'<input type="text" id="tl-dock-{name}" name="{name}" maxlength="300" autocomplete="off">'
    )
    wide = " tl-wide-field" if name == "statement" else ""
    return f'<div class="tl-field{wide}"><label for="tl-dock-{name}">{label}</label>{tag}</div>'


_FACT = (
    '<form id="tl-dock-fact" class="tl-dock-form" hidden><p class="tl-dock-title" id="tl-dock-fact-title"></p>'
    f'<div class="tl-dock-fields">{"".join(_field(name, label) for name, label in texts.FACT_FIELDS.items())}</div>'
    f'<p class="tl-hint">{texts.FACT_HINT}</p><div class="tl-draft-buttons">'
    f'<button type="submit" class="tl-button tl-primary">{texts.SAVE_FACT}</button>'
    f"{_act('drop', texts.REMOVE_FACT, 'tl-danger')}{_act('close', texts.CLOSE)}</div></form>"
)

HOLDER_HTML = (
    f'<div class="tl-drafting" id="tl-draft" data-no-value="{escape(texts.NO_VALUE)}">'
    f'<div class="tl-draft-body" id="tl-draft-body"><p class="tl-hint">{texts.OPENING}</p></div>'
    f'<div class="tl-dock" id="tl-dock" hidden>{_SENTENCE}{_FACT}</div></div>'
)
