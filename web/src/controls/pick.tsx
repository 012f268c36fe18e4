// Picks one entity by typing: a combobox for the tools' forms.
import { useId, useState } from "preact/hooks";
import { labelOf } from "../state/data";
import { strings as s } from "../strings";
import { Hit, useHits } from "./search";

interface Props { label: string; value: string; onPick: (id: string) => void; fallback?: string }

export function Pick({ label, value, onPick, fallback }: Props) {
  const [text, setText] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const { hits, done } = useHits(text ?? "", "entity");
  const id = useId();
  const open = Boolean(text?.trim()) && done && hits.length > 0;
  const pick = (hit: (typeof hits)[number] | undefined) => {
    if (!hit) return;
    setText(null);
    onPick(hit.id);
  };
  return (
    <label class="named">{label}
      <div class="pick">
        <input class="field" type="text" role="combobox" autocomplete="off" dir="auto" placeholder={s.explain.pick} aria-label={label} aria-expanded={open} aria-controls={`${id}-list`} aria-autocomplete="list"
          aria-activedescendant={open ? `${id}-${at}` : undefined} value={text ?? (value ? (fallback ?? labelOf(value)) : "")}
          onFocus={(event) => event.currentTarget.select()} onInput={(event) => { setText(event.currentTarget.value); setAt(0); }} onBlur={() => setText(null)}
          onKeyDown={(event) => {
            if (event.key === "Enter") { event.preventDefault(); pick(hits[at]); }
            else if (event.key === "Escape") { setText(null); event.stopPropagation(); }
            else if (open && (event.key === "ArrowDown" || event.key === "ArrowUp")) { event.preventDefault(); setAt((at + (event.key === "ArrowDown" ? 1 : -1) + hits.length) % hits.length); }
          }} />
        <ul class="popup hits" id={`${id}-list`} role="listbox" aria-label={label} hidden={!open}>
          {hits.map((hit, i) => <li key={hit.id} id={`${id}-${i}`} role="option" class="item" aria-selected={i === at} onPointerDown={(event) => { event.preventDefault(); pick(hit); }}><Hit hit={hit} /></li>)}
        </ul>
      </div>
    </label>
  );
}
