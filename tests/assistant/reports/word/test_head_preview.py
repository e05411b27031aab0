"""What step 4 shows of head and foot is what the file prints."""

from io import BytesIO

import pytest
from docx import Document

from assistant.reports.word.exporting import export
from assistant.reports.word.head_preview import printed_head
from assistant.reports.word.profile_files import load_profile
from tests.assistant.reports.word.made_draft import small_draft


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("profile", ["HOI", "ND30", "MTTQ", "DANG"])
def test_every_line_of_the_preview_stands_in_the_file(profile: str) -> None:
    form = load_profile(profile)
    draft = small_draft(fields={"signer": "Nguyễn Thị Mận"})
    head = printed_head(draft, form)
    document = Document(BytesIO(export(draft, form)))
    cells = squeezed("\n".join(cell.text for table in document.tables for row in table.rows for cell in row.cells))
    lines = (*head.left, *head.right, head.number, head.date, *head.recipients, *head.authority, head.position)
    assert head.left_open == ("number", "date")
    for line in (*lines, head.signer):
        assert squeezed(line).casefold() in cells.casefold()


def test_a_speech_has_neither_number_nor_signature() -> None:
    draft = small_draft(type_name="BÀI PHÁT BIỂU", type_code="")
    head = printed_head(draft, load_profile("HOI"))
    assert (head.is_plain, head.left_open) == (True, ())
