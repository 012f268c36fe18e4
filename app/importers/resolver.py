"""Names of foreign data to ids: to a curated entity where exactly one fits, to a common id for a country, else to an
id of the data set's own. Strict, without guessing; every resolution is kept, with how it came about and how often.
"""

from __future__ import annotations

import dataclasses
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from app.importers.countries import ALPHA_2, ALPHA_3, COUNTRY_ID, FORMER, NUMERIC, Country, countries
from app.importers.directory import Directory
from app.model.entity import Entity, Name
from app.model.ids import LONGEST_ID, is_slug
from app.model.names import fold
from app.model.ontology import ANY, Ontology

NOTHING: Final[Mapping[str, str]] = MappingProxyType({})
ACTOR: Final = ("Actor",)
_ISO: Final = (ALPHA_2, ALPHA_3, NUMERIC, FORMER)
_FIRST: Final = ("ArmedGroup", "Project", "Region")  # where a name fits these and others, these are meant
_GOVERNMENT: Final = re.compile(r"(?:the\s+)?government\s+of\s+(?:the\s+)?(\S.*)", re.IGNORECASE | re.DOTALL)
_HASH_LENGTH: Final = 8


@dataclass(slots=True)
class Resolution:
    """What became of a name: the entity, how it was found (or why not), and how often it was asked for."""

    name: str
    kind: str
    id: str
    how: str
    resolved: bool
    times: int = 0


def own_id(prefix: str, name: str, taken: Iterable[str] = ()) -> str:
    """The id of a name that resolves to nothing: the same for the same name, whatever else a file holds.

    Names that are equal when folded are one name. Where the slug does not hold all of it (other scripts, length), or
    is taken, a hash of the folded name follows, so that two names never share an id.
    """
    folded = fold(name) or name
    slug = "-".join(re.findall(r"[a-z0-9]+", folded))
    whole = f"{prefix}-{slug}"
    if slug and slug == folded.replace(" ", "-") and len(whole) <= LONGEST_ID and whole not in taken:
        return whole
    tail = hashlib.sha256(folded.encode()).hexdigest()[:_HASH_LENGTH]
    head = whole[: LONGEST_ID - _HASH_LENGTH - 1].strip("-")
    return f"{head}-{tail}"


