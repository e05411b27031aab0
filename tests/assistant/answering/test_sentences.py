"""Sentences read once for a whole passage are those that are read one by one."""

from hypothesis import example, given
from hypothesis import strategies as st

from assistant.answering.sentences import sentence_at, sentences_of
from assistant.model import Hit
from tests.assistant.answering.test_reading_well import passage

SAID = ("Hội", "LHPN", "xã", "giúp", "12", "1.250", "hộ", "Năm 2021,", "TP.", "cấp.Hội", "(đạt 80%)", "“Áo ấm”")
ENDS = ("tổng kết.", "ra sao?", "…", "\n", "- ", "a)")


@given(st.lists(st.sampled_from([*SAID, *ENDS]), max_size=60).map(" ".join))
@example("Hội nghị tổng kết.\nGiúp 12 hộ nghèo ở xã Hạ Lam. 12. Hội viên 𝟚 xã")
def test_each_sentence_has_its_own_syllables_and_places(text: str) -> None:
    hit = Hit(1, passage(text, "Tin"), 1.0, 1, 1)
    for sentence in sentences_of([hit]):
        assert sentence == sentence_at(hit, sentence.start, sentence.end, sentence.ordinal)
