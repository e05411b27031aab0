"""The health of a data folder, for ``doctor``: every finding has a code and details."""

from vectorstore.checking_files import leftovers, originals
from vectorstore.checking_indexes import contents, passage_records, sizes, vector_files
from vectorstore.checking_rows import catalogue, chunk_texts, outcomes, row_counts
from vectorstore.problems import Checked, ProblemCode, StoreProblem

__all__ = ["Checked", "ProblemCode", "StoreProblem", "check_store"]


def check_store(store: Checked, *, deep: bool) -> list[StoreProblem]:
    """Quick findings in milliseconds; ``deep`` reads every row, vector, original and id, and compares them."""
    found = [*catalogue(store, deep=deep), *sizes(store), *originals(store, deep=deep)]
    if deep:
        for look in (row_counts, chunk_texts, outcomes, contents, vector_files, passage_records, leftovers):
            found += look(store)
    return found
