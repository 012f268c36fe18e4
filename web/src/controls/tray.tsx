// Entities without any relation here stand in a tray instead of floating about.
import { drawn, tray } from "../state/data";
import { uncut } from "../state/merge";
import { typeLabel } from "../state/ontology";
import { strings as s } from "../strings";
import { EntityLink } from "./parts";

export function Tray() {
  const meta = drawn.value?.base.meta;
  const label = s.graph.tray(tray.value.length, !!meta && uncut(meta) !== null);
  return (
    <div class="tray">
      <details>
        <summary class="chip">{label}</summary>
        <ul tabIndex={0} aria-label={label}>{tray.value.map((node) => <li key={node.id}><EntityLink to={node} /> <small class="quiet">{typeLabel(node.type)}</small></li>)}</ul>
      </details>
    </div>
  );
}
