"""UCDP External Support Dataset: who supported whom in an armed conflict, in which ways, year by year.

The kinds of support are coded for all supporters of a row together. Only where there is exactly one supporter is a kind
tied to it. Elsewhere it is a possibility for each (`attribution: pooled`): what the table states of each is `supports`.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from app.importers import ucdp
from app.importers.about import table_source
from app.importers.collector import Collector
from app.importers.tabular import Broken, Row, Unusable, read_table, recognised, whole_number
from app.importers.ucdp_spells import Coded, Spells


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of support: its column, the relation type that says it, its name, and the attributes of its claims."""

    column: str
    type: str
    words: str
    attributes: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))


def _kind(column: str, type_: str, words: str, **attributes: Any) -> Kind:
    return Kind(column, type_, words, MappingProxyType(attributes))


KINDS: Final = (
    _kind("ext_x", "deploys_troops_for", "troops"),
    _kind("ext_p", "deploys_troops_for", "foreign troop presence", scope="foreign troop presence"),
    _kind("ext_y", "cooperates_militarily_with", "joint operations", scope="joint operations or infrastructure"),
    _kind("ext_w", "arms", "weapons", scope="weapons"),
    _kind("ext_m", "arms", "materiel", scope="materiel"),
    _kind("ext_t", "trains", "training"),
    _kind("ext_f", "funds", "funding"),
    _kind("ext_i", "shares_intelligence_with", "intelligence"),
    _kind("ext_l", "shelters", "access to territory", consent="knowing"),
    _kind("ext_o", "supports", "another kind of support", scope="another kind of support"),
    _kind("ext_u", "supports", "a kind of support that is not known", scope="kind not known"),
)
# What a row with several supporters states of each of them: that it gave support, in some of the kinds of the row.
EACH: Final = _kind(
    "ext_name", "supports", "support by each of several supporters", scope="one or several of the kinds coded"
)
COLUMNS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "year": ("year",),
        "actor_id": ("actor_id",),
        "actor": ("actor_name",),
        "nonstate": ("actor_nonstate",),
        "opponent": ("oppo_name",),
        "supporter_ids": ("ext_id",),
        "supporters": ("ext_name",),
        "count": ("ext_count",),
        "coalition": ("ext_coalition_name",),
        **{kind.column: (kind.column,) for kind in KINDS},
    }
)
NEEDED: Final = tuple(name for name in COLUMNS if name not in ("opponent", "coalition"))
_BETWEEN: Final = re.compile(r",(?! )")  # "A,B" are two; the blank in "Junta for Democracy, Peace" belongs to a name


def read(files: Sequence[Path], to: Collector) -> None:
    """Read tables of actor-years."""
    to.entity(ucdp.AUTHOR)
    spells, parties, newest = Spells(to), ucdp.Parties(to.resolver), 0
    for path in files:
        table = read_table(path)
        columns = recognised(path, table, COLUMNS, NEEDED, "a table of UCDP's external support")
        for number, row in to.rows(table.rows):
            try:
                coded = list(_coded(_named(row, columns), parties, to))
            except Unusable as error:
                to.reject(path.name, number, str(error))
                continue
            spells.row(path.name, number, coded)
            newest = max(newest, coded[0].year)
    spells.write()
    table_source(
        to,
        files,
        author=ucdp.AUTHOR,
        published=str(newest + 1 if newest else 2018),
        inferred="UCDP publishes a data set in the year after the newest one that it covers.",
        url=ucdp.URL,
    )


def _named(row: Row | Broken, columns: Mapping[str, str]) -> dict[str, str]:
    if isinstance(row, Broken):
        raise Unusable(row.reason)
    return {name: row[column].strip() for name, column in columns.items()}


def _coded(row: Row, parties: ucdp.Parties, to: Collector) -> Iterator[Coded]:
    """Each supporter with each kind, tied or pooled. Raises Unusable where there is none, or where it is not clear."""
    year = _number(row, "year")
    kinds = [kind for kind in KINDS if _flag(row, kind.column)]
    supporters = _supporters(row)
    if not row["actor"]:
        raise Unusable("actor_name names nobody")
    if not 1000 <= year <= 9998:
        raise Unusable(f"year {year} is no year")
    if not supporters and not kinds:
        raise Unusable("no external support is coded for this year")
    if not supporters or not kinds:
        raise Unusable("support is coded, but nobody gives it" if kinds else "supporters are named, but no support")
    supported = parties.joint(row["actor"], str(_number(row, "actor_id")), armed=_flag(row, "nonstate"))
    given_by = [parties.one(name, actor, armed=False) for name, actor in supporters]
    coalition = row.get("coalition", "")
    pools = [(kind, len(supporters)) for kind in kinds]
    if len(supporters) > 1:
        pools.append((EACH, 1))
    for supporter, to_whom in itertools.product(given_by, supported):
        for kind, pool in pools:
            yield Coded(
                supporter=_giver(supporter, kind, to),
                type=kind.type,
                supported=to_whom,
                attributes=kind.attributes if len(supported) == 1 else {**kind.attributes, "collective": True},
                words=kind.words,
                year=year,
                pool=pool,
                opponent=row.get("opponent", ""),
                coalition="" if coalition == "0" else coalition,
            )


def _giver(supporter: str, kind: Kind, to: Collector) -> str:
    """Who gives it: territory is the state's, also where the government is named."""
    entity = to.resolver.get(supporter)
    if kind.type == "shelters" and entity is not None and entity.type == "Government" and entity.organ_of:
        return entity.organ_of
    return supporter


def _supporters(row: Row) -> list[tuple[str, str]]:
    """Names with UCDP's ids of them. Raises Unusable where it is not clear which id is whose."""
    names = [" ".join(name.split()) for name in _BETWEEN.split(row["supporters"])] if row["supporters"] else []
    ids = [_id(text) for text in row["supporter_ids"].split(",")] if row["supporter_ids"] else []
    count = _number(row, "count")
    if not len(names) == len(ids) == count or not all(names):
        message = f"{len(names)} names, {len(ids)} ids and a count of {count} do not say how many supporters there are"
        raise Unusable(message)
    return list(zip(names, ids, strict=True))


def _id(text: str) -> str:
    number = whole_number(text)
    if number is None:
        raise Unusable(f"ext_id {text[:40]!r} is no number")
    return str(number)


def _number(row: Row, name: str) -> int:
    number = whole_number(row[name])
    if number is None:
        raise Unusable(f"{COLUMNS[name][0]} {row[name][:40]!r} is no whole number")
    return number


def _flag(row: Row, name: str) -> bool:
    if row[name] not in ("0", "1"):
        raise Unusable(f"{COLUMNS[name][0]} {row[name][:40]!r} is neither 0 nor 1")
    return row[name] == "1"
