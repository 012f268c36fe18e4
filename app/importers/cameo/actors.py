"""The actors of event tables as entities: names with a role ("Militant (Taliban)"), plain names, CAMEO's actor codes.

A role with a parent is an entity of its own, whose id comes of both: citizens of a country are never the country. It is
an organ only where the role is that of an organ of a state (`roles.tsv`).
"""

from __future__ import annotations

import csv
import dataclasses
import functools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType
from typing import Final

from app.importers.collector import Collector
from app.importers.countries import ALPHA_2, ALPHA_3, countries
from app.model.names import fold

_WRAPPED: Final = re.compile(r"\s*(\S.*?)\s*\(\s*([^()]*\S)\s*\)\s*\Z", re.DOTALL)
_CAMEO: Final = "cameo"
# Country codes of CAMEO that ISO 3166 has dropped or never had.
_COUNTRY_CODES: Final = MappingProxyType({"ROM": "RO", "TMP": "TL", "ZAR": "CD"})
_REGIONS: Final = MappingProxyType(
    {
        "AFR": "Africa", "ASA": "Asia", "BLK": "Balkans", "CAS": "Central Asia", "CAU": "Caucasus",
        "CEU": "Central Europe", "CFR": "Central Africa", "CRB": "Caribbean", "EAF": "Eastern Africa",
        "EEU": "Eastern Europe", "EIN": "East Indies", "EUR": "Europe", "LAM": "Latin America", "MDT": "Mediterranean",
        "MEA": "Middle East", "NAF": "North Africa", "NMR": "North America", "PGS": "Persian Gulf",
        "SAF": "Southern Africa", "SAM": "South America", "SAS": "South Asia", "SCN": "Scandinavia",
        "SEA": "Southeast Asia", "WAF": "West Africa", "WST": "the West",
    }
)  # fmt: skip
_ORGANS: Final = frozenset({"Government", "GovernmentOrgan", "Ministry", "Embassy", "Officials", "Military"})


@dataclass(frozen=True, slots=True)
class Role:
    """What a role makes of an actor: its entity type, whether it is an organ of a state, whether it is a class."""

    name: str
    type: str
    organ: bool
    generic: bool
    label: str


@dataclass(frozen=True, slots=True)
class Named:
    """An actor as a table names it: name and country (ICEWS), or code and name (GDELT), and how often."""

    name: str
    country: str
    times: int
    intergovernmental: bool = False


