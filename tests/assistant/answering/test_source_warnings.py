from assistant.answering.source_warnings import source_warnings
from assistant.messages_vi.sentences import warning_text
from assistant.model import Citation, WarningCode
from ingest.documents import Flag


def citation(page: int, *flags: Flag) -> Citation:
    return Citation(1, "d1", "quet.pdf", None, page, 0, 5, "quote", flags=frozenset(flags))


def test_every_unreliable_page_cited_is_named_once() -> None:
    cited = [
        citation(2, Flag.OCR, Flag.LOW_CONFIDENCE),
        citation(2, Flag.OCR, Flag.LOW_CONFIDENCE),
        citation(3, Flag.OCR),
        citation(4, Flag.LOW_CONFIDENCE),
    ]
    warnings = list(source_warnings(cited))
    assert [one.code for one in warnings] == [WarningCode.LOW_CONFIDENCE_SOURCE] * 2
    assert [one.details["page"] for one in warnings] == [2, 4]
    assert "quet.pdf, tr. 2" in warning_text(warnings[0])
