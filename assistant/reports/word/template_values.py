"""What is put in the place of placeholders that stand for a few words."""

from assistant.errors import BadPeriodError
from assistant.reports.model import ReportDraft
from assistant.reports.periods import period_named
from assistant.reports.word.head_values import HeadValues, number_symbol
from assistant.reports.word.profile import Profile
from assistant.reports.word.signature import listed, recipients_of
from assistant.reports.word.texts_vi import DRAFT_MARK

LINE_NAMES = (
    "tieu_de", "loai", "don_vi", "don_vi_in_hoa", "ky", "so", "ngay", "dia_danh", "co_quan_chu_quan", "co_quan",
    "kinh_gui", "noi_nhan", "quyen_han", "chuc_vu", "nguoi_ky", "du_thao",
)  # fmt: skip
"""Placeholders that are replaced within their line."""
BLOCK_NAMES = ("noi_dung", "muc", "bang_chi_tieu", "nguon")
"""Placeholders that are replaced by paragraphs or a table."""


def line_values(draft: ReportDraft, values: HeadValues, profile: Profile) -> dict[str, str]:
    """The words for each of ``LINE_NAMES``; number, day and signer stay open unless a person typed them."""
    recipients = recipients_of(draft, profile)
    filled = (
        draft.title,
        draft.type_name,
        draft.request.unit,
        draft.request.unit.upper(),
        period_words(draft.request.period),
        number_symbol(values, profile),
        values.date,
        values.place,
        values.parent.replace("|", " "),
        values.issuer.replace("|", " "),
        "; ".join(draft.addressees),
        "\n".join(listed(name, last=place == len(recipients)) for place, name in enumerate(recipients, start=1)),
        "\n".join(values.authority),
        values.position,
        values.signer,
        DRAFT_MARK,
    )
    return dict(zip(LINE_NAMES, filled, strict=True))


def period_words(period: str) -> str:
    """A canonical period as it is said: 2023-H1 as "6 tháng đầu năm 2023"; anything else as it is."""
    try:
        return period_named(period).words
    except BadPeriodError:
        return period
