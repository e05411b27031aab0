"""Settings of the data folder and its indexes."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class StoreSettings:
    """Where everything is kept and how the indexes are run."""

    data_dir: Path
    chroma_url: str | None = None
    """http(s)://host:port of a Chroma server; None keeps the vectors in the data folder."""
    writer_memory_mb: int = 64
    """Heap of the lexical writer before it spills a segment; tantivy refuses less than 15."""
    server_retry_delays_s: tuple[float, ...] = (0.5, 1.0, 2.0, 4.0)
    """Waits between attempts to reach the Chroma server: a restart takes 1 to 3 s."""

    scan_floats: int = 2_000_000_000
    """Up to this many vector components (4,000,000 x 512) our own scan answers, Chroma's graph above.

    The scan reads 64 bytes a passage of 512: 3 ms at 207,000, 60 ms and 250 MB at 4,000,000. On the bundled model's
    vectors of 20,000 law passages the graph found .70 (16, 100, 200) to .85 (32, 200, 200) of the true ten nearest.
    """

    @property
    def catalogue_path(self) -> Path:
        """The SQLite file that is the truth."""
        return self.data_dir / "catalogue.sqlite3"

    @property
    def originals_dir(self) -> Path:
        """Every accepted file, byte for byte."""
        return self.data_dir / "originals"

    @property
    def waiting_dir(self) -> Path:
        """Uploads that another try may take in."""
        return self.data_dir / "waiting"

    @property
    def members_dir(self) -> Path:
        """Files taken out of originals to be shown; derived."""
        return self.data_dir / "members"

    def chroma_dir(self, generation: int) -> Path:
        """Folder of the embedded Chroma of one index generation."""
        return self.data_dir / "chroma" / f"{generation:06d}"

    def lexical_dir(self, generation: int) -> Path:
        """Folder of the tantivy index of one index generation."""
        return self.data_dir / "lexical" / f"{generation:06d}"

    def mirror_dir(self, generation: int) -> Path:
        """Folder of the exact vector mirror of one index generation."""
        return self.data_dir / "vectors" / f"{generation:06d}"

    def records_dir(self, generation: int) -> Path:
        """Folder of the records of passages of one index generation."""
        return self.data_dir / "records" / f"{generation:06d}"

    def generation_dirs(self, generation: int) -> tuple[Path, ...]:
        """Every folder that belongs to one index generation."""
        return (
            self.lexical_dir(generation),
            self.chroma_dir(generation),
            self.mirror_dir(generation),
            self.records_dir(generation),
        )
