import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer
from tokenizers.normalizers import Lowercase
from tokenizers.pre_tokenizers import Whitespace

from ingest.text.folding import fold
from vectorstore import clause_tokens
from vectorstore.clause_tokens import ClauseTokens, is_known_kind
from vectorstore.embedding_models import BUNDLED_FOLDER

UNKNOWN = 0


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return Tokenizer.from_file(str(BUNDLED_FOLDER / "tokenizer.json"))


@pytest.fixture(scope="module")
def clauses(tokenizer: Tokenizer) -> Iterator[ClauseTokens]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clause_tokens, "_FEW_CHARS", 0)
        yield ClauseTokens(tokenizer)


def known(ids: list[int]) -> list[int]:
    return [one for one in ids if one != UNKNOWN]


def whole(tokenizer: Tokenizer, text: str) -> list[int]:
    return known(tokenizer.encode(fold(text), add_special_tokens=False).ids)


LETTERS = "aăâêgiouưhnđĐ lpqtTỆở19"
OTHERS = " \n\t,.-–•/()«»½²₫ǰßİ\u0301\u0323\u00a0\u200b\u3000漢힣🙂\x1f▁"
WRITTEN = st.text(st.sampled_from(LETTERS + OTHERS), max_size=40)
ANYTHING = st.text(st.characters(exclude_categories=()), max_size=12)


@settings(max_examples=400, deadline=None)
@given(st.lists(WRITTEN | ANYTHING, max_size=5))
def test_ids_are_the_tokenizers_own_for_any_text(tokenizer: Tokenizer, clauses: ClauseTokens, texts: list[str]) -> None:
    clean = [unicodedata.normalize("NFC", text.encode("utf-8", "replace").decode()) for text in texts]
    assert [known(ids) for ids in clauses.of(clean)] == [whole(tokenizer, text) for text in clean]


@pytest.mark.parametrize(
    "text",
    ["", " ", "...", " - ", "phụ nữ", " phụ nữ ", "phụ nữ...", "...phụ nữ", "phụ  \n nữ", "hội,viên", "hội – .", "a▁b"],
)
def test_blanks_and_signs_at_edges_are_those_of_the_tokenizer(
    tokenizer: Tokenizer, clauses: ClauseTokens, text: str
) -> None:
    found = list(clauses.of([text, "giữa hai", text]))
    assert known(found[0]) == known(found[2]) == whole(tokenizer, text)
    assert known(found[1]) == whole(tokenizer, "giữa hai")


def test_no_texts_give_no_ids(clauses: ClauseTokens) -> None:
    assert list(clauses.of([])) == []


def test_only_a_tokenizer_that_cuts_the_same_is_known() -> None:
    path = str(BUNDLED_FOLDER / "tokenizer.json")
    other_cleaning, other_cutting = Tokenizer.from_file(path), Tokenizer.from_file(path)
    other_cleaning.normalizer = Lowercase()
    other_cutting.pre_tokenizer = Whitespace()
    assert is_known_kind(Tokenizer.from_file(path))
    assert not is_known_kind(other_cleaning)
    assert not is_known_kind(other_cutting)


def test_few_letters_are_cut_as_many_are(tokenizer: Tokenizer) -> None:
    few = ["Chị em phụ nữ, hội viên."]
    cut = ClauseTokens(tokenizer)
    assert [known(ids) for ids in cut.of(few)] == [known(ids) for ids in cut.of(few * 40)][:1]
