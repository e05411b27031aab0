"""Whatever is added, removed, restored, replaced or purged: catalogue and both indexes agree."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from tests.vectorstore.made import made_addition
from vectorstore.connect import open_store
from vectorstore.hashing_embedder import HashingEmbedder
from vectorstore.records import AddStatus, DocumentState
from vectorstore.settings import StoreSettings

SOURCES = st.integers(0, 2)
VERSIONS = st.integers(0, 2)
NUMBERS = ["không", "một", "hai", "ba"]


def content(source: int, version: int) -> tuple[str, ...]:
    return tuple(f"Nguồn {NUMBERS[source]} bản {NUMBERS[version]} đoạn {part}" for part in range(version + 1))


class StoreMachine(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.settings = StoreSettings(self.folder)
        self.store = open_store(self.settings, HashingEmbedder(16))
        self.states: dict[str, tuple[int, DocumentState]] = {}

    @rule(chosen=st.lists(st.tuples(SOURCES, VERSIONS), max_size=4), replace_source=st.booleans())
    def add(self, chosen: list[tuple[int, int]], replace_source: bool) -> None:
        additions = [made_addition(f"{source}.txt", *content(source, version)) for source, version in chosen]
        outcomes = self.store.add_many(additions, replace_source=replace_source)
        for (source, _), outcome in zip(chosen, outcomes, strict=True):
            held = self.states.get(outcome.document_id)
            was_there = held is not None and held[1] is DocumentState.INDEXED
            if outcome.status is AddStatus.DUPLICATE:
                continue
            assert not was_there
            if replace_source:
                for other, (its_source, _) in self.states.items():
                    if its_source == source:
                        self.states[other] = (source, DocumentState.REMOVED)
            self.states[outcome.document_id] = (source, DocumentState.INDEXED)

    @rule(place=st.integers(0, 20))
    def remove(self, place: int) -> None:
        if self.states:
            document_id = sorted(self.states)[place % len(self.states)]
            self.store.remove(document_id)
            self.states[document_id] = (self.states[document_id][0], DocumentState.REMOVED)

    @rule(place=st.integers(0, 20))
    def restore(self, place: int) -> None:
        if self.states:
            document_id = sorted(self.states)[place % len(self.states)]
            self.store.restore(document_id)
            self.states[document_id] = (self.states[document_id][0], DocumentState.INDEXED)

    @rule(place=st.integers(0, 20))
    def purge(self, place: int) -> None:
        if self.states:
            document_id = sorted(self.states)[place % len(self.states)]
            self.store.purge(document_id)
            del self.states[document_id]

    @rule()
    def reopen(self) -> None:
        self.store.close()
        self.store = open_store(self.settings, HashingEmbedder(16))

    @invariant()
    def all_agree(self) -> None:
        records = self.store.documents(include_removed=True)
        assert {record.document_id: record.state for record in records} == {
            document_id: state for document_id, (_, state) in self.states.items()
        }
        assert self.store.check(deep=True) == []

    def teardown(self) -> None:
        self.store.close()
        shutil.rmtree(self.folder)


StoreMachine.TestCase.settings = hypothesis_settings(max_examples=12, stateful_step_count=12, deadline=None)
TestStoreLaws = StoreMachine.TestCase
