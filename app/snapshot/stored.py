"""Opening a snapshot from its folder: columns are mapped into memory, records are read when asked for.

Processes that open the same folder share its pages. Nothing is served that the manifest does not vouch for.
"""

from __future__ import annotations

import dataclasses
import functools
import json
import mmap
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar, overload

import numpy as np
import orjson
from pydantic import TypeAdapter

from app.errors import BrokenSnapshot
from app.model.claim import Claim
from app.model.entity import Entity
from app.model.ids import CLAIM_ID_LENGTH
from app.model.ontology import EntityType, Ontology, RelationType
from app.model.records import claim_with, dataset_of, entity_of, source_of
from app.model.rule import Rule
from app.model.silence import Silence
from app.snapshot.columns import (
    CONFIDENCES,
    MODALITIES,
    PROGRESSES,
    STANCES,
    Adjacency,
    Columns,
    RelationIndex,
    Snapshot,
    Worth,
)
from app.snapshot.layout import ADJACENCIES, Head, split_ids
from app.snapshot.manifest import Manifest, read_manifest, verify
from app.snapshot.name_index import NameArrays
from app.snapshot.texts import Texts

KEPT = 16_384

Part = TypeVar("Part")
Made = TypeVar("Made")


def open_snapshot(target: Path) -> Snapshot:
    """The snapshot in a folder. Raises BrokenSnapshot with the file and the fault where it cannot be served."""
    try:
        return _open(target)
    except FileNotFoundError:  # a build may have put a newer one in its place meanwhile
        return _open(target)


def _open(target: Path) -> Snapshot:
    manifest = read_manifest(target)
    verify(manifest, target)
    files = _Files(manifest)
    head = _head(files)
    columns = files.fields("columns", Columns)
    try:
        columns.verify()
    except ValueError as error:
        raise BrokenSnapshot(manifest.folder, str(error)) from None
    ids = files.texts("entities/id")
    return Snapshot(
        id=manifest.snapshot,
        ontology=head.ontology,
        columns=columns,
        index=files.fields("index", RelationIndex),
        **{name: files.fields(f"adjacency/{name}", Adjacency) for name in ADJACENCIES},
        entities=StoredEntities(files.texts("entities/record")),
        claims=StoredClaims(files, columns, head, ids),
        entity_handles=EntityIds(ids),
        claim_handles=ClaimIds(files),
        sources=head.sources,
        datasets=head.datasets,
        silences=head.silences,
        merged=head.merged,
        rules=tuple(head.rules),
        worth=files.fields("worth", Worth) if files.has("worth/status.npy") else None,
        names=files.fields("names", NameArrays) if files.has("names/entity.npy") else None,
    )


class _Files:
    """The files of a snapshot, mapped."""

    def __init__(self, manifest: Manifest) -> None:
        self._manifest = manifest

    def has(self, name: str) -> bool:
        return name in self._manifest.files

    def array(self, name: str) -> Any:
        path = self._path(f"{name}.npy")
        try:
            return np.load(path, mmap_mode="r", allow_pickle=False).view(np.ndarray)
        except ValueError:  # an empty file cannot be mapped
            array = np.load(path, allow_pickle=False)
            array.flags.writeable = False
            return array

    def fields(self, name: str, part: type[Part]) -> Part:
        """A record whose fields are arrays."""
        return part(**{f.name: self.array(f"{name}/{f.name}") for f in dataclasses.fields(part)})  # type: ignore[arg-type]

    def block(self, name: str) -> bytes | mmap.mmap:
        with self._path(name).open("rb") as file:
            if self._manifest.files[name]["bytes"] == 0:
                return b""
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def texts(self, name: str) -> Texts:
        return Texts(self.block(f"{name}.bin"), self.array(f"{name}.start"))

    def json(self, name: str) -> Any:
        return json.loads(self._path(f"{name}.json").read_bytes())

    def _path(self, name: str) -> Path:
        if name not in self._manifest.files:
            raise BrokenSnapshot(self._manifest.folder / name, "is not in the manifest")
        return self._manifest.folder / name


class Records(Sequence[Made]):
    """Records made when asked for; the latest are kept."""

    def __init__(self, length: int, make: Callable[[int], Made]) -> None:
        self._length = length
        self._make = functools.lru_cache(maxsize=KEPT)(make)

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, index: int) -> Made: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Made]: ...
    def __getitem__(self, index: int | slice) -> Made | Sequence[Made]:
        if isinstance(index, slice):
            return [self._make(i) for i in range(*index.indices(self._length))]
        if 0 <= index < self._length:
            return self._make(index)
        if not -self._length <= index < self._length:
            raise IndexError(index)
        return self._make(index % self._length)


class StoredEntities(Records[Entity]):
    """Entities, read from their records."""

    def __init__(self, records: Texts) -> None:
        super().__init__(len(records), lambda handle: entity_of(orjson.loads(records[handle])))


