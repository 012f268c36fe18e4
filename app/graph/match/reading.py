"""From the words of a pattern (plain values, as in the body of a request) to a pattern; errors point into the words."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from app.errors import InvalidQuery, InvalidValue
from app.graph import asking
from app.graph.body import Loc, Words, boolean, mapping, number, only, variable
from app.graph.contract import GraphView
from app.graph.filters import Filters
from app.graph.lookup import resolve_all
from app.graph.match.binding import bound_entities, bound_types
from app.graph.match.pattern import MOST_CLAUSES, MOST_LIMIT, MOST_OFFSET, Clause, End, Pattern, Role

_ANYTHING = ("*", None)
LIST_FILTERS: Final = frozenset(
    {"category", "polarity", "status", "modality", "stance", "progress", "asserted_by", "addressed_to", "source"}
    | {"dataset"}
)
SINGLE_FILTERS: Final = frozenset(
    {"min_confidence", "as_of", "known_at", "during", "time_match", "certainty", "q", "exact"}
)
_CLAUSE: Final = frozenset(
    {"subject", "type", "object", "direction", "optional", "not_exists", "asserted_by", "filters"}
)
_BODY: Final = frozenset(
    {"where", "bind", "different", "filters", "return", "distinct", "count", "limit", "offset", "include"}
)


def read_pattern(view: GraphView, words: Words) -> Pattern:
    """The pattern that the words mean. Raises InvalidQuery with the place and with what would be right."""
    only(words, _BODY, ())
    items = words.get("where")
    if not isinstance(items, Sequence) or isinstance(items, str) or not items:
        raise InvalidQuery(("where",), "a pattern has at least one clause: {subject, type, object}")
    if len(items) > MOST_CLAUSES:
        raise InvalidQuery(("where",), f"a pattern has at most {MOST_CLAUSES} clauses")
    common = words.get("filters") or {}
    shared = Shared(common, read_filters(view, common, ("filters",)))
    clauses = tuple(_clause(view, item, shared, ("where", i)) for i, item in enumerate(items))
    if all(c.role != "required" for c in clauses):
        raise InvalidQuery(("where",), "at least one clause must be required: neither optional nor not_exists")
    pattern = Pattern(clauses)
    _check_kinds(pattern)
    entities, types = _bindings(view, pattern, words.get("bind") or {})
    return Pattern(
        clauses,
        MappingProxyType(entities),
        MappingProxyType(types),
        _different(pattern, words.get("different") or ()),
        _returned(pattern, words.get("return")),
        bool(boolean(words, "distinct")),
        bool(boolean(words, "count")),
        number(words, "limit", 100, (1, MOST_LIMIT)),
        number(words, "offset", 0, (0, MOST_OFFSET)),
    )


def read_filters(view: GraphView, words: Words, loc: Loc) -> Filters:
    """The relation filters of a clause or body: lists may be given as single values."""
    only(words, LIST_FILTERS | SINGLE_FILTERS, loc)
    given = {k: [v] if k in LIST_FILTERS and not isinstance(v, list | tuple) else v for k, v in words.items()}
    for name, value in given.items():
        parts = value if name in LIST_FILTERS else [value]
        if not all(isinstance(p, bool if name == "exact" else str) for p in parts):
            raise InvalidQuery((*loc, name), f"{name} takes {'true or false' if name == 'exact' else 'text'}")
    for name, choices in (("time_match", ("overlaps", "within")), ("certainty", ("possible", "certain"))):
        if given.get(name, choices[0]) not in choices:
            raise InvalidQuery((*loc, name), f"unknown value {given[name]!r}: use {' or '.join(choices)}", choices)
    try:
        return asking.filters(view, given)
    except InvalidQuery:
        raise
    except InvalidValue as error:
        raise InvalidQuery((*loc, error.name), str(error), error.valid) from None


class Shared(NamedTuple):
    """The filters of the whole body, as words and resolved."""

    words: Words
    filters: Filters


def _clause(view: GraphView, words: Any, shared: Shared, loc: Loc) -> Clause:
    mapping(words, loc, "a clause is an object: {subject, type, object}")
    only(words, _CLAUSE, loc)
    own = words.get("filters") or {}
    mapping(own, (*loc, "filters"), "filters are an object: {name: value}")
    voice = words.get("asserted_by")
    spoken = voice is not None and not variable(voice, (*loc, "asserted_by"))
    filters = shared.filters
    if own or spoken:
        read_filters(view, own, (*loc, "filters"))
        said = {"asserted_by": voice} if spoken else {}
        filters = read_filters(view, {**shared.words, **own, **said}, loc)
    types, type_variable = _types(view, words.get("type"), (*loc, "type"))
    return Clause(
        subject=_end(view, words.get("subject"), (*loc, "subject")),
        object=_end(view, words.get("object"), (*loc, "object")),
        filters=_with_types(filters, types),
        type_variable=type_variable,
        voice_variable=voice if variable(voice, (*loc, "asserted_by")) else None,
        any_direction=_direction(words.get("direction"), (*loc, "direction")),
        role=_role(words, loc),
    )


def _with_types(filters: Filters, types: frozenset[str] | None) -> Filters:
    return filters if types is None else dataclasses.replace(filters, type=types)


def _end(view: GraphView, term: Any, loc: Loc) -> End:
    if term in _ANYTHING:
        return End()
    if isinstance(term, list | tuple) and term and all(isinstance(t, str) and not t.startswith("?") for t in term):
        return End(entities=_resolved(view, list(term), loc))
    if not isinstance(term, str):
        raise InvalidQuery(loc, "an end is a variable such as '?group', an entity id or name, a list of ids, or '*'")
    if variable(term, loc):
        return End(variable=term)
    return End(entities=_resolved(view, [term], loc))


def _resolved(view: GraphView, texts: list[str], loc: Loc) -> frozenset[int]:
    try:
        return resolve_all(view, str(loc[-1]), texts, exact=True)
    except InvalidValue as error:
        raise InvalidQuery(loc, str(error), error.valid) from None


def _types(view: GraphView, term: Any, loc: Loc) -> tuple[frozenset[str] | None, str | None]:
    if term in _ANYTHING:
        return None, None
    if variable(term, loc):
        return None, str(term)
    terms = [term] if isinstance(term, str) else term
    if not isinstance(terms, list | tuple) or not terms or not all(isinstance(t, str) for t in terms):
        raise InvalidQuery(loc, "a type is a relation type id, a list of them, a variable such as '?type', or '*'")
    try:
        return asking.relation_types(view, "type", terms), None
    except InvalidValue as error:
        raise InvalidQuery(loc, str(error), error.valid) from None


def _direction(word: Any, loc: Loc) -> bool:
    if word not in (None, "out", "any"):
        raise InvalidQuery(loc, "direction is 'out' (subject to object) or 'any'", ("out", "any"))
    return bool(word == "any")


def _role(words: Words, loc: Loc) -> Role:
    optional, absent = bool(boolean(words, "optional", loc)), bool(boolean(words, "not_exists", loc))
    if optional and absent:
        raise InvalidQuery((*loc, "not_exists"), "a clause is optional or not_exists, not both")
    return "optional" if optional else "not_exists" if absent else "required"


def _check_kinds(pattern: Pattern) -> None:
    kinds = pattern.type_variables
    for index, clause in enumerate(pattern.clauses):
        for field, name in (
            ("subject", clause.subject.variable),
            ("object", clause.object.variable),
            ("asserted_by", clause.voice_variable),
        ):
            if name in kinds:
                raise InvalidQuery(("where", index, field), f"{name} stands for a relation type elsewhere")


def _bindings(
    view: GraphView, pattern: Pattern, words: Any
) -> tuple[dict[str, frozenset[int]], dict[str, frozenset[str]]]:
    mapping(words, ("bind",), "bind is an object: {'?variable': {'type': 'State'}}")
    known = tuple(dict.fromkeys(v for c in pattern.clauses for v in c.variables))
    entities: dict[str, frozenset[int]] = {}
    types: dict[str, frozenset[str]] = {}
    for name, asked in words.items():
        loc = ("bind", str(name))
        if name not in known:
            raise InvalidQuery(loc, f"no clause has the variable {name!r}: use {', '.join(known)}", known)
        if not isinstance(asked, Mapping) or not asked:
            raise InvalidQuery(loc, "say what the variable may be, such as {'type': 'State'} or {'id': 'iran'}")
        if name in pattern.type_variables:
            types[name] = bound_types(view, asked, loc)
        else:
            entities[name] = bound_entities(view, asked, loc)
    return entities, types


def _different(pattern: Pattern, words: Any) -> tuple[tuple[str, str], ...]:
    if not isinstance(words, list | tuple):
        raise InvalidQuery(("different",), "different is a list of pairs: [['?a', '?b']]")
    known, pairs = pattern.variables, []
    for index, pair in enumerate(words):
        loc = ("different", index)
        if not isinstance(pair, list | tuple) or len(pair) != 2 or pair[0] == pair[1]:
            raise InvalidQuery(loc, "give two variables: ['?a', '?b']")
        for place, name in enumerate(pair):
            _known_variable(name, known, (*loc, place))
        if (pair[0] in pattern.type_variables) != (pair[1] in pattern.type_variables):
            raise InvalidQuery(loc, "a relation type and an entity always differ: compare like with like")
        pairs.append((str(pair[0]), str(pair[1])))
    return tuple(pairs)


def _returned(pattern: Pattern, words: Any) -> tuple[str, ...] | None:
    if words is None:
        return None
    if not isinstance(words, list | tuple) or not words:
        raise InvalidQuery(("return",), "return is a list of variables: ['?a', '?b']", pattern.variables)
    for index, name in enumerate(words):
        _known_variable(name, pattern.variables, ("return", index))
    return tuple(dict.fromkeys(words))


def _known_variable(name: Any, known: Sequence[str], loc: Loc) -> None:
    if name not in known:
        hint = f"use {', '.join(known)}" if known else "the pattern has none"
        raise InvalidQuery(loc, f"no clause gives {name!r} a value: {hint}", known)
