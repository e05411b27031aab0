"""Imports point one way, between packages and between the rooms of assistant."""

import ast
import importlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("ingest", "vectorstore", "prompts", "assistant")
ALLOWED = {
    "ingest": {"ingest"},
    "vectorstore": {"vectorstore", "ingest"},
    "prompts": {"prompts", "ingest"},
    "assistant": {"assistant", "vectorstore", "ingest", "prompts"},
    "app": {"assistant"},
}
LEVELS = (
    {
        "model",
        "ports",
        "settings",
        "messages_vi",
        "ui_texts_vi",
        "report_texts_vi",
        "errors",
        "answer_marks",
        "citation_text",
        "citation_json",
        "samples",
        "verdicts",
        "claim_texts_vi",
    },
    {"query"},  # readers of Vietnamese text: grounding reads statements with them
    {"retrieval", "llm", "grounding", "conversations", "auth", "viewing"},
    {"answering", "followups"},
    {"reports", "claims", "intake"},
    {"services"},
    {"evaluation", "health", "contract", "claims_contract"},
    {"ui", "http_api", "cli"},
)
SAME_LEVEL_PAIRS = {("http_api", "ui"), ("cli", "http_api")}
"""The application mounts the screen, and serve starts the application."""
HEAVY = {
    "chromadb": {"vectorstore/chroma_store.py", "vectorstore/chroma_client.py"},
    "sentence_transformers": {"vectorstore/transformer_embedder.py", "assistant/retrieval/cross_encoder.py"},
    "torch": {"vectorstore/transformer_embedder.py"},
    "gradio": {"assistant/ui", "assistant/http_api/application.py"},
    "pypdf": {"ingest/loaders/pdf"},
    "langchain": {"assistant/llm"},
    "tantivy": {"vectorstore/lexical_index.py"},
}


def modules() -> list[Path]:
    found = [path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py"))]
    return [*found, ROOT / "app.py"]


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def dotted(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (_target(node.module, alias.name) for alias in node.names)


def _target(module: str, name: str) -> str:
    """The submodule, where the imported name is one."""
    folder = ROOT.joinpath(*module.split("."))
    return f"{module}.{name}" if (folder / f"{name}.py").exists() or (folder / name).is_dir() else module


def room(module: str) -> str | None:
    parts = module.split(".")
    return parts[1] if parts[0] == "assistant" and len(parts) > 1 else None


def level(name: str) -> int:
    for number, names in enumerate(LEVELS):
        if name in names:
            return number
    raise AssertionError(f"assistant/{name} has no level: add it to LEVELS")


@pytest.mark.parametrize("path", modules(), ids=relative)
def test_packages_import_only_downwards(path: Path) -> None:
    own = dotted(path).split(".")[0]
    ours = {name.split(".")[0] for name in imports(path)} & {*PACKAGES, "app"}
    assert ours <= ALLOWED[own] | ({"app"} if own == "app" else set())


@pytest.mark.parametrize("path", [path for path in modules() if path.is_relative_to(ROOT / "assistant")], ids=relative)
def test_rooms_of_assistant_import_only_lower_rooms(path: Path) -> None:
    own = room(dotted(path))
    if own is None:
        return
    for name in imports(path):
        other = room(name)
        if other is None or other == own or (own, other) in SAME_LEVEL_PAIRS:
            continue
        lower = level(other) < level(own)
        assert lower or level(own) == level(other) == 0, f"{relative(path)} imports {name}"


@pytest.mark.parametrize("path", modules(), ids=relative)
def test_frameworks_stay_in_their_adapters(path: Path) -> None:
    if "training" in path.parts:
        return
    for name in imports(path):
        homes = HEAVY.get(name.split(".")[0])
        assert homes is None or any(relative(path).startswith(home) for home in homes), f"{relative(path)}: {name}"


def test_no_module_imports_itself_in_a_circle() -> None:
    graph = {dotted(path): {name for name in imports(path) if name.split(".")[0] in PACKAGES} for path in modules()}
    done: set[str] = set()

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " -> ".join([*trail, name])
        if name in done or name not in graph:
            return
        for target in graph[name]:
            if target != name:
                visit(target, (*trail, name))
        done.add(name)

    for name in graph:
        visit(name, ())


def test_importing_everything_does_nothing_and_loads_no_torch(tmp_path: Path) -> None:
    names = [dotted(path) for path in modules() if "training" not in path.parts and path.name != "__main__.py"]
    code = (
        "import sys, importlib\n"
        f"[importlib.import_module(name) for name in {names!r}]\n"
        "assert 'torch' not in sys.modules and 'sentence_transformers' not in sys.modules\n"
    )
    finished = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code],
        cwd=tmp_path,
        capture_output=True,
        check=False,
        text=True,
        env=_environment(),
    )
    assert finished.returncode == 0, finished.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_reading_process_starts_without_the_reader_of_pdf() -> None:
    code = "import sys, ingest.isolation.worker; sys.exit('pypdf' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False, env=_environment()).returncode == 0


def test_app_is_a_door(capsys: pytest.CaptureFixture[str]) -> None:
    assert len((ROOT / "app.py").read_text(encoding="utf-8").splitlines()) <= 40
    with pytest.raises(SystemExit, match="0"):
        importlib.import_module("app").main(["--help"])
    assert "ingest" in capsys.readouterr().out


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "HF_HUB_OFFLINE": "1", "GRADIO_ANALYTICS_ENABLED": "False"}
