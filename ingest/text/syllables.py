"""Vietnamese syllables: a linguistic table of onsets, rhymes and tones, and how much of a text obeys it."""

import re
import unicodedata

ONSETS: tuple[str, ...] = (*str.split("ngh ng nh gh gi kh ph qu th tr ch b c d đ g h k l m n p r s t v x"), "")
"""Longest first, so that the first match is the onset; the empty onset last."""

RHYMES: frozenset[str] = frozenset(
    str.split("""
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et
    ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac oach oai oam oan oang
    oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt
    ơ ơi ơm ơn ơp ơt u ua uân uâng uât uâc uây uc uê uêch uên uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy
    uya uych uyên uyêt uynh uyt uyu uyn uyp ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
    y yêm yên yêng yêt yêu ynh
    """)
)

TONE_MARKS = "\u0300\u0301\u0303\u0309\u0323"
"""Combining grave, acute, tilde, hook above, dot below."""

STOPPED_TONES = "\u0301\u0323"
"""A rhyme closed by c, ch, p or t carries only these."""

_STOPS = ("c", "ch", "p", "t")
_LETTERS = re.compile(r"[^\W\d_]+")
_WITHOUT_TONES = {ord(mark): None for mark in TONE_MARKS}
_CACHE_LIMIT = 100_000


def _has_shape(bare: str) -> bool:
    return any(bare.startswith(onset) and bare[len(onset) :] in RHYMES for onset in ONSETS)


def _obeys_tone_rule(bare: str, tones: list[str]) -> bool:
    if not bare.endswith(_STOPS):
        return len(tones) <= 1
    return len(tones) == 1 and tones[0] in STOPPED_TONES


def _judge(word: str) -> bool:
    decomposed = unicodedata.normalize("NFD", word.lower())
    tones = [char for char in decomposed if char in TONE_MARKS]
    bare = unicodedata.normalize("NFC", decomposed.translate(_WITHOUT_TONES))
    return _obeys_tone_rule(bare, tones) and _has_shape(bare)


class _Verdicts(dict[str, bool]):
    """Remembered verdicts; emptied when full, because foreign text brings endless new words."""

    def __missing__(self, word: str) -> bool:
        if len(self) >= _CACHE_LIMIT:
            self.clear()
        verdict = self[word] = _judge(word)
        return verdict


_VERDICTS = _Verdicts()


def is_syllable(word: str) -> bool:
    """Whether ``word`` (NFC, any case) has the structure of one Vietnamese syllable with its tone mark."""
    return _VERDICTS[word]


def syllable_validity(text: str) -> float:
    """Share of the letter runs of ``text`` (NFC) that are Vietnamese syllables, 0 to 1; 1.0 when there are none."""
    words = _LETTERS.findall(text)
    if not words:
        return 1.0
    return sum(map(_VERDICTS.__getitem__, words)) / len(words)
