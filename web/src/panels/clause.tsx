// One line of a pattern: who, does what, whom. An end is a letter (of some kind) or a named entity.
import { Icon } from "../controls/icon";
import { Pick } from "../controls/pick";
import { ontology } from "../state/ontology";
import type { Clause } from "../state/pattern";
import { strings as s } from "../strings";

interface Props {
  clause: Clause; index: number; kinds: Record<string, string>; variables: string[]; removable: boolean;
  onChange: (clause: Clause) => void; onKind: (variable: string, kind: string) => void; onRemove: () => void;
}

export function ClauseForm({ clause, index, kinds, variables, removable, onChange, onKind, onRemove }: Props) {
  const types = ontology.value?.relation_types ?? [];
  const categories = [...new Set(types.map((t) => t.category))];
  return (
    <fieldset class="clause">
      <legend class="small quiet">{s.match.clause(index + 1)}</legend>
      <End label={s.match.subject} value={clause.subject} kinds={kinds} variables={variables} onPick={(subject) => onChange({ ...clause, subject })} onKind={onKind} />
      <label class="named">{s.match.type}
        <select class="field" value={clause.type} onChange={(event) => onChange({ ...clause, type: event.currentTarget.value })}>
          <option value="">{s.match.anything}</option>
          {categories.map((category) => (
            <optgroup key={category} label={category.replaceAll("_", " ")}>
              {types.filter((t) => t.category === category).map((t) => <option key={t.id} value={t.id}>{t.label}</option>)}
            </optgroup>
          ))}
        </select>
      </label>
      <End label={s.match.object} value={clause.object} kinds={kinds} variables={variables} onPick={(object) => onChange({ ...clause, object })} onKind={onKind} />
      {removable && <button type="button" class="btn plain small" onClick={onRemove}><Icon name="close" />{s.match.remove}</button>}
    </fieldset>
  );
}

interface EndProps { label: string; value: string; kinds: Record<string, string>; variables: string[]; onPick: (end: string) => void; onKind: (variable: string, kind: string) => void }

function End({ label, value, kinds, variables, onPick, onKind }: EndProps) {
  const letters = [...new Set([...variables, "?a", "?b", "?c", "?d"])].sort();
  const named = !value.startsWith("?");
  const all = ontology.value?.entity_types ?? [];
  return (
    <div class="two">
      <label class="named">{label}
        <select class="field" value={named ? "" : value} onChange={(event) => onPick(event.currentTarget.value || "iran")}>
          {letters.map((v) => <option key={v} value={v}>{v.replace("?", "").toUpperCase()}</option>)}
          <option value="">{s.match.named}</option>
        </select>
      </label>
      {named ? <Pick label={s.explain.pick} value={value} onPick={onPick} /> : (
        <label class="named">{s.match.kindOf(value.replace("?", "").toUpperCase())}
          <select class="field" value={kinds[value] ?? ""} onChange={(event) => onKind(value, event.currentTarget.value)}>
            <option value="">{s.match.anyKind}</option>
            {all.map((t) => <option key={t.id} value={t.id}>{t.label}</option>)}
          </select>
        </label>
      )}
    </div>
  );
}
