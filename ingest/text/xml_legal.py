"""Text that may stand in XML 1.0: Office refuses a file with any other character."""

import re

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def legal_xml(text: str) -> str:
    """Text without control characters and halves of surrogate pairs."""
    return _NOT_XML.sub("", text)
