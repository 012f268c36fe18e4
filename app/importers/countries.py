"""Countries by code and by English name, so that all data sets that name a country mean one and the same entity.

Codes and official names come from ISO 3166 (pycountry), usual English names from Unicode CLDR (babel); the variants
that data sets write besides are below. An entity here says nothing about the standing of a territory.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from app.model.entity import Entity, Name, NameKind
from app.model.names import fold

ALPHA_2: Final = "iso3166_1_alpha2"
ALPHA_3: Final = "iso3166_1_alpha3"
NUMERIC: Final = "iso3166_1_numeric"
COUNTRY_ID: Final = "country-"
FORMER: Final = "iso3166_3"  # four letters, for states that are no more

# How English texts name countries besides ISO and CLDR. A state that only changed its name leads to the one there is.
_VARIANTS: Final = MappingProxyType(
    {
        "BA": ("Bosnia", "Bosnia-Hercegovina", "Bosnia and Hercegovina"),
        "BF": ("Upper Volta",),
        "BN": ("Brunei Darussalam",),
        "BJ": ("Dahomey",),
        "BY": ("Byelorussia", "Belorussia"),
        "CD": ("DR Congo", "DRC", "Democratic Republic of Congo", "Congo, Democratic Republic of the", "Zaire"),
        "CG": ("Congo", "Republic of Congo", "Congo, Republic of the", "Congo Brazzaville"),
        "CI": ("Ivory Coast", "Cote d'Ivoire"),
        "CN": ("PRC", "Mainland China"),
        "CV": ("Cape Verde", "Cabo Verde"),
        "CZ": ("Czech Republic",),
        "FM": ("Micronesia, Federated States of",),
        "GB": ("UK", "Great Britain", "Britain"),
        "GM": ("The Gambia", "Gambia, The"),
        "BS": ("The Bahamas", "Bahamas, The"),
        "GW": ("Guinea Bissau",),
        "HK": ("Hong Kong",),
        "KH": ("Kampuchea",),
        "KP": ("DPRK", "Korea, North"),
        "KR": ("Korea, South", "Republic of Korea"),
        "LA": ("Lao", "Lao PDR"),
        "LK": ("Ceylon",),
        "MK": ("Macedonia", "Macedonia, FYR", "FYR Macedonia", "Republic of Macedonia"),
        "MM": ("Burma", "Myanmar"),
        "MO": ("Macau", "Macao"),
        "NL": ("The Netherlands",),
        "PS": ("Palestine", "Palestinian Territory", "Occupied Palestinian Territory"),
        "RU": ("Russian Federation",),
        "ST": ("Sao Tome and Principe",),
        "SZ": ("Swaziland", "eSwatini"),
        "TL": ("East Timor", "Timor Leste"),
        "TR": ("Turkey", "Turkiye"),
        "TZ": ("Tanzania",),
        "US": ("USA", "U.S.", "U.S.A.", "US", "The United States"),
        "VA": ("Vatican", "Holy See"),
        "VN": ("Viet Nam",),
        "ZW": ("Rhodesia", "Southern Rhodesia"),
        "CSHH": ("Czechoslovakia",),
        "CSXX": ("Serbia and Montenegro", "State Union of Serbia and Montenegro"),
        "DDDE": ("East Germany", "GDR"),
        "SUHH": ("Soviet Union", "USSR", "U.S.S.R."),
        "YDYE": ("South Yemen", "People's Democratic Republic of Yemen"),
        "YUCS": ("Yugoslavia", "Socialist Federal Republic of Yugoslavia"),
    }
)
# Labels that read better than those of CLDR, and former states, which it does not name.
_LABELS: Final = MappingProxyType(
    {
        "CD": "DR Congo",
        "CG": "Republic of the Congo",
        "CI": "Côte d'Ivoire",
        "HK": "Hong Kong",
        "MM": "Myanmar",
        "MO": "Macao",
        "PS": "Palestine",
        "TR": "Türkiye",
        "CSHH": "Czechoslovakia",
        "CSXX": "Serbia and Montenegro",
        "DDDE": "East Germany",
        "SUHH": "Soviet Union",
        "YDYE": "South Yemen",
        "YUCS": "Yugoslavia",
    }
)
_FORMER_KEPT: Final = ("CSHH", "CSXX", "DDDE", "SUHH", "YDYE", "YUCS")
_WITH_ARTICLE: Final = (  # "the Netherlands"
    "AE", "BS", "CF", "CG", "DO", "GB", "GM", "KM", "MH", "MV", "NL", "PH", "SB", "SUHH", "US",
)  # fmt: skip
_NOT_IN_ISO: Final = ("XK",)  # Kosovo: a code that users of ISO 3166-1 agreed upon


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory: its code (two letters; four where it is no more), label, names and identifiers."""

    code: str
    label: str
    official: str | None
    identifiers: Mapping[str, str]

    @property
    def id(self) -> str:
        """The id that every importer gives it, unless a curated entity has its code."""
        return f"{COUNTRY_ID}{self.code.lower()}"

    def entity(self) -> Entity:
        """The entity of a country that nobody has curated."""
        official = (Name(self.official, NameKind.OFFICIAL, "en"),) if self.official else ()
        former = FORMER in self.identifiers
        return Entity(
            id=self.id,
            type="State",
            label=self.label,
            names=official,
            identifiers=self.identifiers,
            country=None if former else self.code,
            in_sentence=f"the {self.label}" if self.code in _WITH_ARTICLE else None,
            description=f"{'Former state' if former else 'Country or territory'} as ISO 3166 lists it; not curated.",
            reference="ISO 3166 (pycountry), Unicode CLDR (babel)",
        )


