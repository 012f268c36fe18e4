"""Years of support joined into spells: one claim for each run of years in which the same was given to the same.

A kind that is tied to a supporter in one conflict of a year, and pooled in another, is tied in that year. A kind that
is only pooled is a possibility for each supporter of the pool, and never a fact about one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from app.importers import ucdp
from app.importers.about import TABLE
from app.importers.collector import Collector
from app.importers.drafting import draft
from app.model.claim import Claim, Confidence, Evidence, Hedge, HedgeKind, Modality, Validity
from app.model.records import text_of

FALLBACK: Final = "supports"  # where the ontology does not know this kind of support between these two
_MOST_NAMED: Final = 4
Key = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Coded:
    """One kind of support by one supporter in one year; `pool` is how many share the code, 1 if it is tied."""

    supporter: str
    type: str
    supported: str
    attributes: Mapping[str, Any]
    words: str
    year: int
    pool: int
    opponent: str
    coalition: str

    @property
    def key(self) -> Key:
        """What runs on from year to year."""
        return (self.supporter, self.type, self.supported, text_of(dict(self.attributes)))


@dataclass(slots=True)
class _Spell:
    """A run of years."""

    coded: list[Coded]
    rows: set[int]

    @property
    def pooled(self) -> bool:
        return all(c.pool > 1 for c in self.coded)


class Spells:
    """Collects coded years, then writes the claims and settles what became of each row."""

    def __init__(self, to: Collector) -> None:
        self._to = to
        self._rows: list[tuple[str, int]] = []
        self._years: dict[Key, dict[int, _Spell]] = {}

    def row(self, file: str, number: int, coded: Sequence[Coded]) -> None:
        """What one row codes."""
        self._rows.append((file, number))
        for one in coded:
            year = self._years.setdefault(one.key, {}).setdefault(one.year, _Spell([], set()))
            year.coded.append(one)
            year.rows.add(len(self._rows) - 1)

    def write(self) -> None:
        """Write the claims. A row is kept if a claim begins with it, else merged; rejected if no claim came of it."""
        faults: dict[int, list[str]] = {}
        firsts: set[int] = set()
        used: set[int] = set()
        for key in sorted(self._years):
            for spell in _runs(self._years[key]):
                claim, wrong = self._fitting(spell)
                if wrong:
                    for row in spell.rows:
                        faults.setdefault(row, []).append(wrong)
                elif self._to.write(claim):
                    firsts.add(min(spell.rows))
                    used |= spell.rows
                else:
                    used |= spell.rows
        for index, (file, number) in enumerate(self._rows):
            reason = "; ".join(dict.fromkeys(faults.get(index, ())))
            if index not in used:
                self._to.reject(file, number, reason)
                continue
            if reason:
                self._to.partly(file, number, reason)
            self._to.tally(kept=index in firsts, merged=index not in firsts)

    def _fitting(self, spell: _Spell) -> tuple[Claim, str]:
        """The claim, as the kind of support or else as support alone, and what is wrong if neither fits."""
        coded = spell.coded[0]
        claim = self._claim(spell, coded.type, coded.attributes)
        faults = self._to.faults(claim)
        if faults and coded.type != FALLBACK:
            claim = self._claim(spell, FALLBACK, {"scope": coded.words})
            faults = self._to.faults(claim)
        return claim, "; ".join(faults)

    def _claim(self, spell: _Spell, type_: str, attributes: Mapping[str, Any]) -> Claim:
        coded, pooled = spell.coded[0], spell.pooled
        years = [c.year for c in spell.coded]
        return draft(
            self._to.ontology,
            source=self._to.info.id,
            subject=coded.supporter,
            type=type_,
            object=coded.supported,
            voices=(ucdp.AUTHOR.id,),
            valid=Validity(f"{min(years):04d}/{max(years):04d}"),
            evidence=(Evidence(TABLE, _note(spell)),),
            modality=Modality.HYPOTHETICAL if pooled else Modality.FACT,
            confidence=Confidence.LOW if pooled else Confidence.HIGH,
            hedge=Hedge(HedgeKind.MAY, f"one or several of {_pool(spell)} supporters") if pooled else None,
            attributes=dict(attributes) | ({"attribution": "pooled"} if pooled else {}),
        )


def _runs(years: Mapping[int, _Spell]) -> Iterator[_Spell]:
    """Consecutive years that are alike, pooled or not."""
    run: _Spell | None = None
    last = 0
    for year in sorted(years):
        one = years[year]
        tied = one if one.pooled else _Spell([c for c in one.coded if c.pool == 1], one.rows)
        if run is not None and year == last + 1 and run.pooled == tied.pooled:
            run.coded += tied.coded
            run.rows |= tied.rows
        else:
            if run is not None:
                yield run
            run = _Spell(list(tied.coded), set(tied.rows))
        last = year
    if run is not None:
        yield run


def _pool(spell: _Spell) -> str:
    """How many supporters share the codes, from year to year."""
    sizes = sorted({c.pool for c in spell.coded})
    return str(sizes[0]) if len(sizes) == 1 else f"{sizes[0]} to {sizes[-1]}"


def _note(spell: _Spell) -> str:
    """What the table codes, in our own words."""
    years = sorted({c.year for c in spell.coded})
    when = str(years[0]) if len(years) == 1 else f"each year from {years[0]} to {years[-1]}"
    said = f"UCDP codes {spell.coded[0].words} for {when}"
    opponents = sorted({c.opponent for c in spell.coded if c.opponent})
    if opponents:
        more = f" and {len(opponents) - _MOST_NAMED} more" if len(opponents) > _MOST_NAMED else ""
        said += f", in conflict with {', '.join(opponents[:_MOST_NAMED])}{more}"
    if spell.pooled:
        said += f"; the code is shared by {_pool(spell)} supporters, of whom one or several gave it"
    coalitions = sorted({c.coalition for c in spell.coded if c.coalition})
    if coalitions:
        said += f"; coalition named in the table: {', '.join(coalitions[:_MOST_NAMED])}"
    return f"{said}."
