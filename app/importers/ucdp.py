"""What the data sets of the Uppsala Conflict Data Program share: the author, and how parties are named and resolve."""

from __future__ import annotations

import re
from typing import Final

from app.importers.resolver import Resolver
from app.model.entity import Entity, Name, NameKind

AUTHOR: Final = Entity(
    id="ucdp",
    type="ResearchInstitute",
    label="Uppsala Conflict Data Program",
    names=(Name("UCDP", NameKind.ABBREVIATION, "en"),),
    country="SE",
    in_sentence="the Uppsala Conflict Data Program",
    description="Research programme at Uppsala University that codes organised violence from news and other reports.",
)
URL: Final = "https://ucdp.uu.se/"
ACTOR_ID: Final = "ucdp_actor"
_GOVERNMENT: Final = "Government of "
_JOINT: Final = re.compile(rf",\s*(?={_GOVERNMENT})")
_FORMER: Final = re.compile(r"\s*\([^()]*\)\s*\Z")  # "Yemen (North Yemen)": UCDP goes on with the state there is
_GROUP: Final = ("ArmedGroup", "Organisation", "Population")
_POWER: Final = ("State", "Government")


class Parties:
    """Resolves UCDP's parties. How a name is taken is settled once; each time that it occurs is counted."""

    def __init__(self, resolver: Resolver) -> None:
        self._resolver = resolver
        self._taken: dict[str, tuple[str, tuple[str, ...]]] = {}

    def joint(self, name: str, actor: str, *, armed: bool) -> list[str]:
        """The ids of a party; several where governments act together, to whom the one actor id does not belong."""
        parts = _JOINT.split(name)
        if len(parts) == 1 or not name.startswith(_GOVERNMENT):
            return [self.one(name, actor, armed=armed)]
        return list(dict.fromkeys(self.one(part, "", armed=False) for part in parts))

    def one(self, name: str, actor: str, *, armed: bool) -> str:
        """The id of a party by its name and UCDP's actor id, which tells namesakes apart.

        Where it is not said to be an armed group, it may be a community or somebody's followers: an actor, no more.
        """
        if name not in self._taken:
            self._taken[name] = self._as_taken(name)
        known, kinds = self._taken[name]
        own_type = None if armed or kinds is not _GROUP else "Actor"
        if not actor:
            return self._resolver.entity(known, kinds, own_type=own_type)
        return self._resolver.entity(
            known,
            kinds,
            identifiers={ACTOR_ID: actor},
            identity=f"actor {actor}",
            own_type=own_type,
            reference=f"UCDP, actor {actor}",
        )

    def _as_taken(self, name: str) -> tuple[str, tuple[str, ...]]:
        """The name to ask for, and what it can be."""
        if not name.startswith(_GOVERNMENT):
            return name, _GROUP
        for one in (name, _FORMER.sub("", name)):
            if self._resolver.find(one, _POWER) is not None:
                return one, _POWER
        return name.removeprefix(_GOVERNMENT), _POWER  # no list knows the country: a state of the data set's own


def country_of(resolver: Resolver, name: str) -> Entity | None:
    """The country that UCDP calls so, if it is known; the former name in parentheses aside."""
    for one in (name, _FORMER.sub("", name)):
        found = resolver.find(one, ("State",))
        if found is not None:
            return resolver.get(found)
    return None
