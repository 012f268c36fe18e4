"""What a variable may be: entities by id, type or property; relation types by id, category or tone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from app.errors import InvalidQuery, InvalidValue
from app.graph import asking
from app.graph.body import Loc, boolean, chosen, only, texts
from app.graph.contract import GraphView
from app.graph.lookup import resolve_all
from app.model.entity import Existence
from app.model.ontology import polarity_name

ENTITY_FIELDS: Final = ("id", "organs", "type", "generic", "existence", "country")
TYPE_FIELDS: Final = ("id", "category", "polarity")


def bound_entities(view: GraphView, asked: Mapping[str, Any], loc: Loc) -> frozenset[int]:
    """The entities that a binding allows: all that it names must hold. `organs` adds the organs of the ids."""
    only(asked, ENTITY_FIELDS, loc)
    organs = boolean(asked, "organs", loc)
    if organs is not None and "id" not in asked:
        raise InvalidQuery((*loc, "organs"), "organs adds the organs of the entities named in id")
    key = ("match", "bind", tuple(sorted((k, str(v)) for k, v in asked.items())))
    return view.remembered(key, lambda: _entities(view, asked, loc, exact=not organs))


def _entities(view: GraphView, asked: Mapping[str, Any], loc: Loc, *, exact: bool) -> frozenset[int]:
    try:
        types = asking.entity_types(view, "type", texts(asked, "type", loc))
        ids = texts(asked, "id", loc)
        named = resolve_all(view, "id", ids, exact=exact) if ids else None
    except InvalidQuery:
        raise
    except InvalidValue as error:
        raise InvalidQuery((*loc, error.name), str(error), error.valid) from None
    generic = boolean(asked, "generic", loc)
    existence, countries = texts(asked, "existence", loc), texts(asked, "country", loc)
    chosen(existence, [e.value for e in Existence], (*loc, "existence"))
    found = []
    for handle in range(view.entity_count) if named is None else sorted(named):
        record = view.entity(handle)
        if (
            (types is None or record.type in types)
            and (generic is None or record.generic is generic)
            and (not existence or record.existence.value in existence)
            and (not countries or record.country in countries)
        ):
            found.append(handle)
    return frozenset(found)


def bound_types(view: GraphView, asked: Mapping[str, Any], loc: Loc) -> frozenset[str]:
    """The relation types that a binding of a type variable allows; subtypes of a named one are included."""
    only(asked, TYPE_FIELDS, loc)
    try:
        named = asking.relation_types(view, "id", texts(asked, "id", loc))
    except InvalidQuery:
        raise
    except InvalidValue as error:
        raise InvalidQuery((*loc, error.name), str(error), error.valid) from None
    categories, tones = texts(asked, "category", loc), texts(asked, "polarity", loc)
    chosen(categories, view.ontology.categories, (*loc, "category"))
    chosen(tones, ("cooperative", "neutral", "conflictual"), (*loc, "polarity"))
    return frozenset(
        kind.id
        for kind in view.ontology.relation_types.values()
        if (named is None or kind.id in named)
        and (not categories or kind.category in categories)
        and (not tones or polarity_name(kind.polarity) in tones)
    )
