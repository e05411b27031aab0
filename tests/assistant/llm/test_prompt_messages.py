import pytest

from assistant.llm.prompt_messages import chat_prompt, render_messages
from prompts import PromptError, load

VALUES = {"question": "Ai {ký}?", "evidence": "{x} {{y}} {0}", "history": "-", "refusal": "Không rõ."}


def test_langchain_sends_exactly_what_the_prompt_renders() -> None:
    prompt = load("answer")
    sent = render_messages(prompt, VALUES)
    assert [(one.type, one.text) for one in sent] == [
        ({"user": "human"}.get(part.role, part.role), part.text) for part in prompt.render(VALUES)
    ]
    assert "{x} {{y}} {0}" in sent[1].text


def test_template_declares_the_variables_of_the_file() -> None:
    prompt = load("answer")
    assert sorted(chat_prompt(prompt).input_variables) == sorted(prompt.variables)


def test_missing_variable_is_named() -> None:
    with pytest.raises(PromptError, match="no value for evidence"):
        render_messages(load("answer"), {name: "" for name in VALUES if name != "evidence"})