class Actors:
    """Resolves the actors of one import; every name that is asked for is recorded by the resolver."""

    def __init__(self, to: Collector) -> None:
        self._to = to
        self._resolver = to.resolver
        self._by_name, self._by_code = _roles()
        self._resolver.teach(_CAMEO, _COUNTRY_CODES)

    def icews(self, actor: Named) -> str:
        """The id of an actor of ICEWS."""
        override = self._resolver.find(actor.name) if actor.name else None
        wrapped = _WRAPPED.match(actor.name)
        role = self._by_name.get(fold(wrapped.group(1))) if wrapped else None
        if override is None and wrapped and role:
            return self._with_role(actor.name, role, wrapped.group(2), actor.times)
        country = countries().named(actor.country)
        code = country.code if country else None
        if override is not None and self._suits(override, code):
            return self._resolver.entity(actor.name, times=actor.times)
        kind = "IntergovernmentalOrganisation" if actor.intergovernmental and not actor.country else "Actor"
        if override is not None:  # somebody else of that name
            return self._own(
                f"{actor.name} ({actor.country})", kind, f"{actor.name} {actor.country}", code, actor.times
            )
        if fold(actor.name) == fold(actor.country) or not actor.country:
            return self._resolver.entity(actor.name, (kind,), times=actor.times)
        return self._own(actor.name, kind, f"{actor.name} {actor.country}", code, actor.times)

    def gdelt(self, code: str, names: Iterable[Named]) -> str:
        """The id of an actor code of CAMEO, with the names under which it occurs."""
        listed = sorted(names, key=lambda one: (-one.times, one.name))
        times = sum(one.times for one in listed)
        chunks = [code[at : at + 3] for at in range(0, len(code), 3)]
        country = self._country(chunks[0])
        region = _REGIONS.get(chunks[0])
        rest = chunks[1:] if country or region else chunks
        if not rest and country:
            return self._resolver.country(country, name=listed[0].name or code, times=times) or code
        roles = [self._by_code[chunk] for chunk in rest if chunk in self._by_code]
        if not rest:
            return self._resolver.entity(str(region), ("GroupOfStates",), generic=True, times=times)
        parent = countries().by_code[country].label if country else region
        if len(roles) == len(rest):
            name = (
                f"{', '.join(role.name for role in roles)} ({parent})" if parent else ", ".join(r.name for r in roles)
            )
            if parent:
                return self._with_role(name, roles[0], parent, times)
            return self._resolver.entity(name, (roles[0].type,), generic=True, times=times)
        kind = roles[0].type if roles else "Actor"
        spoken = listed[0].name.title() or code
        found = self._resolver.find(listed[0].name, (kind,)) if listed[0].name else None
        if found is not None and self._suits(found, country):
            return self._resolver.entity(listed[0].name, (kind,), times=times)
        return self._own(f"{spoken} ({code})", kind, code, country, times)

    def _with_role(self, name: str, role: Role, parent: str, times: int) -> str:
        """The entity of a role and whom or what it belongs to."""
        state = self._resolver.find(parent, ("State",))
        if role.type == "Government" and state is not None:
            found = self._resolver.find(f"Government of {parent}", ("Government",))
            if found is not None and self._to.type_of(found) == "Government":
                return self._resolver.entity(f"Government of {parent}", ("Government",), times=times)
        above = state or self._resolver.find(parent) or fold(parent)
        code = _alpha_2(parent)
        organ = state if role.organ and state and role.type in _ORGANS else None
        entity_id = self._resolver.entity(
            name,
            (role.type,),
            identity=f"{role.name} {above}",
            country=code,
            organ_of=organ,
            generic=role.generic,
            description=f"“{role.name}” of {parent}, as event coding names actors by their role.",
            times=times,
        )
        made = self._resolver.made.get(entity_id)
        if made is not None and role.label and made.label == name:
            self._to.resolver.made[entity_id] = dataclasses.replace(
                made, label=role.label.format(role=role.name, parent=parent)
            )
        return entity_id

    def _own(self, name: str, kind: str, identity: str, code: str | None, times: int) -> str:
        return self._resolver.entity(name, (kind,), identity=identity, country=code, times=times)

    def _suits(self, entity_id: str, country: str | None) -> bool:
        """Whether an actor of that country can be this entity: a person of another country is another one."""
        known = self._resolver.get(entity_id)
        return known is None or known.type != "Person" or None in (known.country, country) or known.country == country

    def _country(self, chunk: str) -> str | None:
        """The two-letter code of a country code of CAMEO."""
        found = countries().identified(ALPHA_3, chunk)
        return found.identifiers.get(ALPHA_2) if found else _COUNTRY_CODES.get(chunk)


def _alpha_2(name: str) -> str | None:
    found = countries().named(name)
    return found.identifiers.get(ALPHA_2) if found else None


@functools.lru_cache(maxsize=1)
def _roles() -> tuple[Mapping[str, Role], Mapping[str, Role]]:
    """Roles by folded name and by code of CAMEO."""
    text = files(__package__).joinpath("roles.tsv").read_text(encoding="utf-8")
    by_name, by_code = {}, {}
    for row in csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        role = Role(row["role"], row["type"], row["organ"] == "yes", row["generic"] == "yes", row["label"] or "")
        by_name[fold(role.name)] = role
        if row["code"]:
            by_code[row["code"]] = role
    return MappingProxyType(by_name), MappingProxyType(by_code)
