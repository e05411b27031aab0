"""The content words of a question with their accents as typed, and what of them is not there."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

from assistant.answering.answer_spans import Span, answer_spans, says_nothing_new
from assistant.answering.insisted_counts import counted_shares
from assistant.answering.question_terms import Terms
from assistant.answering.sentences import Sentence
from assistant.query.question import Ask, Asked, Question
from assistant.query.tokens import has_accents
from ingest.text.folding import fold

_WORD = re.compile(r"[^\W_]+")
_COMPANY = 12
_HALF = 0.5
_TYPED = frozenset({Asked.NUMBER, Asked.PERSON, Asked.DATE, Asked.PLACE})
_TONES = "\u0300\u0301\u0303\u0309\u0323"


class QuestionWords:
    """The content words of a question, accents as typed, with their share of its weight."""

    def __init__(self, question: Question, terms: Terms, sentences: Sequence[Sentence]) -> None:
        self._accented = has_accents(question.text)
        self._terms = terms
        self._weights: dict[tuple[str, str], float] = {}
        for token, matters in zip(question.tokens, question.content, strict=True):
            if matters and token.folded in terms.unigrams:
                share = terms.unigrams[token.folded] / terms.unigram_mass
                self._weights[(token.folded, self._key(token.text))] = share
        self.document = self._held(sentences)
        title = sentences[0].hit.passage.title or ""
        self.document |= {self._key(word) for word in _WORD.findall(title)}

    def missing(self, held: set[str]) -> list[float]:
        """Shares of the words that are not there."""
        return [share for (_, key), share in self._weights.items() if key not in held]

    def missing_near(self, sentence: Sentence, near: frozenset[str]) -> list[float]:
        """Likewise of the sentence and, for words the document has with these accents, what is around it."""
        own = self._held([sentence])
        return [
            share
            for (folded, key), share in self._weights.items()
            if key not in own and not (folded in near and key in self.document)
        ]

    def company_missing(self, sentence: Sentence, ask: Ask) -> float:
        """How little of the words stands around the possible answer of the sentence that has most of them."""
        spans = [
            span for span in answer_spans(sentence, ask) if not says_nothing_new(sentence, span, self._terms.typed)
        ]
        return self._company(sentence, spans, default=float(ask.kind in _TYPED))

    def counted_company_missing(self, sentence: Sentence, ask: Ask) -> float:
        """Likewise of numbers behind which at least half of what is counted stands."""
        spans = [span for span, phrase in counted_shares(ask, self._terms, sentence) if phrase >= _HALF]
        return self._company(sentence, spans, default=1.0)

    def _company(self, sentence: Sentence, spans: Sequence[Span], default: float) -> float:
        keys = [self._key(sentence.text[start:end]) for start, end in sentence.places]
        missing = [sum(self.missing(set(keys[max(0, first - _COMPANY) : last + _COMPANY]))) for first, last in spans]
        return min(missing, default=default)

    def _held(self, sentences: Iterable[Sentence]) -> set[str]:
        if not self._accented:
            return {part for sentence in sentences for part in sentence.syllables}
        words = {sentence.text[start:end] for sentence in sentences for start, end in sentence.places}
        return set(map(self._key, words))

    def _key(self, word: str) -> str:
        return _accent_key(word) if self._accented else fold(word)


@lru_cache(maxsize=50_000)
def _accent_key(word: str) -> str:
    """The syllable in lower case with its tone at the end, wherever it was placed: hòa and hoà are one."""
    decomposed = unicodedata.normalize("NFD", word.lower())
    tones = "".join(str(_TONES.index(char) + 1) for char in decomposed if char in _TONES)
    return unicodedata.normalize("NFC", "".join(char for char in decomposed if char not in _TONES)) + tones
