// The table twin of the drawing: the same relations and entities as rows; sortable, by keyboard too, to be copied.
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { GraphEdge, GraphNode } from "../api/shapes";
import { EntityLink, Failure, Skeleton, Sureness } from "../controls/parts";
import { EdgeSample, ShapeSample } from "../controls/sample";
import { said } from "../draw/words";
import { StatusLine } from "../controls/statusline";
import { AbsenceNote } from "../panels/absence";
import { drawn, failure, labelOf, loading, retry } from "../state/data";
import { edtfInWords } from "../state/dates";
import { say } from "../state/notice";
import { typeLabel } from "../state/ontology";
import { hovered } from "../state/spot";
import { go, view } from "../state/store";
import { strings as s } from "../strings";

interface Column<T> { key: string; label: string; text: (row: T) => string; value?: (row: T) => number | string; cell?: (row: T) => ComponentChildren }
const RANK = { low: 0, medium: 1, high: 2 };
const STEP = 400;

const EDGES: Column<GraphEdge>[] = [
  { key: "from", label: s.table.from, text: (e) => labelOf(e.source), cell: (e) => <EntityLink to={{ id: e.source, label: labelOf(e.source) }} /> },
  { key: "relation", label: s.table.relation, text: said, cell: (e) => <button type="button" class="link cellrel" title={e.sentence} onClick={() => go({ selected: `e:${e.id}` })}><EdgeSample edge={e} />{said(e)}</button> },
  { key: "to", label: s.table.to, text: (e) => labelOf(e.target), cell: (e) => <EntityLink to={{ id: e.target, label: labelOf(e.target) }} /> },
  { key: "sign", label: s.table.sign, text: (e) => s.polarity[e.polarity] ?? e.polarity },
  { key: "status", label: s.table.status, text: (e) => (e.derived ? s.statusShort.derived! : (s.statusShort[e.status] ?? e.status)) },
  { key: "voices", label: s.table.voices, text: (e) => e.asserted_by.map((v) => v.label).join("; ") },
  { key: "when", label: s.table.when, text: (e) => edtfInWords(e.edtf ?? ""), value: (e) => e.valid_from ?? "" },
  { key: "confidence", label: s.table.confidence, text: (e) => e.confidence, value: (e) => RANK[e.confidence], cell: (e) => <Sureness level={e.confidence} /> },
  { key: "claims", label: s.table.claims, text: (e) => String(e.claims), value: (e) => e.claims },
];
const NODES: Column<GraphNode>[] = [
  { key: "label", label: s.table.label, text: (n) => n.label, cell: (n) => <EntityLink to={n} /> },
  { key: "kind", label: s.table.kind, text: (n) => typeLabel(n.type), cell: (n) => <span class="cellrel"><ShapeSample types={n.types} size={18} />{typeLabel(n.type)}</span> },
  { key: "degree", label: s.table.degree, text: (n) => String(n.degree), value: (n) => n.degree },
];

/** Rows by one column; equal ones keep their order. */
export function sorted<T>(rows: readonly T[], column: Column<T> | undefined, down: boolean): T[] {
  if (!column) return [...rows];
  const value = column.value ?? column.text;
  const compare = (a: number | string, b: number | string) => (typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), "en"));
  return [...rows].sort((a, b) => (down ? -1 : 1) * compare(value(a), value(b)));
}

export const tsv = <T,>(rows: readonly T[], columns: readonly Column<T>[]): string =>
  [columns.map((c) => c.label), ...rows.map((row) => columns.map((c) => c.text(row).replaceAll(/[\t\n\r]+/g, " ")))].map((cells) => cells.join("\t")).join("\n");

export function TableStage() {
  const [which, setWhich] = useState<"edges" | "nodes">("edges");
  const now = drawn.value;
  if (failure.value && !now) return <div class="tablestage"><Failure error={failure.value} retry={retry} /></div>;
  if (!now) return <div class="tablestage"><Skeleton lines={12} /></div>;
  const empty = !now.shown.edges.length && !loading.value;
  return (
    <div class="tablestage" id="stage-table">
      <div class="tablebar">
        <StatusLine />
        <div class="segmented" role="group" aria-label={s.table.caption}>
          <button type="button" class="btn" aria-pressed={which === "edges"} onClick={() => setWhich("edges")}>{s.table.relations}</button>
          <button type="button" class="btn" aria-pressed={which === "nodes"} onClick={() => setWhich("nodes")}>{s.table.entities}</button>
        </div>
      </div>
      {failure.value && <Failure error={failure.value} retry={retry} kept />}
      {empty ? <AbsenceNote hidden={now.shown.meta.hidden} absence={now.shown.absence} total={now.base.edges.length} />
        : which === "edges" ? <Grid key="edges" rows={now.shown.edges} columns={EDGES} idOf={(e) => `e:${e.id}`} /> : <Grid key="nodes" rows={now.shown.nodes} columns={NODES} idOf={(n) => `n:${n.id}`} />}
    </div>
  );
}

function Grid<T>({ rows, columns, idOf }: { rows: readonly T[]; columns: Column<T>[]; idOf: (row: T) => string }) {
  const [most, setMost] = useState(STEP);
  const [key, way] = view.value.sort.split(".");
  const column = columns.find((c) => c.key === key);
  const all = sorted(rows, column, way === "down");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(tsv(all, columns));
      say(s.table.copied(all.length));
    } catch {
      say(s.failure.title, { kind: "warning" });
    }
  };
  return (
    <>
      <button type="button" class="btn copy"  onClick={() => void copy()}>{s.table.copy}</button>
      <div class="scroller" tabIndex={0} role="region" aria-label={s.table.caption}>
        <table>
          <caption class="sr">{s.table.caption}</caption>
          <thead><tr>{columns.map((c) => (
            <th key={c.key} scope="col" aria-sort={c.key === key ? (way === "down" ? "descending" : "ascending") : "none"}>
              <button type="button" title={s.table.sortBy(c.label)} onClick={() => go({ sort: c.key === key && way !== "down" ? `${c.key}.down` : c.key })}>{c.label}<span aria-hidden="true">{c.key === key ? (way === "down" ? " ↓" : " ↑") : ""}</span></button>
            </th>
          ))}</tr></thead>
          <tbody>{all.slice(0, most).map((row) => {
            const id = idOf(row);
            return <tr key={id} class={view.value.selected === id ? "chosen" : ""} onPointerEnter={() => (hovered.value = id)} onPointerLeave={() => (hovered.value = "")}>{columns.map((c) => <td key={c.key} data-label={c.label} class={`col-${c.key}`}>{c.cell ? c.cell(row) : <bdi>{c.text(row)}</bdi>}</td>)}</tr>;
          })}</tbody>
        </table>
      </div>
      {all.length > most && <button type="button" class="btn" onClick={() => setMost(most + STEP)}>{s.entity.show(all.length - most)}</button>}
    </>
  );
}
