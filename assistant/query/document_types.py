"""Names of kinds of official papers and the letters that stand for them in a number (linguistic table)."""

from ingest.document_numbers import TYPE_LETTERS

__all__ = ["COUNTED", "LETTERS_TO_NAME", "TYPE_LETTERS", "TYPE_NAMES", "YEARLY"]

TYPE_NAMES: dict[str, tuple[str, ...]] = {
    "nghị định": ("NĐ",),
    "nghị quyết": ("NQ",),
    "nghị quyết liên tịch": ("NQLT",),
    "quyết định": ("QĐ",),
    "quy định": ("QĐ", "QyĐ"),
    "quy chế": ("QC",),
    "chỉ thị": ("CT",),
    "kết luận": ("KL",),
    "thông báo": ("TB",),
    "thông tri": ("TT", "TTr"),
    "thông tư": ("TT",),
    "thông tư liên tịch": ("TTLT",),
    "hướng dẫn": ("HD",),
    "chương trình": ("CTr",),
    "kế hoạch": ("KH",),
    "phương án": ("PA",),
    "đề án": ("QĐ", "ĐA"),
    "dự án": ("QĐ", "DA"),
    "báo cáo": ("BC",),
    "biên bản": ("BB",),
    "tờ trình": ("TTr",),
    "hợp đồng": ("HĐ",),
    "công văn": ("CV",),
    "công điện": ("CĐ",),
    "luật": ("L", "QH"),
    "pháp lệnh": ("PL", "UBTVQH"),
}
"""A programme (đề án) is known by the number of the decision that approved it."""

LETTERS_TO_NAME: dict[str, str] = {
    letters: name
    for name, every in reversed(TYPE_NAMES.items())
    for letters in every
    if letters not in {"QH", "UBTVQH"} and name not in {"đề án", "dự án", "quy định", "thông tri"}
} | {"ĐA": "đề án", "DA": "dự án", "QyĐ": "quy định"}

YEARLY = frozenset({"NĐ", "TT", "TTLT", "NQ", "QĐ", "L", "QH", "PL", "UBTVQH"})
"""Kinds whose number is followed by the year in laws and decrees (30/2020/NĐ-CP)."""

COUNTED = frozenset(
    str.split("tháng năm ngày tuần giờ tỷ tỉ triệu nghìn ngàn người hộ trang lần xã huyện tỉnh mô cuộc buổi")
)
"""After a number: it counts something and is not the number of a paper ("báo cáo 6 tháng")."""
