// Entities without any relation here stand in a tray instead of floating about.
import { tray } from "../state/data";
import { typeLabel } from "../state/ontology";
import { strings as s } from "../strings";
import { EntityLink } from "./parts";

export function Tray() {
  return (
    <div class="tray">
      <details>
        <summary class="chip">{s.graph.tray(tray.value.length)}</summary>
        <ul tabIndex={0} aria-label={s.graph.tray(tray.value.length)}>{tray.value.map((node) => <li key={node.id}><EntityLink to={node} /> <small class="quiet">{typeLabel(node.type)}</small></li>)}</ul>
      </details>
    </div>
  );
}
