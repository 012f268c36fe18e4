"""Filters as numbers, and the loop that puts one relation through them (rulings R1, R2, R3, R6 and R8).

What passes is told as one number: status, confidence and tone. The meaning is that of `select.py`, `verdicts.py` and
`graph.status.judge`; here it is one loop over the claims of a relation, which lie in order of their first day.
"""

from __future__ import annotations

from typing import Any, Final

from app.engines.columnar.kernels import graph as g
from app.engines.columnar.kernels.codes import (
    ACCEPTABLE,
    ADDRESSEES_AT,
    AFFIRMED,
    AFFIRMS,
    CONFIDENCES,
    CONTESTED,
    DATASETS_AT,
    DAY_FIRST,
    DAY_LAST,
    DENIED,
    DENIES,
    EARLIEST,
    EVENTS,
    F_ADDRESSEES,
    F_CERTAIN,
    F_DATASETS,
    F_DAY,
    F_DROPS,
    F_EARLIEST,
    F_KNOWN,
    F_LATEST,
    F_SELECTS,
    F_SOURCES,
    F_VOICES,
    F_WINDOW,
    F_WITHIN,
    FLAGS,
    HANDLES,
    KNOWN_AT,
    LATEST,
    MODALITIES,
    NORMATIVE,
    PROGRESSES,
    QUESTIONED,
    RANKS,
    SOURCES_AT,
    STANCES,
    STATUSES,
    SYMMETRIC,
    TONES,
    VOICES_AT,
    WINDOW_FIRST,
    WINDOW_LAST,
)  # fmt: skip
from app.engines.columnar.kernels.compiling import inner
from app.engines.columnar.kernels.graph import i8, i32, i64

SHORT: Final = 16  # claims of a relation up to which looking at each is faster than bisecting
_NONE: Final = 127  # weaker than any status
_NEVER: Final = -(2**31)

# In all kernels `t` is the address of the table of columns, `s` that of the numbers of a sieve.


@inner
def bisect(array: int, low: int, high: int, limit: int) -> int:
    """The first place in [low, high) of an array of int32, in order, whose value is greater than the limit."""
    while low < high:
        middle = (low + high) >> 1
        if i32(array, middle) > limit:
            high = middle
        else:
            low = middle + 1
    return low


@inner
def among(array: int, low: int, high: int, value: int) -> bool:
    """Whether a value is in a part of an array of int32 that is in order."""
    place = bisect(array, low, high, value - 1)
    return place < high and i32(array, place) == value


@inner
def listed(s: int, which: int, value: int) -> bool:
    """Whether a value is among the handles of a filter."""
    return among(i64(s, HANDLES), i64(s, which), i64(s, which + 1), value)


@inner
def acceptable(s: int, kind: int) -> bool:
    """Whether the filters on type and category let a relation type pass."""
    return i8(i64(s, ACCEPTABLE), kind) != 0


@inner
def is_event(s: int, kind: int) -> bool:
    """Whether relations of a type happen, rather than hold."""
    return i8(i64(s, EVENTS), kind) != 0


@inner
def is_symmetric(s: int, kind: int) -> bool:
    """Whether relations of a type read both ways."""
    return i8(i64(s, SYMMETRIC), kind) != 0


@inner
def _holds(t: int, s: int, claim: int, event: bool) -> bool:
    """Whether a state holds on the day, or an event had happened by it."""
    if i64(s, FLAGS) & F_CERTAIN:
        if event:
            return g.possible_to(t, claim) - 1 <= i64(s, DAY_FIRST)
        return g.certain_from(t, claim) <= i64(s, DAY_FIRST) and g.certain_to(t, claim) > i64(s, DAY_LAST)
    return g.possible_from(t, claim) <= i64(s, DAY_LAST) and (event or g.possible_to(t, claim) > i64(s, DAY_FIRST))


@inner
def _falls(t: int, s: int, claim: int) -> bool:
    """Whether a claim holds or happens in the window."""
    first, last = i64(s, WINDOW_FIRST), i64(s, WINDOW_LAST)
    overlaps = g.possible_from(t, claim) <= last and g.possible_to(t, claim) > first
    if not i64(s, FLAGS) & F_WITHIN:
        if i64(s, FLAGS) & F_CERTAIN:
            begun = g.certain_from(t, claim) <= last and g.certain_from(t, claim) < 2**31 - 1
            return begun and g.certain_to(t, claim) > first
        return overlaps
    if g.possible_from(t, claim) >= first and g.possible_to(t, claim) - 1 <= last:
        return True
    if i64(s, FLAGS) & F_CERTAIN:
        return False
    return overlaps and g.certain_from(t, claim) >= first and g.certain_to(t, claim) - 1 <= last


