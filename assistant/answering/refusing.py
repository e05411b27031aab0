"""An honest refusal: what was searched, what came nearest, what is missing."""

from collections.abc import Iterator, Sequence

from assistant.answering.evidence import DocumentEvidence, covers, gather, pairs, speaks_of
from assistant.answering.insisted_offices import office_asked
from assistant.answering.insisting import missing_figures, missing_names
from assistant.answering.naming import date_of, title_of
from assistant.answering.passage_citation import cite
from assistant.answering.ranking import Ranked, rank_sentences
from assistant.answering.searched import scope_of, searched_text
from assistant.messages_vi.answering import ANSWERING
from assistant.messages_vi.names import REFUSAL_SENTENCE
from assistant.messages_vi.sentences import message_of
from assistant.model import AbstainReason, Answer, Citation, Mode, Query, SearchResult
from assistant.ports import InverseDocumentFrequency
from assistant.query.question import Ask, Asked, Question, read_question

_NEAREST = 3
_COUNTED_SYLLABLES = 14
_CLOSING = frozenset('”’»)"')
_MENTION_SYLLABLES = 3
"""A shorter run of words says nothing about what a document mentions."""


def refuse_without_evidence(query: Query, evidence: SearchResult) -> Answer:
    """No question, or nothing found for it."""
    if not query.search_text:
        reason, text = AbstainReason.EMPTY_QUESTION, str(message_of("empty_question"))
    elif evidence.query.filters:
        scope = scope_of(evidence.query.filters)
        reason, text = AbstainReason.NOTHING_FOUND, ANSWERING["empty_filter"].format(scope=scope)
    else:
        reason, text = AbstainReason.NOTHING_FOUND, ANSWERING["empty_filter"].format(scope="")
    return Answer(query.text, text, True, Mode.EXTRACTIVE, reason=reason)


def refuse(query: Query, question: Question, evidence: SearchResult, ask: Ask, ranked: Sequence[Ranked]) -> Answer:
    """Passages came up, none states what was asked."""
    parts = [REFUSAL_SENTENCE, searched_text(evidence)]
    if ranked:
        ranked = _of_the_named_first(question, ranked)
        parts.append(_nearest_text(question, ask, ranked[0]))
    return Answer(
        query.text,
        " ".join(parts),
        True,
        Mode.EXTRACTIVE,
        reason=AbstainReason.NOT_ANSWERED,
        nearest=tuple(nearest(ranked)),
    )


def _of_the_named_first(question: Question, ranked: Sequence[Ranked]) -> Sequence[Ranked]:
    """Nearest is what speaks of all the question names, where anything does."""
    names = missing_names(question, ranked[0].context.document)
    if not names:
        return ranked
    own = [one for one in ranked if speaks_of(one.context.document, names)]
    return [*own[:1], *ranked]


def refusal_words(query: Query, evidence: SearchResult, idf: InverseDocumentFrequency | None) -> str:
    """The same words for whoever else refuses, a language model for one."""
    question = read_question(query.reading or query.search_text, query.ignored)
    found, ask = gather(evidence.hits), question.asks[0]
    ranked = rank_sentences(question, found, idf or _equal_worth, ask, _alike) if found.sentences else []
    return refuse(query, question, evidence, ask, ranked).text


def _equal_worth(term: str) -> float:
    del term
    return 1.0


def _alike(question: str, texts: Sequence[str]) -> list[float]:
    """What came nearest is told by its words alone."""
    del question
    return [0.0] * len(texts)


def nearest(ranked: Sequence[Ranked]) -> list[Citation]:
    """The best sentences of the first few documents, numbered from 1."""
    best: dict[str, Ranked] = {}
    for item in ranked:
        best.setdefault(item.sentence.hit.passage.document_id, item)
    return [
        cite(item.sentence.hit.passage, n, item.sentence.start, item.sentence.end)
        for n, item in enumerate(list(best.values())[:_NEAREST], 1)
    ]


def _nearest_text(question: Question, ask: Ask, best: Ranked) -> str:
    passage, document = best.sentence.hit.passage, best.context.document
    named = {"title": title_of(passage), "date": date_of(passage)}
    missing = _missing(question, ask, document)
    mentioned = _mentioned(question, document)
    if mentioned is None:
        return ANSWERING["nearest"].format(missing=missing, **named)
    return ANSWERING["mentioned"].format(mentioned=mentioned, missing=missing, **named)


