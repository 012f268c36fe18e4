// Everything between two entities, in sentences: what a collapsed line stands for.
import type { Page, Relation } from "../api/shapes";
import { useAnswer } from "../controls/answer";
import { EntityLink, Failure, Skeleton } from "../controls/parts";
import { labelOf } from "../state/data";
import { relationQuery } from "../state/query";
import { go, view } from "../state/store";
import { strings as s } from "../strings";
import { AbsenceNote } from "./absence";
import { RelationItem } from "./relationlist";

export function PairPanel({ pair }: { pair: string }) {
  const [a = "", b = ""] = pair.split("~");
  const found = useAnswer<Page<Relation>>("relations", { between: [`${a},${b}`], exact: "true", limit: 200, ...relationQuery(view.value) });
  return (
    <>
      <h2 class="sentence">{s.relation.pair(labelOf(a), labelOf(b))}</h2>
      <p class="triple"><EntityLink to={{ id: a, label: labelOf(a) }} /> · <EntityLink to={{ id: b, label: labelOf(b) }} /></p>
      {found.error ? <Failure error={found.error} retry={found.retry} /> : !found.data ? <Skeleton /> : found.data.results.length ? (
        <ul class="rels sentences">{found.data.results.map((r) => <RelationItem key={r.id} relation={r} />)}</ul>
      ) : <AbsenceNote absence={found.data.absence} />}
      <p class="actions"><button type="button" class="btn" onClick={() => go({ tool: "explain", start: a, end: b, selected: "", path: -1 })}>{s.tools.explain}</button></p>
    </>
  );
}
