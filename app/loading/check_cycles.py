"""Circles where there must be none: type trees, merged ids, organs, claims about claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from app.loading.codes import Code
from app.loading.corpus import Corpus
from app.loading.document import EVERY, Loc
from app.loading.shape import Entry
from app.loading.suggest import LONGEST_SHOWN
from app.model.problem import Problem

MOST_SHOWN = 6


def check_cycles(corpus: Corpus) -> Iterator[Problem]:
    """Each circle once, at one reference that closes it."""
    yield from _cycles("entity type tree", corpus.entity_types.entries, "id", "parents", EVERY)
    yield from _cycles("relation type tree", corpus.relation_types.entries, "id", "parent")
    yield from _cycles("merged ids", corpus.entities.entries, "id", "merged_ids", EVERY)
    yield from _cycles("organ_of", corpus.entities.entries, "id", "organ_of", corpus=corpus)
    for batch in corpus.claims:
        yield from _cycles("target_claim", batch.entries, "key", "target_claim")


def _cycles(
    what: str, entries: Iterable[Entry[Any]], id_field: str, *pattern: str, corpus: Corpus | None = None
) -> Iterator[Problem]:
    """Follow the references depth first, without recursion; a reference into the current trail closes a circle."""
    nodes: dict[str, Entry[Any]] = {}
    for entry in entries:
        name = entry.text(id_field)
        if name is not None:
            nodes.setdefault(name, entry)
    done: set[str] = set()
    for start in nodes:
        if start in done:
            continue
        trail: dict[str, None] = {start: None}
        work: list[tuple[str, Iterator[tuple[Loc, str]]]] = [(start, iter(nodes[start].texts(*pattern)))]
        while work:
            name, references = work[-1]
            step = next(references, None)
            if step is None:
                work.pop()
                trail.pop(name)
                done.add(name)
                continue
            loc, target = step
            target = corpus.resolve(target) if corpus else target
            if target in trail:
                yield nodes[name].problem(Code.CYCLE, f"{what}: {_circle(list(trail), target)}", *loc)
            elif target in nodes and target not in done:
                trail[target] = None
                work.append((target, iter(nodes[target].texts(*pattern))))


def _circle(trail: list[str], target: str) -> str:
    names = [name[:LONGEST_SHOWN] for name in trail[trail.index(target) :]]
    if len(names) > MOST_SHOWN:
        names[MOST_SHOWN - 1 : -1] = ["..."]
    return f"{' -> '.join([*names, target[:LONGEST_SHOWN]])} goes in a circle"
