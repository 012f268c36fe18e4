"""The registry of formats: found by name or by media type, their writers imported on use, their bounds held."""

from __future__ import annotations

import importlib
import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import cast

from app.errors import BoundExceeded, InvalidValue
from app.exporters.context import ExportContext
from app.exporters.formats import FORMATS, Format
from app.graph.subgraph import Subgraph

__all__ = ["FORMATS", "Format", "Writer", "by_media_type", "check", "file_name", "get", "names", "writer"]

Writer = Callable[[Subgraph, ExportContext], Iterator[bytes]]


def names() -> tuple[str, ...]:
    """The names of all formats, in the order in which they are listed."""
    return tuple(f.name for f in FORMATS)


def get(name: str) -> Format:
    """The format of this name. Raises InvalidValue with the names that there are."""
    for known in FORMATS:
        if known.name == name:
            return known
    raise InvalidValue("format", f"unknown format {name!r}: use {', '.join(names())}", names())


def by_media_type(accept: str) -> Format | None:
    """The format that an `Accept` header likes best; None where it accepts none of them.

    Among formats of one media type the first listed answers: application/json is Graph JSON.
    """
    liked = _preferences(accept)
    if not liked:
        return FORMATS[0]
    best: tuple[float, int, Format] | None = None
    for place, known in enumerate(FORMATS):
        sent = _quality(liked, known.media_type)
        quality = max(sent or 0.0, *(_quality(liked, media) or 0.0 for media in known.also), 0.0)
        if quality > 0 and sent != 0.0 and (best is None or quality > best[0]):
            best = (quality, place, known)
    return best[2] if best else None


def writer(chosen: Format) -> Writer:
    """What writes the format: a function that refuses what is past its bounds, then hands out bytes piece by piece."""

    def write(graph: Subgraph, context: ExportContext) -> Iterator[bytes]:
        check(chosen, graph)
        module = importlib.import_module(chosen.module)
        return cast(Iterator[bytes], module.write(graph, context))

    return write


def check(chosen: Format, graph: Subgraph) -> None:
    """Raise BoundExceeded, with the bound, where the graph is larger than the format can take."""
    for name, most, there in (
        ("nodes", chosen.most_nodes, len(graph.nodes)),
        ("edges", chosen.most_edges, len(graph.edges) + len(graph.derived)),
    ):
        if most is not None and there > most:
            raise BoundExceeded(
                f"most_{name}",
                f"format {chosen.name!r} takes at most {most} {name} and this graph has {there}: "
                "filter it further, lower limit=, or take a format that streams, such as ndjson",
            )


def file_name(chosen: Format, graph: Subgraph) -> str:
    """A name for the file that tells the seeds and the snapshot, in letters that every file system takes."""
    seeds = [graph.view.entity(handle).id for handle in graph.request.seeds[:3]]
    folded = unicodedata.normalize("NFKD", "-".join(seeds)).encode("ascii", "ignore").decode()
    words = re.sub(r"[^A-Za-z0-9]+", "-", folded).strip("-")[:60].strip("-")
    parts = ["realpolitik", *([words] if words else []), re.sub(r"[^A-Za-z0-9]", "", graph.view.snapshot_id)]
    return f"{'-'.join(parts)}.{chosen.suffix}"


def _preferences(accept: str) -> list[tuple[str, str, float]]:
    """The ranges of an Accept header: type, subtype, quality. What cannot be read is left out."""
    found = []
    for item in accept.split(","):
        media, *parameters = (part.strip() for part in item.split(";"))
        kind, slash, subtype = media.lower().partition("/")
        if not slash or not kind or not subtype:
            continue
        quality = 1.0
        for parameter in parameters:
            name, _, value = parameter.partition("=")
            if name.strip().lower() == "q":
                quality = float(value) if re.fullmatch(r"\s*(0(\.\d*)?|1(\.0*)?)\s*", value) else 0.0
        found.append((kind, subtype, quality))
    return found


def _quality(liked: list[tuple[str, str, float]], media: str) -> float | None:
    """How much a media type is liked: the most exact range that it falls in decides. None: it falls in none."""
    kind, _, subtype = media.partition(";")[0].strip().partition("/")
    ranked = [
        ((k != "*") + (s != "*"), quality)
        for k, s, quality in liked
        if k in ("*", kind) and s in ("*", subtype) and (k != "*" or s == "*")
    ]
    return max(ranked)[1] if ranked else None
