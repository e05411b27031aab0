"""From a typed question to a Query."""

from assistant.query.understanding import understand

__all__ = ["understand"]
