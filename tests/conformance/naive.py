"""The slow, plain answers to questions about more than one relation: every path, every product, every pair of dates.

Written from the rulings and from the API's words, on top of the reference for single relations; nothing is pruned,
ordered early or kept.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import networkx as nx

from app.model.dates import event_bounds, parse_edtf, state_bounds
from tests.conformance.readings import span
from tests.conformance.reference import STRONGEST_FIRST, SUREST_LAST, Question, Reference

STATUSES = (*STRONGEST_FIRST, "questioned", "denied", "contested")
FACTS = ("asserted", "attributed")


def amounts(reference: Reference, question: Question) -> dict[str, tuple[str, str, int]]:
    """Status, confidence and polarity of each relation that answers a question."""
    found = {}
    for key, ids in reference.select(question).items():
        claims = [reference.claim(i) for i in ids]
        status, confidence, _, _ = reference.verdict(claims)
        found[key] = (status, confidence, reference.polarity(claims))
    return found


def paths(
    reference: Reference, question: Question, start: str, end: str, depth: int, *, directed: bool
) -> list[tuple[str, ...]]:
    """All simple paths as relation ids: shortest first, then weakest status, least confidence, ids."""
    worth = amounts(reference, question)
    graph: Any = nx.MultiDiGraph()
    for key in worth:
        subject, kind, object_ = key.split(".")
        graph.add_edge(subject, object_, key)
        if not directed or reference.types[kind].symmetric:
            graph.add_edge(object_, subject, key)
    if start not in graph or end not in graph:
        return []
    walks: Any = nx.all_simple_edge_paths(graph, start, end, cutoff=depth)
    found = [tuple(e[2] for e in path) for path in walks]
    return sorted(found, key=lambda p: (
        len(p),
        max(STATUSES.index(worth[k][0]) for k in p),
        -min(SUREST_LAST.index(worth[k][1]) for k in p),
        [k.split(".") for k in p],
    ))  # fmt: skip


# ---------------------------------------------------------------- match

Row = tuple[dict[str, str], list[str | None]]


def match(reference: Reference, body: Mapping[str, Any]) -> list[Row]:
    """All rows of a pattern, by trying every relation for every clause."""
    clauses = body["where"]
    later = [i for i, c in enumerate(clauses) if c.get("optional") or c.get("not_exists")]
    rows: list[Row] = [({}, [None] * len(clauses))]
    for index in [*(i for i in range(len(clauses)) if i not in later), *later]:
        clause, longer = clauses[index], []
        found = list(candidates(reference, clause, body))
        for bound, relations in rows:
            fits = [
                ({**bound, **values}, [*relations[:index], key, *relations[index + 1 :]])
                for key, values in found
                if all(bound.get(v, value) == value for v, value in values.items())
            ]
            fits = [row for row in fits if _differ(row[0], body)]
            if clause.get("not_exists"):
                longer += [] if any(_agree(bound, values) for _, values in found) else [(bound, relations)]
            elif fits or not clause.get("optional"):
                longer += fits
            else:
                missing = {v: "" for v in _variables(clause) if v not in bound}
                longer.append(({**bound, **missing}, relations))
        rows = longer
    return rows


def _agree(bound: dict[str, str], values: dict[str, str]) -> bool:
    return all(v not in bound or bound[v] == value for v, value in values.items())


def _differ(values: dict[str, str], body: Mapping[str, Any]) -> bool:
    pairs = body.get("different", ())
    return all(values[a] != values[b] or not values[a] for a, b in pairs if a in values and b in values)


def _variables(clause: Mapping[str, Any]) -> list[str]:
    terms = (clause.get(n) for n in ("subject", "object", "type", "asserted_by"))
    return [t for t in terms if isinstance(t, str) and t.startswith("?")]


def candidates(
    reference: Reference, clause: Mapping[str, Any], body: Mapping[str, Any]
) -> Iterator[tuple[str, dict[str, str]]]:
    """Each relation that can satisfy a clause, with the values it gives; once per way round and voice."""
    question = {**body.get("filters", {}), **clause.get("filters", {}), "exact": False}
    kind = clause.get("type", "*")
    if kind != "*" and not kind.startswith("?"):
        question["type"] = [kind]
    for key, ids in reference.select(question).items():
        subject, name, object_ = key.split(".")
        ways = {(subject, object_)}
        if clause.get("direction") == "any" or reference.types[name].symmetric:
            ways.add((object_, subject))
        speaking = [reference.claim(i) for i in ids if reference.selected(reference.claim(i), question)]
        voices = {v for c in speaking for v in reference.voices(c)}
        for one, two in sorted(ways):
            for voice in sorted(voices) if "asserted_by" in clause else [""]:
                given = [("subject", one), ("object", two), ("type", name), ("asserted_by", voice)]
                values = _taken(reference, clause, given, body)
                if values is not None:
                    yield key, values


def _taken(
    reference: Reference, clause: Mapping[str, Any], given: Sequence[tuple[str, str]], body: Mapping[str, Any]
) -> dict[str, str] | None:
    values: dict[str, str] = {}
    for field, value in given:
        term = clause.get(field, "*")
        if term == "*" or (field == "type" and not term.startswith("?")):
            continue
        if term.startswith("?"):
            allowed = body.get("bind", {}).get(term)
            if values.setdefault(term, value) != value or (allowed and not _may(reference, value, allowed)):
                return None
        elif reference.current(term) != value:
            return None
    return values


def _may(reference: Reference, value: str, allowed: Mapping[str, Any]) -> bool:
    if value in reference.types:
        return value in reference.subtypes([allowed["id"]])
    if "id" in allowed and reference.current(allowed["id"]) != value:
        return False
    kind = reference.graph.nodes[value]["record"].type
    return "type" not in allowed or allowed["type"] in reference.data.ontology.entity_lineage(kind)


# ---------------------------------------------------------------- rules

Proof = tuple[str, str, frozenset[str], tuple[int, int], str, str]  # id, rule, premises, overlap, status, confidence


def derive(reference: Reference, rules: Sequence[Any], question: Question, rounds: int) -> set[Proof]:
    """All proofs, by trying every tuple of facts for every rule until nothing new follows."""
    proofs: set[Proof] = set()
    for _ in range(rounds):
        fresh = {p for rule in rules for p in _apply(reference, rule, rules, question, proofs)}
        if fresh <= proofs:
            break
        proofs |= fresh
    return proofs


Fact = tuple[str, str, str, str, str, list[tuple[int, int]]]  # id, ends, status, confidence, spans


def _facts(
    reference: Reference, rule: Any, condition: Any, rules: Sequence[Any], question: Question, proofs: set[Proof]
) -> Iterator[Fact]:
    found: dict[str, list[Fact]] = {}
    derived = {r.then.type.id for r in rules}
    for premise in condition.premises:
        more = _of(proofs, premise.type) if premise.type in derived else _stated(reference, rule, premise, question)
        for fact in more:
            found.setdefault(fact[0], []).append(fact)
    for key, facts in found.items():
        best = min(facts, key=lambda f: (STATUSES.index(f[3]), -SUREST_LAST.index(f[4])))
        yield key, best[1], best[2], best[3], best[4], merged([s for f in facts for s in f[5]])


def _of(proofs: set[Proof], kind: str) -> Iterator[Fact]:
    for key in {p[0] for p in proofs if p[0].split(".")[1] == kind}:
        mine = [p for p in proofs if p[0] == key]
        best = min(mine, key=lambda p: (STATUSES.index(p[4]), -SUREST_LAST.index(p[5])))
        yield key, key.split(".")[0], key.split(".")[2], best[4], best[5], merged([p[3] for p in mine])


def _stated(reference: Reference, rule: Any, premise: Any, question: Question) -> Iterator[Fact]:
    asked = {
        **{k: v for k, v in question.items() if k not in ("category", "polarity", "status")},
        "type": [premise.type],
    }
    for key, ids in reference.select(asked).items():
        claims = [reference.claim(i) for i in ids]
        claims = [
            c
            for c in claims
            if c.stance != "affirms"
            or (
                c.attributes.get("collective") is not True
                and c.attributes.get("attribution") != "pooled"
                and all(c.attributes.get(n) in v for n, v in premise.attributes.items())
            )
        ]
        if not claims:
            continue
        status, confidence, _, _ = reference.verdict(claims)
        allowed = {s.value for s in rule.premises} - {"denied", "questioned"}
        holding = [c for c in claims if c.stance == "affirms" and reference.affirms(c) in allowed]
        spans = merged([_span(reference, c, question) for c in holding])
        if status in allowed and spans:
            subject, _, object_ = key.split(".")
            yield key, subject, object_, status, confidence, spans


def _span(reference: Reference, claim: Any, question: Question) -> tuple[int, int]:
    edtf = parse_edtf(claim.valid.edtf)
    bounds = event_bounds(edtf) if reference.event(claim) else state_bounds(edtf)
    if question.get("certainty") == "certain":
        return bounds.certain_from, bounds.certain_to
    return bounds.possible_from, bounds.possible_to


def merged(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans as disjoint ones."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(s for s in spans if s[0] < s[1]):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _apply(
    reference: Reference, rule: Any, rules: Sequence[Any], question: Question, proofs: set[Proof]
) -> Iterator[Proof]:
    symmetric = {r.then.type.id for r in rules if r.then.type.symmetric}
    columns = [list(_facts(reference, rule, c, rules, question, proofs)) for c in rule.when]
    for chosen in itertools.product(*columns):
        ways = []
        for fact in chosen:
            kind = fact[0].split(".")[1]
            both = kind in symmetric or (kind in reference.types and reference.types[kind].symmetric)
            ways.append([(fact[1], fact[2]), (fact[2], fact[1])] if both else [(fact[1], fact[2])])
        for turned in itertools.product(*ways):
            yield from _conclude(reference, rule, chosen, turned, question)


def _conclude(
    reference: Reference, rule: Any, chosen: Sequence[Fact], turned: Sequence[tuple[str, str]], question: Question
) -> Iterator[Proof]:
    values: dict[str, str] = {}
    for condition, ends in zip(rule.when, turned, strict=True):
        for term, end in zip((condition.subject, condition.object), ends, strict=True):
            if term.startswith("?"):
                if values.setdefault(term, end) != end:
                    return
            elif reference.current(term) != end:
                return
    lineage = reference.data.ontology.entity_lineage
    for variable, types in rule.where.items():
        if not set(types) & set(lineage(reference.graph.nodes[values[variable]]["record"].type)):
            return
    if any(values[a] == values[b] for a, b in rule.different) or len({f[0] for f in chosen}) < len(chosen):
        return
    subject, object_ = (values.get(t, t) for t in (rule.then.subject, rule.then.object))
    if subject == object_:
        return
    if rule.then.type.symmetric:
        subject, object_ = sorted((subject, object_))
    key = f"{subject}.{rule.then.type.id}.{object_}"
    if key in {f[0] for f in chosen}:
        return
    status = max((f[3] for f in chosen), key=STATUSES.index)
    confidence = min((f[4] for f in chosen), key=SUREST_LAST.index)
    for spans in itertools.product(*(f[5] for f in chosen)):
        first, last = max(s[0] for s in spans), min(s[1] for s in spans)
        if last - first >= rule.overlap_days and _timely(first, last, question):
            yield key, rule.id, frozenset(f[0] for f in chosen), (first, last), status, confidence


def _timely(start: int, end: int, question: Question) -> bool:
    if "as_of" in question:
        first, last = span(question["as_of"])
        if question.get("certainty") == "certain":
            if not (start <= first and end > last):
                return False
        elif not (start <= last and end > first):
            return False
    if "during" in question:
        first, last = span(question["during"])
        if question.get("time_match") == "within":
            return start >= first and end - 1 <= last
        return start <= last and end > first
    return True


# ---------------------------------------------------------------- changes


def states(reference: Reference, question: Question) -> dict[str, tuple[str, int, frozenset[str]]]:
    """Status, polarity and voices of each relation that answers a question."""
    found = {}
    for key, ids in reference.select(question).items():
        claims = [reference.claim(i) for i in ids]
        voices = frozenset(v for c in claims for v in reference.voices(c))
        found[key] = (reference.verdict(claims)[0], reference.polarity(claims), voices)
    return found


def signs(reference: Reference, question: Question) -> dict[frozenset[str], int]:
    """The net sign of each pair of entities: of the sum of polarities of what is affirmed as fact."""
    totals: dict[frozenset[str], int] = {}
    for key, (status, _, polarity) in amounts(reference, question).items():
        subject, _, object_ = key.split(".")
        pair = frozenset((subject, object_))
        totals[pair] = totals.get(pair, 0) + (polarity if status in FACTS else 0)
    return {pair: (total > 0) - (total < 0) for pair, total in totals.items()}
