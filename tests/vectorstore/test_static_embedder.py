import subprocess
import sys
import unicodedata
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from model2vec import StaticModel

from ingest.text.folding import fold
from vectorstore.embedder_loading import load_embedder
from vectorstore.embedding_models import BUNDLED, BUNDLED_FOLDER, BUNDLED_MODEL
from vectorstore.errors import ModelUnavailableError
from vectorstore.protocols import Embedder
from vectorstore.static_embedder import open_static

SENTENCES = [
    "Hội Liên hiệp Phụ nữ xã Mây Trắng tổ chức lớp dạy nghề may cho 35 hội viên.",
    "Ban Thường vụ đã thông qua kế hoạch tặng học bổng cho trẻ mồ côi.",
    "Trời hôm nay nhiều mây, chiều tối có mưa rào và dông vài nơi.",
    "mô hình",
]


@pytest.fixture(scope="module")
def embedder() -> Embedder:
    return load_embedder(BUNDLED)


def test_vectors_are_unit_float32_of_the_registered_dimension(embedder: Embedder) -> None:
    vectors = embedder.embed_passages(SENTENCES)
    assert vectors.dtype == np.float32
    assert vectors.shape == (len(SENTENCES), BUNDLED_MODEL.dim)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-5)


def test_a_batch_gives_what_single_texts_give(embedder: Embedder) -> None:
    many = [f"{sentence} Đợt {number}." for number in range(80) for sentence in SENTENCES]
    singles = np.vstack([embedder.embed_passages([text]) for text in many])
    np.testing.assert_allclose(embedder.embed_passages(many), singles, atol=1e-5)


def test_two_loads_give_identical_vectors(embedder: Embedder) -> None:
    np.testing.assert_array_equal(load_embedder(BUNDLED).embed_passages(SENTENCES), embedder.embed_passages(SENTENCES))


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạềểộờựÝỸ 0123,.\n"), max_size=60))
def test_accents_case_and_composition_never_change_the_vector(embedder: Embedder, text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    spellings = [composed, unicodedata.normalize("NFD", text), composed.upper(), fold(composed)]
    vectors = embedder.embed_queries(spellings)
    np.testing.assert_array_equal(vectors, np.tile(vectors[0], (len(spellings), 1)))


@pytest.mark.parametrize("text", ["", "   \n", "?!…", "漢字 🙂"])
def test_text_without_known_letters_gives_a_zero_row_not_nan(embedder: Embedder, text: str) -> None:
    vectors = embedder.embed_passages([text, SENTENCES[0]])
    assert np.isfinite(vectors).all()
    assert not vectors[0].any()
    assert vectors[1].any()


def test_no_texts_give_no_rows(embedder: Embedder) -> None:
    assert embedder.embed_queries([]).shape == (0, BUNDLED_MODEL.dim)


def test_question_is_nearest_to_the_passage_about_its_subject(embedder: Embedder) -> None:
    query = embedder.embed_queries(["đơn vị nào mở khoá học may cho chị em hội viên phụ nữ?"])
    assert int((embedder.embed_passages(SENTENCES) @ query[0]).argmax()) == 0


def test_loading_and_embedding_import_no_heavy_library() -> None:
    script = (
        "import sys\n"
        "from vectorstore.embedder_loading import load_embedder\n"
        "assert load_embedder('bundled').embed_queries(['phụ nữ']).any()\n"
        "sys.exit(bool({'torch', 'sentence_transformers', 'transformers'} & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], check=False, cwd=Path(__file__).parents[2])
    assert done.returncode == 0


def test_model2vec_reads_the_same_folder_and_agrees(embedder: Embedder) -> None:
    theirs = StaticModel.from_pretrained(BUNDLED_FOLDER, max_length=None, force_download=False).encode(SENTENCES)
    np.testing.assert_allclose(theirs, embedder.embed_passages(SENTENCES), atol=5e-3)


def test_sentence_transformers_reads_the_same_folder_and_agrees(embedder: Embedder) -> None:
    theirs = load_embedder(str(BUNDLED_FOLDER)).embed_passages(SENTENCES)
    np.testing.assert_allclose(theirs, embedder.embed_passages(SENTENCES), atol=5e-3)


def _copy(target: Path, *, without: str = "", spoil: str = "") -> Path:
    target.mkdir()
    for name in ("tokenizer.json", "model.safetensors"):
        if name != without:
            whole = (BUNDLED_FOLDER / name).read_bytes()
            (target / name).write_bytes(whole[: len(whole) // 2] if name == spoil else whole)
    return target


@pytest.mark.parametrize("name", ["tokenizer.json", "model.safetensors"])
def test_folder_without_a_file_is_unavailable_and_named(tmp_path: Path, name: str) -> None:
    folder = _copy(tmp_path / "incomplete", without=name)
    with pytest.raises(ModelUnavailableError, match="incomplete"):
        open_static(BUNDLED_MODEL, folder)


@pytest.mark.parametrize("name", ["tokenizer.json", "model.safetensors"])
def test_folder_with_a_truncated_file_is_unavailable_and_named(tmp_path: Path, name: str) -> None:
    folder = _copy(tmp_path / "damaged", spoil=name)
    with pytest.raises(ModelUnavailableError, match="damaged"):
        open_static(BUNDLED_MODEL, folder)


def test_folder_of_another_dimension_is_unavailable(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailableError, match="sizes do not agree"):
        open_static(replace(BUNDLED_MODEL, dim=BUNDLED_MODEL.dim + 1), _copy(tmp_path / "whole"))
