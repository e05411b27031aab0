from hypothesis import given
from hypothesis import strategies as st

from assistant.viewing.quote_place import MAX_KEY_CHARS, Kept, place_quote, quote_key
from ingest.documents import Page

QUOTE = "Đến nay đã có 126/143 trẻ (đạt 88,1%) được 61 “Mẹ đỡ đầu” và 14 tập thể nhận đỡ đầu."
PAGES = (Page(1, "Trang đầu không có gì."), Page(2, f"Mở bài. {QUOTE} Kết bài."))
START = PAGES[1].text.index(QUOTE)
SPAN = (START, START + len(QUOTE))


def test_a_key_is_short_and_without_accents() -> None:
    assert quote_key("Hội giúp 12 hộ.") == "hoi giup 12 ho"
    assert quote_key(QUOTE) == "den nay da co 126 143~va 14 tap the nhan do dau".replace("va 14", "14")
    assert len(quote_key("chữ" * 900)) <= MAX_KEY_CHARS


def test_words_still_in_their_place_are_left_there() -> None:
    found = place_quote(PAGES, 2, SPAN, quote_key(QUOTE))
    assert (found.page, found.span, found.kept) == (2, SPAN, Kept.SAME)


def test_words_that_moved_are_found_with_their_marks() -> None:
    found = place_quote(PAGES, 1, (0, len(QUOTE) + 3), quote_key(QUOTE))
    assert (found.page, found.span, found.kept) == (2, SPAN, Kept.MOVED)


def test_words_mended_in_the_middle_are_found_by_their_ends() -> None:
    mended = (Page(2, f"Trang 2. {QUOTE.replace('126/143 trẻ (đạt', '126 / 143  trẻ, đạt')}"),)
    found = place_quote(mended, 2, SPAN, quote_key(QUOTE))
    assert found.kept is Kept.MOVED
    assert found.span is not None
    assert mended[0].text[slice(*found.span)].endswith("nhận đỡ đầu.")


def test_words_that_are_gone_are_said_to_be_lost() -> None:
    found = place_quote(PAGES, 2, SPAN, "cau nay~khong con nua")
    assert (found.span, found.kept) == (None, Kept.LOST)


def test_without_a_key_the_place_is_trusted_while_it_exists() -> None:
    assert place_quote(PAGES, 2, SPAN, "").kept is Kept.UNCHECKED
    assert place_quote(PAGES, 2, (90_000, 90_010), "").kept is Kept.LOST
    assert place_quote(PAGES, 1, None, "").kept is Kept.UNCHECKED


def test_words_alone_name_a_place() -> None:
    found = place_quote(PAGES, 1, None, "tap the nhan do dau")
    assert (found.page, found.kept) == (2, Kept.SAME)


TEXT = st.text(alphabet=st.sampled_from("aăđ ệ1.,\n“”()~"), max_size=120)


@given(TEXT, st.integers(0, 130), st.integers(0, 130), TEXT)
def test_any_address_gives_a_place_inside_the_text(text: str, start: int, end: int, key: str) -> None:
    found = place_quote((Page(1, text),), 1, (start, max(start + 1, end)), key)
    assert found.span is None or found.kept is Kept.UNCHECKED or 0 <= found.span[0] < found.span[1] <= len(text)


@given(TEXT, TEXT, TEXT)
def test_a_quote_is_always_found_by_its_own_key(before: str, quote: str, after: str) -> None:
    if quote.strip() and quote_key(quote):
        pages = (Page(1, f"{before} {quote} {after}"),)
        start = len(before) + 1
        assert place_quote(pages, 1, (start, start + len(quote)), quote_key(quote)).kept is Kept.SAME
        assert place_quote(pages, 1, (0, 1), quote_key(quote)).span is not None
