// Why there is nothing: filters hide it, the document does not say, nobody looked, or it was denied. Never just empty.
import type { Absence, Claim, Silence } from "../api/shapes";
import { go, view } from "../state/store";
import { activeFilters, lift, liftAll } from "../state/query";
import { valueLabel } from "../controls/statusline";
import { strings as s } from "../strings";

interface Props { absence?: Absence | null; hidden?: Record<string, number>; total?: number }

export function AbsenceNote({ absence, hidden = {}, total = 0 }: Props) {
  const filters = activeFilters(view.value);
  const status = absence?.status ?? (filters.length && total ? "hidden_by_filters" : "unchecked");
  if (status === "hidden_by_filters") {
    const helps = { ...hidden, ...absence?.hidden };
    return (
      <div class="absence filtered" role="status">
        <h2>{s.absence.filtered}</h2>
        <p>{s.absence.filteredHint(total || Math.max(0, ...Object.values(helps)))}</p>
        <ul class="relax">
          {filters.map(({ name, values }) => (
            <li key={name}><button type="button" class="btn" onClick={() => go((v) => lift(v, name))}>{s.filters.names[name] ?? name}: {values.map((v) => valueLabel(name, v)).join(", ")}{helps[name] ? ` (+${helps[name]})` : ""}</button></li>
          ))}
          <li><button type="button" class="btn primary" onClick={() => go(liftAll)}>{s.clear}</button></li>
        </ul>
      </div>
    );
  }
  const [title, hint] = status === "not_stated" ? [s.absence.unsaid, s.absence.unsaidHint] : status === "denied" ? [s.absence.denied, ""] : [s.absence.unchecked, s.absence.uncheckedHint];
  return (
    <div class={`absence ${status}`} role="status">
      <h2>{title}</h2>
      {hint && <p>{hint}</p>}
      {absence?.silences.map((one) => <SilenceNote key={one.key} silence={one} />)}
      {Boolean(absence?.nearest.length) && <><h3>{s.absence.nearest}</h3><ul class="nearest">{absence!.nearest.map((claim) => <Nearest key={claim.id} claim={claim} />)}</ul></>}
    </div>
  );
}

function Nearest({ claim }: { claim: Claim }) {
  return <li><button type="button" class="link" onClick={() => go({ selected: `e:${claim.relation}` })}>{claim.sentence}</button></li>;
}

export function SilenceNote({ silence }: { silence: Silence }) {
  return (
    <figure class="silence">
      <blockquote>{silence.question ?? silence.note}</blockquote>
      {silence.question && <figcaption>{silence.note}</figcaption>}
    </figure>
  );
}
