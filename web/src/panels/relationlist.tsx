// Relations of an entity, or between two, grouped by kind and direction, each lighting up its line.
import type { Relation } from "../api/shapes";
import { EdgeSample } from "../controls/sample";
import { edtfInWords } from "../state/dates";
import { inverseLabel } from "../state/ontology";
import { hovered } from "../state/spot";
import { go, href, view } from "../state/store";
import { isPlain } from "../controls/parts";
import { strings as s } from "../strings";
import { isImported } from "./datasets";

export interface RelationGroup { label: string; relations: Relation[] }

/** Grouped by kind and direction as seen from an entity, the largest group first. */
export function grouped(relations: readonly Relation[], from: string): RelationGroup[] {
  const groups = new Map<string, Relation[]>();
  for (const relation of relations) {
    const out = relation.subject.id === from || relation.symmetric;
    const label = out ? relation.label : (relation.inverse_label ?? inverseLabel(relation.type));
    groups.set(label, [...(groups.get(label) ?? []), relation]);
  }
  return [...groups].map(([label, all]) => ({ label, relations: all })).sort((a, b) => b.relations.length - a.relations.length || (a.label < b.label ? -1 : 1));
}

export function RelationItem({ relation, from }: { relation: Relation; from?: string }) {
  const other = from === relation.object.id ? relation.subject : relation.object;
  const parts = { ...view.value, selected: `e:${relation.id}`, page: "" };
  return (
    <li class={`rel s-${relation.status}`} onPointerEnter={() => (hovered.value = `e:${relation.id}`)} onPointerLeave={() => (hovered.value = "")}>
      <a href={href(parts)} title={relation.sentence} onClick={(event) => { if (isPlain(event)) { event.preventDefault(); go({ selected: `e:${relation.id}`, page: "" }); } }} onFocus={() => (hovered.value = `e:${relation.id}`)} onBlur={() => (hovered.value = "")}>
        <EdgeSample edge={relation} />
        <span class="what">{from ? <bdi>{other.label}</bdi> : <bdi>{relation.sentence}</bdi>}</span>
        <small class="quiet">{isImported(relation.datasets) && `${s.relation.imported} · `}{relation.status === "asserted" ? "" : `${s.statusShort[relation.status]} · `}{when(relation)}</small>
      </a>
    </li>
  );
}

const when = (relation: Relation): string => edtfInWords(relation.episodes[0]?.edtf[0] ?? "");
