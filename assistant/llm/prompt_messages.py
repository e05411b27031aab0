"""From a prompt file to the messages of a chat model."""

from collections.abc import Mapping

from langchain_core.messages import BaseMessage
from langchain_core.prompts import ChatPromptTemplate

from prompts import Prompt


def chat_prompt(prompt: Prompt) -> ChatPromptTemplate:
    """The prompt as a LangChain template, to be used in other people's chains."""
    return ChatPromptTemplate.from_messages([(part.role, part.text) for part in prompt.parts])


def render_messages(prompt: Prompt, values: Mapping[str, str]) -> list[BaseMessage]:
    """Exactly what will be sent, without sending it; braces inside a value are only text.

    :raises PromptError: a variable is missing or too many, naming it.
    """
    prompt.check(values)
    return chat_prompt(prompt).format_messages(**values)
