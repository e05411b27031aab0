import pytest

from ingest.ocr.tsv import mean_confidence, read_tsv

HEAD = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
TABLE = HEAD + (
    "4\t1\t1\t1\t1\t0\t10\t10\t200\t20\t-1\t\n"
    "5\t1\t1\t1\t1\t1\t10\t12\t50\t18\t96.5\tHội\n"
    '5\t1\t1\t1\t1\t2\t70\t12\t60\t18\t91\t"viên"\n'
    "5\t1\t1\t1\t1\t3\t140\t12\t5\t5\t20\t~\n"
    "5\t1\t1\t1\t2\t1\t10\t40\t5\t2\t90\t-\n"
    "5\t1\t1\t1\t3\t1\t10\t60\t5\t2\t95\t \n"
)


def test_words_come_line_by_line_with_their_boxes_and_noise_is_left_out() -> None:
    first, second = read_tsv(TABLE)
    assert (first.text, second.text) == ('Hội "viên"', "-")
    assert (first.left, first.top, first.right, first.bottom) == (10, 12, 130, 30)


def test_confidence_is_weighted_by_length() -> None:
    lines = read_tsv(TABLE)
    assert mean_confidence(lines) == pytest.approx((3 * 0.965 + 6 * 0.91 + 1 * 0.9) / 10)
    assert mean_confidence([]) == 0.0
