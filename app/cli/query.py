"""`realpolitik query`: the questions of the HTTP API in the terminal, as a table with sentences or as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from app.cli import questions

if TYPE_CHECKING:
    from app.graph.contract import GraphView

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
    type: Words = None,
    country: Words = None,
    limit: Limit = 50,
    offset: Offset = 0,
    json: Json = False,
) -> None:
    """Find entities by name, type or country."""
    from app.cli import tables
    from app.graph import asking, shapes
    from app.graph.directory import EntityFilters, find_entities
    from app.graph.envelope import page

    view = default_view()
    filters = EntityFilters(
        q=q,
        type=asking.entity_types(view, "type", type or ()),
        country=frozenset(c.upper() for c in country) if country else None,
    )
    found = find_entities(view, filters, "relevance")
    shown = [shapes.entity(view, e) for e in found[offset : offset + limit]]
    answer = page(results=shown, total=len(found), limit=limit, offset=offset, snapshot=view.snapshot_id)
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
    limit: Limit = 50,
    offset: Offset = 0,
    json: Json = False,
) -> None:
    """Relations under all filters and both clocks; an empty answer says why."""
    given = {name: value for name, value in locals().items() if name not in ("claims", "limit", "offset", "json")}
    _relations(given, claims=claims, limit=limit, offset=offset, json=json)


@app.command("claims")
def claims(
    subject: Names = None,
    object: Names = None,
    between: Annotated[list[str] | None, typer.Option(help="Pairs `a,b`, in either direction.")] = None,
    type: Words = None,
    status: Words = None,
    modality: Words = None,
    stance: Words = None,
    progress: Words = None,
    asserted_by: Names = None,
    addressed_to: Names = None,
    source: Words = None,
    min_confidence: Word = None,
    as_of: Word = None,
    known_at: Word = None,
    during: Word = None,
    time_match: Word = None,
    certainty: Word = None,
    q: Word = None,
    exact: Flag = False,
    limit: Limit = 50,
    offset: Offset = 0,
    json: Json = False,
) -> None:
    """Claims that pass every filter themselves, each with voice, modality and paragraph."""
    from app.cli import tables
    from app.graph import asking, shapes
    from app.graph.absence import explain_absence
    from app.graph.claims import find_claims
    from app.graph.envelope import absence, notes, page

    given = {name: value for name, value in locals().items() if name not in ("limit", "offset", "json")}
    view = default_view()
    words = given_words(given)
    scope, filters = asking.scope(view, words), asking.filters(view, words)
    found = find_claims(view, scope, filters)

    def shape(claim: int) -> dict[str, Any]:
        return shapes.claim(view, claim)

    answer = page(
        results=[shape(c) for c in found[offset : offset + limit]],
        total=len(found),
        limit=limit,
        offset=offset,
        snapshot=view.snapshot_id,
        absence=None if found else absence(view, explain_absence(view, scope, filters), shape),
        notes=notes(view, filters),
    )
    tables.show(answer, json, lambda: tables.claims(answer))


def _relations(given: dict[str, Any], *, claims: bool, limit: int, offset: int, json: bool) -> None:
    from app.cli import tables
    from app.graph import asking, shapes
    from app.graph.absence import explain_absence
    from app.graph.envelope import absence, notes, page

    view = default_view()
    words = given_words(given)
    scope, filters = asking.scope(view, words), asking.filters(view, words)
    found = view.select(scope, filters)
    answer = page(
        results=[shapes.relation(view, m, with_claims=claims) for m in found[offset : offset + limit]],
        total=len(found),
        limit=limit,
        offset=offset,
        snapshot=view.snapshot_id,
        absence=None
        if found
        else absence(view, explain_absence(view, scope, filters), lambda c: shapes.claim(view, c)),
        notes=notes(view, filters),
    )
    tables.show(answer, json, lambda: tables.relations(answer))


def given_words(options: dict[str, Any]) -> dict[str, Any]:
    """The options that were given, under the names of the HTTP parameters."""
    from app.errors import InvalidValue

    words = {name: value for name, value in options.items() if value}
    for name, valid in (("time_match", ("overlaps", "within")), ("certainty", ("possible", "certain"))):
        if name in words and words[name] not in valid:
            raise InvalidValue(name, f"{name} is {words[name]!r}: use {' or '.join(valid)}", valid)
    return words


def default_view() -> GraphView:
    """The curated graph that the settings name."""
    from app.runtime import open_view
    from app.settings import load_settings

    return open_view(load_settings().root)
