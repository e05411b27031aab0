"""Provinces joined on 1 July 2025 (Resolution 202/2025/QH15): a linguistic table."""

from datetime import date

MERGED_ON = date(2025, 7, 1)
"""Resolution 202/2025/QH15."""

MERGED: dict[str, tuple[str, ...]] = {
    "Tuyên Quang": ("Hà Giang",),
    "Lào Cai": ("Yên Bái",),
    "Thái Nguyên": ("Bắc Kạn",),
    "Bắc Ninh": ("Bắc Giang",),
    "Phú Thọ": ("Vĩnh Phúc", "Hòa Bình"),
    "Hải Phòng": ("Hải Dương",),
    "Hưng Yên": ("Thái Bình",),
    "Ninh Bình": ("Hà Nam", "Nam Định"),
    "Quảng Trị": ("Quảng Bình",),
    "Đà Nẵng": ("Quảng Nam",),
    "Quảng Ngãi": ("Kon Tum",),
    "Gia Lai": ("Bình Định",),
    "Khánh Hòa": ("Ninh Thuận",),
    "Đắk Lắk": ("Phú Yên",),
    "Lâm Đồng": ("Đắk Nông", "Bình Thuận"),
    "Đồng Nai": ("Bình Phước",),
    "Hồ Chí Minh": ("Bình Dương", "Bà Rịa - Vũng Tàu"),
    "Tây Ninh": ("Long An",),
    "Đồng Tháp": ("Tiền Giang",),
    "Vĩnh Long": ("Bến Tre", "Trà Vinh"),
    "An Giang": ("Kiên Giang",),
    "Cần Thơ": ("Sóc Trăng", "Hậu Giang"),
    "Cà Mau": ("Bạc Liêu",),
}
"""A name that stayed, to the names that became part of it."""

_WHOLE = {part: whole for whole, parts in MERGED.items() for part in parts}
_RENAMED = {"Thừa Thiên Huế": "Huế"}


def present_name(province: str) -> str:
    """The province that a name of before the mergers belongs to now."""
    return _WHOLE.get(province) or _RENAMED.get(province, province)


def has_grown(province: str) -> bool:
    """Whether the name stands for more than before: others became part of it."""
    return province in MERGED


def is_gone(province: str) -> bool:
    """Whether no province has this name any more."""
    return province in _WHOLE or province in _RENAMED
