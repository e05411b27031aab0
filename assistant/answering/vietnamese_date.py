"""Dates as Vietnamese papers write them."""

import datetime


def vietnamese_date(date: str | None) -> str:
    """ISO 8601 day to day/month/year; anything else (a year alone, None) as it is, None as nothing."""
    try:
        return datetime.date.fromisoformat(date or "").strftime("%d/%m/%Y")
    except ValueError:
        return date or ""
