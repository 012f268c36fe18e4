"""Worlds and questions at random: parallel edges, spells, vague and open dates, contested claims, organs, merges.

A world has a small cast and few triples of subject, type and object, so that claims meet on the same relation. Names
of the cast are chosen to be confused.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from app.model.claim import Modality, Progress, Stance, Status
from tests.conformance.readings import dated
from tests.worlds import AUTHOR, World, name

CAST = (
    "arland", "arland-government", "arland-ministry", "borland", "borland-embassy", "corland",
    "reds", "zed", "the-raid", "the-summit",
)  # fmt: skip
MERGED = ("old-borland", "crimsons")  # ids of borland and the reds
ENTITIES = (*CAST, *MERGED)
PARENTS = ("arland", "arland-government", "arland-ministry", "old-borland", "corland", None)
STATES = ("allied_with", "tense_with", "supports", "arms", "arms_covertly", "funds", "shelters", "affects", "controls")
EVENTS = ("attacks", "bombs", "visits", "consults_with", "followed_by")
TYPES = (*STATES, *EVENTS)
SOURCES = ("gazette", "courier", "leaflet")
DATASETS = ("archive", "press")

# Dates of every kind, few enough to meet: some follow each other without a gap, some lie within others.
POINTS = (
    "2015", "2014", "2015-04", "2015~", "2014-12-31", "2015-04-18", "2018%", "2015-05-01", "2015?", "2018", "2015-04~",
    "2015-04-18~", "2015-21", "2015-22~", "201X", "2018-XX", "2015-04-XX", "2012-12-31~",
)  # fmt: skip
PAIRS = tuple(f"{a}/{b}" for a in POINTS for b in POINTS if dated(a).first <= dated(b).last)
OPEN = tuple(text for p in POINTS for text in (f"{p}/..", f"{p}/", f"../{p}", f"/{p}"))
NOTES = ("They met.", "It is said so.", "Nobody knows.")

VOICES = ("gazette-author", "reds", "arland", "arland-ministry", "corland", "zed", "borland")

# Intervals of which one begins on the day after another ends.
MEETING = (
    "2012/2014",
    "2015/2018",
    "../2014",
    "2015/..",
    "2015-04-18/2015-04-30",
    "2015-05-01/2018",
    "2014/2014-12-31",
)

dates = st.one_of([st.sampled_from(kind) for kind in (POINTS, MEETING, OPEN, PAIRS)])


def some(values: Any, most: int = 2) -> SearchStrategy[list[Any]]:
    """One or a few of the values."""
    return st.lists(st.sampled_from(list(values)), min_size=1, max_size=most, unique=True)


# The simplest pairs come first, and should be no self-loops: the object is drawn from the other end of the cast.
ends = st.tuples(st.sampled_from(ENTITIES), st.sampled_from(ENTITIES[::-1]))
ties = st.tuples(st.integers(0, 3), st.sampled_from(TYPES))  # the place of a pair, and what ties it

# What is said about a triple; what most claims do not have is left out most of the time.
details = st.fixed_dictionaries(
    {
        "valid": dates,
        "source": st.integers(0, 2),
        "stance": st.sampled_from([Stance.AFFIRMS, Stance.AFFIRMS, Stance.DENIES, Stance.QUESTIONS]),
        "modality": st.sampled_from([Modality.FACT, Modality.ALLEGED, Modality.FACT, Modality.FACT, *Modality]),
        "by": st.sampled_from([[AUTHOR], ["reds", AUTHOR], ["arland"], [AUTHOR], ["borland", "old-borland", "corland"],
                               ["arland-ministry"], ["old-borland"], ["zed"]]),
        "confidence": st.sampled_from(["low", "medium", "high"]),
        "paragraph": st.integers(1, 3),
    },
    optional={
        "to": st.sampled_from(["borland-embassy", "old-borland", "arland"]),
        "via": st.sampled_from(["the-raid", "the-summit", "zed"]),
        "progress": st.sampled_from([p.value for p in Progress]),
        "words": st.sampled_from(["these days", "long AGO"]),
        "note": st.sampled_from(NOTES),
        "ended": st.booleans(),
        "effect": st.sampled_from(["harms", "helps", "unclear"]),
        "event_id": st.sampled_from(["E1", "E2"]),
        "about": st.integers(0, 3),
    },
)  # fmt: skip
sources: SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {
        "published": st.sampled_from(["2014", "2015-04~", "2018-06-12", "2019-02", "2018-12~"]),
        "dataset": st.sampled_from(DATASETS),
        "author": st.sampled_from([None, None, "zed", "crimsons"]),
        "coverage": st.sampled_from(["complete", "partial"]),
    }
)
silences: SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {
        "subject": st.sampled_from([*ENTITIES, "any"]),
        "type": st.sampled_from([*TYPES, "any"]),
        "object": st.sampled_from([*ENTITIES, "any"]),
        "source": st.integers(0, 2),
    }
)


@st.composite
def worlds(draw: st.DrawFn, relations: int = 5) -> World:
    """A world with the cast, one to three sources, a dozen claims on a few relations, and some silences."""
    world = World()
    world.state("arland", "Årland", names=["Arland", name("Ruba", "metonym")])
    world.entity("arland-government", "Government of Årland", type="Government", of="arland", names=["Ruba"])
    world.ministry("arland-ministry", "Ministry", of=draw(st.sampled_from(["arland-government", "arland"])))
    world.state("borland", "Borland", was=["old-borland"], names=["The Union"])
    world.embassy("borland-embassy", "Embassy", of="old-borland")
    world.state("corland", "Corland", names=["THE UNION", "أرض"])
    world.group("reds", "the Reds", was=["crimsons"], names=["L’Union"])
    world.entity("zed", "Zed", type="Person", of=draw(st.sampled_from([None, "corland"])))
    world.event("the-raid", "the raid", type="Attack")
    world.event("the-summit", "the summit")
    printed = draw(st.lists(sources, min_size=1, max_size=3))
    opened = [world.source(key, **given) for key, given in zip(SOURCES, printed, strict=False)]
    near = draw(st.lists(ends, min_size=2, max_size=2 + relations // 3))
    tied = draw(st.lists(ties, min_size=2, max_size=relations))
    around = [(near[i % len(near)][0], type_, near[i % len(near)][1]) for i, type_ in tied]
    sayings = st.tuples(st.integers(0, relations - 1), details)
    for place, given in draw(st.lists(sayings, min_size=3, max_size=10 + relations)):
        say(world, around[place % len(around)], {**given, "source": opened[given["source"] % len(opened)]})
    for given in draw(st.lists(silences, max_size=2)):
        world.silence("Is it so?", **{**given, "source": opened[given["source"] % len(opened)]})
    return world


def say(world: World, triple: tuple[str, str, str], given: dict[str, Any]) -> None:
    """Make a claim, unless one with the same id was made with other details: a file could not hold both (C4)."""
    attributes = {
        name: value
        for name, types in (("effect", ("affects",)), ("event_id", EVENTS))
        if (value := given.pop(name, None)) and triple[1] in types
    }
    about = given.pop("about", None)
    before = [c.id for c in world.claims]
    if about is not None and before:
        given["about"] = before[about % len(before)]
    key = world.claim(*triple, **given, attributes=attributes)
    if key in before and world.claims[-1] != next(c for c in world.claims if c.id == key):
        world.claims.pop()


# ---------------------------------------------------------------- questions


class Near(NamedTuple):
    """A day to ask about that lies on, just before or just after a day on which something in the world changes."""

    place: int
    shift: int


near = st.builds(Near, st.integers(0, 60), st.sampled_from((-1, 0, 1)))
when = near | st.sampled_from(POINTS)
knowledge = {
    "known_at": when,
    "source": some(SOURCES[:1]) | some(SOURCES),
    "dataset": some(DATASETS, 1),
    "as_of": when,
    "during": dates | st.tuples(near, near),
    "certainty": st.sampled_from(["possible", "certain"]),
    "time_match": st.sampled_from(["overlaps", "within"]),
}
selection = {
    "stance": some([s.value for s in Stance]),
    "modality": some([m.value for m in Modality], 3),
    "progress": some([p.value for p in Progress]),
    "asserted_by": some(VOICES),
    "addressed_to": some(["arland", "borland", "borland-embassy"], 1),
    "min_confidence": st.sampled_from(["low", "medium", "high"]),
    "q": st.sampled_from(["they", "SO.", "ago", "s", "zzz"]),
}
relation = {
    "type": some(TYPES, 3),
    "category": some(["diplomatic", "material_coop", "structural", "material_conflict"], 2),
    "polarity": some(["cooperative", "neutral", "conflictual"], 2),
    "status": some([s.value for s in Status], 4),
}
FILTERS = {**knowledge, **selection, **relation}

every = {**FILTERS, "exact": st.booleans()}
filters = st.lists(st.sampled_from(list(every)), max_size=5, unique=True).flatmap(
    lambda names: st.fixed_dictionaries({name: every[name] for name in names})
)
each_filter = st.fixed_dictionaries(FILTERS)
pairs = st.tuples(st.sampled_from(ENTITIES), st.sampled_from(ENTITIES))
scopes: SearchStrategy[dict[str, Any]] = st.one_of(
    st.just({}),
    st.fixed_dictionaries({"subject": some(ENTITIES)}, optional={"object": some(ENTITIES, 6)}),
    st.fixed_dictionaries({"object": some(ENTITIES)}),
    st.fixed_dictionaries(
        {"incident": some(ENTITIES)},
        optional={"direction": st.sampled_from(["out", "in", "both"]), "other": some(ENTITIES, 3)},
    ),
    st.fixed_dictionaries(
        {"between": st.lists(pairs, min_size=1, max_size=2)}, optional={"subject": some(ENTITIES, 6)}
    ),
    st.fixed_dictionaries({"incident": some(ENTITIES, 4), "object": some(ENTITIES, 4)}),
    st.fixed_dictionaries(
        {"relations": st.lists(st.integers(0, 20), max_size=4)}, optional={"object": some(ENTITIES, 6)}
    ),
)


class Cut(NamedTuple):
    """Which part of the graph is asked for: seeds, depth, the most nodes, the entity types to keep."""

    seeds: list[str]
    depth: int
    limit: int | None
    kept: set[str] | None


cuts = st.builds(
    Cut,
    st.lists(st.sampled_from(CAST), max_size=3, unique=True),
    st.integers(0, 3),
    st.none() | st.integers(2, 5),
    st.none() | st.just({"State", "ArmedGroup", "Person"}),
)
