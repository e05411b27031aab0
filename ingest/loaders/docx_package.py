"""Looks into a Word file that is to be opened and written again: bombs, links to elsewhere, code."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

_MAX_UNPACKED_BYTES = 200 * 2**20
"""A few KB of zip can unpack to many GB; python-docx holds all parts in memory."""
_MAX_XML_BYTES = 48 * 2**20
"""A tree takes about ten times its XML; the longest reports have 5 MB."""
_MAX_PARTS = 5000
_FAILURES = (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError, RuntimeError)
_MAIN = re.compile(rb"wordprocessingml\.(?:document|template)\.main\+xml")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\s([^>]*)>")
_ATTRIBUTE = re.compile(rb"""(\w+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_CODE = ("vbaProject", "oleObject", "control", "aFChunk", "attachedToolbars", "keyMapCustomizations", "wordVbaData")
_OUTSIDE_FIELD = re.compile(
    r"^\s*(INCLUDETEXT|INCLUDEPICTURE|DDEAUTO|DDE|IMPORT|LINK|RD)\b", re.IGNORECASE | re.MULTILINE
)
_FIELD_CODE = re.compile(r"<w:instrText[^>]*>([^<]*)<|w:instr=\"([^\"]*)\"|(w:fldCharType=\"begin\")")
_SAFE_SCHEMES = frozenset({"http", "https", "mailto"})
_PLACE_CHARS = 80


class PackageFault(StrEnum):
    """Why a Word file is not opened."""

    NOT_WORD = "not_word"
    DAMAGED = "damaged"
    UNPACKS_TOO_LARGE = "unpacks_too_large"
    TOO_MANY_PARTS = "too_many_parts"
    EXTERNAL_RELATION = "external_relation"
    """Word would fetch something from elsewhere on opening; links a reader may follow are no such thing."""
    MACRO = "macro"
    """Code, or an embedded object that brings its own program."""
    ENTITIES = "entities"


@dataclass(frozen=True, slots=True)
class FaultyPackage:
    """What is wrong, and in which part of the file."""

    fault: PackageFault
    where: str
    size_mb: int = 0
    """What it would unpack to."""
    limit_mb: int = _MAX_UNPACKED_BYTES // 2**20


def package_fault(data: bytes, harmless: frozenset[PackageFault] = frozenset()) -> FaultyPackage | None:
    """The first thing that keeps a .docx or .dotx from being opened; None where nothing does.

    :param harmless: what does not matter to the caller.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return next((one for one in _faults(archive) if one.fault not in harmless), None)
    except _FAILURES:
        return FaultyPackage(PackageFault.DAMAGED if data[:2] == b"PK" else PackageFault.NOT_WORD, "")


def _faults(archive: zipfile.ZipFile) -> Iterator[FaultyPackage]:
    members = archive.infolist()
    if len(members) > _MAX_PARTS:
        yield FaultyPackage(PackageFault.TOO_MANY_PARTS, str(len(members)))
    xml_bytes = sum(one.file_size for one in members if one.filename.endswith((".xml", ".rels")))
    unpacked = sum(one.file_size for one in members)
    if xml_bytes > _MAX_XML_BYTES or unpacked > _MAX_UNPACKED_BYTES:
        large = max(members, key=lambda one: one.file_size)
        limit = _MAX_XML_BYTES if xml_bytes > _MAX_XML_BYTES else _MAX_UNPACKED_BYTES
        yield FaultyPackage(PackageFault.UNPACKS_TOO_LARGE, large.filename, unpacked // 2**20, limit // 2**20)
    types = archive.read("[Content_Types].xml") if "[Content_Types].xml" in archive.namelist() else b""
    if not _MAIN.search(types):
        yield FaultyPackage(PackageFault.MACRO if b"macroEnabled" in types else PackageFault.NOT_WORD, "")
    for member in members:
        if member.filename.endswith((".xml", ".rels")):
            yield from _part_faults(member.filename, archive.read(member))


def _part_faults(name: str, xml: bytes) -> Iterator[FaultyPackage]:
    if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml or xml[:2] in (b"\xff\xfe", b"\xfe\xff"):
        # parts are written in UTF-8; in another encoding these looks would see nothing
        yield FaultyPackage(PackageFault.ENTITIES, name)
    if name.endswith(".rels"):
        for found in _RELATION.finditer(xml):
            yield from _relation_faults(name, found[1])
    elif name.startswith("word/"):
        yield from _field_faults(name, xml.decode("utf-8", "replace"))


def _relation_faults(name: str, attributes: bytes) -> Iterator[FaultyPackage]:
    values = {key.decode(): (double or single).decode("utf-8", "replace")
              for key, double, single in _ATTRIBUTE.findall(attributes)}  # fmt: skip
    kind, target = values.get("Type", "").rpartition("/")[2], values.get("Target", "")
    where = f"{name}: {target}"[:_PLACE_CHARS]
    if kind in _CODE:
        yield FaultyPackage(PackageFault.MACRO, where)
    if values.get("TargetMode") == "External" and not (kind == "hyperlink" and _safe(target)):
        yield FaultyPackage(PackageFault.EXTERNAL_RELATION, where)


def _safe(address: str) -> bool:
    try:
        return urlsplit(address).scheme.lower() in _SAFE_SCHEMES
    except ValueError:
        return False


def _field_faults(name: str, xml: str) -> Iterator[FaultyPackage]:
    """Fields that fetch other files; Word may have cut a field's code into runs."""
    code = "".join("\n" if found[3] else found[1] or f"\n{found[2] or ''}\n" for found in _FIELD_CODE.finditer(xml))
    outside = _OUTSIDE_FIELD.search(code)
    if outside:
        yield FaultyPackage(PackageFault.EXTERNAL_RELATION, f"{name}: {outside[1]}")
