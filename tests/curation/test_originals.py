"""The curated data against the originals and the open reference data, where these lie beside the repository."""

from __future__ import annotations

import csv
import re
import subprocess
from pathlib import Path

import pytest

from app.loading.load import load_sources
from app.loading.originals import verify
from app.runtime import open_view
from app.settings import load_settings

pytestmark = pytest.mark.shared
ROOT = Path(__file__).resolve().parents[2]
RUN = 8  # words in a row that are no coincidence


def originals(shared: Path) -> list[Path]:
    """The source texts."""
    found = sorted((shared / "seeds").glob("*.txt"))
    assert found
    return found


def test_every_original_matches_its_record(shared: Path) -> None:
    """Each text has a source record whose fingerprints it matches, paragraph by paragraph."""
    root = load_settings().root
    sources = load_sources(root / "graph_data", root / "seeds")
    for path in originals(shared):
        assert verify(path.read_bytes(), sources).ok, path


def test_no_sentence_of_an_original_is_kept(shared: Path) -> None:
    """No tracked file holds eight words in a row of any source text, its title aside."""
    titles = {s.title for s in open_view(load_settings().root).sources.values()}
    runs = set()
    for path in originals(shared):
        text = path.read_text(encoding="utf-8")
        for title in titles:
            text = text.replace(title, " ")
        words = re.findall(r"\w+", text.casefold())
        runs |= {" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}
    tracked = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    for name in tracked.decode().split("\0"):
        file = ROOT / name
        if not name or file.suffix in (".jpg", ".png", ".svg", ".zip", ".woff2") or not file.is_file():
            continue
        words = re.findall(r"\w+", file.read_text(encoding="utf-8", errors="ignore").casefold())
        copied = runs.intersection(" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1))
        assert not copied, (name, sorted(copied)[:3])


def test_states_carry_the_codes_of_the_reference(shared: Path) -> None:
    """ISO codes and Wikidata ids of states are those of the open table of country codes."""
    with (shared / "data" / "codes" / "country-codes.csv").open(encoding="utf-8") as file:
        known = {row["ISO3166-1-Alpha-2"]: row for row in csv.DictReader(file)}
    view = open_view(load_settings().root)
    states = [e for e in map(view.entity, range(view.entity_count)) if e.type == "State"]
    assert states
    for state in states:
        row = known[state.identifiers["iso3166_1_alpha2"]]
        assert state.identifiers["iso3166_1_alpha3"] == row["ISO3166-1-Alpha-3"]
        assert int(state.identifiers["iso3166_1_numeric"]) == int(row["ISO3166-1-numeric"])
        assert state.identifiers["wikidata"] == row["wikidata_id"].rsplit("/", 1)[-1]
