"""Worlds to export: a tiny one for the golden files, and one whose texts are as awkward as texts get."""

from __future__ import annotations

from dataclasses import replace

from app.graph.contract import GraphView
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
