"""A generated graph of the size and shape that the query benchmarks ask for, as a snapshot and as plain NetworkX.

Heavy-tailed degrees, the real ontology, states and events, vague dates, several voices, some denials. The same seed
gives the same graph.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

import networkx as nx

from app.building.memory import build
from app.engines.columnar.view import ColumnarView
from app.graph.contract import GraphView
from app.graph.filters import EVERYTHING, NO_FILTERS
from app.loading.load import load
from app.model.claim import Claim, Confidence, Evidence, Modality, Stance, Validity
from app.model.dataset import Dataset
from app.model.entity import Entity
from app.model.source import DatasetInfo, Source

ROOT: Final = Path(__file__).resolve().parents[1]
FIRST: Final = date(2000, 1, 1).toordinal()
DAYS: Final = 365 * 20
TYPES: Final[Mapping[str, int]] = MappingProxyType(
    {"meets_with": 20, "criticizes": 12, "attacks": 10, "consults_with": 10, "visits": 8, "trades_with": 6}
    | {"accuses": 6, "supports": 3, "arms": 2, "funds": 2, "shelters": 2, "threatens": 4, "allied_with": 2}
    | {"member_of": 4, "operates_in": 4, "sanctions": 2, "tense_relations_with": 2, "depends_on": 1, "rival_of": 1}
)
KINDS: Final = (("State", 200), ("ArmedGroup", 800), ("Organisation", 1500), ("Person", 1500), ("Project", 500))


def dataset(claims: int, seed: int = 7) -> Dataset:
    """The generated data set; the ontology is the curated one."""
    rng = random.Random(seed)
    curated = load(ROOT / "graph_data", ROOT / "seeds")
    entities = [Entity(f"{k.lower()}-{i:04}", k, f"{k} {i}") for k, n in KINDS for i in range(n)]
    authors = [Entity(f"author-{i}", "Voice", f"Author {i}") for i in range(20)]
    sources = [
        Source(f"source-{i}", f"Source {i}", f"author-{i}", date.fromordinal(FIRST + 365 * (i + 1)).isoformat(), "en",
               "partial", "generated", "0" * 64, ())
        for i in range(20)
    ]  # fmt: skip
    kinds, weights = list(TYPES), list(TYPES.values())
    names = [e.id for e in entities]
    rng.shuffle(names)
    tail = [1.0 / (rank + 10) ** 0.9 for rank in range(len(names))]
    ends = rng.choices(names, tail, k=2 * claims)
    types = rng.choices(kinds, weights, k=claims)
    triples: list[tuple[str, str, str]] = []
    for index in range(claims):
        again = triples and rng.random() < 0.2
        one, kind, two = rng.choice(triples) if again else (ends[2 * index], types[index], ends[2 * index + 1])
        if one == two:
            two = names[(names.index(two) + 1) % len(names)]
        if curated.ontology.relation_types[kind].symmetric and one > two:
            one, two = two, one
        triples.append((one, kind, two))
    made = [
        _claim(rng, index, triple, curated.ontology.relation_types[triple[1]].kind)
        for index, triple in enumerate(triples)
    ]
    info = DatasetInfo("generated", "Generated", "CC0-1.0", "nobody", "nothing")
    return Dataset(curated.ontology, (info,), tuple(entities + authors), tuple(sources), tuple(made), (), curated.rules)


def _claim(rng: random.Random, index: int, triple: tuple[str, str, str], kind: str) -> Claim:
    day = FIRST + rng.randrange(DAYS)
    number = min(19, (day - FIRST) // 365)
    return Claim(
        id=f"{index:020x}",
        source=f"source-{number}",
        subject=triple[0],
        type=triple[1],
        object=triple[2],
        asserted_by=(f"author-{number}",) if rng.random() < 0.7 else (f"state-{rng.randrange(200):04}",),
        stance=Stance.DENIES if rng.random() < 0.03 else Stance.AFFIRMS,
        modality=rng.choices((Modality.FACT, Modality.ALLEGED, Modality.PLANNED), (8, 2, 1))[0],
        confidence=rng.choices(tuple(Confidence), (1, 2, 3))[0],
        valid=Validity(_edtf(rng, day, kind)),
        evidence=(Evidence(1, "generated"),),
        attributes=MappingProxyType({"consent": "knowing"} if triple[1] == "shelters" and rng.random() < 0.5 else {}),
    )


def _edtf(rng: random.Random, day: int, kind: str) -> str:
    text = date.fromordinal(day).isoformat()
    text = text[: rng.choice((10, 10, 10, 7, 4))]
    if kind == "event":
        return text
    if rng.random() < 0.5:
        return f"{text}/.."
    end = date.fromordinal(day + rng.randrange(400, 2500)).isoformat()
    return f"{text}/{end}"


def view_of(data: Dataset) -> ColumnarView:
    """The engine on the data."""
    return ColumnarView(build(data))


def networkx_of(view: GraphView) -> nx.MultiDiGraph[int]:
    """The same relations as a NetworkX user would hold them: one edge each, its claims as plain dictionaries."""
    graph: nx.MultiDiGraph[int] = nx.MultiDiGraph()
    graph.add_nodes_from((e, {"type": view.entity(e).type}) for e in range(view.entity_count))
    for match in view.select(EVERYTHING, NO_FILTERS):
        ends = view.ends(match.relation)
        kind = view.ontology.relation_types[ends.type]
        claims: list[dict[str, Any]] = [
            {
                "from": view.bounds(c).possible_from,
                "to": view.bounds(c).possible_to,
                "known": view.known_from(c),
                "stance": view.facts(c).stance.value,
            }
            for c in match.claims
        ]
        graph.add_edge(ends.subject, ends.object, key=match.relation, type=ends.type, event=kind.kind == "event",
                       symmetric=kind.symmetric, claims=claims)  # fmt: skip
    return graph
