"""From a prompt file to the messages of a chat model; LangChain is loaded when the first one is made."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from prompts import Prompt

if TYPE_CHECKING:
    from langchain_core.messages import BaseMessage
    from langchain_core.prompts import ChatPromptTemplate


def chat_prompt(prompt: Prompt) -> "ChatPromptTemplate":
    """The prompt as a LangChain template, to be used in other people's chains."""
    from langchain_core.prompts import ChatPromptTemplate  # noqa: PLC0415  a second of imports only models need

    return ChatPromptTemplate.from_messages([(part.role, part.text) for part in prompt.parts])


def render_messages(prompt: Prompt, values: Mapping[str, str]) -> "list[BaseMessage]":
    """Exactly what will be sent, without sending it; braces inside a value are only text.

    :raises PromptError: a variable is missing or too many, naming it.
    """
    prompt.check(values)
    return chat_prompt(prompt).format_messages(**values)
