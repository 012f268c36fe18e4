"""`realpolitik query`: the questions of the HTTP API in the terminal, as a table with sentences or as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from app.cli import questions

if TYPE_CHECKING:
    from app.graph.contract import GraphView
    from app.graph.directory import Sort

app = typer.Typer(
    help="Ask the curated graph: a table with sentences on a terminal, JSON when piped or with --json.",
    no_args_is_help=True,
)

questions.register(app)

Json = Annotated[bool, typer.Option("--json", help="JSON, as over HTTP.")]
Limit = Annotated[int, typer.Option(min=1, max=1000, help="Most results.")]
Offset = Annotated[int, typer.Option(min=0, max=10_000, help="Results to skip.")]
Names = Annotated[list[str] | None, typer.Option(help="Entity ids or names; repeatable.")]
Words = Annotated[list[str] | None, typer.Option(help="As the HTTP parameter of this name; repeatable.")]
Word = Annotated[str | None, typer.Option(help="As the HTTP parameter of this name.")]
_NOT_ASKED = ("claims", "facets", "limit", "offset", "json")
Flag = Annotated[bool, typer.Option("--exact", help="Entities without their organs.")]


@app.command("entity")
def entity(name: Annotated[str, typer.Argument(help="Entity id or unambiguous name.")], json: Json = False) -> None:
    """One entity: names, identifiers, counts of its relations."""
    from app.cli import tables
    from app.graph import asking, shapes

    view = default_view()
    shape = shapes.entity(view, asking.entity(view, "name", name))
    tables.show({"entity": shape, "snapshot": view.snapshot_id}, json, lambda: tables.entity(shape))


@app.command("entities")
def entities(
    q: Annotated[str | None, typer.Argument(help="Part of a name, in any spelling or script.")] = None,
    id: Names = None,
    type: Words = None,
    country: Words = None,
    generic: Annotated[bool | None, typer.Option("--generic/--named", help="Classes, or named things.")] = None,
    existence: Words = None,
    sort: Annotated[str, typer.Option(help="relevance, name or degree.")] = "relevance",
    facets: Words = None,
    limit: Limit = 50,
    offset: Offset = 0,
    json: Json = False,
) -> None:
    """Find entities by name, type, country or existence."""
    from app.cli import tables
    from app.graph import asking, shapes
    from app.graph.absence import Absence
    from app.graph.contract import EntityNeeds
    from app.graph.directory import find_entities, hidden_entities
    from app.graph.envelope import absence, page
    from app.graph.facets import ENTITY_FACETS, count_facets
    from app.model.entity import Existence

    view = default_view()
    _one_of("existence", existence or (), [e.value for e in Existence])
    _one_of("sort", [sort], ["relevance", "name", "degree"])
    needs = EntityNeeds(
        ids=frozenset(asking.entity(view, "id", key) for key in id) if id else None,
        type=asking.entity_types(view, "type", type or ()),
        generic=generic,
        existence=frozenset(existence) if existence else None,
        country=frozenset(c.upper() for c in country) if country else None,
    )
    found = find_entities(view, q, needs, cast("Sort", sort))
    hidden = {} if found else hidden_entities(view, q, needs)
    checked = sum(s.coverage == "complete" for s in view.sources.values())
    why = Absence("hidden_by_filters" if hidden else "unchecked", (), checked, hidden, ())
    answer = page(
        results=[shapes.entity(view, e) for e in found[offset : offset + limit]],
        total=len(found),
        limit=limit,
        offset=offset,
        facets=count_facets(view, ENTITY_FACETS, facets or (), found),
        snapshot=view.snapshot_id,
        absence=None if found else absence(view, why, lambda c: shapes.claim(view, c)),
    )
    tables.show(answer, json, lambda: tables.entities(answer))


@app.command("relations")
def relations(
    subject: Names = None,
    object: Names = None,
    between: Annotated[list[str] | None, typer.Option(help="Pairs `a,b`, in either direction.")] = None,
    id: Words = None,
    type: Words = None,
    category: Words = None,
    polarity: Words = None,
    status: Words = None,
    modality: Words = None,
    stance: Words = None,
    progress: Words = None,
    asserted_by: Names = None,
    addressed_to: Names = None,
    source: Words = None,
    dataset: Words = None,
    min_confidence: Word = None,
    as_of: Word = None,
    known_at: Word = None,
    during: Word = None,
    time_match: Word = None,
    certainty: Word = None,
    q: Word = None,
    exact: Flag = False,
    claims: Annotated[bool, typer.Option("--claims", help="All claims with their evidence.")] = False,
    facets: Words = None,
    limit: Limit = 50,
    offset: Offset = 0,
    json: Json = False,
) -> None:
    """Relations under all filters and both clocks; an empty answer says why."""
    words = given_words({name: value for name, value in locals().items() if name not in _NOT_ASKED})
    _relations(words, claims=claims, facets=facets or (), limit=limit, offset=offset, json=json)


@app.command("claims")
def claims(
    subject: Names = None,
    object: Names = None,
    between: Annotated[list[str] | None, typer.Option(help="Pairs `a,b`, in either direction.")] = None,
    id: Annotated[list[str] | None, typer.Option(help="Claim ids; repeatable.")] = None,
    type: Words = None,
    category: Words = None,
    polarity: Words = None,
    status: Words = None,
    modality: Words = None,
    stance: Words = None,
    progress: Words = None,
    asserted_by: Names = None,
    addressed_to: Names = None,
    source: Words = None,
    dataset: Words = None,
    min_confidence: Word = None,
    as_of: Word = None,
    known_at: Word = None,
    during: Word = None,
    time_match: Word = None,
    certainty: Word = None,
    q: Word = None,
    exact: Flag = False,
    facets: Words = None,
    limit: Limit = 50,
    offset: Offset = 0,
    json: Json = False,
) -> None:
    """Claims that pass every filter themselves, each with voice, modality and paragraph."""
    words = given_words({name: value for name, value in locals().items() if name not in _NOT_ASKED})
    _claims(words, wanted=words.pop("id", None), facets=facets or (), limit=limit, offset=offset, json=json)


def _claims(
    words: dict[str, Any], *, wanted: list[str] | None, facets: Sequence[str], limit: int, offset: int, json: bool
) -> None:
    from app.cli import tables
    from app.errors import InvalidValue
    from app.graph import asking, shapes
    from app.graph.absence import explain_absence
    from app.graph.claims import find_claims
    from app.graph.contract import Match
    from app.graph.envelope import absence, notes, page
    from app.graph.facets import RELATION_FACETS, count_facets

    view = default_view()
    scope, filters = asking.scope(view, words), asking.filters(view, words)
    for key in wanted or ():
        if view.find_claim(key) is None:
            raise InvalidValue("id", f"no claim has the id {key!r}")
    found = [c for c in find_claims(view, scope, filters) if wanted is None or view.claim(c).id in wanted]

    def shape(claim: int) -> dict[str, Any]:
        return shapes.claim(view, claim)

    alone = [Match(view.claim_relation(c), (c,)) for c in found]
    answer = page(
        results=[shape(c) for c in found[offset : offset + limit]],
        total=len(found),
        limit=limit,
        offset=offset,
        facets=count_facets(view, RELATION_FACETS, facets, alone),
        snapshot=view.snapshot_id,
        absence=None if found else absence(view, explain_absence(view, scope, filters), shape),
        notes=notes(view, filters),
    )
    tables.show(answer, json, lambda: tables.claims(answer))


def _relations(
    words: dict[str, Any], *, claims: bool, facets: Sequence[str], limit: int, offset: int, json: bool
) -> None:
    from app.cli import tables
    from app.graph import asking, shapes
    from app.graph.absence import explain_absence
    from app.graph.envelope import absence, notes, page
    from app.graph.facets import RELATION_FACETS, count_facets

    view = default_view()
    scope, filters = asking.scope(view, words), asking.filters(view, words)
    found = view.select(scope, filters)
    why = None if found else explain_absence(view, scope, filters)
    answer = page(
        results=[shapes.relation(view, m, with_claims=claims) for m in found[offset : offset + limit]],
        total=len(found),
        limit=limit,
        offset=offset,
        facets=count_facets(view, RELATION_FACETS, facets, found),
        snapshot=view.snapshot_id,
        absence=None if why is None else absence(view, why, lambda c: shapes.claim(view, c)),
        notes=notes(view, filters),
    )
    tables.show(answer, json, lambda: tables.relations(answer))


def given_words(options: dict[str, Any]) -> dict[str, Any]:
    """The options that were given, under the names of the HTTP parameters."""
    words = {name: value for name, value in options.items() if value}
    for name, valid in (("time_match", ("overlaps", "within")), ("certainty", ("possible", "certain"))):
        if name in words:
            _one_of(name, [words[name]], valid)
    return words


def _one_of(name: str, values: Sequence[str], valid: Sequence[str]) -> None:
    from app.errors import InvalidValue

    for value in values:
        if value not in valid:
            raise InvalidValue(name, f"{name} is {value!r}: use {', '.join(valid[:-1])} or {valid[-1]}", valid)


def default_view() -> GraphView:
    """The curated graph that the settings name."""
    from app.cli.serve import settings_or_exit
    from app.runtime import open_view

    settings = settings_or_exit()
    return open_view(settings.root, settings.snapshot)
