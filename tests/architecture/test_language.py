"""Vietnamese a person reads stands in the message modules, the prompts and the linguistic tables, nowhere else."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
VIETNAMESE = re.compile(r"[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]", re.IGNORECASE)
PHRASE = re.compile(r"\w{2,}\s+\w{2,}")
"""Single letters and words in a pattern are grammar; two words in a row are something a person reads."""
TABLE = re.compile(r"linguistic table", re.IGNORECASE)


def sources() -> list[Path]:
    packages = ("assistant", "ingest", "vectorstore", "prompts")
    return [path for package in packages for path in (ROOT / package).rglob("*.py")]


@pytest.mark.parametrize("path", sources(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_vietnamese_literals_stay_in_tables(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    if TABLE.search(ast.get_docstring(tree) or ""):
        return
    docstrings = {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    literals = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings
    ]
    assert [text for text in literals if VIETNAMESE.search(text) and PHRASE.search(text)] == []
