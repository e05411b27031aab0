"""Bodies of Outlook messages that are not plain text."""

import struct
from io import BytesIO

import pytest

from ingest.errors import DamagedFileError
from ingest.loaders.archive_limits import Budget
from ingest.loaders.compressed_rtf import decompressed_rtf
from ingest.loaders.eml import read_eml
from ingest.loaders.msg import msg_members, read_msg
from ingest.settings import IngestLimits
from tests.ingest.loaders.ole_files import Tree, compound_file

PACKED = bytes.fromhex(
    "7b000000830000004c5a4675353f0ec703000a0072637067313235083820480c6037383937103f6920760c513233342a3f03a0780f31320e"
    "d02042510e813930311010530f3134110f7167206710d2333f70702035322011300fc20f7079d62000e010e52e0aa3580b8012b28b0ea0"
    "11a16d03307534310ed0086e2e7d1520"
)
"""Made by another program (compressed_rtf 1.0.7) of the text below."""
TEXT = "Hội viên xã Bờ Sông góp 52 ngày công.\n\nXin cảm ơn."
HTML = "<html><body><p>Mời dự tập huấn, <b>35 học viên</b>.</p></body></html>"


def message(header: int = 32, **streams: "bytes | Tree") -> Tree:
    named = {f"__substg1.0_{name.removeprefix('p')}": data for name, data in streams.items()}
    return {"__properties_version1.0": b"\0" * header, **named}


def test_a_body_in_compressed_rtf_is_read() -> None:
    (page,) = read_msg(compound_file(message(p0037001F="Thư".encode("utf-16-le"), p10090102=PACKED))).pages
    assert page.text == f"Thư\n\n{TEXT}"


def test_rtf_that_was_not_compressed_is_taken_as_it_is() -> None:
    rtf = rb"{\rtf1 abc}"
    header = struct.pack("<IIII", len(rtf) + 12, len(rtf), 0x414C454D, 0)
    assert decompressed_rtf(header + rtf + b"\0\0") == rtf


@pytest.mark.parametrize("wrong", [PACKED[:40], PACKED[:12], PACKED.replace(b"LZFu", b"ABCD"), PACKED[:-9] + b"x" * 9])
def test_damaged_rtf_is_told_and_not_guessed(wrong: bytes) -> None:
    with pytest.raises(DamagedFileError, match="rtf_"):
        decompressed_rtf(wrong)


@pytest.mark.parametrize(
    ("streams", "told"), [({"p10130102": HTML.encode()}, "35 học viên"), ({"p10090102": PACKED}, "52 ngày công")]
)
def test_a_message_inside_keeps_its_text_whatever_its_form(streams: dict[str, bytes], told: str) -> None:
    inside = message(24, p0037001F="Bên trong".encode("utf-16-le"), **streams)
    note = {"__substg1.0_3707001F": "ghi chú.txt".encode("utf-16-le"), "__substg1.0_37010102": b"88"}
    inside = {**inside, "__attach_version1.0_#00000000": note}
    attached = message(8, p3704001F="Bên trong".encode("utf-16-le"), p3701000D=inside)
    outer = {**message(p1000001F="Kính gửi".encode("utf-16-le")), "__attach_version1.0_#00000000": attached}
    (member,) = msg_members(BytesIO(compound_file(outer)), Budget(IngestLimits()))
    (again,) = msg_members(BytesIO(compound_file(outer)), Budget(IngestLimits()))
    assert member == again
    assert member.name == "Bên trong.eml"
    (page,) = read_eml(member.data).pages
    assert told in page.text
