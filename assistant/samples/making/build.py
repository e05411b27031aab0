"""Builds the Word and PDF samples: ``python -m assistant.samples.making.build``, needs the ``test`` extra."""

from pathlib import Path

from assistant.samples.making.pdf import set_pdf
from assistant.samples.making.source import read_source
from assistant.samples.making.word import set_word

SAMPLES = Path(__file__).parents[1]
PDF_SAMPLES = frozenset({"mau-05-ke-hoach-chuyen-doi-so-2024"})


def built_files(samples: Path = SAMPLES) -> dict[str, bytes]:
    """Name and bytes of every sample that is made from a source."""
    files: dict[str, bytes] = {}
    for path in sorted((samples / "sources").glob("*.source")):
        sample = read_source(path)
        if path.stem in PDF_SAMPLES:
            files[f"{path.stem}.pdf"] = set_pdf(sample)
        else:
            files[f"{path.stem}.docx"] = set_word(sample)
    return files


if __name__ == "__main__":
    for name, data in built_files().items():
        (SAMPLES / name).write_bytes(data)
