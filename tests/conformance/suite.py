"""The comparison: one class of tests for each engine, made by `conformance(make_view)`."""

from __future__ import annotations

import itertools
import random as chance
from collections.abc import Callable
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from app.graph import episodes as episodes_
from app.graph import shapes
from app.graph.absence import explain_absence
from app.graph.adjacency import MANY, MOST_TIES, neighbours
from app.graph.claims import find_claims
from app.graph.contract import GraphView, Match
from app.graph.digest import digest_of
from app.graph.facets import RELATION_FACETS, count_facets
from app.graph.filters import EVERYTHING, NO_FILTERS
from app.graph.status import CONFIDENCE_RANK, STATUS_RANK
from app.graph.subgraph import SubgraphRequest, subgraph
from app.model.dataset import Dataset
from app.model.dates import iso_day
from app.model.ontology import polarity_name
from tests.conformance.readings import dated, iso
from tests.conformance.reference import TONES, Question, Reference
from tests.conformance.strategies import (
    CAST,
    ENTITIES,
    FILTERS,
    Cut,
    Near,
    cuts,
    each_filter,
    filters,
    near,
    scopes,
    worlds,
)
from tests.worlds import World, asking, handle, key

MakeView = Callable[[Dataset], GraphView]
CERTAINTIES = ("possible", "certain")
SCOPE = ("subject", "object", "incident", "direction", "other", "between", "relations")


class Pair:
    """One world through an engine and through the reference."""

    def __init__(self, make_view: MakeView, world: World) -> None:
        data = world.dataset()
        self.view = make_view(data)
        self.reference = Reference(data)
        texts = [end for c in data.claims for end in c.valid.edtf.split("/") if end not in ("", "..")]
        texts += [s.published for s in data.sources]
        self.changes = sorted({day for text in texts for day in dated(text)[:4]})

    def question(self, scope: dict[str, Any], asked: dict[str, Any]) -> dict[str, Any]:
        """Scope and filters as one question, naming only what is there."""
        question = {**scope, **asked}
        if "relations" in question:
            there = list(self.reference.relations)
            question["relations"] = [there[n % len(there)] for n in question["relations"]] if there else []
        if "asserted_by" in question:
            there = [v for v in question["asserted_by"] if self.view.find_entity(v) is not None]
            question["asserted_by"] = there or ["zed"]
        for name in {"as_of", "known_at", "during"} & set(question):
            question[name] = self.date(question[name])
        return question

    def date(self, asked: str | Near | tuple[Near, Near]) -> str:
        """A queried date or interval in words; what is near lies beside a day on which something changes."""
        if isinstance(asked, str):
            return asked
        if isinstance(asked, Near):
            return iso(self.changes[asked.place % len(self.changes)] + asked.shift) or ""
        return "/".join(sorted(self.date(end) for end in asked))

    def matches(self, question: Question) -> list[Match]:
        """What the engine finds."""
        return asking.matches(self.view, **question)

    def found(self, question: Question) -> dict[str, list[str]]:
        """What the engine finds, by id."""
        return {key(self.view, m): asking.claim_ids(self.view, m) for m in self.matches(question)}


def parted(question: Question) -> tuple[dict[str, Any], dict[str, Any]]:
    """The scope and the filters of a question."""
    scope = {k: v for k, v in question.items() if k in (*SCOPE, "exact")}
    return scope, {k: v for k, v in question.items() if k not in SCOPE}


