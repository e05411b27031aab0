"""How a statement and its source disagree, in words (linguistic table)."""

from assistant.verdicts import Difference, DifferenceKind, Verdict

VERDICTS: dict[Verdict, str] = {
    Verdict.SUPPORTED: "có căn cứ",
    Verdict.DIFFERS: "sai khác với nguồn",
    Verdict.CONTRADICTED: "trái với nguồn",
    Verdict.NOT_SUPPORTED: "không có căn cứ",
}

DIFFERENCES: dict[DifferenceKind, tuple[str, str]] = {
    DifferenceKind.NUMBER: ("số “{stated}”, nguồn ghi “{source}”", "số “{stated}” không có trong nguồn"),
    DifferenceKind.UNIT: (
        "đơn vị tính “{stated}”, nguồn ghi “{source}”",
        "đơn vị tính “{stated}” không có trong nguồn",
    ),
    DifferenceKind.ROUNDING: (
        "mức làm tròn “{stated}”, nguồn ghi “{source}”",
        "mức làm tròn “{stated}” không có trong nguồn",
    ),
    DifferenceKind.PERCENT: ("tỷ lệ “{stated}”, tính lại là {source}", "tỷ lệ “{stated}” tính không khớp"),
    DifferenceKind.DATE: ("thời gian “{stated}”, nguồn ghi “{source}”", "thời gian “{stated}” không có trong nguồn"),
    DifferenceKind.NAME: ("tên “{stated}”, nguồn ghi “{source}”", "tên “{stated}” không có trong nguồn"),
    DifferenceKind.PERSON: ("tên người “{stated}”, nguồn ghi “{source}”", "tên người “{stated}” không có trong nguồn"),
    DifferenceKind.PLACE: ("địa danh “{stated}”, nguồn ghi “{source}”", "địa danh “{stated}” không có trong nguồn"),
    DifferenceKind.DOCUMENT_NUMBER: (
        "số văn bản “{stated}”, nguồn ghi “{source}”",
        "số văn bản “{stated}” không có trong nguồn",
    ),
    DifferenceKind.NEGATION: ("phủ định khác nhau: “{stated}”, nguồn ghi “{source}”", "“{stated}” trái với nguồn"),
    DifferenceKind.OPPOSITE: ("nghĩa ngược nhau: “{stated}”, nguồn ghi “{source}”", "“{stated}” trái với nguồn"),
    DifferenceKind.WORDING: (
        "nội dung này không có trong đoạn được trích",
        "nội dung này không có trong đoạn được trích",
    ),
}
"""With a value in the source, and without one."""


def difference_text(difference: Difference) -> str:
    """What disagrees, in Vietnamese."""
    with_source, without = DIFFERENCES[difference.kind]
    text = with_source if difference.source else without
    return text.format(stated=difference.stated, source=difference.source)
