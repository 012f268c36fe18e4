"""Worlds to export: a tiny one for the golden files, and one whose texts are as awkward as texts get."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from app.building.memory import build
from app.engines.columnar.view import ColumnarView
from app.graph.contract import GraphView
from app.graph.derive.drawing import asked_for
from app.graph.derive.reading import read_rules
from app.graph.filters import NO_FILTERS, Filters
from app.graph.subgraph import Subgraph, SubgraphRequest, subgraph
from app.model.entity import Place
from tests.worlds import AUTHOR, World, name, sheltering, view

AWKWARD = "She said: \"A & B <i>\\ 'x' \n\tnew line; {curly} [square] | #hash; --> %% 100% $5 `tick` 😀 –"
FORMULA = '=HYPERLINK("x","y")'


def tiny() -> World:
    """The allegation of the border town: few enough edges to read a whole file of them."""
    return sheltering()


def awkward() -> World:
    """Names in Arabic, Urdu and Cyrillic, with quotes, line ends, ampersands and emoji; parallel edges both ways;
    a symmetric pair; states and events; several spells; vague, open and no dates; every stance and modality.
    """
    world = World()
    world.state("pakistan", "پاکستان", names=[name("Pakistan", "name", "en")], country="PK",
                identifiers={"wikidata": "Q843", "iso3166_1_alpha2": "PK"},
                place=Place(30.0, 70.0, "country", "CIA World Factbook & others"))  # fmt: skip
    world.state("russia", "Россия", country="RU", identifiers={"wikidata": "Q159"},
                place=Place(60.0, 100.0, "country", "CIA World Factbook"))  # fmt: skip
    world.state("fiji", "Fiji 🏝", country="FJ", place=Place(-18.0, 178.0, "country", "CIA World Factbook"))
    world.state("samoa", "Samoa", country="WS", place=Place(-13.6, -172.3, "country", "CIA World Factbook"))
    world.ministry("office", "دفتر خارجہ", of="pakistan")
    world.group("rebels", AWKWARD, plural=True, description=f"{AWKWARD}\r\nand a second line")
    world.group("formula", FORMULA, generic=True, names=["+1", "-1", "@x", "'quoted"])
    world.entity("dissenters", "الدولة \u202bالمعارضون\u202c", type="Population", existence="alleged")
    world.entity("the-plan", "Ёж, план", type="Project", existence="planned")
    world.entity("the-idea", "Idea\x0bwith a control character", type="Ideology")
    world.entity("the-town", "Town", type="City", place=Place(31.5, 66.25, "city", "a gazetteer"))
    world.event("the-ambush", "حملہ", type="Attack")
    world.entity("the-letter", "Письмо", type="Document")
    world.source(
        "gazette", published="2019-05-20", title='Trouble & "strife" <now>', url="https://example.org/a?b=c&d=1"
    )
    world.claim("pakistan", "tense_with", "russia", valid="2016~/..", words='for "years" & more', note=AWKWARD)
    world.claim("russia", "tense_with", "pakistan", valid="2010/2012", by="office", paragraph=2, confidence="low")
    world.claim("pakistan", "supports", "rebels", by="russia", modality="alleged", to="office", via="the-letter",
                hedge=("reportedly", AWKWARD), paragraph=3, attributes={"condition": AWKWARD})  # fmt: skip
    world.denial("pakistan", "supports", "rebels", by="office", paragraph=4)
    world.claim("pakistan", "arms", "rebels", by=["russia", AUTHOR], paragraph=3, progress="attempted")
    world.claim("rebels", "supports", "pakistan", modality="hypothetical", paragraph=5)
    world.question("rebels", "threatens", "russia", by="office", paragraph=5)
    world.claim("rebels", "attacks", "the-town", via="the-ambush", valid="2019-04", attributes={"deaths": 14})
    world.claim("rebels", "attacks", "the-town", valid="2017-21", paragraph=6)
    world.claim("formula", "threatens", "the-plan", modality="expected", paragraph=7, basis="implied")
    world.claim("dissenters", "threatens", "pakistan", modality="normative", paragraph=7)
    world.claim("fiji", "allied_with", "samoa", modality="agreed", valid="2019/", paragraph=8)
    world.source("courier", published="2020-06~", dataset="archive", coverage="partial", title="Курьер")
    world.claim("the-idea", "affects", "dissenters", attributes={"effect": "harms", "quantity": {"value": 3}})
    world.claim("pakistan", "tense_with", "russia", valid="../2021", ended=True, words="\u200fکچھ")
    world.claim("office", "accuses", "russia", about=world.claims[0].id, valid="2020-05-01", paragraph=[2, 3])
    world.silence("Who pays for it?", type="funds", object="rebels", nearest=[world.claims[2].id])
    return world


def whole(seen: GraphView, filters: Filters = NO_FILTERS, **request: object) -> Subgraph:
    """Everything in a view, as a subgraph; `request` changes the request."""
    asked = SubgraphRequest((), 0, None, None, query={"format": "test"})
    return subgraph(seen, replace(asked, **request), filters)  # type: ignore[arg-type]


def around(seen: GraphView, *seeds: str, depth: int = 1) -> Subgraph:
    """What lies around the named entities."""
    handles = tuple(h for h in (seen.find_entity(s) for s in seeds) if h is not None)
    return subgraph(seen, SubgraphRequest(handles, depth, None, None, query={"entity": list(seeds)}), NO_FILTERS)


def awkward_graph() -> Subgraph:
    """The whole awkward world."""
    return whole(view(awkward()))


_RULES: Final[Sequence[Mapping[str, Any]]] = (
    {
        "id": "support-for-an-attacker",
        "label": 'support for "an attacker" & <others>',
        "when": [
            {"subject": "?a", "object": "?b", "type": "supports"},
            {"subject": "?b", "object": "?c", "type": "attacks"},
        ],
        "then": {"subject": "?a", "object": "?c", "type": "friction_with", "label": "inferred friction with",
                 "polarity": -1, "symmetric": True},
    },
    {
        "id": "friends-look-on",
        "when": [
            {"subject": "?a", "object": "?b", "type": "friction_with"},
            {"subject": "?a", "object": "?c", "type": "allied_with"},
        ],
        "then": {"subject": "?c", "object": "?b", "type": "looks_at", "polarity": 0, "symmetric": False},
    },
    {
        "id": "tension-reaches-friends",
        "when": [
            {"subject": "?a", "object": "?b", "type": "tense_with"},
            {"subject": "?b", "object": "?c", "type": "supports"},
        ],
        "different": [["?a", "?c"]],
        "then": {"subject": "?a", "object": "?c", "type": "wary_of", "polarity": 0, "symmetric": False},
    },
)  # fmt: skip


def inferred_graph(*seeds: str, derived: bool = True) -> Subgraph:
    """The awkward world with rules, all of it or what lies around seeds, with what the rules derive in it."""
    made = awkward()
    made.claim("samoa", "supports", "rebels", valid="2015/..", modality="alleged", by="office")
    rules = read_rules(view(made), _RULES)
    seen = ColumnarView(build(replace(made.dataset(), rules=rules)))
    handles = tuple(h for h in (seen.find_entity(s) for s in seeds) if h is not None)
    asked = SubgraphRequest(
        handles, 1 if seeds else 0, None, None, frozenset(("claims",)), {"include_derived": derived}
    )
    return asked_for(seen, asked, {}, derived=derived)[0]
