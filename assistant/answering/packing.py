"""Packs passages into a prompt of limited size, each under an opaque id, and renders the exact messages."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.grounding.passage_ids import passage_ids
from assistant.llm.prompt_messages import render_messages
from assistant.llm.settings import LlmSettings
from assistant.messages_vi.names import REFUSAL_SENTENCE
from assistant.model import Query, SearchResult, Turn
from assistant.query.question import without_taken_away
from ingest.text.instructions import is_instruction_like, without_instructions
from ingest.text.sentences import split_sentences
from prompts import Prompt
from vectorstore.hits import Passage

if TYPE_CHECKING:
    from langchain_core.messages import BaseMessage

CHARS_PER_TOKEN = 2.0
"""Vietnamese in the tokenizers of small open models takes 1.6 to 3 characters a token; no tokenizer is at hand
offline, so this is a careful guess, and an overflow the server reports is an error the fallback answers."""
_HISTORY_TURNS = 2
_HISTORY_CHARS = 300
_QUESTION_CHARS = 2000
_LEAST_EVIDENCE_CHARS = 400
_BLANKS = re.compile(r" {3,}")
_CITATION = re.compile(r"\s*\[\d+\]")
_NEUTRAL = str.maketrans({"<": "‹", ">": "›", "\u0000": " "})
_NEUTRAL_ATTRIBUTE = str.maketrans({"<": "‹", ">": "›", '"': "”", "\n": " ", "\u0000": " "})


@dataclass(frozen=True, slots=True)
class PackedPassage:
    """A passage as the model sees it."""

    id: str
    passage: Passage
    text: str
    """The passage's text from its beginning; shorter only where the budget ended, and with blanks in the place of
    what speaks to a model."""

    @property
    def card(self) -> str:
        """What the model was told of the document besides its text."""
        return "\n".join(value for _, value in _card(self.passage))

    @property
    def stated(self) -> str:
        """Everything the model was told under this id: identity card and text."""
        return f"{self.card}\n{self.text}"


@dataclass(frozen=True, slots=True)
class PackedPrompt:
    """What will be sent, and what the ids in the reply mean."""

    messages: "tuple[BaseMessage, ...]"
    passages: tuple[PackedPassage, ...]


def pack(
    prompt: Prompt, query: Query, evidence: SearchResult, history: Sequence[Turn], settings: LlmSettings
) -> PackedPrompt:
    """The messages for a question, as many of the best passages in them as the model's context holds."""
    values = {
        "question": asked_words(query)[:_QUESTION_CHARS].translate(_NEUTRAL),
        "history": _history(history),
        "refusal": REFUSAL_SENTENCE,
    }
    bare = sum(len(str(message.text)) for message in render_messages(prompt, {**values, "evidence": ""}))
    budget = int((settings.context_tokens - settings.answer_tokens) * CHARS_PER_TOKEN) - bare
    passages = [hit.passage for hit in evidence.hits if without_instructions(hit.passage.text).strip()]
    ids = passage_ids([_identity(passage) for passage in passages], avoid="\n".join(values.values()))
    packed = _fill(list(zip(ids, passages, strict=True)), max(budget, _LEAST_EVIDENCE_CHARS))
    shown = "\n".join(_element(one) for one in packed)
    return PackedPrompt(tuple(render_messages(prompt, {**values, "evidence": shown})), tuple(packed))


def asked_words(query: Query) -> str:
    """The question as the model is to read it: what the asker took away must not restrict it either."""
    return without_taken_away(query.text, query.ignored) if query.ignored else query.text


def _fill(passages: Sequence[tuple[str, Passage]], budget: int) -> list[PackedPassage]:
    """The best first; one that no longer fits is passed over, but the very first is cut at a sentence end."""
    packed: list[PackedPassage] = []
    for name, passage in passages:
        frame = len(_element(PackedPassage(name, passage, ""))) + 1
        whole = without_instructions(passage.text)
        text = whole if packed else _shortened(whole, budget - frame)
        if frame + len(text) <= budget or not packed:
            packed.append(PackedPassage(name, passage, text))
            budget -= frame + len(text)
    return packed


def _shortened(text: str, budget: int) -> str:
    if len(text) <= budget:
        return text
    ends = [end for _, end in split_sentences(text) if end <= budget]
    return text[: ends[-1] if ends else max(budget, 0)]


def _identity(passage: Passage) -> str:
    return f"{passage.chunk_id}\n{passage.text}\n" + "\n".join(value for _, value in _card(passage))


def _card(passage: Passage) -> list[tuple[str, str]]:
    """What the prompt says about a passage besides its text: attribute and value."""
    fields = (
        ("van_ban", passage.title or passage.source),
        ("don_vi", passage.unit),
        ("ngay", "/".join(reversed(passage.date.split("-"))) if passage.date else None),
        ("nam", str(passage.year) if passage.year else None),
        ("muc", " › ".join(passage.heading_path) or None),
    )
    return [(name, value) for name, value in fields if value and not is_instruction_like(value)]


def _element(one: PackedPassage) -> str:
    card = "".join(f' {name}="{value.translate(_NEUTRAL_ATTRIBUTE)}"' for name, value in _card(one.passage))
    return f'<doan ma="{one.id}"{card}>\n{_BLANKS.sub(" ", one.text).strip().translate(_NEUTRAL)}\n</doan>'


def _history(history: Sequence[Turn]) -> str:
    turns = [
        f"<luot>\n<hoi>{_brief(turn.question)}</hoi>\n<dap>{_brief(_CITATION.sub('', turn.answer))}</dap>\n</luot>"
        for turn in history[-_HISTORY_TURNS:]
    ]
    return "\n".join(turns) or "-"


def _brief(text: str) -> str:
    flat = " ".join(text.translate(_NEUTRAL).split())
    return flat if len(flat) <= _HISTORY_CHARS else flat[:_HISTORY_CHARS].rsplit(" ", 1)[0] + " …"