class Resolver:
    """Resolves the names of one import. `prefix` begins the ids of what the data set alone knows."""

    def __init__(
        self, curated: Iterable[Entity], ontology: Ontology, prefix: str, overrides: Mapping[str, str] = NOTHING
    ) -> None:
        self.ontology = ontology
        self.made: dict[str, Entity] = {}
        self._prefix = prefix
        self._curated = Directory(curated)
        self._overrides = {fold(name): target for name, target in overrides.items()}
        self._unused = {fold(name): name for name in overrides}
        self._schemes: dict[str, Mapping[str, str]] = {}
        self._asked: dict[tuple[object, ...], Resolution] = {}

    def teach(self, scheme: str, codes: Mapping[str, str]) -> None:
        """Let `identifiers` name countries by codes of the data set's own: scheme, and own code -> ISO 3166 code."""
        self._schemes[scheme] = {code.casefold(): iso for code, iso in codes.items()}

    def entity(
        self,
        name: str,
        kinds: tuple[str, ...] = ACTOR,
        *,
        identifiers: Mapping[str, str] = NOTHING,
        identity: str | None = None,
        own_type: str | None = None,
        times: int = 1,
        **fields: Any,
    ) -> str:
        """The id of whoever bears this name.

        `kinds` are the entity types that it can be. The first, or `own_type`, is the type of an entity of the data
        set's own, whose further `fields` (country, place, description, generic ...) may be given. `identifiers` help
        to find it. Where the data set has ids for its names, which may be shared, `identity` goes into the own id in
        the name's place.
        """
        key = (name, kinds, identity, own_type, tuple(sorted(identifiers.items())))
        found = self._asked.get(key)
        if found is None:
            found = self._asked[key] = self._resolve(name, kinds, identifiers, identity or name)
            if not found.resolved:
                self._make(found, own_type or kinds[0], identifiers, fields)
        found.times += times
        return found.id

    def country(self, code: str, scheme: str = ALPHA_2, *, name: str = "", times: int = 1) -> str | None:
        """The id of the country with this code of ISO 3166 or of a scheme that was taught; None if there is none."""
        if self._country_of(scheme, code) is None:
            return None
        return self.entity(name or code, ("State",), identifiers={scheme: code}, times=times)

    def find(self, name: str, kinds: tuple[str, ...] = ACTOR, identifiers: Mapping[str, str] = NOTHING) -> str | None:
        """The id that the name resolves to, None if it is unresolved; nothing is recorded."""
        found = self._resolve(name, kinds, identifiers, name)
        return found.id if found.resolved else None

    def type_of(self, entity_id: str) -> str | None:
        """The type of an entity that is curated or was made here."""
        entity = self.get(entity_id)
        return entity.type if entity else None

    def get(self, entity_id: str) -> Entity | None:
        """The entity, if it is curated or was made here."""
        return self._curated.entities.get(entity_id) or self.made.get(entity_id)

    def is_curated(self, entity_id: str) -> bool:
        """Whether the id is that of a curated entity."""
        return entity_id in self._curated.taken

    def resolutions(self, *, resolved: bool) -> Iterator[Resolution]:
        """What was asked for, by name: that which resolved, or that which did not.

        Overrides of names that do not occur are told, too, with no times: one of them may be misspelt.
        """
        times: dict[tuple[str, str, str, str], int] = {}
        for one in self._asked.values():
            if one.resolved is resolved:
                key = (one.name, one.kind, one.id, one.how)
                times[key] = times.get(key, 0) + one.times
        if resolved:
            for folded, name in self._unused.items():
                times[name, "", self._overrides[folded], "override of a name that does not occur"] = 0
        yield from (Resolution(*key, resolved, times[key]) for key in sorted(times))

    def _make(self, found: Resolution, kind: str, identifiers: Mapping[str, str], fields: Mapping[str, Any]) -> None:
        """An entity of the data set's own; another name of one that is there becomes its alias."""
        label = " ".join(found.name.split()) or found.id
        known = self.made.get(found.id)
        if known is None:
            kept = MappingProxyType({k: v for k, v in identifiers.items() if k not in self._schemes})
            self.made[found.id] = Entity(id=found.id, type=kind, label=label, identifiers=kept, **fields)
            return
        if self._more_exact(kind, known.type):
            known = self.made[found.id] = dataclasses.replace(known, type=kind)
        if label not in (known.label, *(n.text for n in known.names)):
            self.made[found.id] = dataclasses.replace(known, names=(*known.names, Name(label)))

    def _more_exact(self, kind: str, known: str) -> bool:
        return kind != known and self.ontology.fits(kind, (known,))

    def _resolve(self, name: str, kinds: tuple[str, ...], identifiers: Mapping[str, str], identity: str) -> Resolution:
        kind = "/".join(kinds)
        found = self._match(name, kinds, identifiers)
        if found[0] is not None:
            return Resolution(name, kind, found[0], found[1], resolved=True)
        prefix = self._prefix
        if not self._is(kinds[0], ("Actor",)):  # a place may bear the name of an actor
            prefix = f"{prefix}-{kinds[0].lower()}"
        return Resolution(name, kind, own_id(prefix, identity, self._curated.taken), found[1], resolved=False)

    def _match(self, name: str, kinds: tuple[str, ...], identifiers: Mapping[str, str]) -> tuple[str | None, str]:
        """The id and how it was found, or None and why nothing was."""
        key = fold(name)
        if key in self._overrides:
            self._unused.pop(key, None)
            return self._target(self._overrides[key]), "override"
        for scheme, code in identifiers.items():
            owners = [e for e in self._curated.identified(scheme, code) if self._fits(e.type, kinds)]
            if len(owners) == 1:
                return owners[0].id, f"identifier {scheme} {code}"
            country = self._country_of(scheme, code)
            if country is not None and self._fits("State", kinds):
                return self._state(country), f"identifier {scheme} {code}"
        exact = self._curated.get(name) if is_slug(name) else None
        if exact is not None and self._fits(exact.type, kinds):
            return exact.id, "id"
        named = [e for e in self._curated.named(name) if self._fits(e.type, kinds)]
        first = [e for e in named if any(self._is(e.type, (t,)) for t in _FIRST)]
        if len(named) == 1 or len(first) == 1:
            return (named[0] if len(named) == 1 else first[0]).id, "name"
        if named:
            return None, f"fits {', '.join(sorted(e.id for e in named))}: name one in an overrides file"
        government = _GOVERNMENT.fullmatch(name.strip())
        if government and (self._fits("Government", kinds) or self._fits("State", kinds)):
            return self._government(government.group(1))
        country = countries().named(name) if self._fits("State", kinds) else None
        if country is not None:
            return self._state(country), f"country name (ISO 3166 {country.code})"
        metonym = [e.id for e in self._curated.metonym(name) if self._fits(e.type, kinds)]
        if metonym:
            return None, f"may stand for {', '.join(sorted(metonym))}: name it in an overrides file if it does"
        return None, "nobody bears the name"

    def _target(self, entity_id: str) -> str:
        """What an override names: a curated entity, or a country by its common id."""
        country = countries().by_code.get(entity_id.removeprefix(COUNTRY_ID).upper())
        if entity_id not in self._curated.taken and country is not None:
            return self._state(country)
        return self._curated.merged.get(entity_id, entity_id)

    def _government(self, of: str) -> tuple[str | None, str]:
        state, how = self._match(of, ("State",), NOTHING)
        if state is None:
            return None, f"no country is called {' '.join(of.split())}"
        organ = self._curated.government(state)
        if organ is not None:
            return organ, f"government of a state ({how}): its curated organ"
        return state, f"government of a state ({how}): no organ is curated, the state stands for it"

    def _country_of(self, scheme: str, code: str) -> Country | None:
        if scheme in _ISO:
            return countries().identified(scheme, code)
        iso = self._schemes.get(scheme, NOTHING).get(code.casefold())
        return countries().by_code.get(iso) if iso else None

    def _state(self, country: Country) -> str:
        curated = self._curated.states.get(country.code)
        if curated is not None:
            return curated
        entity_id = (
            country.id
            if country.id not in self._curated.taken
            else own_id(country.id, country.label, self._curated.taken)
        )
        self.made.setdefault(entity_id, dataclasses.replace(country.entity(), id=entity_id))
        return entity_id

    def _is(self, kind: str, types: tuple[str, ...]) -> bool:
        return kind in self.ontology.entity_types and self.ontology.fits(kind, types)

    def _fits(self, kind: str, kinds: tuple[str, ...]) -> bool:
        """Whether an entity type is one of these, or one of these is a more exact form of it."""
        if kind == "Voice" and "Voice" not in kinds:
            return False
        return ANY in kinds or self._is(kind, kinds) or any(self._is(one, (kind,)) for one in kinds)
