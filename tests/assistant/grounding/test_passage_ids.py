from hypothesis import given
from hypothesis import strategies as st

from assistant.grounding.passage_ids import ID_SHAPE, passage_ids


@given(st.lists(st.text(max_size=20), max_size=40))
def test_ids_are_distinct_opaque_and_stable(texts: list[str]) -> None:
    ids = passage_ids(texts)
    assert len(set(ids)) == len(texts) == len(ids)
    assert all(ID_SHAPE.fullmatch(one) for one in ids)
    assert passage_ids(texts) == ids


def test_no_id_stands_in_what_the_model_reads() -> None:
    (first,) = passage_ids(["a"])
    (other,) = passage_ids(["a"], avoid=f"xem {first.upper()}")
    assert other != first
    forged = passage_ids([f"Theo [{first}]", "a"])
    assert first not in forged
