"""Files of questions."""

import json
from pathlib import Path

import pytest

from assistant.errors import QuestionFileError
from assistant.evaluation.questions import load_questions


def write(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_both_kinds_of_question_are_read(tmp_path: Path) -> None:
    fact = {"id": "1", "kind": "fact", "question": "Có bao nhiêu hộ?", "key_facts": ["12"], "source": "a.txt"}
    span = {"id": "2", "question": "Ai?", "passage_id": "p-1", "answers": ["Bà Thử"]}
    first, second = load_questions(write(tmp_path / "q.jsonl", json.dumps(fact), "", json.dumps(span)))
    assert (first.sources, first.key_facts, first.answerable) == (("a.txt",), ("12",), True)
    assert (second.sources, second.answers, second.kind) == (("p-1",), ("Bà Thử",), "passage")


def test_facts_of_an_unanswerable_question_are_not_asked_for(tmp_path: Path) -> None:
    line = {"id": "1", "kind": "unanswerable", "question": "?", "key_facts": ["không nêu"], "source": ["a", "b"]}
    (one,) = load_questions(write(tmp_path / "q.jsonl", json.dumps(line)))
    assert not one.answerable
    assert one.key_facts == ()
    assert one.sources == ("a", "b")


@pytest.mark.parametrize("bad", ["{not json", '{"id": "1"}', "[]"])
def test_bad_line_is_named(tmp_path: Path, bad: str) -> None:
    good = json.dumps({"id": "1", "question": "Ai?"})
    with pytest.raises(QuestionFileError, match="line=2"):
        load_questions(write(tmp_path / "q.jsonl", good, bad))


def test_missing_file_is_our_error(tmp_path: Path) -> None:
    with pytest.raises(QuestionFileError, match="line=0"):
        load_questions(tmp_path / "none.jsonl")
