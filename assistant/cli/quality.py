"""What ``documents --quality`` prints: how well each document was read, then the sums."""

from typing import Any

from assistant.cli.output import emit, say
from assistant.messages_vi.checkup import QUALITY
from assistant.messages_vi.names import FLAG_LABELS
from vectorstore.quality import DocumentQuality, StoreQuality, store_quality
from vectorstore.store import Store


def print_qualities(store: Store, *, as_json: bool) -> None:
    """A line per document, then ``{"summary": …}`` or a sentence."""
    documents = store.qualities()
    for one in documents:
        if as_json:
            emit(quality_json(one))
        else:
            say(f"{one.document_id}  {one.source}  {quality_text(one)}")
    summary = store_quality(documents)
    emit({"summary": summary_json(summary)}) if as_json else say(summary_text(summary))


def quality_json(one: DocumentQuality) -> dict[str, Any]:
    """One document: counts, shares and confidences from 0 to 1."""
    return {
        "document_id": one.document_id,
        "source": one.source,
        "title": one.title,
        "state": one.state.value,
        "media_type": one.media_type,
        "pages": one.pages,
        "empty_pages": list(one.empty_pages),
        "characters": one.characters,
        "garbled_share": round(one.garbled_share, 4),
        "ocr_pages": one.image_pages,
        "ocr_confidence": _rounded(one.image_confidence),
        "ocr_lowest_confidence": _rounded(one.lowest_confidence),
        "encoding": one.encoding,
        "encoding_confidence": _rounded(one.encoding_confidence),
        "flags": sorted(one.flags),
        "doubtful": one.is_doubtful,
    }


def summary_json(summary: StoreQuality) -> dict[str, Any]:
    """The whole store."""
    return {
        "documents": summary.documents,
        "doubtful": summary.doubtful,
        "pages": summary.pages,
        "empty_pages": summary.empty_pages,
        "characters": summary.characters,
        "garbled_share": round(summary.garbled_share, 4),
        "ocr_pages": summary.image_pages,
        "ocr_confidence": _rounded(summary.image_confidence),
        "encodings": dict(summary.encodings),
        "flags": {flag.value: count for flag, count in summary.flags},
    }


def quality_text(one: DocumentQuality) -> str:
    """The remarks on a document in words."""
    remarks = []
    if one.empty_pages:
        pages = ", ".join(map(str, one.empty_pages))
        remarks.append(QUALITY["empty_pages"].format(pages=pages))
    if one.garbled_share:
        remarks.append(QUALITY["garbled"].format(share=_percent(one.garbled_share)))
    if one.image_confidence is not None:
        remarks.append(QUALITY["ocr"].format(pages=one.image_pages, confidence=_percent(one.image_confidence)))
    if one.encoding is not None and one.encoding_confidence is not None:
        remarks.append(QUALITY["encoding"].format(encoding=one.encoding, confidence=_percent(one.encoding_confidence)))
    remarks += [FLAG_LABELS[flag] for flag in sorted(one.flags)]
    return "; ".join(remarks) or QUALITY["good"]


def summary_text(summary: StoreQuality) -> str:
    """The sums in a sentence."""
    image = "" if summary.image_confidence is None else _percent(summary.image_confidence)
    return QUALITY["summary"].format(
        documents=summary.documents,
        doubtful=summary.doubtful,
        pages=summary.pages,
        empty=summary.empty_pages,
        garbled=_percent(summary.garbled_share),
        ocr=QUALITY["ocr_sum"].format(pages=summary.image_pages, confidence=image) if image else "",
    )


def _percent(share: float) -> str:
    return f"{share * 100:.1f}".rstrip("0").rstrip(".").replace(".", ",")


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