class StoredClaims(Records[Claim]):
    """Claims, put together from columns and their details; their ends and voices follow merges."""

    def __init__(self, files: _Files, columns: Columns, head: Head, ids: Texts) -> None:
        super().__init__(len(columns.claim_relation), self._claim)
        self._columns = columns
        dates = files.texts("claims/date")
        self._entity = functools.lru_cache(maxsize=KEPT)(lambda handle: ids[handle].decode())
        self._date = functools.lru_cache(maxsize=KEPT)(lambda position: dates[position].decode())
        self._types = tuple(head.ontology.relation_types)
        self._sources = tuple(head.sources)
        self._merged = head.merged
        self._high, self._low = files.array("claims/high"), files.array("claims/low")
        self._edtf = files.array("claims/edtf")
        self._details = files.texts("claims/detail")

    def _claim(self, handle: int) -> Claim:
        columns = self._columns
        relation = int(columns.claim_relation[handle])
        progress = int(columns.claim_progress[handle])
        detail = orjson.loads(self._details[handle])
        if "via" in detail:
            detail["via"] = self._merged.get(detail["via"], detail["via"])
        voices = columns.voice[int(columns.claim_voices[handle]) : int(columns.claim_voices[handle + 1])]
        addressed = int(columns.claim_addressed_to[handle])
        return claim_with(
            detail,
            edtf=self._date(int(self._edtf[handle])),
            id=f"{int(self._high[handle]):016x}{int(self._low[handle]):04x}",
            source=self._sources[columns.claim_source[handle]],
            subject=self._entity(int(columns.relation_subject[relation])),
            type=self._types[columns.relation_type[relation]],
            object=self._entity(int(columns.relation_object[relation])),
            asserted_by=tuple([self._entity(v) for v in voices.tolist()]),
            addressed_to=self._entity(addressed) if addressed >= 0 else None,
            stance=STANCES[columns.claim_stance[handle]],
            modality=MODALITIES[columns.claim_modality[handle]],
            confidence=CONFIDENCES[columns.claim_confidence[handle]],
            progress=PROGRESSES[progress] if progress >= 0 else None,
        )

    def dated(self, handle: int) -> tuple[str, str]:
        """The source and the date of a claim."""
        return self._sources[self._columns.claim_source[handle]], self._date(int(self._edtf[handle]))

    def evidence(self, handles: Sequence[int]) -> list[frozenset[int]]:
        """The paragraphs of claims: many details at once, since reading one by one takes three times as long."""
        found: list[frozenset[int]] = []
        for first in range(0, len(handles), KEPT):
            part = [self._details[h] for h in handles[first : first + KEPT]]
            details = orjson.loads(b"[" + b",".join(part) + b"]")
            found += [frozenset([number for number, _ in d["evidence"]]) for d in details]
        return found

    def about_claims(self, handles: Sequence[int]) -> list[int]:
        """Those of the claims that are about another one. Their details are not read: quotes in notes are escaped."""
        return [h for h in handles if b'"target_claim"' in self._details[h]]


class EntityIds:
    """Handles of entities by id: ids are sorted."""

    def __init__(self, ids: Texts) -> None:
        self._find = functools.lru_cache(maxsize=KEPT)(lambda key: ids.find(key.encode("utf-8", "surrogatepass")))

    def get(self, key: str, /) -> int | None:
        """The handle of an id."""
        return self._find(key)


class ClaimIds:
    """Handles of claims by id: claims are listed in order of id."""

    def __init__(self, files: _Files) -> None:
        self._high, self._low = files.array("claims/high"), files.array("claims/low")
        self._order = files.array("claims/order")

    def get(self, key: str, /) -> int | None:
        """The handle of an id of 20 hex digits."""
        if len(key) != CLAIM_ID_LENGTH or set(key) - set("0123456789abcdef"):
            return None
        high, low = split_ids(np.array([key.encode()]))
        wanted = (int(high[0]), int(low[0]))
        first, last = 0, len(self._order)
        while first < last:
            middle = (first + last) // 2
            if self._id(middle) < wanted:
                first = middle + 1
            else:
                last = middle
        return int(self._order[first]) if first < len(self._order) and self._id(first) == wanted else None

    def _id(self, position: int) -> tuple[int, int]:
        handle = self._order[position]
        return int(self._high[handle]), int(self._low[handle])


def _head(files: _Files) -> Head:
    content = files.json("head")
    sources = [source_of(json.loads(text)) for text in files.texts("sources")]
    return Head(
        ontology=Ontology.of(
            TypeAdapter(list[EntityType]).validate_python(content["entity_types"]),
            TypeAdapter(list[RelationType]).validate_python(content["relation_types"]),
        ),
        datasets=MappingProxyType({d["id"]: dataset_of(d) for d in content["datasets"]}),
        sources=MappingProxyType({s.id: s for s in sources}),
        silences=tuple(TypeAdapter(list[Silence]).validate_python(content["silences"])),
        merged=MappingProxyType(content["merged"]),
        rules=tuple(TypeAdapter(list[Rule]).validate_python(content["rules"])),
    )


def counts(manifest_of: Path) -> Mapping[str, Any]:
    """What the manifest of a snapshot's folder says of its content, without opening it."""
    return read_manifest(manifest_of).counts
