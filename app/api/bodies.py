"""The bodies of `POST /v1/match` and `POST /v1/derived`.

The models document the bodies; what they mean, and what is wrong with them, is said where they are read, with the
place and with what would be right.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Final

from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema

_TEXT: Final[Mapping[str, Any]] = {"type": "string"}
_TEXTS: Final[Mapping[str, Any]] = {"type": "array", "items": {"type": "string"}}
Term = Annotated[Any, WithJsonSchema({"anyOf": [dict(_TEXT), dict(_TEXTS), {"type": "null"}]})]
Flag = Annotated[Any, WithJsonSchema({"type": "boolean", "default": False})]
Words = Annotated[Any, WithJsonSchema({"type": "object", "additionalProperties": True})]
Pairs = Annotated[Any, WithJsonSchema({"type": "array", "items": {**_TEXTS, "minItems": 2, "maxItems": 2}})]
Names = Annotated[Any, WithJsonSchema(dict(_TEXTS))]


def _count(default: int, least: int, most: int) -> Any:
    return WithJsonSchema({"type": "integer", "default": default, "minimum": least, "maximum": most})


class Body(BaseModel):
    """A request body. Fields that it does not name are refused, with suggestions."""

    model_config = ConfigDict(extra="allow", json_schema_extra={"additionalProperties": False})

    def words(self) -> dict[str, Any]:
        """The fields that were given, as plain values."""
        return self.model_dump(by_alias=True, exclude_unset=True)


class ClauseBody(Body):
    """One relation that must (or may, or must not) be there."""

    subject: Term = Field(None, description="`?variable`, an entity id or name, a list of them, or `*`.")
    type: Term = Field(None, description="Relation type ids (subtypes included), `?variable`, or `*`.")
    object: Term = Field(None, description="As `subject`.")
    direction: Annotated[Any, WithJsonSchema({"enum": ["out", "any"], "default": "out"})] = Field(
        None, description="`any`: either way round."
    )
    asserted_by: Term = Field(None, description="Whose voice: entities, or a `?variable`.")
    filters: Words = Field(None, description="Relation filters of this clause; they replace those of the body.")
    optional: Flag = Field(False, description="Rows without it stay.")
    not_exists: Flag = Field(False, description="Rows with it go.")


class MatchBody(Body):
    """A pattern: clauses that share variables."""

    where: list[ClauseBody] = Field([], description="The clauses, in any order: the most selective is tried first.")
    bind: Words = Field(
        None,
        description="What variables may be: `{'?state': {'type': 'State'}, '?x': {'id': 'iran', 'organs': true}}`; "
        "entities by id, type, generic, existence, country; relation types by id, category, polarity.",
    )
    different: Pairs = Field(None, description="Pairs of variables that must differ.")
    filters: Words = Field(None, description="Relation filters of all clauses, such as `known_at`.")
    return_: Names = Field(None, alias="return", description="The variables to return; all by default.")
    distinct: Flag = Field(False, description="Each combination of returned values once.")
    count: Flag = Field(False, description="Only how many rows there are.")
    limit: Annotated[Any, _count(100, 1, 1000)] = Field(100, description="Rows on a page.")
    offset: Annotated[Any, _count(0, 0, 10_000)] = Field(0, description="Rows to skip.")
    include: Names = Field(None, description="`claims`: all claims with their evidence.")

    model_config = ConfigDict(
        json_schema_extra={
            "additionalProperties": False,
            "examples": [
                {
                    "where": [
                        {"subject": "?state", "type": "shelters", "object": "?group", "asserted_by": "?voice"},
                        {"subject": "?group", "type": "participates_in", "object": "?event"},
                    ],
                    "bind": {"?state": {"type": "State"}},
                }
            ],
        }
    )


class DerivedBody(Body):
    """Rules to try on the graph; nothing is kept."""

    rules: Annotated[Any, WithJsonSchema({"type": "array", "items": {"type": "object"}, "minItems": 1})] = Field(
        None, description="Rules as in `graph_data/rules`: {id, when, where, different, then}."
    )
    with_data_rules: Flag = Field(False, description="Apply the rules of the data as well.")
    filters: Words = Field(None, description="Relation filters; those on claims act on the premises.")
    limit: Annotated[Any, _count(50, 1, 1000)] = Field(50, description="Results on a page.")
    offset: Annotated[Any, _count(0, 0, 10_000)] = Field(0, description="Results to skip.")

    model_config = ConfigDict(
        json_schema_extra={
            "additionalProperties": False,
            "examples": [
                {
                    "rules": [
                        {
                            "id": "danger-through-a-neighbour",
                            "when": [
                                {"subject": "?group", "type": "threatens", "object": "?state"},
                                {"subject": "?state", "type": "borders", "object": "?neighbour"},
                            ],
                            "then": {"subject": "?group", "object": "?neighbour", "type": "may_trouble"},
                        }
                    ]
                }
            ],
        }
    )
