"""From parsed options to open services."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager

from assistant.services import Services, open_services
from assistant.settings import LoadedSettings, load_settings
from vectorstore.hits import Filters


class BadYearError(ValueError):
    """The --year option is neither a year nor a range."""


def loaded(options: argparse.Namespace, flags: dict[str, object] | None = None) -> LoadedSettings:
    """Settings of the data folder the options name, with values given as flags."""
    return load_settings(
        options.data, flags={name: value for name, value in (flags or {}).items() if value is not None}
    )


@contextmanager
def services(options: argparse.Namespace) -> Iterator[Services]:
    """Open the services of the data folder and close them after."""
    with open_services(loaded(options)) as opened:
        yield opened


def filters(options: argparse.Namespace) -> Filters:
    """Filters of --year, --unit, --type, --collection.

    :raises BadYearError: --year is neither "2020" nor "2019-2021".
    """
    first, last = _years(options.year)
    return Filters(
        year_from=first,
        year_to=last,
        units=tuple(options.unit),
        types=tuple(options.type),
        collections=tuple(options.collection),
    )


def _years(text: str | None) -> tuple[int | None, int | None]:
    if not text:
        return None, None
    parts = [part.strip() for part in text.replace("–", "-").split("-")]
    if len(parts) not in {1, 2} or not all(part.isdigit() and len(part) == 4 for part in parts):  # noqa: PLR2004  a year has four digits
        raise BadYearError(text)
    return int(parts[0]), int(parts[-1])
