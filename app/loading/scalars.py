"""Texts to values: what each kind of field accepts. A refusal carries its problem code and says what would be right."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator
from pydantic_core import PydanticCustomError

from app.errors import InvalidDate
from app.loading.codes import Code
from app.loading.locales import country_problem, language_problem
from app.loading.suggest import shown
from app.model.dates import Point, parse_edtf
from app.model.ids import LONGEST_ID, is_slug, is_type_name

_INTEGER = re.compile(r"[+-]?[0-9]{1,15}\Z")
_NUMBER = re.compile(r"[+-]?[0-9]{1,15}(?:\.[0-9]{1,15})?(?:[eE][+-]?[0-9]{1,3})?\Z")
_HASH = re.compile(r"[0-9a-f]{64}\Z")
_TYPE_ID = re.compile(r"[A-Z][A-Za-z0-9]*\Z")
_URL = re.compile(r"https?://[^\s/]+\S*\Z")


def fail(code: Code, message: str) -> PydanticCustomError:
    """The error that a validator raises; the code travels as the error's type."""
    return PydanticCustomError(code.value, "{message}", {"message": message})


def slugified(text: str) -> str:
    """The slug nearest to a text."""
    return "-".join(re.findall(r"[a-z0-9]+", text.casefold()))[:LONGEST_ID].strip("-")


def number_of(text: str) -> int | float | None:
    """The number that a text writes out, None if it is not one; whole numbers stay whole."""
    if _INTEGER.match(text):
        return int(text)
    value = float(text) if _NUMBER.match(text) else math.nan
    return value if math.isfinite(value) else None


def integer_of(text: str) -> int | None:
    """The whole number that a text writes out."""
    return int(text) if _INTEGER.match(text) else None


def boolean_of(text: str) -> bool | None:
    """`true` or `false`, and nothing else that YAML takes for them."""
    return {"true": True, "false": False}.get(text)


def _text(value: str) -> str:
    text = value.strip()
    if not text:
        raise fail(Code.INVALID_VALUE, "must not be empty")
    return text


def _line(value: str) -> str:
    return " ".join(_text(value).split())


def _converted(convert: Callable[[str], Any], expected: str) -> Callable[[Any], Any]:
    def validate(value: Any) -> Any:
        found = convert(value) if isinstance(value, str) else None
        if found is None:
            raise fail(Code.WRONG_TYPE, f"expected {expected}, got {described(value)}")
        return found

    return validate


def described(value: object) -> str:
    """A value for a message: a text as it is, anything else by its kind."""
    if isinstance(value, str):
        return shown(value)
    if isinstance(value, dict):
        return "a mapping"
    return "a list" if isinstance(value, list) else "nothing"


def _at_least(lowest: float) -> Callable[[Any], Any]:
    return _between(lowest, math.inf)


def _between(lowest: float, highest: float) -> Callable[[Any], Any]:
    def validate(value: Any) -> Any:
        if not lowest <= value <= highest:
            limits = f"at least {lowest:g}" if highest == math.inf else f"between {lowest:g} and {highest:g}"
            raise fail(Code.OUT_OF_RANGE, f"{value} must be {limits}")
        return value

    return validate


def _matching(test: Callable[[str], object], code: Code, rule: str) -> Callable[[str], str]:
    def validate(value: str) -> str:
        if not test(value):
            raise fail(code, f"{shown(value)} is not {rule}")
        return value

    return validate


def _slug(value: str) -> str:
    if not is_slug(value):
        nearest = slugified(value)
        hint = f", did you mean {nearest!r}?" if nearest else ""
        raise fail(Code.INVALID_ID, f"{shown(value)} is not lowercase words joined by single hyphens{hint}")
    return value


def _edtf(value: str) -> str:
    try:
        parse_edtf(value)
    except InvalidDate as error:
        raise fail(Code.INVALID_DATE, str(error)) from None
    return value


def _single_date(value: str) -> str:
    parsed = parse_edtf(_edtf(value))
    if parsed.interval or not isinstance(parsed.start, Point):
        raise fail(Code.INVALID_DATE, f"{shown(value)} is an interval; give one date, with ~ or ? where it is vague")
    return value


def _checked(code: Code, problem_with: Callable[[str], str | None]) -> Callable[[str], str]:
    def validate(value: str) -> str:
        problem = problem_with(value)
        if problem:
            raise fail(code, problem)
        return value

    return validate


Text = Annotated[str, AfterValidator(_text)]
Line = Annotated[str, AfterValidator(_line)]
Slug = Annotated[str, AfterValidator(_slug)]
TypeName = Annotated[
    str, AfterValidator(_matching(is_type_name, Code.INVALID_ID, "lowercase words joined by underscores"))
]
TypeId = Annotated[
    str, AfterValidator(_matching(_TYPE_ID.match, Code.INVALID_ID, "letters and digits that start with a capital"))
]
Hash = Annotated[str, AfterValidator(_matching(_HASH.match, Code.INVALID_VALUE, "64 lowercase hexadecimal digits"))]
Url = Annotated[str, AfterValidator(_matching(_URL.match, Code.INVALID_VALUE, "an address that starts with https://"))]
Date = Annotated[str, AfterValidator(_edtf)]
SingleDate = Annotated[str, AfterValidator(_single_date)]
Country = Annotated[str, AfterValidator(_checked(Code.INVALID_COUNTRY, country_problem))]
Language = Annotated[str, AfterValidator(_checked(Code.INVALID_LANGUAGE, language_problem))]

Flag = Annotated[bool, BeforeValidator(_converted(boolean_of, "true or false"))]
Number = Annotated[float, BeforeValidator(_converted(number_of, "a number"))]
Integer = Annotated[int, BeforeValidator(_converted(integer_of, "a whole number"))]
Count = Annotated[Integer, AfterValidator(_at_least(1))]
NotNegative = Annotated[Number, AfterValidator(_at_least(0))]
Intensity = Annotated[Number, AfterValidator(_between(-10, 10))]
Latitude = Annotated[Number, AfterValidator(_between(-90, 90))]
Longitude = Annotated[Number, AfterValidator(_between(-180, 180))]
