"""The table of formats for the documentation: `python -m app.exporters.table` writes it into docs/formats.md."""

from __future__ import annotations

from pathlib import Path

from app.exporters.formats import FORMATS, Format

START, END = "<!-- formats -->\n", "<!-- /formats -->\n"
PAGE = Path(__file__).resolve().parents[2] / "docs" / "formats.md"


def table() -> str:
    """The formats as Markdown, in the order of the registry."""
    head = "| format | what | media type | file | keeps | cannot carry | size |\n|---|---|---|---|---|---|---|\n"
    return head + "".join(map(_row, FORMATS))


def _row(chosen: Format) -> str:
    size = "any: it streams"
    if not chosen.streams:
        bounds = ((chosen.most_nodes, "nodes"), (chosen.most_edges, "edges"))
        size = "at most " + ", ".join(f"{most:,} {what}" for most, what in bounds if most is not None)
    media = " ".join(f"`{m}`" for m in (chosen.media_type, *chosen.also))
    cells = (
        f"`{chosen.name}`",
        chosen.title,
        media,
        f"`.{chosen.suffix}`",
        "; ".join(chosen.keeps),
        "; ".join(chosen.cannot) or "nothing",
        size,
    )
    return f"| {' | '.join(cells)} |\n"


def written(page: str) -> str:
    """A page with the table between its two marks."""
    before, _, rest = page.partition(START)
    _, _, after = rest.partition(END)
    return f"{before}{START}{table()}{END}{after}"


def main() -> None:
    """Renew the page."""
    PAGE.write_text(written(PAGE.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
