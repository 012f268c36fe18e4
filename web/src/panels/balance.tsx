// The signed structure: camps, triangles, and the ties that do not fit, marked in the drawing.
import { useEffect } from "preact/hooks";
import type { BalanceAnswer, Tie } from "../api/shapes";
import { useAnswer } from "../controls/answer";
import { EntityLinks, Failure, Skeleton } from "../controls/parts";
import { drawn } from "../state/data";
import { marks, NO_MARKS } from "../state/marks";
import { relationQuery } from "../state/query";
import { pointed, type Spot } from "../state/spot";
import { go, view } from "../state/store";
import { strings as s } from "../strings";

const spotOfTies = (ties: readonly Tie[]): Spot => ({ edges: new Set(ties.flatMap((t) => t.relations)), nodes: new Set(ties.flatMap((t) => t.entities.map((e) => e.id))) });

export function BalancePanel() {
  const { during: _, ...filters } = relationQuery(view.value);
  const found = useAnswer<BalanceAnswer>("balance", { roll_up: "false", ...filters });
  const answer = found.data;
  useEffect(() => {
    if (!answer) return;
    const classes = new Map<string, string>();
    for (const tie of answer.frustration.ties) for (const id of tie.relations) classes.set(id, "frustrated");
    for (const faction of answer.factions) faction.camps.forEach((camp, i) => camp.forEach((e) => classes.set(`n:${e.id}`, `camp-${i + 1}`)));
    const signed = new Set(drawn.peek()?.shown.edges.filter((e) => e.polarity !== "neutral" && ["asserted", "attributed"].includes(e.status)).map((e) => e.id));
    for (const edge of drawn.peek()?.shown.edges ?? []) if (!signed.has(edge.id)) classes.set(edge.id, "gone");
    marks.value = { classes, extra: [] };
    return () => {
      marks.value = NO_MARKS;
      pointed.value = null;
    };
  }, [answer, drawn.value]);
  return (
    <>
      <h2>{s.balance.title}</h2>
      <p class="quiet small">{s.balance.hint}</p>
      {found.error ? <Failure error={found.error} retry={found.retry} /> : !answer ? <Skeleton lines={7} /> : answer.ties.total === 0 ? <p class="lede">{s.balance.none}</p> : <Structure answer={answer} />}
    </>
  );
}

function Structure({ answer }: { answer: BalanceAnswer }) {
  const factions = answer.factions.filter((f) => f.actors > 1);
  return (
    <>
      <div class="figures">
        <div><b>{answer.ties.cooperative}</b>{s.polarity.cooperative}</div>
        <div><b>{answer.ties.conflictual}</b>{s.polarity.conflictual}</div>
        <div title={answer.frustration.method}><b>{answer.frustration.index}</b>{s.balance.frustrated}</div>
      </div>
      <section>
        <h3>{s.balance.factions}</h3>
        {factions.map((faction, i) => (
          <div key={i} class="faction" onPointerEnter={() => (pointed.value = { nodes: new Set(faction.camps.flat().map((e) => e.id)), edges: new Set() })} onPointerLeave={() => (pointed.value = null)}>
            {faction.camps.map((camp, j) => camp.length > 0 && <p key={j}><b class={`ringed camp-${j + 1}`}>{s.balance.camp(j + 1)}</b> <EntityLinks all={camp} /></p>)}
          </div>
        ))}
      </section>
      <section>
        <h3>{s.balance.frustrated} · {answer.frustration.ties.length}</h3>
        <Ties ties={answer.frustration.ties} />
      </section>
      <section>
        <h3>{s.balance.triads} · {answer.triads.total}</h3>
        <p class="small quiet">{answer.triads.balanced} {s.balance.balanced}, {answer.triads.unbalanced} {s.balance.unbalanced}</p>
        {answer.triads.results.slice(0, 40).map((triad) => (
          <button key={triad.entities.map((e) => e.id).join()} type="button" class="sentence-row" onPointerEnter={() => (pointed.value = spotOfTies(triad.ties))} onPointerLeave={() => (pointed.value = null)}
            onFocus={() => (pointed.value = spotOfTies(triad.ties))} onBlur={() => (pointed.value = null)}>{triad.entities.map((e) => e.label).join(" · ")} <small class="quiet">{triad.balanced ? s.balance.balanced : s.balance.unbalanced}</small></button>
        ))}
      </section>
    </>
  );
}

function Ties({ ties }: { ties: readonly Tie[] }) {
  return (
    <ul>
      {ties.map((tie) => (
        <li key={tie.entities.map((e) => e.id).join()}>
          <button type="button" class="sentence-row" onPointerEnter={() => (pointed.value = spotOfTies([tie]))} onPointerLeave={() => (pointed.value = null)} onFocus={() => (pointed.value = spotOfTies([tie]))} onBlur={() => (pointed.value = null)}
            onClick={() => go({ selected: `p:${tie.entities.map((e) => e.id).sort().join("~")}` })}>{tie.entities.map((e) => e.label).join(tie.sign > 0 ? " + " : " − ")}</button>
        </li>
      ))}
    </ul>
  );
}