def _missing(question: Question, ask: Ask, document: DocumentEvidence) -> str:
    """The first thing the document does not have: a period, a name, else what was asked."""
    for first, last in question.periods:
        if not covers((first, last), document.years):
            period = str(first) if first == last else f"{first}–{last}"
            return ANSWERING["missing_period"].format(period=period)
    for name in missing_names(question, document):
        return ANSWERING["missing_name"].format(name=_as_typed(question, name))
    for figure in missing_figures(question, document):
        return ANSWERING["missing_name"].format(name=_with_word_before(question, figure))
    return _missing_kind(question, ask)


def _with_word_before(question: Question, figure: str) -> str:
    """As typed, "khóa XVII": a figure says nothing without the word it belongs to."""
    at = next(index for index, token in enumerate(question.tokens) if token.folded.lstrip("0") == figure.lstrip("0"))
    return question.text[question.tokens[max(0, at - 1)].start : question.tokens[at].end]


def _missing_kind(question: Question, ask: Ask) -> str:
    focus = _as_typed(question, ask.focus)
    if ask.kind is Asked.NUMBER:
        counted = _counted(question, ask) if ask.focus_follows and focus else ""
        return ANSWERING["missing_number"].format(focus=counted) if counted else ANSWERING["missing_count"]
    office = office_asked(question)
    if ask.kind is Asked.PERSON and office is not None:
        named = question.text[question.tokens[office[0]].start : question.tokens[office[1] - 1].end]
        return ANSWERING["missing_office"].format(office=named)
    if ask.kind is Asked.THING and focus:
        return ANSWERING["missing_thing"].format(focus=focus)
    kind = Asked.OTHER if ask.kind is Asked.THING else ask.kind
    return ANSWERING.get(f"missing_{kind}", ANSWERING["missing_other"])


def _counted(question: Question, ask: Ask) -> str:
    """What is counted with all that belongs to it, as typed: "cán bộ nữ tham gia cấp ủy"."""
    folded = tuple(token.folded for token in question.tokens)
    width = len(ask.words)
    for at in range(ask.first, ask.last - width) if width else ():
        if folded[at : at + width] == ask.words:
            last = min(ask.last, at + width + _COUNTED_SYLLABLES)
            end = question.tokens[last - 1].end
            closed = question.text[end : end + 1] in _CLOSING
            return question.text[question.tokens[at + width].start : end + closed]
    return ""


def _mentioned(question: Question, document: DocumentEvidence) -> str | None:
    """The longest stretch of the question, as typed, that the document has: a quoted phrase first."""
    for phrase in question.quoted:
        if _holds(document, phrase):
            return f"“{_as_typed(question, phrase)}”"
    runs: list[list[int]] = [[]]
    unnamed = set(_places(question, missing_names(question, document)))
    for index, token in enumerate(question.tokens):
        joined = bool(runs[-1]) and f"{question.tokens[index - 1].folded}_{token.folded}" in document.pairs
        says = question.content[index] and index not in unnamed
        if says and (joined or not runs[-1]):
            runs[-1].append(index)
        else:
            runs.append([index] if says else [])
    longest = max(runs, key=len)
    if len(longest) < _MENTION_SYLLABLES:
        return None
    stretch = question.text[question.tokens[longest[0]].start : question.tokens[longest[-1]].end]
    begins = longest[0] == 0 and question.tokens[1].text[0].islower()
    return stretch[0].lower() + stretch[1:] if begins else stretch


def _places(question: Question, names: Sequence[Sequence[str]]) -> Iterator[int]:
    """Tokens of the names: half of a name is not mentioned."""
    folded = [token.folded for token in question.tokens]
    for name in names:
        for first in range(len(folded) - len(name) + 1):
            if folded[first : first + len(name)] == list(name):
                yield from range(first, first + len(name))


def _holds(document: DocumentEvidence, phrase: Sequence[str]) -> bool:
    if len(phrase) == 1:
        return phrase[0] in document.syllables
    return set(pairs(phrase)) <= document.pairs


def _as_typed(question: Question, phrase: Sequence[str]) -> str:
    """The words of the question whose folded syllables are ``phrase``."""
    size = len(phrase)
    folded = [token.folded for token in question.tokens]
    for first in range(len(folded) - size + 1):
        if size and folded[first : first + size] == list(phrase):
            return question.text[question.tokens[first].start : question.tokens[first + size - 1].end]
    return " ".join(phrase)
