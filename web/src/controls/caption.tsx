// The line below the drawing that reads an edge, or names a node, while it is pointed at.
import { drawn } from "../state/data";
import { marks } from "../state/marks";
import { typeLabel } from "../state/ontology";
import { hovered } from "../state/spot";
import { strings as s } from "../strings";
import { EdgeSample, ShapeSample } from "./sample";

export function Caption() {
  const what = hovered.value;
  const id = what.slice(2);
  const graph = drawn.value?.shown;
  const edge = what.startsWith("e:") ? (graph?.edges.find((e) => e.id === id) ?? marks.value.extra.find((e) => e.id === id)) : undefined;
  const node = what.startsWith("n:") ? graph?.nodes.find((n) => n.id === id) : undefined;
  if (!edge && !node) return null;
  return (
    <div class="caption" aria-hidden="true">
      {edge ? <p><EdgeSample edge={edge} /><span><b>{edge.derived ? s.statusShort.derived : s.statusShort[edge.status]}.</b> <bdi>{edge.sentence.split(" Premises:")[0]}</bdi></span></p>
        : <p><ShapeSample types={node!.types} size={20} hollow={node!.existence !== "actual"} stacked={node!.generic} /><span><b><bdi>{node!.label}</bdi></b> · {typeLabel(node!.type)}{node!.description && <span class="quiet wide-only"> · {node!.description}</span>}</span></p>}
    </div>
  );
}
