"""Builds a tiny world in prose: who there is, what a source says, in whose voice, how and when.

    world = World()
    world.ministry("foreign-office", of="ruritania")
    world.source("gazette", published="2019-05-20")
    world.claim("graustark", "shelters", "rebels", by="foreign-office", modality="alleged", valid="2016~/..")

Whatever is named and not described is a State with its id for a label. Claims come from the source opened last.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from app.building.memory import build
from app.engines.columnar.view import ColumnarView
from app.model.claim import Basis, Claim, Confidence, Evidence, Hedge, HedgeKind, Modality, Progress, Stance, Validity
from app.model.dataset import Dataset
from app.model.entity import Entity, Existence, Name, NameKind
from app.model.ids import claim_id
from app.model.ontology import Ontology
from app.model.silence import ANY, Silence
from app.model.source import DatasetInfo, Paragraph, Source, fingerprint
from tests.worlds.ontology import small_ontology

AUTHOR = "the author"  # in `by`: the author of the claim's source
Voices = str | Sequence[str] | None


class World:
    """What a test says there is; `dataset()` freezes it. Each method that names a thing returns its id."""

    def __init__(self, ontology: Ontology | None = None) -> None:
        self.ontology = ontology or small_ontology()
        self._entities: dict[str, Entity] = {}
        self._sources: dict[str, Source] = {}
        self._datasets: dict[str, DatasetInfo] = {}
        self._silences: list[Silence] = []
        self.claims: list[Claim] = []
        self._open: str | None = None

    def __repr__(self) -> str:
        """The world as it was told, for the reader of a failed test."""
        told = [f"{s.id} ({s.published}, {s.dataset}, by {s.author})" for s in self._sources.values()]
        for c in self.claims:
            details = f"{c.stance} {c.modality} by {'+'.join(c.asserted_by)}, {c.confidence}, in {c.source}"
            told.append(f"{c.subject} {c.type} {c.object} @ {c.valid.edtf}: {details} {dict(c.attributes) or ''}")
        return "World:\n  " + "\n  ".join(told)

    # who and what there is

    def entity(
        self,
        key: str,
        label: str | None = None,
        *,
        type: str = "State",
        names: Iterable[Name | str] = (),
        of: str | None = None,
        was: Sequence[str] = (),
        existence: str = "actual",
        **fields: Any,
    ) -> str:
        """An entity; `of`: the state or organ it is an organ of, `was`: ids that were merged into it."""
        self._entities[key] = Entity(
            id=key,
            type=type,
            label=label or key.replace("-", " ").title(),
            names=tuple(n if isinstance(n, Name) else Name(n) for n in names),
            organ_of=of,
            merged_ids=tuple(was),
            existence=Existence(existence),
            **fields,
        )
        return key

    def state(self, key: str, label: str | None = None, **fields: Any) -> str:
        """A state."""
        return self.entity(key, label, type="State", **fields)

    def ministry(self, key: str, label: str | None = None, *, of: str, **fields: Any) -> str:
        """A ministry of a government or state."""
        return self.entity(key, label, type="Ministry", of=of, **fields)

    def embassy(self, key: str, label: str | None = None, *, of: str, **fields: Any) -> str:
        """An embassy of a state."""
        return self.entity(key, label, type="Embassy", of=of, **fields)

    def group(self, key: str, label: str | None = None, **fields: Any) -> str:
        """An armed group."""
        return self.entity(key, label, type="ArmedGroup", **fields)

    def event(self, key: str, label: str | None = None, **fields: Any) -> str:
        """An event that others point at."""
        return self.entity(key, label, type=fields.pop("type", "Event"), **fields)

    def voice(self, key: str, label: str | None = None, **fields: Any) -> str:
        """Somebody who only speaks: an author, unnamed reports."""
        return self.entity(key, label, type="Voice", **fields)

    # who says it

    def data(self, key: str, title: str | None = None) -> str:
        """A data set; sources name theirs."""
        self._datasets[key] = DatasetInfo(key, title or key.title(), "CC-BY-4.0", f"The makers of {key}", "A test.")
        return key

    def source(
        self,
        key: str,
        *,
        published: str = "2019-05-20",
        author: str | None = None,
        coverage: str = "complete",
        dataset: str = "press",
        title: str | None = None,
        paragraphs: int = 9,
        **fields: Any,
    ) -> str:
        """Open a source; the claims that follow are drawn from it. Its author is a voice named `<key>-author`."""
        author = author or self.voice(f"{key}-author")
        if dataset not in self._datasets:
            self.data(dataset)
        notes = [f"Paragraph {n} of {key}." for n in range(1, paragraphs + 1)]
        self._sources[key] = Source(
            id=key,
            title=title or key.replace("-", " ").title(),
            author=author,
            published=published,
            language="en",
            coverage=coverage,
            dataset=dataset,
            sha256=hashlib.sha256(key.encode()).hexdigest(),
            paragraphs=tuple(Paragraph(n, fingerprint(note), note) for n, note in enumerate(notes, 1)),
            **fields,
        )
        self._open = key
        return key

    # what is said

    def claim(
        self,
        subject: str,
        type: str,
        object: str,
        *,
        by: Voices = None,
        to: str | None = None,
        via: str | None = None,
        stance: str = "affirms",
        modality: str = "fact",
        hedge: str | tuple[str, str] | None = None,
        progress: str | None = None,
        valid: str | None = None,
        words: str | None = None,
        inferred: str | None = None,
        confidence: str = "high",
        basis: str = "explicit",
        source: str | None = None,
        paragraph: int | Sequence[int] = 1,
        note: str | None = None,
        about: str | None = None,
        key: str | None = None,
        ended: bool = False,
        attributes: Mapping[str, Any] | None = None,
    ) -> str:
        """Say it; the id of the claim comes back. Without `by` the author says it, without `valid` it holds from
        the day of publication on (a state) or happened then (an event). `about`: the claim that this one targets.
        """
        source = source or self._open or self.source("gazette")
        kind = self.ontology.relation_types[type]
        published = self._sources[source].published
        edtf = valid or (f"{published}/.." if kind.kind == "state" else published)
        voices = tuple(self._sources[source].author if v == AUTHOR else v for v in _listed(by) or [AUTHOR])
        paragraphs = [paragraph] if isinstance(paragraph, int) else list(paragraph)
        extra = {**(attributes or {}), **({"ended": True} if ended else {})}
        made = Claim(
            id=claim_id(
                source=source,
                paragraphs=paragraphs,
                asserted_by=voices,
                addressed_to=to,
                subject=subject,
                relation_type=type,
                object_=object,
                symmetric=kind.symmetric,
                stance=stance,
                modality=modality,
                edtf=edtf,
                attributes=extra,
                target_claim=about,
            ),
            source=source,
            subject=subject,
            type=type,
            object=object,
            asserted_by=voices,
            stance=Stance(stance),
            modality=Modality(modality),
            confidence=Confidence(confidence),
            valid=Validity(edtf, words, inferred or (None if valid else "undated: the date of publication")),
            evidence=tuple(Evidence(n, note or f"{subject} {kind.label} {object}.") for n in paragraphs),
            basis=Basis(basis),
            addressed_to=to,
            via=via,
            hedge=_hedge(hedge),
            progress=Progress(progress) if progress else None,
            attributes=MappingProxyType(extra),
            target_claim=about,
            key=key,
        )
        self.claims.append(made)
        return made.id

    def denial(self, subject: str, type: str, object: str, **fields: Any) -> str:
        """Say that it is not so."""
        return self.claim(subject, type, object, stance="denies", **fields)

    def question(self, subject: str, type: str, object: str, **fields: Any) -> str:
        """Ask whether it is so."""
        return self.claim(subject, type, object, stance="questions", **fields)

    def silence(
        self,
        question: str,
        *,
        subject: str = ANY,
        type: str = ANY,
        object: str = ANY,
        source: str | None = None,
        nearest: Sequence[str] = (),
        key: str | None = None,
    ) -> str:
        """What was looked for in the open source and is not there."""
        source = source or self._open or self.source("gazette")
        key = key or f"silence-{len(self._silences) + 1}"
        self._silences.append(Silence(key, source, question, subject, type, object, "Not said.", (1,), tuple(nearest)))
        return key

    # what it amounts to

    def dataset(self) -> Dataset:
        """Everything said so far, in the order in which it was said; what nobody described is a State."""
        merged = {old for e in self._entities.values() for old in e.merged_ids}
        for key in self._mentioned():
            if key not in self._entities and key not in merged:
                self.entity(key)
        return Dataset(
            self.ontology,
            tuple(self._datasets.values()),
            tuple(self._entities.values()),
            tuple(self._sources.values()),
            tuple(self.claims),
            tuple(self._silences),
        )

    def _mentioned(self) -> dict[str, None]:
        named: list[str | None] = [e.organ_of for e in self._entities.values()]
        named += [s.author for s in self._sources.values()]
        for claim in self.claims:
            named += [claim.subject, claim.object, *claim.asserted_by, claim.addressed_to, claim.via]
        for silence in self._silences:
            named += [end for end in (silence.subject, silence.object) if end != ANY]
        return dict.fromkeys(key for key in named if key)


def view(world: World | Dataset) -> ColumnarView:
    """The world through the columnar engine."""
    return ColumnarView(build(world.dataset() if isinstance(world, World) else world))


def name(text: str, kind: str = "alias", lang: str | None = None) -> Name:
    """A name with its kind and language."""
    return Name(text, NameKind(kind), lang)


def _listed(voices: Voices) -> list[str]:
    return [voices] if isinstance(voices, str) else list(voices or ())


def _hedge(hedge: str | tuple[str, str] | None) -> Hedge | None:
    if hedge is None:
        return None
    kind, words = (hedge, hedge) if isinstance(hedge, str) else hedge
    return Hedge(HedgeKind(kind), words)
