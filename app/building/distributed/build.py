"""`build`: data sets on disk and the curated graph, joined on an engine into a snapshot folder, written once.

What comes out is byte for byte what building in memory and writing would give (`app.building.memory`,
`app.building.stored`), whatever the engine, the number of its threads, and the order of the rows.
"""

from __future__ import annotations

import contextlib
import shutil
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from app.building.assembling import ClaimArrays, Directory, assemble, directory_of
from app.building.distributed import dictionaries as made_of
from app.building.distributed import expressions
from app.building.distributed.engine import Engine, Opener
from app.building.distributed.faults import explain
from app.building.distributed.folders import Folder, schema
from app.building.distributed.joining import CURATED, Joined, join
from app.building.distributed.stream import MalformedRow, Taken, UnknownReference, take
from app.errors import InvalidDataset
from app.model.dataset import Dataset
from app.model.ontology import Ontology
from app.model.records import claim_row
from app.snapshot.columns import Columns, Worth
from app.snapshot.folder import UNFINISHED, FolderWriter
from app.snapshot.layout import ADJACENCIES, ClaimIds, write_arrays, write_claims, write_entities, write_head

Tell = Callable[[str, int, int], None]  # the step, and how much of how much of it is done
Judge = Callable[[Columns, Ontology], Worth]  # what each relation amounts to
_FAULTS_SHOWN: Final = 10


@dataclass(frozen=True, slots=True)
class Built:
    """What a build came to: rows = kept + duplicates + loops."""

    snapshot: str
    rows: int
    kept: int
    duplicates: int
    loops: int
    entities: int
    relations: int
    sources: int
    disagreements: tuple[str, ...]


def build(
    curated: Dataset, folders: Sequence[Folder], target: Path, engine: Opener, *, tell: Tell, judge: Judge | None = None
) -> Built:
    """Build a snapshot into the folder `target`, in place of an older one, which stays until the new one is whole.

    Raises InvalidDataset where a data set cannot be read or refers to what is not there.
    """
    tell("joining entities and sources", 0, 0)
    folders = sorted(folders, key=lambda f: f.info.id)
    joined = join(curated, folders)
    with FolderWriter(target) as writer:
        with _scratch(target) as scratch, engine(scratch) as running:
            claims = _Claims(curated, folders, joined, running, scratch, tell)
            with writer.growing("claims/detail") as details:
                taken = claims.take(details)
        tell("assembling", 0, 0)
        directory = directory_of(curated.ontology, joined.entities, joined.head.sources, joined.head.datasets)
        relations = _write(writer, joined, claims, taken, directory, judge)
        tell("hashing the inputs", 0, 0)
        inputs = [{"name": CURATED, "content": curated.content_id}, *(folder.as_input() for folder in folders)]
        counts = {
            "entities": len(joined.entities),
            "relations": relations,
            "claims": taken.kept,
            "sources": len(joined.head.sources),
        }
        tell("writing", 0, 0)
        snapshot = writer.commit(counts, inputs)
    return Built(
        snapshot=snapshot,
        rows=taken.rows,
        kept=taken.kept,
        duplicates=taken.duplicates,
        loops=taken.loops,
        entities=len(joined.entities),
        relations=relations,
        sources=len(joined.head.sources),
        disagreements=joined.disagreements,
    )


class _Claims:
    """The claims of one build, on the engine."""

    def __init__(
        self, curated: Dataset, folders: Sequence[Folder], joined: Joined, engine: Engine, scratch: Path, tell: Tell
    ) -> None:
        self._folders, self._joined, self._engine, self._tell = folders, joined, engine, tell
        self._total = len(curated.claims) + sum(folder.claims for folder in folders)
        tables = [engine.read(_curated_claims(curated, scratch)), *(engine.read(f.table("claims")) for f in folders)]
        rows = expressions.together(tables)
        tell("numbering dates and voices", 0, 0)
        self.dates = made_of.dates_of(engine.collect(expressions.values(rows, "edtf"))["edtf"].to_pylist())
        self.voices = made_of.voices_of(
            engine.collect(expressions.values(rows, "voices"))["voices"].to_pylist(), joined.handles
        )
        sources = {key: position for position, key in enumerate(joined.head.sources)}
        tables_by_name: Mapping[str, Mapping[str, Any]] = {
            "ends": made_of.handles_table(joined.handles),
            "types": made_of.types_table(joined.head.ontology),
            "sources": made_of.handles_table(sources),
            "dates": self.dates.table(),
            "voices": self.voices.table(),
        }
        read = {
            name: engine.read(made_of.write_table(table, scratch / f"{name}.parquet"))
            for name, table in tables_by_name.items()
        }
        self._numbered = expressions.numbered(rows, read)

    def take(self, details: Any) -> Taken:
        """The claims, sorted, as arrays; their details are written."""
        self._tell("sorting claims", 0, self._total)
        stream = self._engine.batches(expressions.in_order(self._numbered))
        try:
            taken = take(
                stream, details, self._joined.head.merged, lambda n: self._tell("taking claims in", n, self._total)
            )
        except UnknownReference:
            rows = self._engine.collect(expressions.at_fault(self._numbered, _FAULTS_SHOWN)).to_pylist()
            raise explain(rows, self._folders, self._joined) from None
        except MalformedRow as error:
            source = list(self._joined.head.sources.values())[error.source]
            raise InvalidDataset(source.dataset, f"{error}, in the source {source.id!r}") from None
        if taken.rows != self._total or taken.rows != taken.kept + taken.duplicates + taken.loops:
            raise InvalidDataset("the claims", f"{self._total} went in and {taken.rows} came out", "report this")
        return taken


