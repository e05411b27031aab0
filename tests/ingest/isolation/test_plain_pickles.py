import pickle
from dataclasses import replace

from ingest.card.values import CardField, CardValue, IdentityCard, Relation, RelationKind
from ingest.documents import Block, BlockKind, Chunk, Document, Flag, Metadata, Note, Page, WordBox
from ingest.errors import EmptyFileError
from ingest.isolation.plain_pickles import pickled
from ingest.prepared import Prepared
from ingest.rejected import Rejected

_WORD = WordBox(0, 5, 0.1, 0.2, 0.3, 0.4, 0.9)
_CARD = IdentityCard(
    (CardValue(CardField.NUMBER, "7/KH-BTV", 1, 3, 11),),
    (Relation(RelationKind.BASED_ON, "2/NQ-BTV", "2031-02-03", "Nghị quyết", 1, 20, 30),),
)
_DOCUMENT = Document(
    "0" * 16,
    "0" * 64,
    "kế hoạch.pdf",
    "application/pdf",
    (Page(1, "Kế hoạch", (_WORD,), 0.95),),
    (Block(BlockKind.HEADING, 1, 0, 8, 1, frozenset({Flag.OCR})),),
    Metadata(title="Kế hoạch", year=2031),
    flags=frozenset({Flag.MASKED}),
    notes=(Note("a_code", (("pages", 2),)),),
    masked=(("phone", 2),),
    card=_CARD,
)
_CHUNK = Chunk("1" * 16, "0" * 16, 0, 1, 0, 8, "Kế hoạch", ("Phần I",), frozenset({Flag.OCR}))


def test_pickled_keeps_every_field_of_a_document_and_its_chunks() -> None:
    prepared = Prepared(_DOCUMENT, (_CHUNK, replace(_CHUNK, ordinal=1)))
    assert pickle.loads(pickled([prepared])) == [prepared]


def test_pickled_keeps_what_is_no_document() -> None:
    (rejected,) = pickle.loads(pickled([Rejected("a.txt", None, EmptyFileError(source="a.txt"), record_line=3)]))
    assert (rejected.source, rejected.error.details, rejected.record_line) == ("a.txt", {"source": "a.txt"}, 3)
    assert pickle.loads(pickled((1, 2))) == (1, 2)
    assert pickle.loads(pickled(None)) is None
