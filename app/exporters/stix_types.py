"""How our types are said in STIX 2.1: what an entity becomes, and which relationship types may stand between what.

Only armed groups are threat actors. Dissenters and peoples are identities, as are all who merely speak.
"""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple


class Form(NamedTuple):
    """A STIX type, and the properties that make an entity one of its kind."""

    type: str
    properties: Mapping[str, Any] = MappingProxyType({})


def _identity(kind: str) -> Form:
    return Form("identity", MappingProxyType({"identity_class": kind}))


# The nearest of a type and its more general types that is listed here decides.
_FORMS: Mapping[str, Form] = MappingProxyType(
    {
        "State": Form("location"),
        "GovernmentOrgan": _identity("organization"),
        "Organisation": _identity("organization"),
        "ArmedGroup": Form("threat-actor", MappingProxyType({"threat_actor_types": ("unknown",)})),
        "Person": _identity("individual"),
        "Population": _identity("group"),
        "GroupOfStates": _identity("group"),
        "Voice": _identity("unknown"),
        "Facility": Form("infrastructure", MappingProxyType({"infrastructure_types": ("unknown",)})),
        "Place": Form("location"),
        "Project": Form("infrastructure", MappingProxyType({"infrastructure_types": ("unknown",)})),
        "JointForce": _identity("organization"),
        "Policy": Form("course-of-action"),
        "Agreement": Form("course-of-action"),
        "Event": Form("incident"),
    }
)
_ANYTHING_ELSE = _identity("unknown")

# The relationship types of STIX that the ontology maps to, where both ends may have them; else it is related-to.
_BETWEEN: Mapping[str, Sequence[tuple[str, str]]] = MappingProxyType(
    {
        "attributed-to": (("threat-actor", "identity"),),
        "located-at": (("identity", "location"), ("threat-actor", "location"), ("infrastructure", "location")),
        "targets": (("threat-actor", "identity"), ("threat-actor", "location")),
        "hosts": (("threat-actor", "infrastructure"),),
        "owns": (("threat-actor", "infrastructure"),),
    }
)
CONFIDENCE: Mapping[str, int] = MappingProxyType({"low": 15, "medium": 50, "high": 85})
OPINIONS: Mapping[str, str] = MappingProxyType({"affirms": "agree", "denies": "disagree", "questions": "neutral"})


def form(lineage: Sequence[str], *, located: bool) -> Form:
    """What an entity becomes, given its type and all above it; a place that no one can locate is an identity."""
    found = next((_FORMS[name] for name in lineage if name in _FORMS), _ANYTHING_ELSE)
    return _ANYTHING_ELSE if found.type == "location" and not located else found


def relationship_type(mapping: str, status: str, source: str, target: str) -> str:
    """The relationship type between two STIX types: that of the mapping if STIX has it there and it is said as fact."""
    wanted = mapping.split("(")[0].split("/")[0].strip()
    if status in ("asserted", "attributed") and (source, target) in _BETWEEN.get(wanted, ()):
        return wanted
    return "related-to"


def identifier(kind: str, *keys: str) -> str:
    """A deterministic id in the form that the specification asks for: the same thing, the same id, in every export."""
    digest = hashlib.sha256("\x1f".join(("realpolitik", kind, *keys)).encode()).digest()
    return f"{kind}--{uuid.UUID(bytes=digest[:16], version=4)}"
