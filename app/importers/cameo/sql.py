"""What rows of event tables say, in SQL: views over the tables that `app.importers.cameo.table` loads.

The texts that are composed here are those of `app.model.ids.claim_id` and `app.model.records.claim_detail`, to the
letter; tests compare them row by row.
"""
# ruff: noqa: S608

from __future__ import annotations

from typing import Final

from app.importers.about import TABLE
from app.model.ids import CLAIM_ID_LENGTH

# What a code says between two types of entities, with all that its claims share.
CHOICES: Final = """
create table choices as
    select chosen.*, plans.* exclude (code, type) from chosen left join plans on plans.code = chosen.code
    and plans.type = chosen.type
"""

# What each row says, or why it says nothing; the ends are those of the relation, as the code turns them.
SAID: Final = """
create view said as select
    rows.rowid as nr, rows.event, rows.day, rows.known, rows.told, choices.*,
    case when choices.reverse then b.number else a.number end as subject,
    case when choices.reverse then a.number else b.number end as object,
    case
        when rows.beyond then 'has more columns than the layout'
        when rows.event is null then 'has no event id'
        when rows.day is null then 'has no date that can be read'
        when rows.source is null and rows.target is null then 'names no actor'
        when rows.source is null then 'names no source actor'
        when rows.target is null then 'names no target actor'
        when a.number = b.number then 'source and target are the same actor'
        when choices.code is null then
            'unknown CAMEO code ' || coalesce(regexp_replace(left(rows.code, 20), '\\s+', ' ', 'g'), '(none)')
        when choices.type is null then
            'CAMEO ' || rows.code || ' has no relation type between ' || choices.ends
    end as reason
from rows
left join actors a on a.key = rows.source
left join actors b on b.key = rows.target
left join choices on choices.code = rows.code and choices.source = a.kind and choices.target = b.kind
"""

# Rows that say one thing once: both directions of a day where the plan folds, else what is the same row given again.
FOLDED: Final = """
create table grouped as select
    nr, day, coalesce(folds, number) as what, case when folds is null then hash(event) end as event,
    case when paired then least(subject, object) else subject end as subject,
    case when paired then greatest(subject, object) else object end as object
from said where reason is null;
create table twice as
    select day, what, event, subject, object, min(nr) as first, count(*) as times
    from grouped group by all having count(*) > 1;
create table merged as
    select nr from grouped join twice on grouped.day = twice.day
    and grouped.subject = twice.subject and grouped.object = twice.object
    and grouped.what = twice.what and grouped.event is not distinct from twice.event
    where nr <> first
"""

# Lines that could not be read at all are not among the rows: their numbers count for those of the rows after them.
REJECTED: Final = """
with placed as (
    select files.file, said.nr - files.first + 1 as kept, said.reason
    from said asof join files on said.nr >= files.first where said.reason is not null
), numbered as (
    select file, reason,
        kept + (select count(*) from unread where unread.file = placed.file and unread.kept < placed.kept) as row_number
    from placed
    union all select file, 'is not in UTF-8, or cannot be parsed', line from unread
)
select file || chr(9) || row_number || chr(9) || reason from numbered join files using (file) order by first, row_number
"""


def claims(source: str, voice: str) -> str:
    """The claims as a view with the columns of `app.model.tables.CLAIMS`; rows are sorted while they are short."""
    low, high = "if(paired, least(s, o), s)", "if(paired, greatest(s, o), o)"
    content = (
        f"""'["' || origin || '",[{TABLE}],["{voice}"],null,"' || {low} || '","' || type || '","' || {high} || '","' """
        """|| stance || '","' || modality || '","' || edtf || '",' || attributes || ',null]'"""
    )
    note = (
        "'CAMEO ' || code || ', ' || label || coalesce(': ' || nullif(told, ''), '') || "
        "coalesce('; folded from ' || times || ' rows of that day', '')"
    )
    return f"""
create view claims as select
    left(sha256({content}), {CLAIM_ID_LENGTH}) as id, origin as source, s as subject, type, o as object,
    '["{voice}"]' as voices, null::varchar as addressed_to, stance, modality, 'low' as confidence, progress, edtf,
    null::varchar as effect, false as ended,
    '{{"attributes":' || attributes || ',"basis":"implied","evidence":[[{TABLE},' || to_json({note})::varchar || ']]}}'
        as detail
from (
    select *, '{source}-' || known::varchar as origin, day::varchar as edtf,
        attributes_before || to_json(event)::varchar || attributes_after as attributes
    from (
        select said.*, times, subjects.id as s, objects.id as o
        from said anti join merged on merged.nr = said.nr
        left join (select first, times from twice) twice on twice.first = said.nr
        join entities subjects on subjects.number = subject join entities objects on objects.number = object
        where said.reason is null order by nr
    )
)
"""
