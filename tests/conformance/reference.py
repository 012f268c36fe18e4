"""The reference: the same answers as an engine, from loops over claims on a networkx.MultiDiGraph.

Written from the rulings and not from any engine: slow, without handles and columns, everything by id. A
question is a dictionary of words, as a query string has them; each entity stands for its organs too, unless `exact`.
"""

from __future__ import annotations

import functools
import itertools
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import networkx as nx

from app.model.claim import Claim
from app.model.dataset import Dataset
from app.model.silence import Silence
from tests.conformance.readings import FOREVER, Reading, dated, falls, holds, hull, iso, meet, span

Question = Mapping[str, Any]
Found = dict[str, list[str]]  # claim ids by relation id
STRONGEST_FIRST = ("asserted", "attributed", "alleged", "agreed", "planned", "expected", "hypothetical", "normative")
SUREST_LAST = ("low", "medium", "high")
TONES = {1: "cooperative", 0: "neutral", -1: "conflictual"}


class Reference:
    """A data set, answered slowly. Nodes are entities, edges are claims, keyed by their ids."""

    def __init__(self, data: Dataset) -> None:
        self.data = data
        self.types = data.ontology.relation_types
        self.sources = {s.id: s for s in data.sources}
        self.now = {old: e.id for e in data.entities for old in e.merged_ids}
        self.graph: nx.MultiDiGraph = nx.MultiDiGraph()
        self.belongs: nx.DiGraph = nx.DiGraph()
        for entity in data.entities:
            self.graph.add_node(entity.id, record=entity)
            self.belongs.add_node(entity.id)
        for entity in data.entities:
            if entity.organ_of:
                self.belongs.add_edge(entity.id, self.current(entity.organ_of))
        for claim in data.claims:  # C5: merges, symmetric sort, self-loop check, dedupe
            ends = [self.current(claim.subject), self.current(claim.object)]
            if self.types[claim.type].symmetric:
                ends.sort()
            if ends[0] != ends[1]:
                self.graph.add_edge(ends[0], ends[1], key=claim.id, claim=claim)

    def current(self, key: str) -> str:
        """The id that an id goes by now."""
        return self.now.get(key, key)

    # ---------------------------------------------------------------- what there is

    @functools.cached_property
    def relations(self) -> dict[str, list[Claim]]:
        """All relations with all their claims, both in order."""
        found: dict[str, list[Claim]] = {}
        claim: Claim
        for subject, object_, claim in self.graph.edges(data="claim"):
            found.setdefault(f"{subject}.{claim.type}.{object_}", []).append(claim)
        return {key: self.ordered(found[key]) for key in sorted(found, key=lambda k: k.split("."))}

    def ordered(self, claims: Iterable[Claim]) -> list[Claim]:
        """Claims by their first possible day, then by id."""
        return sorted(claims, key=lambda c: (self.days(c)[0], c.id))

    def claim(self, key: str) -> Claim:
        """The claim with an id."""
        return next(c for c in self.data.claims if c.id == key)

    def event(self, claim: Claim) -> bool:
        """Whether the claim is about something that happens."""
        return self.types[claim.type].kind == "event"

    def days(self, claim: Claim) -> Reading:
        """The first and the last day on which the claim is possible."""
        return hull(claim.valid.edtf, event=self.event(claim))

    def voices(self, claim: Claim) -> set[str]:
        """Who says it, by the ids they go by now."""
        return {self.current(v) for v in claim.asserted_by}

    def organs(self, entity: str) -> set[str]:
        """The entity and everything below it."""
        return {entity, *nx.ancestors(self.belongs, entity)}

    def meant(self, question: Question, name: str) -> set[str] | None:
        """The entities that the words of a filter mean, or nothing if it is not set."""
        if name not in question:
            return None
        chosen = {self.current(key) for key in question[name]}
        if question.get("exact"):
            return chosen
        return {organ for key in chosen for organ in self.organs(key)}

    def subtypes(self, chosen: Iterable[str]) -> set[str]:
        """Relation types with everything below them."""
        wanted = set(chosen)
        while True:
            more = {name for name, kind in self.types.items() if kind.parent in wanted} - wanted
            if not more:
                return wanted
            wanted |= more

    # ---------------------------------------------------------------- R1

    def select(self, question: Question) -> Found:
        """The relations that answer a question, each with the claims that remain of it."""
        found: Found = {}
        for key, claims in self.relations.items():
            if not self.in_scope(key, question):
                continue
            known = [c for c in claims if self.known(c, question) and self.timely(c, question)]
            if known and any(self.selected(c, question) for c in known) and self.passes(key, known, question):
                found[key] = [c.id for c in known]
        return found

    def in_scope(self, key: str, question: Question) -> bool:
        """Whether a relation lies between the ends that are asked about; a symmetric one lies both ways."""
        subject, type_, object_ = key.split(".")
        if "relations" in question and key not in question["relations"]:
            return False
        ways = [(subject, object_)]
        if self.types[type_].symmetric:
            ways.append((object_, subject))
        return any(self.ends_fit(*way, question, free=len(ways) == 2) for way in ways)

    def ends_fit(self, subject: str, object_: str, question: Question, *, free: bool) -> bool:
        """Whether one way of reading a relation fits; `free` ones point both ways."""
        subjects, objects, other = (self.meant(question, name) for name in ("subject", "object", "other"))
        if subjects is not None and subject not in subjects:
            return False
        if objects is not None and object_ not in objects:
            return False
        near = self.meant(question, "incident")
        if near is not None:
            direction = "both" if free else question.get("direction", "both")
            out = direction in ("out", "both") and subject in near and (other is None or object_ in other)
            into = direction in ("in", "both") and object_ in near and (other is None or subject in other)
            if not (out or into):
                return False
        if "between" in question:
            pairs = [(self.meant({**question, "x": [a]}, "x"), self.meant({**question, "x": [b]}, "x"))
                     for a, b in question["between"]]  # fmt: skip
            return any(
                (subject in one and object_ in two) or (subject in two and object_ in one)
                for one, two in pairs
                if one is not None and two is not None
            )
        return True

    def known(self, claim: Claim, question: Question) -> bool:
        """Knowledge: what had been published by then, in the sources and data sets that count."""
        source = self.sources[claim.source]
        if "known_at" in question and dated(source.published).last > span(question["known_at"])[1]:
            return False
        if "source" in question and source.id not in question["source"]:
            return False
        return "dataset" not in question or source.dataset in question["dataset"]

    def timely(self, claim: Claim, question: Question) -> bool:
        """Dates: what holds, or had happened, then."""
        edtf, event = claim.valid.edtf, self.event(claim)
        certain = question.get("certainty") == "certain"
        if "as_of" in question and not holds(edtf, question["as_of"], event=event, certain=certain):
            return False
        inside = question.get("time_match") == "within"
        return "during" not in question or falls(edtf, question["during"], event=event, certain=certain, inside=inside)

    def selected(self, claim: Claim, question: Question) -> bool:
        """Selection: one claim must meet all of these."""
        for name in ("stance", "modality", "progress"):
            if name in question and getattr(claim, name) not in question[name]:
                return False
        speakers, spoken_to = self.meant(question, "asserted_by"), self.meant(question, "addressed_to")
        if speakers is not None and not speakers & self.voices(claim):
            return False
        if spoken_to is not None and (claim.addressed_to is None or self.current(claim.addressed_to) not in spoken_to):
            return False
        if "min_confidence" in question:
            least = SUREST_LAST.index(question["min_confidence"])
            if SUREST_LAST.index(claim.confidence.value) < least:
                return False
        words = [e.note for e in claim.evidence] + [claim.valid.words or ""]
        return "q" not in question or any(question["q"].casefold() in text.casefold() for text in words)

    def passes(self, key: str, claims: Sequence[Claim], question: Question) -> bool:
        """Last: type, category, polarity and status of the relation."""
        kind = self.types[key.split(".")[1]]
        if "type" in question and kind.id not in self.subtypes(question["type"]):
            return False
        if "category" in question and kind.category not in question["category"]:
            return False
        if "polarity" in question and TONES[self.polarity(claims)] not in question["polarity"]:
            return False
        return "status" not in question or self.verdict(claims)[0] in question["status"]

    def claims(self, question: Question) -> list[str]:
        """The claims that pass every filter themselves."""
        late = ("status", "polarity")
        found = self.select({k: v for k, v in question.items() if k not in late})
        return [
            key
            for keys in found.values()
            for key in keys
            if self.selected(self.claim(key), question)
            and ("status" not in question or self.verdict([self.claim(key)])[0] in question["status"])
            and ("polarity" not in question or TONES[self.tone(self.claim(key))] in question["polarity"])
        ]

    # ---------------------------------------------------------------- R2 to R8

    def verdict(self, claims: Sequence[Claim]) -> tuple[str, str, str, bool]:
        """Status, confidence, least confidence, and whether a claim says that it ended (R2, R3, R4, R6)."""
        affirmed = [c for c in claims if c.stance == "affirms"]
        denied = [c for c in claims if c.stance == "denies"]
        status, winners = "questioned", list(claims)
        if denied:
            status, winners = "denied", denied
        for outcome in reversed(STRONGEST_FIRST):
            stating = [c for c in affirmed if self.affirms(c) == outcome]
            if stating:
                status, winners = outcome, stating
        for one, two in itertools.product(affirmed, denied):
            of_one_kind = (one.modality == "normative") == (two.modality == "normative")
            if of_one_kind and meet(self.days(one), self.days(two)):
                status, winners = "contested", affirmed + denied
        sure = [SUREST_LAST.index(c.confidence.value) for c in claims]
        best = max(SUREST_LAST.index(c.confidence.value) for c in winners)
        ended = any(c.attributes.get("ended") is True for c in affirmed)
        return status, SUREST_LAST[best], SUREST_LAST[min(sure)], ended

    def affirms(self, claim: Claim) -> str:
        """What an affirming claim amounts to: the author's fact is asserted, another's attributed."""
        if claim.modality != "fact":
            return claim.modality.value
        author = self.current(self.sources[claim.source].author)
        return "asserted" if author in self.voices(claim) else "attributed"

    def tone(self, claim: Claim) -> int:
        """The polarity of a claim: its type's, or that of a declared effect (R8)."""
        kind = self.types[claim.type]
        if "effect" in claim.attributes and any(a.name == "effect" for a in kind.attributes):
            return {"harms": -1, "helps": 1, "unclear": 0}[claim.attributes["effect"]]
        return kind.polarity

    def polarity(self, claims: Iterable[Claim]) -> int:
        """The polarity of an edge: that of its claims where they agree."""
        tones = {self.tone(c) for c in claims}
        return min(tones) if len(tones) == 1 else 0

    def episodes(self, claims: Sequence[Claim]) -> list[tuple[str, list[str], str | None, str | None, str]]:
        """Spells and occurrences (R7), each with key, claims, first day, day after the last, and status."""
        groups: dict[str, list[Claim]] = {}
        if self.event(claims[0]):
            for claim in claims:
                groups.setdefault(self.occurrence(claim), []).append(claim)
        else:
            touching: nx.Graph = nx.Graph()
            touching.add_nodes_from(c.id for c in claims)
            for one, two in itertools.combinations(claims, 2):
                first, last = self.days(one)
                if meet((first - 1, last + 1), self.days(two)):
                    touching.add_edge(one.id, two.id)
            for members in nx.connected_components(touching):
                spell = [c for c in claims if c.id in members]
                groups[min(spell, key=lambda c: (*self.days(c), c.id)).id] = spell
        found = []
        for key, members_ in groups.items():
            first, last = self.span_of(members_)
            found.append((first, last, key, members_))
        return [
            (key, sorted(c.id for c in members_), iso(first), iso(last + 1), self.verdict(members_)[0])
            for first, last, key, members_ in sorted(found, key=lambda f: f[:3])
        ]

    def occurrence(self, claim: Claim) -> str:
        """The event entity, else the event id of the data set, else the claim."""
        for end in (claim.via, *self.relation_of(claim.id).split(".")[::2]):
            if end and self.graph.nodes[self.current(end)]["record"].type in ("Event", "Attack"):
                return self.current(end)
        return str(claim.attributes.get("event_id") or claim.id)

    def relation_of(self, key: str) -> str:
        """The relation that a claim is on."""
        return next(relation for relation, claims in self.relations.items() if key in [c.id for c in claims])

    def span_of(self, claims: Sequence[Claim]) -> Reading:
        """From the first to the last possible day of some claims."""
        days = [self.days(c) for c in claims]
        return min(first for first, _ in days), max(last for _, last in days)

    def holding(self, claims: Sequence[Claim]) -> list[Claim]:
        """The claims that have it holding; all, where none affirms."""
        return [c for c in claims if c.stance == "affirms"] or list(claims)

    def interval(self, claims: Sequence[Claim]) -> tuple[str | None, str | None]:
        """The hull of what has it holding: first day, and the day after the last."""
        first, last = self.span_of(self.holding(claims))
        return iso(first), iso(last + 1)

    def last_attested(self, claims: Sequence[Claim]) -> str:
        """The newest date at which a source has it holding (R4)."""
        dates = []
        for claim in self.holding(claims):
            published = self.sources[claim.source].published
            end = claim.valid.edtf.rpartition("/")[2]
            over = dated(end).named_last if end not in ("", "..") else FOREVER
            printed = dated(published).named_last
            dates.append((over, end) if over < printed else (printed, published))
        return max(dates)[1]

    def first_known(self, claims: Iterable[Claim]) -> str | None:
        """The first day on which a source had said it."""
        return iso(min(dated(self.sources[c.source].published).last for c in claims))

    # ---------------------------------------------------------------- operations

    def degree(self, entity: str) -> int:
        """How many relations an entity has."""
        return sum(entity in key.split(".")[::2] for key in self.relations)

    def type_counts(self, entity: str) -> dict[str, tuple[int, int]]:
        """Its relations by type, out and in; a symmetric one is both."""
        out: Counter[str] = Counter()
        into: Counter[str] = Counter()
        for key in self.relations:
            subject, type_, object_ = key.split(".")
            both = self.types[type_].symmetric and entity in (subject, object_)
            out[type_] += subject == entity or both
            into[type_] += object_ == entity or both
        return {t: (out[t], into[t]) for t in self.types if out[t] or into[t]}

    def neighbours(self, entity: str, question: Question) -> list[tuple[str, list[str]]]:
        """The entities beside one, each with what ties them; most ties first."""
        ties: dict[str, list[str]] = {}
        for key in self.select(question):
            subject, _, object_ = key.split(".")
            ties.setdefault(object_ if subject == entity else subject, []).append(key)
        return sorted(ties.items(), key=lambda tie: (-len(tie[1]), tie[0]))

    def subgraph(
        self, seeds: Sequence[str], depth: int, limit: int | None, kept: set[str] | None, question: Question
    ) -> dict[str, Any]:
        """What lies around the seeds, or everything: nodes with hops, edges, and what is cut or hidden."""
        found = self.select(question)
        ties: nx.Graph = nx.Graph()
        ties.add_nodes_from(seeds)
        for key in found:
            subject, _, object_ = key.split(".")
            ties.add_edge(subject, object_)
        allowed = [e for e in ties if e in seeds or kept is None or self.graph.nodes[e]["record"].type in kept]
        reached: dict[str, int | None] = {}
        total, cut = 0, False
        if seeds:
            way = ties.subgraph(allowed)
            hops = {
                e: min(nx.shortest_path_length(way, s, e) for s in seeds if nx.has_path(way, s, e))
                for e in way
                if any(nx.has_path(way, s, e) for s in seeds)
            }
            for hop in range(depth + 1):
                ring = self.by_degree(e for e, far in hops.items() if far == hop)
                room = len(ring) if limit is None or hop == 0 else max(0, limit - len(reached))
                reached.update(dict.fromkeys(ring[:room], hop))
                total += len(ring)
                if len(ring) > room:
                    cut = True
                    break
        else:
            everyone = allowed if self.filtered(question) else [
                e for e in self.graph if kept is None or self.graph.nodes[e]["record"].type in kept
            ]  # fmt: skip
            ring = self.by_degree(everyone)
            reached = dict.fromkeys(ring[:limit])
            total, cut = len(ring), len(reached) < len(ring)
        inside = [k for k in found if set(k.split(".")[::2]) <= set(reached)]
        return {
            "nodes": {e: reached[e] for e in sorted(reached)},
            "edges": inside,
            "cut": cut,
            "total": total,
            "beyond": {e: len(set(ties[e]) - set(reached)) if e in ties else 0 for e in reached},
            "balance": {e: self.balance(e, inside, found) for e in reached},
            "hidden": self.hidden(question, reached, len(inside)),
        }

    def by_degree(self, entities: Iterable[str]) -> list[str]:
        """The best connected first, then by id."""
        return sorted(entities, key=lambda e: (-self.degree(e), e))

    def filtered(self, question: Question) -> list[str]:
        """The filters of a question that can hide something."""
        names = [n for n in question if n not in ("exact", "certainty", "time_match")]
        if question.get("certainty") == "certain" and ("as_of" in question or "during" in question):
            names.append("certainty")
        if question.get("time_match") == "within" and "during" in question:
            names.append("time_match")
        return names

    def balance(self, entity: str, edges: Iterable[str], found: Found) -> int:
        """The sum of the tones of an entity's edges that are affirmed as fact (R8)."""
        total = 0
        for key in edges:
            claims = [self.claim(c) for c in found[key]]
            if entity in key.split(".")[::2] and self.verdict(claims)[0] in ("asserted", "attributed"):
                total += self.polarity(claims)
        return total

    def hidden(self, question: Question, reached: Iterable[str], shown: int) -> dict[str, int]:
        """Per filter: how many more edges among the nodes there are without it.

        There may be fewer: without a date, more claims may change a status, which another filter then drops.
        """
        found = {}
        for name in self.filtered(question):
            lifted = self.select({k: v for k, v in question.items() if k != name})
            more = sum(set(k.split(".")[::2]) <= set(reached) for k in lifted) - shown
            if more > 0:
                found[name] = more
        return found

    def facets(self, found: Found) -> dict[str, Counter[str]]:
        """How many relations have each value of each property."""
        counts: dict[str, Counter[str]] = {}
        for key, keys in found.items():
            claims, kind = [self.claim(c) for c in keys], self.types[key.split(".")[1]]
            status, confidence, _, _ = self.verdict(claims)
            values: dict[str, set[str]] = {
                "asserted_by": {v for c in claims for v in self.voices(c)},
                "category": {kind.category},
                "confidence": {confidence},
                "dataset": {self.sources[c.source].dataset for c in claims},
                "modality": {c.modality.value for c in claims},
                "polarity": {TONES[self.polarity(claims)]},
                "source": {c.source for c in claims},
                "stance": {c.stance.value for c in claims},
                "status": {status},
                "type": {kind.id},
            }
            for name, present in values.items():
                counts.setdefault(name, Counter()).update(present)
        return counts

    def named(self, text: str) -> list[str]:
        """Entities that go by exactly this name, letter case, diacritics and punctuation aside."""
        return sorted(
            e.id
            for e in self.data.entities
            if plain(text) in {plain(n) for n in (e.label, e.id, *(n.text for n in e.names))}
        )

    def absence(self, question: Question, asked: Iterable[str]) -> dict[str, Any]:
        """Why nothing was found: the status, what filters hide, the silences, and the sources that were checked."""
        hiding = [n for n in self.filtered(question) if n not in ("type", "category", *asked)]
        alone = {n: len(self.select({k: v for k, v in question.items() if k != n})) for n in hiding}
        behind = self.select({k: v for k, v in question.items() if k not in hiding}) if hiding else {}
        hidden = {n: count for n, count in alone.items() if count}
        if behind and not hidden:
            hidden = {"combined": len(behind)}
        counted = [s for s in self.data.sources if self.counts(s.id, question)]
        silences = [
            s.key
            for s in sorted(self.data.silences, key=lambda s: (s.source, s.key))
            if self.counts(s.source, question) and self.answers(s, question)
        ]
        status = "not_stated" if silences else "unchecked"
        if behind:
            only_denied = all(self.verdict([self.claim(c) for c in cs])[0] == "denied" for cs in behind.values())
            status = "denied" if only_denied else "hidden_by_filters"
        checked = sum(s.coverage == "complete" for s in counted)
        return {"status": status, "hidden": hidden, "silences": silences, "checked": checked}

    def counts(self, source: str, question: Question) -> bool:
        """Whether a source is among those whose knowledge counts."""
        record = self.sources[source]
        if "known_at" in question and dated(record.published).last > span(question["known_at"])[1]:
            return False
        if "source" in question and source not in question["source"]:
            return False
        return "dataset" not in question or record.dataset in question["dataset"]

    def answers(self, silence: Silence, question: Question) -> bool:
        """Whether a silence on subject, type and object answers a question about them."""
        subjects, objects = self.meant(question, "subject"), self.meant(question, "object")
        asked = self.subtypes(question["type"]) if "type" in question else None
        if silence.type != "any" and (asked is None or not asked & self.subtypes([silence.type])):
            return False

        def about(end: str, chosen: set[str] | None) -> bool:
            return end == "any" or (chosen is not None and self.current(end) in chosen)

        straight = about(silence.subject, subjects) and about(silence.object, objects)
        symmetric = silence.type != "any" and self.types[silence.type].symmetric
        return straight or (symmetric and about(silence.subject, objects) and about(silence.object, subjects))


def plain(text: str) -> str:
    """A name in small letters, without marks and punctuation."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(c if c.isalnum() else " " for c in parts if not unicodedata.combining(c) and c not in "'’")
    return " ".join(letters.split())
