// A relation that a rule infers: said by nobody, so it shows its trace instead of claims.
import type { GraphEdge } from "../api/shapes";
import { EdgeSample } from "../controls/sample";
import { labelOf } from "../state/data";
import { drawn } from "../state/data";
import { readable } from "../state/ontology";
import { hovered } from "../state/spot";
import { go } from "../state/store";
import { strings as s } from "../strings";

export function DerivedPanel({ edge }: { edge: GraphEdge }) {
  const derivation = edge.derived!;
  const sentence = (id: string) => drawn.value?.base.edges.find((e) => e.id === id)?.sentence ?? id;
  return (
    <>
      <p class="standing st-derived"><b>{s.statusShort.derived}</b><span>{s.relation.derivedNote}</span></p>
      <h2 class="sentence">{edge.sentence || `${labelOf(edge.source)} ${edge.label} ${labelOf(edge.target)}`}</h2>
      <p class="triple"><EdgeSample edge={edge} /> {edge.label}</p>
      <section>
        <h3>{s.relation.rule}: {readable(derivation.rule)}</h3>
        <Trace premises={premisesOf(derivation)} sentence={sentence} />
      </section>
    </>
  );
}

export function premisesOf(derivation: NonNullable<GraphEdge["derived"]>): string[] {
  return (derivation.premises ?? []).map((p: unknown) => (typeof p === "string" ? p : String((p as { relation?: string; id?: string }).relation ?? (p as { id?: string }).id)));
}

export function Trace({ premises, sentence }: { premises: string[]; sentence: (id: string) => string }) {
  return (
    <ol class="trace">
      {premises.map((id) => (
        <li key={id} onPointerEnter={() => (hovered.value = `e:${id}`)} onPointerLeave={() => (hovered.value = "")}>
          <button type="button" class="link" onClick={() => go({ selected: `e:${id}` })}><bdi>{sentence(id)}</bdi></button>
        </li>
      ))}
    </ol>
  );
}
