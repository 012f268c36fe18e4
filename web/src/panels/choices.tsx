// What can be chosen in a pattern: for an end a kind, a named entity or another letter; for a line its kind and its way.
import { useState } from "preact/hooks";
import { Icon } from "../controls/icon";
import { LineSample, ShapeSample } from "../controls/sample";
import { useHits } from "../controls/search";
import { ending } from "../draw/looks";
import type { Polarity } from "../api/shapes";
import { lineage, ontology, readable, typeLabel } from "../state/ontology";
import { changeClause, dropClause, freshLetter, letter, others, replaceEnd, turnClause, type Pattern } from "../state/pattern";
import { strings as s } from "../strings";
import { Choose, holds, type Choice } from "./choose";
import { short } from "./sketch";

interface Props { pattern: Pattern; top: number; put: (next: Pattern, part?: string) => void; close: (back: boolean) => void }

export function EndChoice({ end, pattern, top, put, close }: Props & { end: string }) {
  const [typed, setTyped] = useState("");
  const { hits } = useHits(typed, "entity");
  const variable = end.startsWith("?");
  const be = (by: string, kind = "") => put(replaceEnd(pattern, end, by, kind), `n:${by}`);
  const stand = (kind: string) => be(variable ? end : freshLetter(pattern), kind);
  const choices = (text: string): Choice[] => {
    const kinds = (ontology.value?.entity_types ?? []).map((t): Choice => ({
      key: t.id, label: t.label, chosen: pattern.kinds[end] === t.id, sample: <ShapeSample types={[t.id, ...lineage(t.id)]} />, pick: () => stand(t.id),
    }));
    const any: Choice = { key: "*", label: s.match.anything, chosen: variable && !pattern.kinds[end], pick: () => stand("") };
    const same = others(pattern, end).map((v): Choice => ({ key: v, label: s.match.sameAs(letter(v)), pick: () => be(v) }));
    const fitting = [any, ...kinds, ...same].filter((c) => !text || holds(c.label, text));
    const named = text && text === typed.trim() ? hits.map((h): Choice => ({ key: `e:${h.id}`, label: h.label, note: typeLabel(h.type), sample: <ShapeSample types={[h.type, ...lineage(h.type)]} />, pick: () => be(h.id) })) : [];
    return [...fitting, ...named];
  };
  return <Choose label={s.match.whatIs(short(end, pattern))} top={top} choices={choices} onText={setTyped} close={close} />;
}

export function LineChoice({ clause, pattern, top, change, put, close }: Props & { clause: number; change: (next: Pattern) => void }) {
  const { subject, type, object } = pattern.clauses[clause]!;
  const [a, b] = [short(subject, pattern), short(object, pattern)];
  const choices = (text: string): Choice[] => {
    const any: Choice = { key: "*", label: s.match.anything, chosen: !type, pick: () => put(changeClause(pattern, clause, { type: "" })) };
    const types = (ontology.value?.relation_types ?? []).map((t): Choice => {
      const polarity = (typeof t.polarity === "number" ? (t.polarity > 0 ? "cooperative" : t.polarity < 0 ? "conflictual" : "neutral") : t.polarity) as Polarity;
      return {
        key: t.id, label: t.label, note: readable(t.category), chosen: type === t.id, pick: () => put(changeClause(pattern, clause, { type: t.id })),
        sample: <LineSample line="solid" polarity={polarity} tip={ending({ polarity, symmetric: t.symmetric }).end} />,
      };
    });
    return [any, ...types].filter((c) => !text || holds(`${c.label} ${c.note ?? ""}`, text));
  };
  return (
    <Choose label={s.match.does(a, b)} top={top} choices={choices} close={close}>
      <div class="ways">
        <div class="segmented" role="group" aria-label={s.match.way}>
          <button type="button" class="btn" aria-pressed="true">{a} → {b}</button>
          <button type="button" class="btn" aria-pressed="false" onClick={() => change(turnClause(pattern, clause))}>{b} → {a}</button>
        </div>
        {pattern.clauses.length > 1 && <button type="button" class="btn plain small" onClick={() => { close(false); change(dropClause(pattern, clause)); }}><Icon name="close" />{s.match.remove}</button>}
      </div>
    </Choose>
  );
}
