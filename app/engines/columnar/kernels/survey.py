"""Surveys: the relations in a scope that pass, with what they amount to, and the claims that remain of them."""

from __future__ import annotations

from typing import Any

import numpy as np

from app.engines.columnar.kernels import graph as g
from app.engines.columnar.kernels.codes import (
    ALIKE,
    ANCHOR,
    END,
    ENTITIES,
    F_SYMMETRIC,
    F_TYPES,
    FLAGS,
    HANDLES,
    HAS,
    INCIDENT,
    INWARD,
    NO_ANCHOR,
    OBJECT,
    ONE,
    OTHER,
    OUTWARD,
    SUBJECT,
    TWO,
    TYPES_AT,
    TYPES_END,
    WAYS,
)  # fmt: skip
from app.engines.columnar.kernels.compiling import inner, kernel
from app.engines.columnar.kernels.graph import i32, i64
from app.engines.columnar.kernels.near import IN, OUT, degree, near, room
from app.engines.columnar.kernels.sieve import bounds, is_event, is_symmetric, remains, weigh

# In these kernels `e` is the address of the numbers of a scope, and `m` holds a note for each entity: the number of the
# call, which no other call has, and a bit for each set of the scope that the entity is in.


@inner
def _note(e: int, m: Any, call: int) -> None:
    """Notes who is in which set; a set of one needs no note."""
    for which in range(END):
        low, high = i64(e, which), i64(e, which + 1)
        if high - low > 1:
            for place in range(low, high):
                entity = i32(i64(e, ENTITIES), place)
                before = m[entity] if m[entity] >> END == call else call << END
                m[entity] = before | 1 << which


@inner
def _in(e: int, m: Any, call: int, which: int, entity: int) -> bool:
    low, high = i64(e, which), i64(e, which + 1)
    if high - low == 1:
        return i32(i64(e, ENTITIES), low) == entity
    return high > low and m[entity] >> END == call and m[entity] >> which & 1 != 0


@inner
def _tied(e: int, m: Any, call: int, near: int, far: int, one: int, two: int) -> bool:
    """Whether one end is in one set and the other, where that is asked for, in another."""
    return _in(e, m, call, one, near) and (not i64(e, HAS) & (1 << two) or _in(e, m, call, two, far))


@inner
def _admits(e: int, m: Any, call: int, one: int, two: int, free: bool) -> bool:
    """`Scope.admits` for one way round."""
    has = i64(e, HAS)
    if has & (1 << SUBJECT) and not _in(e, m, call, SUBJECT, one):
        return False
    if has & (1 << OBJECT) and not _in(e, m, call, OBJECT, two):
        return False
    if has & (1 << ONE) and not (_tied(e, m, call, one, two, ONE, TWO) or _tied(e, m, call, two, one, ONE, TWO)):
        return False
    if not has & (1 << INCIDENT):
        return True
    if (free or i64(e, WAYS) & OUTWARD) and _tied(e, m, call, one, two, INCIDENT, OTHER):
        return True
    return (free or i64(e, WAYS) & INWARD != 0) and _tied(e, m, call, two, one, INCIDENT, OTHER)


@inner
def _put(t: int, s: int, e: int, m: Any, call: int, relation: int, found: Any, n: int) -> Any:
    """Appends a relation with what it amounts to, if it is in scope and passes."""
    if i64(e, HAS):
        one, two = g.subject(t, relation), g.object_(t, relation)
        symmetric = is_symmetric(s, g.kind(t, relation))
        if not _admits(e, m, call, one, two, symmetric) and not (symmetric and _admits(e, m, call, two, one, True)):
            return found, n
    worth = weigh(t, s, relation)
    if worth < 0:
        return found, n
    found = room(found, n + 1)
    found[n] = relation << 8 | worth
    return found, n + 1


@inner
def _around(t: int, s: int, e: int, m: Any, call: int, found: Any) -> Any:
    """What is beside the entities of the smallest set; a relation that two of them share comes once."""
    anchor, entities = i64(e, ANCHOR), i64(e, ENTITIES)
    low, high = i64(e, anchor), i64(e, anchor + 1)
    either = i64(s, FLAGS) & F_SYMMETRIC != 0 or anchor >= ONE
    ahead = either or anchor == SUBJECT or (anchor == INCIDENT and i64(e, WAYS) & OUTWARD != 0)
    back = either or anchor == OBJECT or (anchor == INCIDENT and i64(e, WAYS) & INWARD != 0)
    far = TWO if anchor == ONE else ONE  # where a relation has to lead to, of a pair of sets
    paired = anchor >= ONE and i64(e, HAS) & (1 << far) != 0
    if paired and i64(e, WAYS) & ALIKE:  # each relation inside a set is beside its subject
        back = False
    beside = np.empty(256, np.int64)
    n = 0
    for place in range(low, high):
        node = i32(entities, place)
        for way in range(2):
            if not (ahead if way == OUT else back):
                continue
            beside, count = near(t, s, node, way, beside, 0)
            for relation in beside[:count]:
                if paired and not _in(e, m, call, far, g.subject(t, relation) if way == IN else g.object_(t, relation)):
                    continue
                if way == IN and ahead and _in(e, m, call, anchor, g.subject(t, relation)):  # it came with its subject
                    continue
                found, n = _put(t, s, e, m, call, relation, found, n)
    return found, n


