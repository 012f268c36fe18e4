// Two entities in, sentences and traces out: what ties them directly, by inference, and along paths. Each sentence
// lights up its way in the drawing.
import { useEffect, useMemo } from "preact/hooks";
import type { Explanation, PathShape, Relation } from "../api/shapes";
import { useAnswer } from "../controls/answer";
import { Icon } from "../controls/icon";
import { Failure, Skeleton } from "../controls/parts";
import { Pick } from "../controls/pick";
import { EdgeSample } from "../controls/sample";
import { labelOf, toolNodes } from "../state/data";
import { marks, NO_MARKS } from "../state/marks";
import { asRelation, edgeOf, entitiesOf, spotOf } from "../state/overlay";
import { relationQuery } from "../state/query";
import { pointed, toolSpot, type Spot } from "../state/spot";
import { go, view } from "../state/store";
import { strings as s } from "../strings";
import { AbsenceNote, SilenceNote } from "./absence";
import { Traces } from "./derived";

const withEnds = (spot: Spot, ends: string[]): Spot => ({ edges: spot.edges, nodes: new Set([...spot.nodes, ...ends]) });
const pathSpot = (path: PathShape): Spot => spotOf(path.steps.map((step) => step.relation));

export function ExplainPanel() {
  const { start, end, path } = view.value;
  const ready = start && end && start !== end;
  const found = useAnswer<Explanation>(ready ? "explain" : null, { start, end, ...relationQuery(view.value) });
  const answer = found.data;
  const all = useMemo(() => (answer ? [...answer.direct, ...answer.paths.flatMap((p) => p.steps.map((st) => st.relation))] : []), [answer]);
  useEffect(() => {
    if (!answer) return;
    const ids = entitiesOf([...all, ...answer.derived]);
    toolNodes.value = [...new Set([start, end, ...ids])].sort();
    marks.value = { classes: new Map(), extra: answer.derived.map((r) => edgeOf(asRelation(r))) };
    return () => {
      toolNodes.value = null;
      marks.value = NO_MARKS;
    };
  }, [answer]);
  const current = answer?.paths[path];
  useEffect(() => {
    toolSpot.value = current ? pathSpot(current) : answer ? withEnds(spotOf([...answer.direct, ...answer.derived]), [start, end]) : null;
    return () => void (toolSpot.value = null);
  }, [answer, path]);
  return (
    <>
      <h2>{s.explain.title}</h2>
      <form class="form" onSubmit={(event) => event.preventDefault()}>
        <Pick label={s.explain.start} value={start} onPick={(id) => go({ start: id, path: -1 })} />
        <Pick label={s.explain.end} value={end} onPick={(id) => go({ end: id, path: -1 })} />
        <button type="button" class="btn" onClick={() => go({ start: end, end: start, path: -1 })}><Icon name="swap" />{s.explain.swap}</button>
      </form>
      {!ready ? <p class="quiet lede">{s.explain.choose}</p> : found.error ? <Failure error={found.error} retry={found.retry} /> : !answer ? <Skeleton lines={8} /> : <Findings answer={answer} />}
    </>
  );
}

function Findings({ answer }: { answer: Explanation }) {
  const { path } = view.value;
  return (
    <>
      <section>
        <h3>{s.explain.direct} · {answer.direct.length}</h3>
        {answer.direct.length ? answer.direct.map((r) => <Sentence key={r.id} relation={r} />) : <AbsenceNote absence={answer.absence} />}
      </section>
      {answer.contradictions.length > 0 && (
        <section>
          <h3>{s.explain.contradictions}</h3>
          {answer.contradictions.map((c) => (
            <button key={c.relation + c.kind} type="button" class="sentence-row" onClick={() => go({ selected: `e:${c.relation}` })}>
              <span class="standing st-contested"><b>{s.statusShort.contested}</b><span>{[...c.one.slice(0, 1), ...c.other.slice(0, 1)].map((x) => x.sentence).join(" ")}</span></span>
            </button>
          ))}
        </section>
      )}
      {answer.derived.length > 0 && (
        <section>
          <h3>{s.explain.inferred} · {answer.derived.length}</h3>
          {answer.derived.map((r) => <div key={r.id}><Sentence relation={asRelation(r)} />{r.derived && <Traces derivation={r.derived} />}</div>)}
        </section>
      )}
      <section>
        <h3>{s.explain.paths} · {answer.paths.length}</h3>
        {answer.paths.length > 1 && (
          <div class="stepper" role="group" aria-label={s.explain.paths}>
            <button type="button" class="btn icon" aria-label={s.explain.previous} onClick={() => go({ path: path <= 0 ? answer.paths.length - 1 : path - 1 }, { replace: true })}><Icon name="back" /></button>
            <span role="status">{path >= 0 ? s.explain.path(path + 1, answer.paths.length) : s.explain.steps(answer.paths[0]!.length)}</span>
            <button type="button" class="btn icon" aria-label={s.explain.next} onClick={() => go({ path: (path + 1) % answer.paths.length }, { replace: true })}><Icon name="next" /></button>
          </div>
        )}
        {answer.paths.map((p, i) => <PathRow key={p.relations.join()} path={p} on={i === path} index={i} />)}
        {!answer.paths.length && <p class="quiet small">{s.explain.none(labelOf(answer.start.id), labelOf(answer.end.id))}.</p>}
      </section>
      {answer.silences.length > 0 && <section><h3>{s.absence.unsaid}</h3>{answer.silences.map((one) => <SilenceNote key={one.key} silence={one} />)}</section>}
    </>
  );
}

const rest = () => (pointed.value = null);

function Sentence({ relation }: { relation: Relation }) {
  const light = () => (pointed.value = spotOf([relation]));
  return (
    <button type="button" class="sentence-row" onPointerEnter={light} onPointerLeave={rest} onFocus={light} onBlur={rest} onClick={() => go({ selected: `e:${relation.id}` })}>
      <EdgeSample edge={relation} /><bdi>{relation.sentence.split(" Premises:")[0]}</bdi>
    </button>
  );
}

function PathRow({ path, on, index }: { path: PathShape; on: boolean; index: number }) {
  const light = () => (pointed.value = pathSpot(path));
  return (
    <div class={on ? "path on" : "path"} onPointerEnter={light} onPointerLeave={rest}>
      <button type="button" class="link" aria-pressed={on} onClick={() => go({ path: on ? -1 : index })}>
        <bdi>{path.entities[0]?.label}</bdi>{path.steps.map((step) => <span key={step.relation.id}> <i class="quiet">{step.direction === "in" ? step.relation.inverse_label : step.relation.label}</i> <bdi>{step.to.label}</bdi></span>)}
      </button>
      <small class="quiet"> {s.explain.steps(path.length)} · {s.statusShort[path.status]}</small>
      {on && <ol class="trace">{path.steps.map((step) => <li key={step.relation.id}><Sentence relation={step.relation} /></li>)}</ol>}
    </div>
  );
}
