"""The mapping of CAMEO's event codes to relation types, read from `codes.tsv` beside this file.

Codes and labels follow the CAMEO codebook 1.1b3 (Schrodt 2012), with 1213, which only ICEWS has; values are those of
the Goldstein scale (Goldstein 1992) as published for CAMEO. Which type, modality and tone a code gets is ours, with the
reason beside it.
"""

from __future__ import annotations

import csv
import functools
import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Final

TABLE: Final = "codes.tsv"
_COOPERATION: Final = "09"  # the last class of the two cooperative quad classes


@dataclass(frozen=True, slots=True)
class Code:
    """One code: the relation type of its events, and `otherwise` where the ends do not fit that type.

    `reverse` says that the target is the subject: who hosts a visit does not make it.
    """

    code: str
    label: str
    type: str
    otherwise: str | None
    reverse: bool
    modality: str
    stance: str
    progress: str | None
    goldstein: float
    attributes: Mapping[str, Any]
    note: str

    @property
    def cooperative(self) -> bool:
        """Whether its quad class is cooperation: 01-05 in words, 06-09 in deeds; 10-14 and 15-20 are conflict."""
        return self.code[:2] <= _COOPERATION


@functools.lru_cache(maxsize=1)
def codes() -> tuple[Code, ...]:
    """All codes, sorted."""
    text = files(__package__).joinpath(TABLE).read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return tuple(
        Code(
            code=row["code"],
            label=row["label"],
            type=row["type"],
            otherwise=row["otherwise"] or None,
            reverse=row["reverse"] == "yes",
            modality=row["modality"],
            stance=row["stance"],
            progress=row["progress"] or None,
            goldstein=float(row["goldstein"]),
            attributes=MappingProxyType(json.loads(row["attributes"] or "{}")),
            note=row["note"],
        )
        for row in rows
    )
