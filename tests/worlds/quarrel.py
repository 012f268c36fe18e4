"""A quarrel told by two papers and a data set, to look at: every standing that must not be overlooked.

Graustark controls the valley, says the gazette of 2016; the courier of 2020 has Ruritania's Foreign Office deny it. A
denial stands alone, an allegation too; a rule infers friction; what the ledger has is imported, and in part pooled.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from app.building.memory import build
from app.engines.columnar.view import ColumnarView
from app.graph.derive.reading import read_rules
from app.model.dataset import Dataset
from tests.worlds.builder import World

FRICTION: Final[dict[str, Any]] = {
    "id": "friction",
    "when": [
        {"subject": "?a", "type": "supports", "object": "?b"},
        {"subject": "?b", "type": "attacks", "object": "?c"},
    ],
    "different": [["?a", "?c"]],
    "then": {"subject": "?a", "object": "?c", "type": "friction_with", "polarity": -1, "symmetric": True},
}


class _Ruled(World):
    """A world with the rule of friction."""

    def dataset(self) -> Dataset:
        plain = super().dataset()
        return replace(plain, rules=read_rules(ColumnarView(build(plain)), [FRICTION]))


def quarrel() -> World:
    """The world itself; its years reach from 2012 to 2020."""
    world = _Ruled()
    world.state("ruritania")
    world.state("graustark")
    world.state("patronia")
    world.entity("the-valley", "the valley", type="Region")
    world.entity("the-pass", "the pass", type="Region")
    world.group("rebels", "the rebels", plural=True)
    world.ministry("foreign-office", "the Foreign Office of Ruritania", of="ruritania")
    world.data("curated", "Read by hand")
    world.data("ledger", "The Ledger of Support")
    world.source("gazette", published="2016-05-20", dataset="curated", title="The Gazette")
    world.claim("graustark", "controls", "the-valley", valid="2014/..", confidence="medium")
    world.claim("ruritania", "tense_with", "graustark", valid="2013/..", paragraph=2)
    world.claim("graustark", "shelters", "rebels", by="foreign-office", modality="alleged", valid="2015/..")
    world.claim("graustark", "supports", "rebels", valid="2012/..", paragraph=3)
    world.source("courier", published="2020-06-01", dataset="curated", title="The Courier")
    world.denial("graustark", "controls", "the-valley", by="foreign-office", valid="2014/..", paragraph=2)
    world.denial("ruritania", "controls", "the-pass", by="foreign-office", valid="2018/..", paragraph=3)
    world.claim("rebels", "attacks", "ruritania", valid="2018-05", paragraph=4)
    world.source("ledger-2019", published="2019-01-01", dataset="ledger", title="Ledger, release of 2019")
    world.claim("patronia", "funds", "rebels", valid="2016/2018", attributes={"attribution": "pooled"})
    world.claim("patronia", "arms", "rebels", valid="2017/2018")
    return world
