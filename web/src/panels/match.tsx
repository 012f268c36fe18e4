// The match builder: a pattern drawn by clicks (who - does what - whom), its matches as rows, and in the drawing at once.
import { useEffect, useMemo, useState } from "preact/hooks";
import { ApiError, post } from "../api/client";
import type { MatchAnswer } from "../api/shapes";
import { Failure, Skeleton } from "../controls/parts";
import { EdgeSample } from "../controls/sample";
import { toolNodes } from "../state/data";
import { entitiesOf, spotOf } from "../state/overlay";
import { relationQuery } from "../state/query";
import { pointed, toolSpot } from "../state/spot";
import { go, view } from "../state/store";
import { strings as s } from "../strings";
import { AbsenceNote } from "./absence";
import { letter, parsePattern, patternText, requestOf, type Pattern } from "../state/pattern";
import { PatternSketch } from "./sketch";

export function MatchPanel() {
  const text = view.value.pattern;
  const pattern = useMemo(() => parsePattern(text), [text]);
  const [state, setState] = useState<{ key: string; answer: MatchAnswer | null; error: ApiError | null }>({ key: "", answer: null, error: null });
  const [tries, setTries] = useState(0);
  const key = text + JSON.stringify(relationQuery(view.value));
  useEffect(() => {
    if (!text) return setState({ key: "", answer: null, error: null });
    let gone = false;
    post<MatchAnswer>("match", requestOf(pattern, relationQuery(view.value))).then(
      (answer) => !gone && setState({ key, answer, error: null }),
      (error) => !gone && setState({ key, answer: null, error: error instanceof ApiError ? error : new ApiError(0, "", String(error)) }),
    );
    return () => void (gone = true);
  }, [key, tries]);
  const answer = state.key === key ? state.answer : null;
  useEffect(() => {
    const relations = answer?.results.flatMap((row) => row.relations.filter((r) => r !== null)) ?? [];
    if (!relations.length) return;
    toolNodes.value = entitiesOf(relations);
    toolSpot.value = spotOf(relations);
    return () => {
      toolNodes.value = null;
      toolSpot.value = null;
    };
  }, [answer]);
  const change = (next: Pattern) => go({ pattern: patternText(next) }, { replace: true });
  return (
    <>
      <h2>{s.match.title}</h2>
      <p class="quiet small">{s.match.hint}</p>
      <div class="form">
        <PatternSketch pattern={pattern} change={change} />
        {!text && <div class="actions"><button type="button" class="btn primary" onClick={() => change(pattern)}>{s.match.run}</button></div>}
      </div>
      {text && (state.error && state.key === key ? <Failure error={state.error} retry={() => setTries(tries + 1)} /> : !answer ? <Skeleton lines={6} /> : <Rows answer={answer} />)}
    </>
  );
}

const rest = () => (pointed.value = null);

function Rows({ answer }: { answer: MatchAnswer }) {
  if (!answer.results.length) return <section><AbsenceNote absence={answer.absence} /></section>;
  return (
    <section>
      <h3 aria-live="polite">{s.match.rows(answer.total.value)}{answer.truncated_by && ` (${answer.truncated_by})`}</h3>
      <div class="scroller" tabIndex={0} role="region" aria-label={s.match.title}>
        <table class="matches">
          <thead><tr>{answer.variables.map((v) => <th key={v} scope="col">{letter(v)}</th>)}<th scope="col">{s.table.relation}</th></tr></thead>
          <tbody>{answer.results.map((row, i) => {
            const relations = row.relations.filter((r) => r !== null);
            const light = () => (pointed.value = spotOf(relations));
            return (
              <tr key={i} onPointerEnter={light} onPointerLeave={rest} onFocusCapture={light} onBlurCapture={rest}>
                {answer.variables.map((v) => <td key={v} data-label={letter(v)}><bdi>{row.bindings[v]?.label}</bdi></td>)}
                <td class="ties" data-label={s.table.relation}>{relations.map((r) => <button key={r.id} type="button" class="link" title={r.sentence} aria-label={r.sentence} onClick={() => go({ selected: `e:${r.id}` })}><EdgeSample edge={r} /></button>)}</td>
              </tr>
            );
          })}</tbody>
        </table>
      </div>
    </section>
  );
}
