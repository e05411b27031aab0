import importlib
import inspect
import pkgutil
import string

import pytest

import assistant
import ingest
import vectorstore
from assistant.messages_vi.checkup import DOCTOR
from assistant.messages_vi.draft_warnings import draft_warning_texts
from assistant.messages_vi.errors import ERRORS
from assistant.messages_vi.message import Message
from assistant.messages_vi.notes import WARNINGS
from assistant.messages_vi.sentences import error_text, message_of, warning_text
from assistant.model import AnswerWarning, WarningCode
from ingest.errors import EmptyFileError, TrolyError


def error_classes() -> list[type[TrolyError]]:
    for package in (ingest, vectorstore, assistant):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if module.name.endswith("errors"):
                importlib.import_module(module.name)
    found: list[type[TrolyError]] = []
    todo = [TrolyError]
    while todo:
        current = todo.pop()
        found.append(current)
        todo.extend(current.__subclasses__())
    return found


@pytest.mark.parametrize("kind", error_classes(), ids=lambda kind: kind.__name__)
def test_every_error_has_its_own_code_and_a_vietnamese_sentence(kind: type[TrolyError]) -> None:
    assert kind.code in ERRORS
    assert ERRORS[kind.code].what.endswith((".", "!")) or ERRORS[kind.code].next


@pytest.mark.parametrize("kind", [kind for kind in error_classes() if "etails:" in (inspect.getdoc(kind) or "")])
def test_blanks_of_a_sentence_are_details_the_error_promises(kind: type[TrolyError]) -> None:
    message = ERRORS[kind.code]
    blanks = {name for _, name, _, _ in string.Formatter().parse(message.what + message.next) if name}
    promised = (inspect.getdoc(kind) or "").split("etails:", 1)[1]
    assert {blank for blank in blanks if blank not in promised} == set()


def test_codes_are_unique() -> None:
    codes = [kind.code for kind in error_classes()]
    assert len(codes) == len(set(codes))


def test_every_warning_has_a_sentence() -> None:
    assert set(WARNINGS) == set(WarningCode)
    assert all(warning_text(AnswerWarning(code)) for code in WarningCode)


def test_a_missing_detail_stays_readable() -> None:
    assert "?" in str(message_of("file_too_large", {"limit_mb": 50}))


def test_an_unknown_code_gets_the_general_sentence() -> None:
    assert message_of("no-such-code") == Message(ERRORS["error"].what, ERRORS["error"].next)


def test_error_text_says_what_and_what_next() -> None:
    assert error_text(EmptyFileError()) == f"{ERRORS['empty_file'].what} {ERRORS['empty_file'].next}"


def test_doctor_sentences_take_one_value() -> None:
    assert all(text.format(value="x") for text in DOCTOR.values())


def test_what_is_true_of_several_sections_is_told_once() -> None:
    fallen = [
        AnswerWarning(WarningCode.SECTION_FALLBACK, {"section": section, "problem": problem})
        for section, problem in (("KẾT QUẢ", "server_error"), ("HẠN CHẾ", "server_error"), ("NHIỆM VỤ", "timeout"))
    ]
    removed = [AnswerWarning(WarningCode.UNSUPPORTED_SENTENCES, {"count": 2, "section": name}) for name in "AB"]
    first, same, other = draft_warning_texts([fallen[0], *removed, *fallen[1:]])
    assert "4 câu" in first
    assert "“KẾT QUẢ”; “HẠN CHẾ”" in same
    assert "“NHIỆM VỤ”" in other
    assert draft_warning_texts([fallen[0]]) == [warning_text(fallen[0])]
