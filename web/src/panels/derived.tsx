// A relation that a rule infers: said by nobody, so it shows its traces instead of claims.
import type { Derivation, GraphEdge, RuleTrace } from "../api/shapes";
import { EdgeSample } from "../controls/sample";
import { drawn } from "../state/data";
import { readable } from "../state/ontology";
import { hovered } from "../state/spot";
import { go } from "../state/store";
import { strings as s } from "../strings";

export function DerivedPanel({ edge }: { edge: GraphEdge }) {
  return (
    <>
      <p class="standing st-derived"><b>{s.statusShort.derived}</b><span>{s.relation.derivedNote}</span></p>
      <h2 class="sentence"><bdi>{edge.sentence.split(" Premises:")[0]}</bdi></h2>
      <p class="triple"><EdgeSample edge={edge} /> {edge.label}</p>
      <Traces derivation={edge.derived!} />
    </>
  );
}

/** Each way in which it follows: the rule, then its premises as sentences, each lighting up its line. */
export function Traces({ derivation }: { derivation: Derivation }) {
  const sentence = (id: string) => drawn.value?.base.edges.find((e) => e.id === id)?.sentence ?? id;
  const traces: RuleTrace[] = derivation.traces?.length ? derivation.traces : [{
    rule: derivation.rule, label: readable(derivation.rule), overlap: { from: null, to: null, ends: "exclusive" }, status: "asserted", confidence: "low",
    premises: derivation.premises.map((id) => ({ id, derived: false, sentence: sentence(id), status: null })),
  }];
  return (
    <>
      {traces.map((trace) => (
        <section key={trace.rule + trace.premises.map((p) => p.id).join()} class="traces">
          <h4>{s.relation.rule}: {trace.label} <small class="quiet">· {s.relation.weakest} {s.statusShort[trace.status]?.toLowerCase()}</small></h4>
          <ol class="trace">
            {trace.premises.map((p) => (
              <li key={p.id} onPointerEnter={() => (hovered.value = `e:${p.id}`)} onPointerLeave={() => (hovered.value = "")}>
                <button type="button" class="link" onClick={() => go({ selected: `e:${p.id}` })}><bdi>{p.sentence}</bdi></button>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}
