"""Event tables that machines coded with CAMEO: ICEWS, GDELT 1.0 and 2.0, recognised by their columns.

What a machine read in the news is never asserted: the voice is the machine coding, which is not the author of the data
set, so that every relation is attributed to it; confidence is low, and the basis implied (ADR 0201).
"""

from __future__ import annotations

import dataclasses
import hashlib
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from app.errors import InvalidValue
from app.importers.about import TABLE
from app.importers.cameo.actors import Actors, Named
from app.importers.cameo.layouts import GDELT_1, GDELT_2, ICEWS, recognise
from app.importers.cameo.table import Events
from app.importers.collector import Collector
from app.model.entity import Entity
from app.model.source import Paragraph, Source

NAME: Final = "cameo-events"
_GDELT_LICENCE: Final = "GDELT terms of use: any use, with citation and a link to the project"
_GDELT_TERMS: Final = "https://www.gdeltproject.org/about.html#termsofuse"


@dataclass(frozen=True, slots=True)
class Origin:
    """Whose data a layout holds."""

    title: str
    short: str
    licence: str
    licence_url: str
    attribution: str
    inferred: str | None


_ORIGINS: Final[Mapping[str, Origin]] = MappingProxyType(
    {
        ICEWS: Origin(
            "ICEWS coded event data",
            "ICEWS",
            "Terms of the data set in the Harvard Dataverse",
            "https://doi.org/10.7910/DVN/28075",
            "Boschee, Lautenschlager, O'Brien, Shellman, Starz, Ward: ICEWS Coded Event Data, Harvard Dataverse",
            "The table dates an event by the day on which the story appeared; the coding itself came out later.",
        ),
        GDELT_1: Origin(
            "GDELT 1.0 event database", "GDELT 1.0", _GDELT_LICENCE, _GDELT_TERMS, "The GDELT Project", None
        ),
        GDELT_2: Origin(
            "GDELT 2.0 event database", "GDELT 2.0", _GDELT_LICENCE, _GDELT_TERMS, "The GDELT Project", None
        ),
    }
)


def read(files: Sequence[Path], to: Collector) -> None:
    """Read event tables of one layout."""
    with tempfile.TemporaryDirectory(prefix="realpolitik-events-") as name:
        folder = Path(name)
        tables = [recognise(path, folder) for path in files]
        layouts = sorted({table.layout for table in tables})
        if len(layouts) > 1:
            raise InvalidValue("files", f"these are tables of {' and '.join(layouts)}: import each kind by itself")
        layout = layouts[0]
        _describe(to, layout)
        voice = _voice(to, layout)
        events = Events(folder)
        try:
            for table in tables:
                to.tally(rows=events.read(table))
            _import(events, layout, voice, to)
        finally:
            events.close()


def _import(events: Events, layout: str, voice: str, to: Collector) -> None:
    ids = _resolved(events, layout, Actors(to))
    kinds = {entity: to.type_of(entity) or "Actor" for entity in set(ids.values())}
    events.plan(to.ontology, ids, kinds, to.info.id, voice)
    target = to.claims_file()
    claims = events.write(target)
    to.claims_written(claims, [*events.named(target), voice])
    to.tally(kept=claims, merged=events.merged())
    if to.counts.rows > to.counts.kept + to.counts.merged:
        for lines in events.rejected():
            to.reject_lines(lines)
    _sources(events.sources(target), layout, to)


def _resolved(events: Events, layout: str, actors: Actors) -> dict[str, str]:
    """The entity of each actor, by its key."""
    if layout == ICEWS:
        return {key: actors.icews(actor) for key, actor in events.actors()}
    names: dict[str, list[tuple[str, Named]]] = {}
    for key, actor in events.actors():  # GDELT gives a code first, then the name under which it was found
        names.setdefault(actor.name, []).append((key, Named(actor.country, "", actor.times)))
    ids: dict[str, str] = {}
    for code, found in names.items():
        entity = actors.gdelt(code, [named for _, named in found])
        ids.update((key, entity) for key, _ in found)
    return ids


def _describe(to: Collector, layout: str) -> None:
    """Say whose data it is; the data set's id is that of the layout unless the user gave one."""
    origin = _ORIGINS[layout]
    to.info = dataclasses.replace(
        to.info,
        id=layout if to.info.id == NAME else to.info.id,
        title=origin.title,
        licence=origin.licence,
        licence_url=origin.licence_url,
        attribution=origin.attribution,
        description=f"Machine-coded, imported, not curated: {origin.title}. Nobody has read these events.",
    )


def _voice(to: Collector, layout: str) -> str:
    """The voice of all claims: a machine that read the news, not those who publish what it found."""
    short = _ORIGINS[layout].short
    return to.entity(
        Entity(
            id=f"machine-coding-of-{layout}",
            type="Voice",
            label=f"Machine coding of {short}",
            in_sentence=f"the machine coding of {short}",
            description=f"A program that coded sentences of news stories for {short}. Nobody checked what it found.",
        )
    )


def _sources(ids: Sequence[str], layout: str, to: Collector) -> None:
    """One source for each day of news, so that what was known when is known by the day."""
    origin = _ORIGINS[layout]
    author = to.entity(
        Entity(
            id=f"publishers-of-{layout}",
            type="Voice",
            label=f"Publishers of {origin.short}",
            in_sentence=f"the publishers of {origin.short}",
            plural=True,
            description=f"Those who publish {origin.title}. They do not vouch for single events.",
        )
    )
    whole = hashlib.sha256("\n".join(str(i["sha256"]) for i in to.inputs.values()).encode()).hexdigest()
    said = Paragraph(TABLE, whole, "The table as a whole; notes name the story or the address of each row.")
    for source in ids:
        day = source.removeprefix(f"{to.info.id}-")
        to.source(
            Source(
                id=source,
                title=f"{origin.title}: news of {day}",
                author=author,
                published=to.published or day,
                published_inferred=None if to.published else origin.inferred,
                language="en",
                coverage="partial",
                dataset=to.info.id,
                sha256=whole,
                paragraphs=(said,),
                note=f"Machine-coded. Read from {', '.join(to.inputs)}.",
            )
        )
