"""From names to entities: ids, exact names, and what was probably meant."""

from __future__ import annotations

from collections.abc import Iterable

from app.errors import InvalidValue, Moved, NotFound
from app.graph.contract import GraphView


def entity_by_id(view: GraphView, key: str) -> int:
    """The handle of an entity id. Raises Moved for a merged id, NotFound (with close matches) for an unknown one."""
    handle = view.find_entity(key)
    if handle is not None:
        return handle
    target = view.merged_into(key)
    if target is not None:
        raise Moved(key, target)
    raise NotFound("entity", key, close_ids(view, key))


def close_ids(view: GraphView, text: str, limit: int = 3) -> tuple[str, ...]:
    """The ids of entities whose names resemble the text."""
    return tuple(view.entity(hit.entity).id for hit in view.search(text.replace("-", " "), limit))


def resolve(view: GraphView, name: str, text: str) -> int:
    """The entity that a parameter value means: an id, a merged id, or an exact name that only one entity has.

    `name` is the parameter, for the error. Raises InvalidValue with the candidates where it is unknown or ambiguous.
    """
    key = view.merged_into(text) or text
    handle = view.find_entity(key)
    if handle is not None:
        return handle
    found = view.named(text)
    if len(found) == 1:
        return found[0]
    if found:
        ids = tuple(view.entity(h).id for h in found)
        raise InvalidValue(name, f"{text!r} names {len(ids)} entities: use one of the ids {', '.join(ids)}", ids)
    ids = close_ids(view, text)
    hint = f"did you mean {', '.join(ids)}?" if ids else "see /v1/entities?q= for a search"
    raise InvalidValue(name, f"no entity is called {text!r}: {hint}", ids)


def resolve_all(view: GraphView, name: str, texts: Iterable[str], *, exact: bool) -> frozenset[int]:
    """The entities that a repeatable filter means, with all their organs unless `exact`."""
    handles = [resolve(view, name, text) for text in texts]
    if exact:
        return frozenset(handles)
    return frozenset[int]().union(*(view.organs(h) for h in handles))
