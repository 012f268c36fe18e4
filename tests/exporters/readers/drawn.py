"""Pictures and diagrams: DOT through Graphviz, Mermaid through its own parser, SVG by its data attributes."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from typing import Any

import pytest
from lxml import etree

from tests.exporters.javascript import run
from tests.exporters.readers.flat import edge as flat_edge
from tests.exporters.readers.form import Read

SVG = {"s": "http://www.w3.org/2000/svg"}


def dot(data: bytes) -> Read:
    """Through Graphviz, which lays it out and prints what it read."""
    document = through_graphviz(data)
    objects = {o["_gvid"]: o["name"] for o in document["objects"]}
    nodes = {
        o["name"]: {
            "label": _shown(o["label"]),
            "type": o["type"],
            "names": {n["text"] for n in json.loads(o["names"])},
        }
        for o in document["objects"]
    }
    edges = {}
    for found in document["edges"]:
        as_json = ("claims_json", "derived", "asserted_by_labels")
        row = {k: v if k in as_json else _single(v) for k, v in found.items() if isinstance(v, str)}
        edges[found["id"]] = flat_edge({**row, "source": objects[found["tail"]], "target": objects[found["head"]]})
    return Read(nodes, edges)


def through_graphviz(data: bytes) -> Any:
    """What Graphviz prints of a file once it has drawn it, without a word of complaint."""
    if shutil.which("dot") is None:
        pytest.skip("needs Graphviz")
    done = subprocess.run(["dot", "-Tjson"], input=data, capture_output=True, check=True, timeout=60)
    assert not done.stderr, done.stderr.decode()
    return json.loads(done.stdout, strict=False)


def mermaid(data: bytes) -> Read:
    """Through Mermaid's parser. There are no ids: a node is known by its label, an edge by its ends and label."""
    document = run("mermaid.mjs", data)
    labels = {v["id"]: _decoded(v["text"]) for v in document["vertices"]}
    read = Read({label: {"label": label} for label in labels.values()})
    for found in document["edges"]:
        label, status, voices, edtf, places = _decoded(found["text"]).split(" · ")
        read.edges[f"{labels[found['start']]} {label} {labels[found['end']]}"] = {
            "status": status, "voices": voices, "edtf": edtf, "places": places,
            "directed": found["type"] != "arrow_open",
        }  # fmt: skip
    return read


def svg(data: bytes) -> Read:
    """By the data attributes of its groups."""
    root: Any = etree.fromstring(data)
    nodes = {
        g.get("data-id"): {"label": g.findtext("s:title", namespaces=SVG), "type": g.get("data-type")}
        for g in root.iterfind(".//s:g[@class='node']", SVG)
    }
    edges = {}
    for group in root.iterfind(".//s:g[@class='edge']", SVG):
        found = {k.removeprefix("data-").replace("-", "_"): v for k, v in group.attrib.items() if k.startswith("data-")}
        edges[found.pop("id")] = {
            "valid_from": None,
            "valid_to": None,
            **found,
            "symmetric": found["symmetric"] == "true",
            "modality": found["modality"].split(),
            "asserted_by": found["asserted_by"].split(),
            "sentence": group.findtext("s:title", namespaces=SVG),
        }
    return Read(nodes, edges)


def _single(value: str) -> str:
    """A text whose backslashes readers see doubled."""
    return value.replace("\\\\", "\\")


def _shown(value: str) -> str:
    """A label as it is drawn: its escapes and entities read."""
    plain = re.sub(r"\\(.)", lambda found: "\n" if found.group(1) == "n" else found.group(1), value)
    return plain.replace("&amp;", "&")


def _decoded(text: Any) -> str:
    """Mermaid holds character codes in a form of its own until it draws."""
    return re.sub("ﬂ°°([0-9]+)¶ß", lambda found: chr(int(found.group(1))), text)
