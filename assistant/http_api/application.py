"""The web application: the screen at "/", sources, original files, the API; guarded against other sites and names."""

import threading
from collections.abc import Collection
from importlib import resources
from pathlib import Path

import gradio as gr
from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from assistant.http_api.errors import refused
from assistant.http_api.first_words import first_words_router
from assistant.http_api.page_routes import add_pages
from assistant.http_api.routers import VERSION, add_api
from assistant.services import Services
from assistant.ui.addresses import STATIC_PATH
from assistant.ui.app import build
from assistant.ui.early import EarlyAnswers
from assistant.ui.guard import LOCAL_HOSTS, Guard
from assistant.ui.index_page import head_html
from assistant.ui.theme import build_theme
from assistant.ui_texts_vi import api as texts

UPLOAD_LIMIT = "512mb"
"""Above every format's own limit, so that the refusal with its Vietnamese reason comes from the reader."""


def create_app(services: Services, *, allowed_hosts: Collection[str] | None = LOCAL_HOSTS) -> FastAPI:
    """The application over open services.

    :param allowed_hosts: names the application answers to, against DNS rebinding; None: any, for a served network.
    """
    ingest_turn = threading.Lock()
    app = FastAPI(title=texts.API_TITLE, version=VERSION, docs_url=None, redoc_url=None, openapi_url=None)
    add_pages(app, services)
    add_api(app, services, ingest_turn)
    early = EarlyAnswers(services)
    screen = build(services, ingest_turn, early)
    app.include_router(first_words_router(services, early, screen.conversation))
    static = Path(str(resources.files("assistant.ui") / "static"))
    app.mount(STATIC_PATH, StaticFiles(directory=static), name="static")
    gr.mount_gradio_app(
        app,
        screen.page,
        "/",
        footer_links=[],
        run_history=False,
        theme=build_theme(),
        favicon_path=str(static / "favicon.png"),
        max_file_size=UPLOAD_LIMIT,
        show_error=False,
        enable_monitoring=False,
        mcp_server=False,
        app_kwargs={"docs_url": None, "redoc_url": None, "openapi_url": None},
    )
    app.add_middleware(Guard, allowed_hosts=allowed_hosts, head=head_html(), refused=refused)
    return app