@inner
def _everywhere(t: int, s: int, e: int, m: Any, call: int, found: Any) -> Any:
    """What there is of the acceptable types."""
    n = 0
    if not i64(s, FLAGS) & F_TYPES:
        for relation in range(i64(t, g.RELATIONS)):
            found, n = _put(t, s, e, m, call, relation, found, n)
        return found, n
    for place in range(i64(s, TYPES_AT), i64(s, TYPES_END)):
        kind = i32(i64(s, HANDLES), place)
        for at in range(g.type_start(t, kind), g.type_start(t, kind + 1)):
            found, n = _put(t, s, e, m, call, g.by_type(t, at), found, n)
    return found, n


@inner
def _goes_around(t: int, s: int, e: int) -> bool:
    """Whether fewer relations are beside the entities to start from than there are of the acceptable types."""
    anchor = i64(e, ANCHOR)
    if anchor == NO_ANCHOR:
        return False
    of_types = i64(t, g.RELATIONS)
    if i64(s, FLAGS) & F_TYPES:
        of_types = 0
        for place in range(i64(s, TYPES_AT), i64(s, TYPES_END)):
            kind = i32(i64(s, HANDLES), place)
            of_types += g.type_start(t, kind + 1) - g.type_start(t, kind)
    beside = 0
    for place in range(i64(e, anchor), i64(e, anchor + 1)):
        beside += degree(t, i32(i64(e, ENTITIES), place))
        if beside > of_types:
            return False
    return True


@inner
def surveyed(t: int, s: int, ends: Any, entities: Any, m: Any, call: int) -> Any:
    """The relations in scope that pass: relation << 8 | what `weigh` says, in order of relation."""
    ends[ENTITIES] = entities.ctypes.data
    e: Any = np.int64(ends.ctypes.data)
    found = np.empty(64, np.int64)
    _note(e, m, call)
    if _goes_around(t, s, e):
        found, n = _around(t, s, e, m, call, found)
    else:
        found, n = _everywhere(t, s, e, m, call, found)
    kept = found[:n]
    for place in range(1, n):
        if kept[place] < kept[place - 1]:
            kept.sort()
            break
    return kept


@kernel
def rows(t: int, s: int, ends: Any, entities: Any, m: Any, call: int) -> Any:
    """A survey as rows: relation, subject, object, status, confidence and tone."""
    found = surveyed(t, s, ends, entities, m, call)
    columns = np.empty((6, len(found)), np.int32)
    for place in range(len(found)):
        relation, worth = found[place] >> 8, found[place] & 255
        columns[0, place], columns[1, place] = relation, g.subject(t, relation)
        columns[2, place] = g.object_(t, relation)
        columns[3, place], columns[4, place], columns[5, place] = worth >> 4, (worth >> 2) & 3, (worth & 3) - 1
    return columns


@kernel
def survey(t: int, s: int, ends: Any, entities: Any, m: Any, call: int) -> Any:
    """A survey as columns: relation, status, confidence and tone."""
    found = surveyed(t, s, ends, entities, m, call)
    relations, worth = np.empty(len(found), np.int32), np.empty((3, len(found)), np.int8)
    for place in range(len(found)):
        relations[place] = found[place] >> 8
        worth[0, place], worth[1, place] = (found[place] >> 4) & 15, (found[place] >> 2) & 3
        worth[2, place] = (found[place] & 3) - 1
    return relations, worth


@kernel
def remaining(t: int, s: int, relations: Any) -> Any:
    """The claims of relations that the knowledge and date filters leave, and where those of each begin."""
    claims, starts = np.empty(max(16, len(relations)), np.int32), np.empty(len(relations) + 1, np.int64)
    n = 0
    for place in range(len(relations)):
        starts[place] = n
        relation = relations[place]
        event = is_event(s, g.kind(t, relation))
        low, high = bounds(t, s, relation)
        claims = room(claims, n + high - low)
        for claim in range(low, high):
            if remains(t, s, claim, event):
                claims[n] = claim
                n += 1
    starts[len(relations)] = n
    return claims[:n], starts
