"""The named worlds: each is a handful of claims that shows one thing. Countries, people and papers are invented."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from tests.worlds.builder import AUTHOR, World, name


def border_dispute() -> World:
    """A contested relation: the author has Graustark in control of the valley since 2014, Ruritania denies it.

    Beside it: a denial about another time, a denial alone, a question alone, and an "ought not to".
    """
    world = World()
    world.state("ruritania")
    world.state("graustark")
    world.entity("the-valley", "the valley", type="Region")
    world.entity("the-pass", "the pass", type="Region")
    world.ministry("foreign-office", "the Foreign Office of Ruritania", of="ruritania")
    world.source("gazette", published="2019-05-20")
    world.claim("ruritania", "borders", "graustark")
    world.claim("graustark", "controls", "the-valley", valid="2014/..", confidence="medium", key="control")
    world.denial("graustark", "controls", "the-valley", by="foreign-office", valid="2018/..", paragraph=2)
    world.claim("graustark", "controls", "the-pass", valid="2010/2012", paragraph=3)
    world.denial("graustark", "controls", "the-pass", by="foreign-office", valid="2015/..", paragraph=3)
    world.denial("ruritania", "controls", "the-valley", by="ruritania", paragraph=4)
    world.question("ruritania", "controls", "the-pass", paragraph=4)
    world.claim("graustark", "threatens", "ruritania", valid="2016~/..", paragraph=5)
    world.denial("graustark", "threatens", "ruritania", modality="normative", by="foreign-office", paragraph=5)
    world.claim("ruritania", "tense_with", "graustark", valid="2016~/..", words="for the past few years", paragraph=6)
    return world


def sheltering() -> World:
    """An allegation made to an embassy: that rebels have sanctuary on a state's territory. Whether its government
    consents is not stated, and who armed the rebels is a silence. The state's organs are a tree of three levels.
    """
    world = World()
    world.state("ruritania")
    world.entity("ruritanian-government", "the Government of Ruritania", type="Government", of="ruritania")
    world.ministry("foreign-office", "Ruritania's Foreign Office", of="ruritanian-government")
    world.state("graustark")
    world.embassy("graustark-embassy", "Graustark's embassy", of="graustark")
    world.group("rebels", "the rebels", plural=True)
    world.group("militants", "militant groups", plural=True, generic=True)
    world.event("the-letter", "the letter", type="Document")
    world.event("the-ambush", "the ambush", type="Attack")
    world.source("gazette", published="2019-05-20", title="Trouble at the Border")
    sheltered = world.claim(
        "graustark", "shelters", "rebels", by="foreign-office", to="graustark-embassy", via="the-letter",
        modality="alleged", valid="2019-05-20/..", attributes={"consent": "not_stated"}, paragraph=2, key="sheltered",
    )  # fmt: skip
    world.claim(
        "foreign-office", "accuses", "graustark", to="graustark-embassy", via="the-letter", valid="2019-05",
        about=sheltered, paragraph=2, key="accused",
    )  # fmt: skip
    world.claim("rebels", "attacks", "ruritania", via="the-ambush", valid="2019-04", attributes={"deaths": 14},
                paragraph=3)  # fmt: skip
    world.claim("militants", "threatens", "ruritania", by="ruritanian-government", paragraph=4, confidence="medium")
    world.claim("ruritania", "fences_border_with", "graustark", modality="planned", hedge=("reportedly", "is said to"),
                by="ruritanian-government", progress="under_way", paragraph=5)  # fmt: skip
    world.silence("Who armed the rebels?", type="supports", object="rebels", nearest=[sheltered])
    world.silence("Does Graustark's government support them?", subject="graustark", type="supports", object="any")
    return world


def two_clocks() -> World:
    """Two papers. The first, of 20 May 2019, has Graustark arming the rebels; the second, of about June 2020 (a vague
    date), denies it and reports that the support had been ended. A third carries no date, so one is inferred.
    """
    world = World()
    world.group("rebels", "the rebels", plural=True)
    world.source("gazette", published="2019-05-20", dataset="press")
    world.claim("graustark", "arms", "rebels", by="ruritania", modality="alleged", valid="2018~/..")
    world.claim("graustark", "funds", "rebels", valid="2018/..")
    world.source("courier", published="2020-06~", dataset="archive", coverage="partial")
    world.denial("graustark", "arms", "rebels", by="graustark", valid="2018/..")
    world.claim("graustark", "funds", "rebels", valid="2018/2020-01", ended=True, confidence="low")
    world.source("leaflet", published="2021", dataset="archive", published_inferred="it mentions the floods of 2021")
    world.claim("graustark", "allied_with", "ruritania", by="unattributed", hedge="reportedly")
    return world


def spells() -> World:
    """Episodes. Ruritania allied with Graustark twice, with a gap from 2013 to 2015; three attacks on one city: one
    is an event entity told twice, two come from a data set with and without an event id; and vague and open dates.
    """
    world = World()
    world.entity("the-city", "the city", type="City")
    world.group("rebels", "the rebels", plural=True)
    world.event("the-ambush", "the ambush", type="Attack")
    world.source("gazette", published="2019-05-20")
    world.claim("ruritania", "allied_with", "graustark", valid="2010/2012")
    world.claim("graustark", "allied_with", "ruritania", valid="2011/2012", by="ruritania", paragraph=2)
    world.claim("ruritania", "allied_with", "graustark", valid="2016/2017", paragraph=3)
    world.claim("rebels", "attacks", "the-city", via="the-ambush", valid="2019-04", paragraph=4)
    world.claim("rebels", "attacks", "the-city", via="the-ambush", valid="2019-04-18", by="ruritania", paragraph=4)
    world.claim("rebels", "attacks", "the-city", valid="2017-03-02", attributes={"event_id": "X-17"}, paragraph=5)
    world.claim("rebels", "attacks", "the-city", valid="2017-21", paragraph=6)
    world.claim("the-ambush", "followed_by", "the-talks", paragraph=7)
    world.claim("ruritania", "supports", "the-city", valid="2015", paragraph=8)
    world.claim("graustark", "supports", "the-city", valid="2014/", paragraph=8)
    return world


def names() -> World:
    """Names: romanisations, diacritics, Arabic, Urdu and Cyrillic script, an alias that two share, capitals that
    stand for a city and for a government.
    """
    world = World()
    world.group("tehrik-e-taliban-pakistan", "Tehrik-e-Taliban Pakistan", names=[
        name("Tehreek-i-Taliban Pakistan", "transliteration"), name("TTP", "abbreviation"),
        name("تحریک طالبان پاکستان", "name", "ur"), name("Pakistani Taliban"),
    ])  # fmt: skip
    world.group("taliban", "the Taliban", plural=True, names=[
        name("Taleban", "transliteration"), name("طالبان", "name", "ps"), name("Students' Movement"),
    ])  # fmt: skip
    world.group("peoples-front", "People's Front", names=[name("PF", "abbreviation"), name("the Front")])
    world.group("patriotic-front", "Patriotic Front", names=[name("PF", "abbreviation")])
    world.state("turkiye", "Türkiye", names=[name("Turkey"), name("Republic of Türkiye", "official")], country="TR")
    world.state("iran", "Iran", names=[name("ایران", "name", "fa"), name("Islamic Republic of Iran", "official")],
                country="IR")  # fmt: skip
    world.state("russia", "Russia", names=[name("Россия", "name", "ru")], country="RU")
    world.entity("tehran", "Tehran", type="City", names=[name("تهران", "name", "fa")])
    world.entity("iranian-government", "the Government of Iran", type="Government", of="iran",
                 names=[name("Tehran", "metonym")])  # fmt: skip
    world.entity("qasem-soleimani", "Qasem Soleimani", type="Person", names=[
        name("Qassem Suleimani", "transliteration"), name("قاسم سلیمانی", "name", "fa"),
    ])  # fmt: skip
    world.source("gazette")
    world.claim("iran", "tense_with", "turkiye")
    world.claim("taliban", "threatens", "iran")
    world.claim("russia", "consults_with", "iran")
    return world


def merged() -> World:
    """Ids that were merged: Burma into Myanmar, a duplicate of the rebels into them. One claim becomes a self-loop
    and falls away, and two claims on a symmetric type become one relation.
    """
    world = World()
    world.state("myanmar", "Myanmar", was=["burma", "union-of-burma"])
    world.group("rebels", "the rebels", plural=True, was=["rebel-army"])
    world.ministry("foreign-office", "Myanmar's Foreign Office", of="burma")
    world.source("gazette")
    world.claim("burma", "shelters", "rebel-army", by="foreign-office", modality="alleged")
    world.claim("myanmar", "shelters", "rebels", paragraph=2)
    world.claim("burma", "tense_with", "laos", paragraph=3)
    world.claim("laos", "tense_with", "myanmar", paragraph=4)
    world.claim("burma", "affects", "myanmar", paragraph=5, attributes={"effect": "unclear"})
    world.claim("laos", "supports", "rebels", by="burma", to="union-of-burma", paragraph=6)
    world.silence("Does Laos arm the rebels?", subject="laos", type="arms", object="rebel-army")
    return world


def chorus() -> World:
    """Voices: the author alone, another alone, both jointly, nobody named; each about Graustark and the rebels."""
    world = World()
    world.group("rebels", "the rebels", plural=True)
    world.voice("unattributed", "unnamed reports", plural=True)
    world.ministry("foreign-office", "Ruritania's Foreign Office", of="ruritania")
    world.source("gazette")
    world.claim("graustark", "supports", "rebels")
    world.claim("graustark", "arms", "rebels", by="foreign-office", paragraph=2)
    world.claim("graustark", "funds", "rebels", by=["foreign-office", AUTHOR], paragraph=3)
    world.claim("graustark", "shelters", "rebels", by="unattributed", hedge="reportedly", paragraph=4)
    world.claim("graustark", "threatens", "rebels", by="foreign-office", modality="alleged", paragraph=5)
    return world


WORLDS: Final[Mapping[str, Callable[[], World]]] = MappingProxyType(
    {w.__name__: w for w in (border_dispute, chorus, merged, names, sheltering, spells, two_clocks)}
)
