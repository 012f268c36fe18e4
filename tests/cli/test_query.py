"""`realpolitik query`: the answers of HTTP, as JSON when piped and as a table with sentences on a terminal."""

from __future__ import annotations

import functools
import io
import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from fastapi.testclient import TestClient
from rich.console import Console

from app.cli import tables
from app.cli.main import main
from app.runtime import open_view
from tests.api.clients import ROOT, client

SILENT: Final = "type=carried_out&object=balochistan-attack"
ASKED: Final = "iran.shelters.militants-involved-in-the-balochistan-attack"


class Terminal(io.StringIO):
    """A standard output that is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


Query = Callable[..., str]


open_once = functools.cache(open_view)


@pytest.fixture(autouse=True)
def clean(monkeypatch: pytest.MonkeyPatch) -> None:
    """The curated graph, loaded once, whatever the environment says, on a wide and colourless terminal."""
    monkeypatch.setattr("app.runtime.open_view", open_once)
    for name in [n for n in os.environ if n.startswith("REALPOLITIK_")]:
        monkeypatch.delenv(name)
    for name in ("FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "240")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")


@pytest.fixture
def piped(monkeypatch: pytest.MonkeyPatch) -> Query:
    """Ask with a pipe behind the command."""
    return lambda *arguments: asked(monkeypatch, io.StringIO(), arguments)


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> Query:
    """Ask on a terminal."""
    return lambda *arguments: asked(monkeypatch, Terminal(), arguments)


def asked(monkeypatch: pytest.MonkeyPatch, out: io.StringIO, arguments: tuple[str, ...]) -> str:
    """What the command prints; it has to end with status 0."""
    monkeypatch.setattr(sys, "argv", ["realpolitik", "query", *arguments])
    monkeypatch.setattr(sys, "stdout", out)
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 0
    return out.getvalue()


@pytest.fixture(scope="module")
def http() -> Iterator[TestClient]:
    """The same graph over HTTP."""
    with client() as found:
        yield found


# The same question through both doors: arguments of the command, path and query.
BOTH: Final = [
    ("entity iran", "/v1/entities/iran"),
    ("entity Islamabad --json", "/v1/entities/government-of-pakistan"),
    ("entities", "/v1/entities"),
    ("entities taliban", "/v1/entities?q=taliban"),
    ("entities --type ArmedGroup --generic --facets type", "/v1/entities?type=ArmedGroup&generic=true&facets=type"),
    ("entities --country ir --named --sort name", "/v1/entities?country=ir&generic=false&sort=name"),
    ("entities --existence planned --limit 2", "/v1/entities?existence=planned&limit=2"),
    ("entities --id iran --id cpec", "/v1/entities?id=iran&id=cpec"),
    ("entities zzzzqqqq --country IR", "/v1/entities?q=zzzzqqqq&country=IR"),
    ("relations", "/v1/relations"),
    ("relations --subject iran --status alleged", "/v1/relations?subject=iran&status=alleged"),
    ("relations --subject iran --exact --claims", "/v1/relations?subject=iran&exact=true&include=claims"),
    ("relations --between Iran,Pakistan --limit 3 --offset 2", "/v1/relations?between=Iran,Pakistan&limit=3&offset=2"),
    (f"relations --id {ASKED}", f"/v1/relations?id={ASKED}"),
    ("relations --type threatens --type shelters", "/v1/relations?type=threatens&type=shelters"),
    ("relations --category diplomatic --polarity neutral", "/v1/relations?category=diplomatic&polarity=neutral"),
    ("relations --modality planned --progress attempted", "/v1/relations?modality=planned&progress=attempted"),
    ("relations --stance denies", "/v1/relations?stance=denies"),
    ("relations --asserted-by pakistan --addressed-to iran", "/v1/relations?asserted_by=pakistan&addressed_to=iran"),
    ("relations --dataset curated --min-confidence high", "/v1/relations?dataset=curated&min_confidence=high"),
    ("relations --as-of 2018 --certainty certain", "/v1/relations?as_of=2018&certainty=certain"),
    ("relations --during 2018/2019 --time-match within", "/v1/relations?during=2018/2019&time_match=within"),
    ("relations --known-at 2020 --facets status", "/v1/relations?known_at=2020&facets=status"),
    ("relations --known-at 2018", "/v1/relations?known_at=2018"),
    ("relations --q base", "/v1/relations?q=base"),
    ("relations --type carried_out --object balochistan-attack", f"/v1/relations?{SILENT}"),
    ("claims", "/v1/claims"),
    ("claims --status alleged --facets type", "/v1/claims?status=alleged&facets=type"),
    ("claims --category diplomatic --polarity cooperative", "/v1/claims?category=diplomatic&polarity=cooperative"),
    ("claims --asserted-by pakistan --exact", "/v1/claims?asserted_by=pakistan&exact=true"),
    ("claims --subject cpec --object afghanistan", "/v1/claims?subject=cpec&object=afghanistan"),
    ("claims --dataset curated --known-at 2020 --limit 2", "/v1/claims?dataset=curated&known_at=2020&limit=2"),
    ("claims --type supports --subject iran", "/v1/claims?type=supports&subject=iran"),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "address"), BOTH)
def test_the_same_answer_through_both_doors(piped: Query, http: TestClient, arguments: str, address: str) -> None:
    """Piped, the command prints what HTTP answers, field for field, but for the links to other pages."""
    printed = json.loads(piped(*arguments.split()))
    given = http.get(address).json()
    assert {**printed, "next": None, "previous": None} == {"next": None, "previous": None, **given} | {
        "next": None,
        "previous": None,
    }


def test_claims_by_id(piped: Query, http: TestClient) -> None:
    """Claims are found by their ids."""
    some = [c["id"] for c in http.get("/v1/claims?limit=2").json()["results"]]
    printed = json.loads(piped("claims", "--id", some[0], "--id", some[1]))
    assert [c["id"] for c in printed["results"]] == some


def test_json_on_a_terminal(shown: Query) -> None:
    """`--json` prints JSON on a terminal, too, with letters of every script as they are."""
    text = shown("entity", "iran", "--json")
    assert json.loads(text)["entity"]["id"] == "iran"
    assert "ایران" in text


def test_a_table_with_sentences(shown: Query) -> None:
    """On a terminal relations are sentences, with voice and modality first, and the footer counts and cites."""
    text = shown("relations", "--subject", "iran", "--status", "alleged")
    assert "Pakistan's Foreign Office alleges, to Iran's embassy" in text
    assert "1 of 1 relation, snapshot" in text
    for word in ("relation", "status", "alleged", "high", "2019-04~"):
        assert word in text
    assert "{" not in text


def test_a_table_of_claims(shown: Query) -> None:
    """On a terminal each claim shows its sentence, time and paragraph."""
    lines = shown("claims", "--type", "shelters", "--status", "alleged").splitlines()
    [line] = [line for line in lines if "alleges" in line]
    assert line.rstrip().endswith("6")
    assert "2019-04~/.." in line


def test_a_table_of_entities(shown: Query) -> None:
    """On a terminal entities come with id, type and number of relations."""
    text = shown("entities", "taliban")
    assert "tehrik-e-taliban-pakistan" in text
    assert "ArmedGroup" in text
    assert "entities, snapshot" in text
    assert "no entity is called so" in shown("entities", "zzzzqqqq")


def test_one_entity_on_a_terminal(shown: Query) -> None:
    """One entity shows what it is, its names in every script, its organs and its relations by type."""
    text = shown("entity", "Iran")
    for word in ("State > Actor > Place", "ایران", "Iran's government", "wikidata Q794", "shelters"):
        assert word in text


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("relations --type carried_out --object balochistan-attack", "The documents do not say."),
        ("relations --type carried_out --object balochistan-attack", "Nearest claims:"),
        ("relations --subject iran --as-of 1950", "Filters hide what there is."),
        ("relations --subject iran --as-of 1950", "without as_of: "),
        ("relations --subject cpec --type allied_with", "no document was searched for it"),
        ("claims --subject taliban --type has_incentive_to_agree_with --stance affirms", "It is only denied."),
    ],
)
def test_why_there_is_nothing(shown: Query, arguments: str, said: str) -> None:
    """On a terminal an empty answer says why it is empty: a silence is an answer."""
    assert said in shown(*arguments.split())


def test_a_note(shown: Query) -> None:
    """What an answer rests on is printed below it."""
    text = shown("relations", "--known-at", "2020", "--limit", "1")
    assert "note: known_at rests on an inferred publication date" in text


def test_brackets_are_text() -> None:
    """Square brackets in data are shown and not read as markup of the terminal."""
    answer: dict[str, Any] = {
        "results": [
            {
                "id": "x", "label": "[red]the [sic] group[/red]", "type": "ArmedGroup", "relations": {"total": 1},
            }
        ],
        "total": {"value": 1},
        "snapshot": "s",
    }  # fmt: skip
    out = Terminal()
    saved, sys.stdout = sys.stdout, out
    try:
        tables.show(answer, False, lambda: tables.entities(answer))
    finally:
        sys.stdout = saved
    assert "[red]the [sic] group[/red]" in out.getvalue()


def test_tables_are_coloured_where_colours_are_shown() -> None:
    """Where a terminal shows colours, signs and statuses have theirs."""
    out = io.StringIO()
    answer = {
        "results": [
            {
                "polarity": "conflictual", "sentence": "A attacks B.", "status": "alleged", "confidence": "low",
                "last_attested": "2019",
            }
        ],
        "total": {"value": 1},
        "snapshot": "s",
    }  # fmt: skip
    Console(file=out, force_terminal=True, color_system="standard", no_color=False, width=100, _environ={}).print(
        tables.relations(answer)
    )
    assert "\x1b[31m-" in out.getvalue()
    assert "\x1b[33malleged" in out.getvalue()


REFUSED: Final = [
    ("entity irann", "no entity is called 'irann': did you mean iran"),
    ("relations --subject irann", "no entity is called 'irann': did you mean iran"),
    ("relations --type shelterz", "did you mean shelters"),
    ("relations --status alledged", "use agreed, alleged"),
    ("relations --as-of yesterday", "'yesterday' is not an EDTF date"),
    ("relations --certainty sure", "certainty is 'sure': use possible or certain"),
    ("relations --time-match inside", "use overlaps or within"),
    ("relations --min-confidence certain", "use high, low, medium"),
    ("relations --between iran", "'iran' is not a pair"),
    ("relations --id a.b.c", "no relation has the id 'a.b.c'"),
    ("relations --facets tpye", "unknown facet 'tpye'"),
    ("claims --id feed", "no claim has the id 'feed'"),
    ("claims --source nowhere", "unknown value 'nowhere'"),
    ("entities --sort size", "sort is 'size': use relevance, name or degree"),
    ("entities --existence fake", "use actual, planned, alleged or hypothetical"),
    ("entities --type Countri", "unknown value 'Countri'"),
]


@pytest.mark.parametrize(("arguments", "said"), REFUSED)
def test_errors(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: str, said: str) -> None:
    """A wrong question ends with status 1, a line on standard error that says what is right, and nothing else."""
    monkeypatch.setattr(sys, "argv", ["realpolitik", "query", *arguments.split()])
    with pytest.raises(SystemExit) as ended:
        main()
    printed = capsys.readouterr()
    assert ended.value.code == 1
    assert printed.out == ""
    assert printed.err.startswith("error: ")
    assert said in printed.err
    assert "Traceback" not in printed.err


@pytest.mark.parametrize("arguments", ["relations --nope", "relations --limit 0", "claims --limit x", "no", "entity"])
def test_misuse(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: str) -> None:
    """What is no command or option ends with status 2 and the usage."""
    monkeypatch.setattr(sys, "argv", ["realpolitik", "query", *arguments.split()])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    assert "Usage" in capsys.readouterr().err


def test_broken_data(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Broken data is not asked: each problem is printed with its place, and the status is 1."""
    folder = tmp_path / "graph_data" / "entities"
    folder.mkdir(parents=True)
    (folder / "a.yaml").write_text("nonsense: 1\n", encoding="utf-8")
    monkeypatch.setenv("REALPOLITIK_ROOT", str(tmp_path))
    monkeypatch.setattr(sys, "argv", ["realpolitik", "query", "entity", "iran"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 1
    assert "graph_data/entities/a.yaml:1:1: " in capsys.readouterr().err


def test_a_setting_that_is_none(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A variable of the environment that is not acceptable is named."""
    monkeypatch.setenv("REALPOLITIK_PORT", "many")
    monkeypatch.setattr(sys, "argv", ["realpolitik", "query", "entity", "iran"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 1
    assert "port (REALPOLITIK_PORT) is 'many'" in capsys.readouterr().err


def test_a_real_terminal() -> None:
    """The installed command on a pseudo-terminal prints a table, and with a pipe behind it JSON."""
    command = [sys.executable, "-m", "app", "query", "relations", "--subject", "iran", "--status", "alleged"]
    mine, theirs = pty.openpty()
    process = subprocess.Popen(command, cwd=ROOT, stdout=theirs, stderr=subprocess.PIPE)
    os.close(theirs)
    text = b""
    while True:
        try:
            piece = os.read(mine, 4096)
        except OSError:  # the other end is closed
            break
        if not piece:
            break
        text += piece
    os.close(mine)
    assert process.wait(timeout=30) == 0
    process.communicate()
    assert "alleges" in text.decode()
    assert "{" not in text.decode()
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    assert json.loads(done.stdout)["total"]["value"] == 1
