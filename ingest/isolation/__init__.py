"""Reading files in processes of their own: a file that hangs, swells or crashes its reader harms nothing else."""

from ingest.isolation.pool import PagesRead, Reading, ReadingPool

__all__ = ["PagesRead", "Reading", "ReadingPool"]