class Countries:
    """All countries, found by code or by name."""

    def __init__(self) -> None:
        self.by_code: dict[str, Country] = {}
        self._by_identifier: dict[tuple[str, str], Country] = {}
        self._by_name: dict[str, Country | None] = {}  # None: several bear the name
        for country, names in _listed():
            self.by_code[country.code] = country
            for scheme, code in country.identifiers.items():
                self._by_identifier[scheme, code] = country
            for name in (country.label, country.official, *names, *_VARIANTS.get(country.code, ())):
                if name:
                    known = self._by_name.setdefault(fold(name), country)
                    if known is not country:
                        self._by_name[fold(name)] = None

    def identified(self, scheme: str, code: str) -> Country | None:
        """The country with this code in a scheme of ISO 3166."""
        wanted = code.strip().upper()
        return self._by_identifier.get((scheme, wanted.zfill(3) if scheme == NUMERIC else wanted))

    def named(self, name: str) -> Country | None:
        """The one country that bears this name in English."""
        return self._by_name.get(fold(name))


@functools.lru_cache(maxsize=1)
def countries() -> Countries:
    """The table, made once."""
    return Countries()


def _listed() -> Iterator[tuple[Country, tuple[str, ...]]]:
    """Each country with the names that the libraries give it."""
    import pycountry
    from babel import Locale

    usual: Mapping[str, str] = Locale("en").territories
    for one in pycountry.countries:
        code = str(one.alpha_2)
        identifiers = {ALPHA_2: code, ALPHA_3: str(one.alpha_3), NUMERIC: str(one.numeric)}
        yield _country(one, code, usual.get(code, str(one.name)), identifiers)
    for code in _NOT_IN_ISO:
        yield Country(code, usual[code], None, MappingProxyType({ALPHA_2: code})), ()
    for one in pycountry.historic_countries:
        code = str(one.alpha_4)
        if code in _FORMER_KEPT:
            yield Country(code, _LABELS[code], None, MappingProxyType({FORMER: code})), (str(one.name),)


def _country(one: Any, code: str, usual: str, identifiers: Mapping[str, str]) -> tuple[Country, tuple[str, ...]]:
    label = _LABELS.get(code, usual.replace(" & ", " and ").replace("St. ", "Saint "))
    official = getattr(one, "official_name", None)
    names = (usual, str(one.name), str(getattr(one, "common_name", "") or ""))
    return Country(code, label, official if official != label else None, MappingProxyType(dict(identifiers))), names