@inner
def remains(t: int, s: int, claim: int, event: bool) -> bool:
    """Whether the knowledge and date filters leave a claim."""
    flags = i64(s, FLAGS)
    if flags & F_KNOWN and g.known(t, claim) > i64(s, KNOWN_AT):
        return False
    if flags & F_DAY and not _holds(t, s, claim, event):
        return False
    if flags & F_WINDOW and not _falls(t, s, claim):
        return False
    if flags & F_SOURCES and not listed(s, SOURCES_AT, g.source(t, claim)):
        return False
    return not flags & F_DATASETS or listed(s, DATASETS_AT, g.dataset(t, claim))


@inner
def _selected(t: int, s: int, claim: int) -> bool:
    """Whether a claim meets all selection filters."""
    if not (i64(s, STANCES) >> g.stance(t, claim)) & (i64(s, MODALITIES) >> g.modality(t, claim)) & 1:
        return False
    if not (i64(s, PROGRESSES) >> (g.progress(t, claim) + 1)) & (i64(s, CONFIDENCES) >> g.confidence(t, claim)) & 1:
        return False
    if i64(s, FLAGS) & F_ADDRESSEES and not listed(s, ADDRESSEES_AT, g.addressed_to(t, claim)):
        return False
    if i64(s, FLAGS) & F_VOICES:
        for place in range(g.voices(t, claim), g.voices(t, claim + 1)):
            if listed(s, VOICES_AT, g.voice(t, place)):
                return True
        return False
    return True


@inner
def bounds(t: int, s: int, relation: int) -> Any:
    """The part of a relation's claims outside of which none remains."""
    low, high = g.claims(t, relation), g.claims(t, relation + 1)
    if high - low > SHORT:
        flags = i64(s, FLAGS)
        if flags & F_LATEST:
            high = bisect(i64(t, g.POSSIBLE_FROM), low, high, i64(s, LATEST))
        if flags & F_EARLIEST and is_event(s, g.kind(t, relation)):
            low = bisect(i64(t, g.POSSIBLE_FROM), low, high, i64(s, EARLIEST) - 1)
    return low, high


@inner
def _packed(s: int, status: int, confidence: int, tone: int) -> int:
    """What a relation amounts to as one number; -1 where the filters on it do not let it pass."""
    if (i64(s, STATUSES) >> status) & (i64(s, TONES) >> (tone + 1)) & 1:
        return status << 4 | confidence << 2 | tone + 1
    return -1


@inner
def weigh(t: int, s: int, relation: int) -> int:
    """What a relation amounts to, as status << 4 | confidence << 2 | tone + 1; -1 where it does not pass.

    An affirming and a denying claim contradict each other where their intervals overlap (ruling R2). Claims come in
    order of their first day: one that begins overlaps an earlier one of the other stance if one of those has not ended.
    """
    if not i64(s, FLAGS) & (F_DROPS | F_SELECTS):
        return _packed(s, g.worth_status(t, relation), g.worth_confidence(t, relation), g.worth_tone(t, relation))
    low, high = bounds(t, s, relation)
    event = is_event(s, g.kind(t, relation))
    selects = i64(s, FLAGS) & F_SELECTS
    best, best_sure, affirmed_sure, denied_sure, any_sure = _NONE, -1, -1, -1, -1
    least_tone, most_tone = 2, -2
    chosen = not selects
    contested = False
    affirmed_end, denied_end, ought_end, ought_not_end = _NEVER, _NEVER, _NEVER, _NEVER
    for claim in range(low, high):
        if not remains(t, s, claim, event):
            continue
        if not chosen:
            chosen = _selected(t, s, claim)
        sure = i64(s, RANKS + g.confidence(t, claim))
        any_sure = max(any_sure, sure)
        tone = g.tone(t, claim)
        least_tone, most_tone = min(least_tone, tone), max(most_tone, tone)
        begin, end = g.possible_from(t, claim), g.possible_to(t, claim)
        normative = g.modality(t, claim) == i64(s, NORMATIVE)
        if g.stance(t, claim) == i64(s, AFFIRMS):
            contested |= begin < (ought_not_end if normative else denied_end)
            affirmed_sure = max(affirmed_sure, sure)
            rank = i64(s, AFFIRMED + 2 * g.modality(t, claim) + g.authored(t, claim))
            if rank < best:
                best, best_sure = rank, sure
            elif rank == best:
                best_sure = max(best_sure, sure)
            if normative:
                ought_end = max(ought_end, end)
            else:
                affirmed_end = max(affirmed_end, end)
        elif g.stance(t, claim) == i64(s, DENIES):
            contested |= begin < (ought_end if normative else affirmed_end)
            denied_sure = max(denied_sure, sure)
            if normative:
                ought_not_end = max(ought_not_end, end)
            else:
                denied_end = max(denied_end, end)
    if any_sure < 0 or not chosen:
        return -1
    tone = least_tone if least_tone == most_tone else 0
    if contested:
        return _packed(s, i64(s, CONTESTED), max(affirmed_sure, denied_sure), tone)
    if affirmed_sure >= 0:
        return _packed(s, best, best_sure, tone)
    if denied_sure >= 0:
        return _packed(s, i64(s, DENIED), denied_sure, tone)
    return _packed(s, i64(s, QUESTIONED), any_sure, tone)
