"""The rim that speaks HTTP: the screen with its pages, and the API."""

from assistant.http_api.application import create_app

__all__ = ["create_app"]
