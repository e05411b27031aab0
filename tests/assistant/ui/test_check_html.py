"""The verdict beside each sentence."""

from assistant.model import Answer, Citation, Mode
from assistant.ui.conversation_html import Exchange, exchange_html
from assistant.verdicts import Difference, DifferenceKind, SentenceCheck, Verdict

CITATION = Citation(1, "0123456789abcdef", "a.txt", "Báo cáo", 1, 0, 20, "Hội mở 14 lớp.")


def shown(text: str, *checks: SentenceCheck) -> str:
    answer = Answer("?", text, abstained=False, mode=Mode.MODEL, citations=(CITATION,), checks=checks)
    return exchange_html(Exchange("?", answer))


def test_supported_sentence_says_so_after_its_citation() -> None:
    text = "Hội mở 14 lớp. [1] Lớp đông."
    html = shown(text, SentenceCheck("Hội mở 14 lớp.", 0, text.index(" Lớp"), (1,), Verdict.SUPPORTED))
    assert html.index("</a>") < html.index("✓ có căn cứ") < html.index("Lớp đông")


def test_struck_sentence_gives_its_reason_in_plain_words() -> None:
    text = "Hội mở 14 lớp. [1] ~~Có <b>99 chị.~~"
    wrong = Difference(DifferenceKind.NUMBER, "99", "<30>")
    html = shown(
        text, SentenceCheck("Có 99 chị.", text.index("~~"), len(text), (), Verdict.DIFFERS, (wrong,), removed=True)
    )
    assert '<s class="tl-struck">Có &lt;b&gt;99 chị.</s>' in html
    assert "✗ sai khác với nguồn: số “99”, nguồn ghi “&lt;30&gt;”" in html


def test_removed_sentence_shows_nothing() -> None:
    text = "Hội mở 14 lớp. [1]"
    html = shown(text, SentenceCheck("Có 99 chị.", len(text), len(text), (), Verdict.DIFFERS, removed=True))
    assert "99" not in html
    assert "tl-check-bad" not in html


def test_a_quotation_carries_no_badge_unless_it_differs() -> None:
    text = "Hội mở 14 lớp. [1] Có 99 chị. [1]"
    middle = text.index(" Có")
    wrong = Difference(DifferenceKind.NUMBER, "99", "30")
    checks = (
        SentenceCheck("Hội mở 14 lớp.", 0, middle, (1,), Verdict.SUPPORTED),
        SentenceCheck("Có 99 chị.", middle + 1, len(text), (1,), Verdict.DIFFERS, (wrong,)),
    )
    html = exchange_html(Exchange("?", Answer("?", text, False, Mode.EXTRACTIVE, citations=(CITATION,), checks=checks)))
    assert "có căn cứ" not in html
    assert "✗ sai khác với nguồn" in html
