"""Whether a country code (ISO 3166-1 alpha-2) and a language tag (BCP 47) exist; the registers load on first use."""

from __future__ import annotations

import functools
import re

from app.loading.suggest import shown

_TAG = re.compile(r"([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}|[0-9]{3}))?((?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*)\Z")


@functools.lru_cache(maxsize=1024)
def country_problem(code: str) -> str | None:
    """What is wrong with a country code, None if it exists."""
    import pycountry

    if len(code) == 2 and code.isascii() and code.isupper() and pycountry.countries.get(alpha_2=code):
        return None
    hint = ""
    if 2 <= len(code) <= 80:
        try:
            hint = f", did you mean {pycountry.countries.lookup(code.strip()).alpha_2!r}?"
        except LookupError:
            hint = ""
    return f"{shown(code)} is no country of ISO 3166-1 alpha-2{hint}"


@functools.lru_cache(maxsize=1024)
def language_problem(tag: str) -> str | None:
    """What is wrong with a language tag, None if its parts exist and it is written as recommended."""
    parts = _TAG.match(tag.lower()) if tag.isascii() and len(tag) <= 40 else None
    if parts is None:
        return f"{shown(tag)} is not a language tag: write en, ur, fa-Arab or pt-BR"
    language, script, region, variants = parts.groups()
    shortest = _shortest_language(language)
    if shortest is None:
        return f"{shown(tag)}: no language has the code {language!r}"
    if script and not _exists("scripts", alpha_4=script.capitalize()):
        return f"{shown(tag)}: no script has the code {script!r}"
    if region and region.isalpha() and country_problem(region.upper()):
        return f"{shown(tag)}: no country has the code {region!r}"
    written = [shortest, script.capitalize() if script else "", region.upper() if region else ""]
    wanted = "-".join(part for part in written if part) + variants
    return None if tag == wanted else f"write the language tag {shown(tag)} as {wanted!r}"


def _shortest_language(code: str) -> str | None:
    from babel import localedata

    if len(code) == 2 and localedata.exists(code):  # the full register is slow to load
        return code
    import pycountry

    if len(code) == 2:
        return code if pycountry.languages.get(alpha_2=code) else None
    found = pycountry.languages.get(alpha_3=code)
    return str(getattr(found, "alpha_2", code)) if found else None


def _exists(register: str, **key: str) -> bool:
    import pycountry

    return getattr(pycountry, register).get(**key) is not None
