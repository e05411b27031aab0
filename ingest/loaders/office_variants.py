"""Word and PowerPoint files that are templates, slide shows or carry macros, given the name of the plain kind."""

import io
import re
import zipfile

_TYPES = "[Content_Types].xml"
_PLAIN = (
    (
        re.compile(
            rb"application/vnd\.(?:ms-word\.(?:document|template)\.macroEnabled(?:Template)?"
            rb"|openxmlformats-officedocument\.wordprocessingml\.template)\.main\+xml"
        ),
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    ),
    (
        re.compile(
            rb"application/vnd\.(?:ms-powerpoint\.(?:presentation|slideshow|template)\.macroEnabled"
            rb"|openxmlformats-officedocument\.presentationml\.(?:template|slideshow))\.main\+xml"
        ),
        b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
    ),
)


def as_plain_kind(data: bytes) -> bytes:
    """The package with the content type of a document or presentation; the libraries open no other.

    Nothing in it is run: the parts stay what they are, and only text is read of them.

    :raises zipfile.BadZipFile: It is no archive.
    :raises KeyError: It has no list of its parts.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        types = archive.read(_TYPES)
        plain = types
        for pattern, name in _PLAIN:
            plain = pattern.sub(name, plain)
        if plain == types:
            return data
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as changed:
            for member in {one.filename: one for one in archive.infolist()}.values():
                changed.writestr(member.filename, plain if member.filename == _TYPES else archive.read(member))
        return out.getvalue()