def conformance(make_view: MakeView) -> type:
    """The tests that an engine must pass; each compares it with the reference on worlds and questions at random."""

    class Conformance:
        """Every operation under every filter."""

        @given(worlds(), scopes, each_filter, st.booleans())
        def test_select_under_each_filter_alone(
            self, world: World, scope: dict[str, Any], asked: dict[str, Any], exact: bool
        ) -> None:
            """Under each filter alone, and under none, the same relations remain with the same claims."""
            pair = Pair(make_view, world)
            for name in (None, *FILTERS):
                alone = {name: asked[name]} if name else {}
                if name in ("certainty", "time_match"):
                    alone["during"] = asked["during"]
                question = pair.question(scope, {**alone, "exact": exact})
                assert pair.found(question) == pair.reference.select(question), question

        @given(worlds(), scopes, st.lists(filters, min_size=1, max_size=4))
        def test_select_under_filters_together(
            self, world: World, scope: dict[str, Any], many: list[dict[str, Any]]
        ) -> None:
            """Under any filters together the same relations remain, in order of handle, with the same claims."""
            pair = Pair(make_view, world)
            for asked in many:
                question = pair.question(scope, asked)
                found = pair.matches(question)
                assert [m.relation for m in found] == sorted(m.relation for m in found)
                assert pair.found(question) == pair.reference.select(question), question

        @given(worlds(), scopes, st.booleans())
        def test_a_scope_admits_what_it_selects(self, world: World, scope: dict[str, Any], exact: bool) -> None:
            """Asked about one relation after the other, a scope admits those that are selected in it, and no others."""
            pair = Pair(make_view, world)
            view, kinds = pair.view, pair.reference.types
            where = asking.scope(view, **pair.question(scope, {"exact": exact}))
            selected = {m.relation for m in view.select(where, NO_FILTERS)}
            for relation in range(view.relation_count):
                subject, type_, object_ = view.ends(relation)
                admitted = where.admits(relation, subject, object_, symmetric=kinds[type_].symmetric)
                assert admitted is (relation in selected)

        @given(worlds(), scopes, st.lists(near, min_size=3, max_size=6, unique=True))
        def test_select_beside_the_days_on_which_something_changes(
            self, world: World, scope: dict[str, Any], days: list[Near]
        ) -> None:
            """On the day on which something begins, ends or becomes known, and beside it, nothing is off by one."""
            pair = Pair(make_view, world)
            for day in map(pair.date, days):
                questions = [{"known_at": day}, *({"as_of": day, "certainty": c} for c in CERTAINTIES)]
                for window in (f"{day}/{day}", f"{day}/..", f"../{day}"):
                    questions += [
                        {"during": window, "certainty": certainty, "time_match": how}
                        for certainty in CERTAINTIES
                        for how in ("overlaps", "within")
                    ]
                for asked in questions:
                    question = pair.question(scope, asked)
                    assert pair.found(question) == pair.reference.select(question), question

        @given(worlds(), st.lists(filters, min_size=1, max_size=3))
        def test_what_relations_amount_to(self, world: World, many: list[dict[str, Any]]) -> None:
            """Status, confidence, end, tone, interval and dates of each relation are those of its remaining claims."""
            pair = Pair(make_view, world)
            view, reference = pair.view, pair.reference
            for asked in ({}, *many):
                question = pair.question({}, asked)
                for match in pair.matches(question):
                    claims = [reference.claim(c) for c in asking.claim_ids(view, match)]
                    verdict = view.verdict(match)
                    assert (
                        verdict.status.value, verdict.confidence.value, verdict.min_confidence.value, verdict.ended
                    ) == reference.verdict(claims)  # fmt: skip
                    assert episodes_.last_attested(view, match) == reference.last_attested(claims)
                    told = view.digest(match)
                    assert told == digest_of(view, match)
                    assert told.verdict == verdict
                    assert told.polarity == episodes_.polarity(view, match) == reference.polarity(claims)
                    hull = iso_day(told.possible_from), iso_day(told.possible_to)
                    assert hull == reference.interval(claims)
                    assert iso_day(told.first_known) == reference.first_known(claims)
                    assert told.stances == {c.stance for c in claims}
                    assert told.modalities == {c.modality for c in claims}
                    places = {(c.source, e.paragraph) for c in claims for e in c.evidence}
                    assert view.paragraphs(match.claims) == sorted(places)
                    about = [c for c in match.claims if view.claim(c).target_claim]
                    assert view.about_claims(match.claims) == about

        @given(worlds(), filters)
        def test_episodes(self, world: World, asked: dict[str, Any]) -> None:
            """Spells and occurrences have the same claims, keys, days and statuses."""
            pair = Pair(make_view, world)
            view, reference = pair.view, pair.reference
            for question in ({}, pair.question({}, asked)):
                for match in pair.matches(question):
                    told = [
                        (
                            e.key,
                            sorted(view.claim(c).id for c in e.claims),
                            iso_day(e.possible_from),
                            iso_day(e.possible_to),
                            e.verdict.status.value,
                        )
                        for e in episodes_.episodes(view, match)
                    ]
                    claims = [reference.claim(c) for c in asking.claim_ids(view, match)]
                    assert told == reference.episodes(claims)

        @given(worlds(), scopes, filters)
        def test_surveys_say_what_select_and_verdict_say(
            self, world: World, scope: dict[str, Any], asked: dict[str, Any]
        ) -> None:
            """In bulk, relations are the same and amount to the same; the size is never underestimated."""
            pair = Pair(make_view, world)
            view, question = pair.view, pair.question(scope, asked)
            where, how = parted(question)
            survey = view.survey(asking.scope(view, **where), asking.filters(view, **how))
            rows = []
            for relation, claims in pair.reference.select(question).items():
                records = [pair.reference.claim(c) for c in claims]
                status, confidence, _, _ = pair.reference.verdict(records)
                rows.append((relation, status, confidence, pair.reference.polarity(records)))
            ranks = {rank: status.value for status, rank in STATUS_RANK.items()}
            sure = {rank: confidence.value for confidence, rank in CONFIDENCE_RANK.items()}
            told = [
                (key(view, Match(r, ())), ranks[s], sure[c], p)
                for r, s, c, p in zip(survey.relation, survey.status, survey.confidence, survey.polarity, strict=True)
            ]
            assert told == rows
            ends = list(zip(survey.subject, survey.object, strict=True))
            assert ends == [(view.ends(r).subject, view.ends(r).object) for r in survey.relation]
            types = asking.filters(view, **how).type
            assert view.size_hint(asking.scope(view, **where), types) >= len(rows)

        @given(worlds(), filters, filters)
        def test_comparisons(self, world: World, before: dict[str, Any], after: dict[str, Any]) -> None:
            """Two readings of the graph differ in the same relations, pairs and entities."""
            pair = Pair(make_view, world)
            view, reference = pair.view, pair.reference
            questions = [pair.question({}, asked) for asked in (before, after)]
            told = view.compare(*(asking.filters(view, **parted(q)[1]) for q in questions))
            one, two = (reference.select(q) for q in questions)
            ranks = {rank: status.value for status, rank in STATUS_RANK.items()} | {-1: None}
            named = {key(view, Match(r, ())): (ranks[s1], ranks[s2], p1, p2) for r, s1, s2, p1, p2 in told.relations}
            expected = {}
            for relation in sorted({*one, *two}):
                sides = [[reference.claim(c) for c in found.get(relation, [])] for found in (one, two)]
                amounts = [(reference.verdict(s)[0], reference.polarity(s)) if s else (None, 0) for s in sides]
                voices = [{v for c in s for v in reference.voices(c)} for s in sides]
                if amounts[0] != amounts[1] or voices[0] != voices[1]:
                    expected[relation] = (amounts[0][0], amounts[1][0], amounts[0][1], amounts[1][1])
            assert named == expected

            def present(found: dict[str, list[str]]) -> set[str]:
                return {end for relation in found for end in relation.split(".")[::2]}

            assert {view.entity(e).id for e in told.appeared} == present(two) - present(one)
            assert {view.entity(e).id for e in told.gone} == present(one) - present(two)
            signs = [pair_signs(reference, found) for found in (one, two)]
            assert {
                (view.entity(a).id, view.entity(b).id): (s1, s2) for a, b, s1, s2 in told.pairs
            } == {
                ends: (signs[0].get(ends, 0), signs[1].get(ends, 0))
                for ends in {*signs[0], *signs[1]}
                if signs[0].get(ends, 0) != signs[1].get(ends, 0)
            }  # fmt: skip

        @given(worlds(), filters)
        def test_claims_pass_one_by_one(self, world: World, asked: dict[str, Any]) -> None:
            """The claims that pass every filter themselves are the same, in the same order."""
            pair = Pair(make_view, world)
            question = pair.question({}, asked)
            found = find_claims(pair.view, EVERYTHING, asking.filters(pair.view, **question))
            assert [pair.view.claim(c).id for c in found] == pair.reference.claims(question)

        @given(worlds(relations=12), st.sampled_from(["out", "in", "both"]), filters)
        def test_neighbours(self, world: World, direction: str, asked: dict[str, Any]) -> None:
            """The same neighbours, in the same order, tied by the same relations."""
            pair = Pair(make_view, world)
            view = pair.view
            for entity, filtered in itertools.product(CAST, ({}, asked)):
                question = pair.question({"incident": [entity], "direction": direction}, {**filtered, "exact": True})
                where, how = parted(question)
                expected = pair.reference.neighbours(entity, question)
                asked_for = handle(view, entity), asking.scope(view, **where), asking.filters(view, **how)
                for many, most in ((MANY, len(expected) + 12), (-1, MOST_TIES)):
                    told = neighbours(view, *asked_for, many=many)
                    assert [(view.entity(n.entity).id, [key(view, m) for m in n.matches], n.total) for n in told] == [
                        (other, ties[:most], len(ties)) for other, ties in expected
                    ]
                    assert [told[i] for i in range(-1, len(told) - 1)] == [*told[-1:], *told[:-1]]

        @given(worlds(relations=12), st.lists(cuts, min_size=2, max_size=4), filters)
        def test_subgraphs(self, world: World, asked_for: list[Cut], asked: dict[str, Any]) -> None:
            """The same nodes at the same distance, the same edges, and the same account of what is cut and hidden."""
            pair = Pair(make_view, world)
            view = pair.view
            for cut, filtered in itertools.product(asked_for, ({}, asked)):
                question = pair.question({}, filtered)
                seeds = tuple(handle(view, s) for s in cut.seeds)
                request = SubgraphRequest(seeds, cut.depth, cut.limit, cut.kept and frozenset(cut.kept))
                told = subgraph(view, request, asking.filters(view, **question))
                expected = pair.reference.subgraph(cut.seeds, cut.depth, cut.limit, cut.kept, question)
                names = [view.entity(n.entity).id for n in told.nodes]
                assert dict(zip(names, (n.hops for n in told.nodes), strict=True)) == expected["nodes"]
                assert names == sorted(names)
                assert {n for n, node in zip(names, told.nodes, strict=True) if node.seed} == set(cut.seeds)
                assert [key(view, m) for m in told.edges] == expected["edges"]
                assert (told.truncated is not None) is expected["cut"]
                assert told.total_nodes == expected["total"]
                assert told.total_edges >= len(told.edges)
                assert told.truncated is not None or told.total_edges == len(told.edges)
                assert dict(zip(names, (n.hidden_neighbours for n in told.nodes), strict=True)) == expected["beyond"]
                assert dict(zip(names, (n.polarity_balance for n in told.nodes), strict=True)) == expected["balance"]
                assert told.hidden == expected["hidden"]

        @given(worlds(), scopes, filters)
        def test_facets(self, world: World, scope: dict[str, Any], asked: dict[str, Any]) -> None:
            """Each facet counts the same relations for the same values."""
            pair = Pair(make_view, world)
            question = pair.question(scope, asked)
            told = count_facets(pair.view, RELATION_FACETS, list(RELATION_FACETS), pair.matches(question))
            expected = pair.reference.facets(pair.reference.select(question))
            assert {n: {v["name"]: v["count"] for v in f["values"]} for n, f in told.items() if f["values"]} == expected

        @given(
            worlds(),
            st.fixed_dictionaries(
                {}, optional={"subject": st.sampled_from(ENTITIES), "object": st.sampled_from(ENTITIES)}
            ),
            filters,
        )
        def test_absence(self, world: World, ends: dict[str, str], asked: dict[str, Any]) -> None:
            """Where nothing is found, the reason, the silences and the counts of what filters hide are the same."""
            pair = Pair(make_view, world)
            scope = {name: [end] for name, end in ends.items()}
            question = pair.question(scope, asked)
            if pair.found(question):
                return
            where, how = parted(question)
            told = explain_absence(pair.view, asking.scope(pair.view, **where), asking.filters(pair.view, **how))
            assert {
                "status": told.status,
                "hidden": told.hidden,
                "silences": [s.key for s in told.silences],
                "checked": told.sources_checked,
            } == pair.reference.absence(question, scope)

        @given(worlds())
        def test_entities(self, world: World) -> None:
            """Degrees, counts by type, organs, merged ids and exact names are the same for every entity."""
            pair = Pair(make_view, world)
            view, reference = pair.view, pair.reference
            assert [view.entity(e).id for e in range(view.entity_count)] == sorted(reference.graph)
            for entity in reference.graph:
                own = handle(view, entity)
                assert view.degree(own) == reference.degree(entity)
                assert dict(view.type_counts(own)) == reference.type_counts(entity)
                assert {view.entity(o).id for o in view.organs(own)} == reference.organs(entity)
                record = view.entity(own)
                for text in (record.id, record.label, *(n.text for n in record.names), "the union", "ruba", "ARLAND"):
                    assert [view.entity(h).id for h in view.named(text)] == reference.named(text)
                    best = view.search(text, 1)
                    assert best[0].score == 100.0
                    assert view.entity(best[0].entity).id in reference.named(text)
            for old, new in reference.now.items():
                assert view.find_entity(old) is None
                assert view.merged_into(old) == new

        @given(worlds())
        def test_relations_and_claims(self, world: World) -> None:
            """Relations and claims are there under their ids, in order, each claim on its relation."""
            pair = Pair(make_view, world)
            view, relations = pair.view, pair.reference.relations
            assert view.relation_count == len(relations)
            assert view.claim_count == sum(map(len, relations.values()))
            for number, (relation, claims) in enumerate(relations.items()):
                found = view.find_relation(relation)
                assert found == number
                assert [view.claim(c).id for c in view.relation_claims(number)] == [c.id for c in claims]
                for claim in claims:
                    own = view.find_claim(claim.id)
                    assert own is not None
                    assert view.claim_relation(own) == number
                    assert polarity_name(view.polarity(own)) == TONES[pair.reference.tone(claim)]
                    assert iso_day(view.known_from(own)) == pair.reference.first_known([claim])
            assert view.find_relation("arland.likes.borland") is None
            assert view.find_claim("0" * 20) is None

        @given(worlds(), st.integers())
        def test_order_makes_no_other_snapshot(self, world: World, seed: int) -> None:
            """The same content in another order has the same id and gives the same answers, value for value."""
            data = world.dataset()
            random = chance.Random(seed)

            def turned(items: tuple[Any, ...]) -> tuple[Any, ...]:
                return tuple(random.sample(items, len(items)))

            other = Dataset(
                data.ontology, turned(data.datasets), turned(data.entities), turned(data.sources),
                turned(data.claims), turned(data.silences), turned(data.rules),
            )  # fmt: skip
            assert answers(make_view(other)) == answers(make_view(data))

    return Conformance


def pair_signs(reference: Reference, found: dict[str, list[str]]) -> dict[tuple[str, str], int]:
    """The net sign of each pair of entities: of the sum of the tones of what is affirmed as fact."""
    sums: dict[tuple[str, str], int] = {}
    for relation, claims in found.items():
        records = [reference.claim(c) for c in claims]
        if reference.verdict(records)[0] in ("asserted", "attributed"):
            one, two = sorted(relation.split(".")[::2])
            sums[one, two] = sums.get((one, two), 0) + reference.polarity(records)
    return {ends: (total > 0) - (total < 0) for ends, total in sums.items() if total}


def answers(view: GraphView) -> list[Any]:
    """The snapshot's id, and everything that can be read of the graph."""
    matches = view.select(EVERYTHING, asking.filters(view))
    return [
        view.snapshot_id,
        [shapes.entity(view, e) for e in range(view.entity_count)],
        [shapes.relation(view, m, with_claims=True) for m in matches],
        [shapes.source(view, s, 0) for s in view.sources.values()],
        [shapes.silence(view, s) for s in view.silences],
        [view.search(text, 5) for text in ("union", "ruba", "land")],
    ]
