// What was added, what ended and what changed between two dates, on one layout: by colour wash and by list.
import { useEffect, useState } from "preact/hooks";
import type { Change, DiffAnswer } from "../api/shapes";
import { useAnswer } from "../controls/answer";
import { Failure, Skeleton } from "../controls/parts";
import { EdgeSample } from "../controls/sample";
import { drawn } from "../state/data";
import { pointInWords } from "../state/dates";
import { marks, NO_MARKS } from "../state/marks";
import { edgeOf } from "../state/overlay";
import { relationQuery } from "../state/query";
import { hovered } from "../state/spot";
import { go, view } from "../state/store";
import { strings as s } from "../strings";

const KINDS = ["added", "ended", "changed"] as const;
const DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;

export function DiffPanel() {
  const { from, to, clock } = view.value;
  const { as_of, during, known_at, ...filters } = relationQuery(view.value);
  const query = { from, to, clock: clock || "valid", limit: 500, ...filters, ...(clock === "known" ? { as_of, during } : { known_at }) };
  const found = useAnswer<DiffAnswer>(DATE.test(from) && DATE.test(to) ? "diff" : null, query);
  const answer = found.data;
  useEffect(() => {
    if (!answer) return;
    const classes = new Map<string, string>(answer.results.map((c) => [c.relation.id, `d-${c.change}`]));
    const here = new Set(drawn.peek()?.shown.edges.map((e) => e.id));
    for (const id of here) if (!classes.has(id)) classes.set(id, "gone");
    const nodes = new Set(drawn.peek()?.shown.nodes.map((n) => n.id));
    const extra = answer.results.filter((c) => !here.has(c.relation.id) && nodes.has(c.relation.subject.id) && nodes.has(c.relation.object.id)).map((c) => edgeOf(c.relation));
    marks.value = { classes, extra };
    return () => void (marks.value = NO_MARKS);
  }, [answer, drawn.value]);
  return (
    <>
      <h2>{s.diff.title}</h2>
      <div class="form">
        <div class="two">
          <DateInput label={s.diff.from} value={from} onPick={(value) => go({ from: value })} />
          <DateInput label={s.diff.to} value={to} onPick={(value) => go({ to: value })} />
        </div>
        <label class="named">{s.diff.clock}
          <select class="field" value={clock || "valid"} onChange={(event) => go({ clock: event.currentTarget.value === "valid" ? "" : event.currentTarget.value })}>
            <option value="valid">{s.diff.valid}</option><option value="known">{s.diff.known}</option>
          </select>
        </label>
      </div>
      {!from || !to ? <p class="quiet lede">{s.diff.choose}</p> : found.error ? <Failure error={found.error} retry={found.retry} /> : !answer ? (found.busy ? <Skeleton lines={8} /> : null) : (
        <>
          <div class="figures" role="status">{KINDS.map((kind) => <div key={kind} class={`k-${kind}`}><b>{answer.counts[kind]}</b>{s.diff[kind]}</div>)}</div>
          {answer.total.value === 0 && <p class="lede">{s.diff.none}</p>}
          {KINDS.map((kind) => <Changes key={kind} kind={kind} all={answer.results.filter((c) => c.change === kind)} />)}
        </>
      )}
    </>
  );
}

function Changes({ kind, all }: { kind: (typeof KINDS)[number]; all: readonly Change[] }) {
  if (!all.length) return null;
  return (
    <section>
      <h3>{s.diff[kind]} · {all.length}</h3>
      {all.map((c) => {
        const id = `e:${c.relation.id}`;
        const claims = [...c.claims.appeared, ...c.claims.gone];
        return (
          <div key={id} onPointerEnter={() => (hovered.value = id)} onPointerLeave={() => (hovered.value = "")}>
            <button type="button" class="sentence-row" onClick={() => go({ selected: id })} onFocus={() => (hovered.value = id)} onBlur={() => (hovered.value = "")}>
              <EdgeSample edge={c.relation} /><bdi>{c.relation.sentence}</bdi>
              {c.before && c.after && c.changed.includes("status") && <small class="quiet"> {s.diff.was(s.statusShort[c.before.status]!, s.statusShort[c.after.status]!)}</small>}
            </button>
            {claims.length > 0 && <details class="inferred"><summary>{s.diff.claims} {s.relation.claims(claims.length)}</summary><ul>{claims.map((claim) => <li key={claim.id}>¶ {claim.evidence.map((e) => e.paragraph).join(", ")} · {claim.sentence}</li>)}</ul></details>}
          </div>
        );
      })}
    </section>
  );
}

function DateInput({ label, value, onPick }: { label: string; value: string; onPick: (value: string) => void }) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const fine = !text || DATE.test(text);
  return (
    <label class="named">{label}
      <input class="field" type="text" inputMode="numeric" placeholder="YYYY-MM-DD" value={text} aria-invalid={!fine} title={value ? pointInWords(value) : undefined}
        onInput={(event) => setText(event.currentTarget.value.trim())} onBlur={() => fine && text !== value && onPick(text)} onKeyDown={(event) => { if (event.key === "Enter" && fine) onPick(text); }} />
    </label>
  );
}