def _write(
    writer: FolderWriter,
    joined: Joined,
    claims: _Claims,
    taken: Taken,
    directory: Directory,
    judge: Judge | None,
) -> int:
    """Write all but the details; the number of relations."""
    ids = ClaimIds.of(taken.array("high"), taken.array("low"))
    if twice := ids.twice():
        raise InvalidDataset("the data sets", f"two claims that differ have the id {twice}")
    date = taken.array("date")
    used = np.zeros(len(claims.dates.texts), dtype=np.bool_)
    used[date] = True
    position = np.cumsum(used, dtype=np.int32) - np.int32(1)
    write_claims(
        writer, ids, position[date], (text for text, is_used in zip(claims.dates.texts, used, strict=True) if is_used)
    )
    del ids
    arrays = _arrays(joined.head.ontology, claims, taken, directory, date)
    made = assemble(directory, arrays)
    write_entities(writer, joined.entities)
    worth = judge(made.columns, joined.head.ontology) if judge else None
    write_arrays(writer, made.columns, {name: getattr(made, name) for name in ADJACENCIES}, made.index, worth)
    write_head(writer, joined.head)
    return len(made.columns.relation_subject)


def _arrays(ontology: Ontology, claims: _Claims, taken: Taken, directory: Directory, date: Any) -> ClaimArrays:
    kind = taken.array("type")
    event = directory.type_event[kind]
    bounds = [
        np.where(event, claims.dates.event[:, n][date], claims.dates.state[:, n][date]).astype(np.int32)
        for n in range(4)
    ]
    start, voice = _spread(claims.voices, taken.array("voices"))
    return ClaimArrays(
        subject=taken.array("subject"),
        type=kind,
        object=taken.array("object"),
        source=taken.array("source"),
        stance=taken.array("stance"),
        modality=taken.array("modality"),
        progress=taken.array("progress"),
        confidence=taken.array("confidence"),
        polarity=made_of.polarities(ontology)[kind, taken.array("effect")],
        ended=taken.array("ended"),
        possible_from=bounds[0],
        possible_to=bounds[1],
        certain_from=bounds[2],
        certain_to=bounds[3],
        addressed_to=taken.array("addressed_to"),
        voices=start,
        voice=voice,
    )


def _spread(voices: made_of.Voices, lists: Any) -> tuple[Any, Any]:
    """Where each claim's voices begin, and the voices, claim by claim."""
    lengths = np.diff(voices.start)[lists]
    start = np.zeros(len(lists) + 1, dtype=np.int64)
    np.cumsum(lengths, out=start[1:])
    if len(lengths) and (lengths == 1).all():  # nearly always, and several times as fast
        return start, voices.handle[voices.start[lists]]
    places = np.arange(start[-1]) - np.repeat(start[:-1] - voices.start[lists], lengths)
    return start, voices.handle[places]


def _curated_claims(curated: Dataset, scratch: Path) -> Path:
    import pyarrow as pa
    import pyarrow.parquet as pq

    path = scratch / "curated.parquet"
    pq.write_table(pa.Table.from_pylist([claim_row(c) for c in curated.claims], schema=schema()), path)
    return path


@contextlib.contextmanager
def _scratch(target: Path) -> Iterator[Path]:
    """A folder for what goes to the engine and for what does not fit into memory; the next build removes a lost one."""
    folder = target / f"{UNFINISHED}{uuid.uuid4().hex}"
    folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
