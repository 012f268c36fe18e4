// What is drawn and what is not: counts, filters as chips that lift them, how many relations they hide, and the cut.
import { nameOf } from "../state/counts";
import { drawn } from "../state/data";
import { edtfInWords } from "../state/dates";
import { uncut } from "../state/merge";
import { readable, relationLabel, typeLabel } from "../state/ontology";
import { activeFilters, lift, liftAll } from "../state/query";
import { go, view } from "../state/store";
import { CAP } from "../state/url";
import { strings as s } from "../strings";
import { Icon } from "./icon";

export function valueLabel(name: string, value: string): string {
  if (name === "type") return relationLabel(value);
  if (name === "entity_type") return typeLabel(value);
  if (name === "polarity") return s.polarity[value] ?? value;
  if (name === "status") return s.statusShort[value] ?? value;
  if (name === "modality") return s.modality[value] ?? value;
  if (name === "stance") return s.stance[value] ?? value;
  if (["as_of", "during", "known_at"].includes(name)) return edtfInWords(value);
  const node = drawn.value?.base.nodes.find((n) => n.id === value);
  return nameOf(name, value) ?? node?.label ?? (name === "q" ? `“${value}”` : readable(value));
}

export function StatusLine() {
  const now = drawn.value;
  if (!now) return null;
  const { meta, nodes, edges } = now.shown;
  const filters = activeFilters(view.value).filter(({ name }) => name !== "certainty" || view.value.as_of || view.value.during);
  const gone = now.base.edges.length - edges.length;
  const nodesCut = now.base.meta.truncated && now.base.nodes.length < meta.total_nodes;
  return (
    <div class="status">
      <span class="chip" role="status">{s.graph.shown(nodes.length, edges.length, uncut(now.base.meta))}</span>
      {filters.flatMap(({ name, values }) => values.map((value) => (
        <button key={name + value} type="button" class="chip" onClick={() => go((v) => lift(v, name, value))} aria-label={s.lift(`${s.filters.names[name] ?? name}: ${valueLabel(name, value)}`)}>
          <span class="quiet">{s.filters.names[name] ?? name}</span> <b>{valueLabel(name, value)}</b> <Icon name="close" />
        </button>
      )))}
      {filters.length > 0 && <span class="chip quiet">{s.hidden(Math.max(0, gone))}</span>}
      {filters.length > 1 && <button type="button" class="chip" onClick={() => go(liftAll)}>{s.clear}</button>}
      {nodesCut && (
        <span class="chip">{s.graph.truncated(now.base.nodes.length, meta.total_nodes)}
          <button type="button" class="link" onClick={() => go((v) => ({ limit: v.limit + CAP, positions: "" }))}>{s.graph.more}</button>
        </span>
      )}
    </div>
  );
}
