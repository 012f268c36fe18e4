"""Files to a corpus: reads every file, checks the shape of every record, and notes what could not be read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final, TypeVar

from app.loading.claim_records import AssertionRecord, ClaimRecord, SilenceRecord, WaiverRecord
from app.loading.codes import Code
from app.loading.corpus import Batch, Corpus, Shelf
from app.loading.document import Document
from app.loading.envelope import top_level_problems
from app.loading.files import FoundFile, Layout
from app.loading.ontology_records import EntityTypeRecord, RelationTypeRecord
from app.loading.records import DatasetRecord, EntityRecord, Record, SourceRecord
from app.loading.rule_records import RuleRecord
from app.loading.shape import Entry, validated
from app.loading.suggest import shown
from app.loading.text import read_file
from app.model.problem import Problem

R = TypeVar("R", bound=Record)


def read_corpus(graph_data: Path, seeds: Path) -> tuple[Corpus, list[Problem]]:
    """Read the two folders."""
    layout = Layout(graph_data, seeds)
    reader = _Reader(layout)
    ontology = [reader.sections(file, _ONTOLOGY) for file in layout.of("ontology")]
    assertions = [reader.sections(file, _ASSERTIONS) for file in layout.of("assertions")]
    corpus = Corpus(
        entity_types=reader.shelf("entity_types", EntityTypeRecord, ontology, "ontology"),
        relation_types=reader.shelf("relation_types", RelationTypeRecord, ontology, "ontology"),
        datasets=reader.shelf("datasets", DatasetRecord, reader.each("datasets", "datasets"), "datasets.yaml"),
        entities=reader.shelf("entities", EntityRecord, reader.each("entities", "entities"), "entities"),
        sources=reader.sources(),
        claims=tuple(reader.batch(file, "claims", ClaimRecord) for file in layout.of("claims")),
        claims_listed="claims" not in layout.missing,
        silences=tuple(reader.batch(file, "silences", SilenceRecord) for file in layout.of("silences")),
        assertions=reader.shelf("assertions", AssertionRecord, assertions, "assertions", id_field="name"),
        rules=reader.shelf("rules", RuleRecord, reader.each("rules", "rules"), "rules"),
        waivers=reader.shelf("waivers", WaiverRecord, assertions, "assertions", id_field="assertion"),
    )
    return corpus, layout.problems + reader.problems


def read_sources(graph_data: Path, seeds: Path) -> tuple[Shelf[SourceRecord], list[Problem]]:
    """Read the source records alone."""
    layout = Layout(graph_data, None)
    layout.problems.clear()
    layout.seeds(seeds)
    reader = _Reader(layout)
    return reader.sources(), layout.problems + reader.problems


_ONTOLOGY: Final[Mapping[str, bool]] = {"entity_types": False, "relation_types": False}
_ASSERTIONS: Final[Mapping[str, bool]] = {"assertions": True, "waivers": False}


class _Reader:
    """Reads files and collects the problems of all of them."""

    def __init__(self, layout: Layout) -> None:
        self.problems: list[Problem] = []
        self._layout = layout

    def open(self, file: FoundFile) -> Document:
        document = read_file(file.path, file.shown)
        self.problems.extend(document.problems)
        return document

    def each(self, section: str, key: str) -> list[Document | None]:
        return [self.sections(file, {key: True}) for file in self._layout.of(section)]

    def sections(self, file: FoundFile, keys: Mapping[str, bool]) -> Document | None:
        """A file whose top level is a mapping of lists (True: needed); None if it is not that."""
        document = self.open(file)
        return document if self.top_level(document, keys) else None

    def top_level(self, document: Document, lists: Mapping[str, bool], texts: Iterable[str] = ()) -> bool:
        """Check the top level of a file; False where records may have been lost."""
        if document.root is None:
            return False
        found = list(top_level_problems(document, lists, tuple(texts)))
        self.problems.extend(problem for problem, _ in found)
        return not any(loses_records for _, loses_records in found)

    def shelf(
        self, key: str, model: type[R], documents: Iterable[Document | None], section: str, id_field: str = "id"
    ) -> Shelf[R]:
        entries: list[Entry[R]] = []
        complete = section not in self._layout.missing
        for document in documents:
            if document is None:
                complete = False
                continue
            entries.extend(self.entries(document, key, model))
        complete = complete and all(entry.text(id_field) is not None for entry in entries)
        return Shelf(tuple(entries), complete)

    def entries(self, document: Document, key: str, model: type[R]) -> list[Entry[R]]:
        value: Any = document.root.value if document.root else None
        items = value.get(key) if isinstance(value, dict) else None
        found = []
        for index in range(len(items) if isinstance(items, list) else 0):
            entry, problems = validated(document, (key, index), model)
            self.problems.extend(problems)
            found.append(entry)
        return found

    def sources(self) -> Shelf[SourceRecord]:
        """The source records: one a file, named like the source."""
        entries: list[Entry[SourceRecord]] = []
        complete = "seeds" not in self._layout.missing
        for file in self._layout.of("seeds"):
            document = self.open(file)
            if document.root is None:
                complete = False
                continue
            entry, problems = validated(document, (), SourceRecord)
            self.problems.extend(problems)
            complete = complete and entry.text("id") is not None
            self.same_name(document, file.path.stem, "id")
            entries.append(entry)
        return Shelf(tuple(entries), complete)

    def batch(self, file: FoundFile, key: str, model: type[R]) -> Batch[R]:
        """A file about one source, named like it."""
        document = self.open(file)
        complete = self.top_level(document, {key: True}, ("source",))
        self.same_name(document, file.path.stem, "source")
        node = document.node(("source",))
        source = node.value if node is not None and isinstance(node.value, str) else file.path.stem
        return Batch(tuple(self.entries(document, key, model)), complete, document, source)

    def same_name(self, document: Document, stem: str, field: str) -> None:
        node = document.node((field,))
        if node is not None and isinstance(node.value, str) and node.value != stem:
            message = f"{field} {shown(node.value)} differs from the file name: rename the file to {node.value}.yaml"
            self.problems.append(document.problem(Code.FILE_NAME_MISMATCH, message, (field,)))
