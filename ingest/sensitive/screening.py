"""The gate every document passes: secrets stop here, identifiers are covered before anything else looks at the text."""

import dataclasses
from collections.abc import Collection, Sequence

from ingest.documents import Flag, Metadata, RawDocument
from ingest.errors import ReviewNeededError, StateSecretError
from ingest.sensitive.masking import Masked, mask, masked, merged
from ingest.sensitive.secrecy import Secrecy, Verdict, is_internal, judge, judge_aside
from ingest.text.normalise import Normalised, normalise


def refuse_secrets(raw: RawDocument, pages: Sequence[Normalised], reviewed: Collection[str] = frozenset()) -> None:
    """Let a document pass that carries no stamp of a state secret.

    :param pages: Its cleaned pages.
    :param reviewed: Content hashes a person has confirmed; these help against a doubt, not against a stamp.
    :raises StateSecretError: If it carries a stamp.
    :raises ReviewNeededError: If it may carry one.
    """
    aside = judge_aside([normalise(line).text for line in raw.aside])
    verdict = aside if aside.secrecy is Secrecy.SECRET else judge([page.text for page in pages])
    for found in (verdict, aside):
        refuse(found, raw.content_sha256, reviewed)


def refuse(verdict: Verdict, content_sha256: str, reviewed: Collection[str] = frozenset()) -> None:
    """Turn a verdict into the refusal it asks for; the hash is all that is remembered of the content.

    :raises StateSecretError: If it is sure.
    :raises ReviewNeededError: If it is not, and nobody has looked.
    """
    if verdict.secrecy is Secrecy.SECRET:
        raise StateSecretError(mark=verdict.mark, page=verdict.page, sha256=content_sha256)
    if verdict.secrecy is Secrecy.UNSURE and content_sha256 not in reviewed:
        raise ReviewNeededError(mark=verdict.mark, page=verdict.page, sha256=content_sha256)


def covered_pages(pages: Sequence[Normalised]) -> tuple[list[Normalised], tuple[tuple[str, int], ...]]:
    """The pages with their identifiers covered in place, and what was covered."""
    results: list[Masked] = [mask(page.text) for page in pages]
    covered = [
        page if result.text == page.text else Normalised(result.text, page.offsets)
        for page, result in zip(pages, results, strict=True)
    ]
    return covered, tuple((kind.value, count) for kind, count in merged(*(result.found for result in results)))


def covered_card(card: Metadata) -> Metadata:
    """What a file declares about itself, likewise."""
    return dataclasses.replace(
        card,
        title=masked(card.title) if card.title else card.title,
        author=masked(card.author) if card.author else None,
    )


def marks_of(pages: Sequence[Normalised], covered: Sequence[tuple[str, int]]) -> frozenset[Flag]:
    """The flags a document carries for what was found."""
    internal = frozenset({Flag.INTERNAL}) if is_internal([page.text for page in pages]) else frozenset[Flag]()
    return internal | (frozenset({Flag.MASKED}) if covered else frozenset[Flag]())
