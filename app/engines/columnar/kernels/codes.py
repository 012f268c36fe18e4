"""Where filters and scopes stand in the numbers that kernels read. Needs no numba."""

from __future__ import annotations

from typing import Final

# Places in the numbers of a sieve.
FLAGS, KNOWN_AT, DAY_FIRST, DAY_LAST, WINDOW_FIRST, WINDOW_LAST, LATEST, EARLIEST = range(8)
STANCES, MODALITIES, PROGRESSES, CONFIDENCES, TONES, STATUSES = range(8, 14)  # masks of codes; all ones: anything
SOURCES_AT, DATASETS_AT, VOICES_AT, ADDRESSEES_AT, TYPES_AT, TYPES_END = range(14, 20)  # where handles begin
AFFIRMS, DENIES, NORMATIVE, DENIED, QUESTIONED, CONTESTED = range(20, 26)  # what codes mean
HANDLES, ACCEPTABLE, EVENTS, SYMMETRIC = range(26, 30)  # addresses: the handles, and tables by relation type
RANKS: Final = 30  # of confidence, by code
AFFIRMED: Final = 34  # status by 2 * modality + authored
NUMBERS: Final = 64

# Flags.
F_KNOWN, F_DAY, F_WINDOW, F_CERTAIN, F_WITHIN, F_SOURCES, F_DATASETS = tuple(1 << n for n in range(7))
F_VOICES, F_ADDRESSEES, F_DROPS, F_SELECTS = tuple(1 << n for n in range(7, 11))
F_TYPES, F_SYMMETRIC, F_LATEST, F_EARLIEST, F_FILTERS = tuple(1 << n for n in range(11, 16))

# Places in the numbers of a scope: where each set of entities begins, each ending where the next one does.
SUBJECT, OBJECT, INCIDENT, OTHER, ONE, TWO, END = range(7)  # `between` holds one and two
HAS, WAYS, ANCHOR, ENTITIES = range(7, 11)  # bits of the sets; see below; the set to start from; address
OUTWARD, INWARD, ALIKE = 1, 2, 4  # bits of WAYS: directions of `incident`; that the two sets of `between` are one
ENDS: Final = 11
NO_ANCHOR: Final = -1
