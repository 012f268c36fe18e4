// The list that opens on a click into the pattern: type to narrow it, arrows and Enter to choose, Escape to leave.
import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { strings as s } from "../strings";

export interface Choice { key: string; label: string; note?: string; sample?: ComponentChildren; chosen?: boolean; pick: () => void }
interface Props { label: string; top: number; choices: (text: string) => Choice[]; onText?: (text: string) => void; close: (back: boolean) => void; children?: ComponentChildren }

/** Whether a name holds every word that was typed. */
export const holds = (label: string, text: string): boolean => text.toLowerCase().split(/\s+/).every((word) => label.toLowerCase().includes(word));

export function Choose({ label, top, choices, onText, close, children }: Props) {
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const root = useRef<HTMLDivElement>(null);
  const id = useId();
  const found = choices(text.trim());
  useEffect(() => {
    root.current?.scrollIntoView({ block: "nearest" });
    root.current?.querySelector<HTMLInputElement>("input")?.focus({ preventScroll: true });
    const away = (event: Event) => root.current && !root.current.contains(event.target as Node) && close(false);
    document.addEventListener("pointerdown", away);
    return () => document.removeEventListener("pointerdown", away);
  }, []);
  useEffect(() => root.current?.querySelector("[aria-selected='true']")?.scrollIntoView({ block: "nearest" }), [at]);
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") close(true);
    else if ((event.target as Element).tagName === "INPUT" && event.key === "Enter") found[at]?.pick();
    else if (step && found.length) setAt((at + step + found.length) % found.length);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="popup choose" ref={root} style={{ top: `${top}px` }} role="dialog" aria-label={label} onKeyDown={onKey}
      onFocusOut={(event) => { if (event.relatedTarget && !root.current?.contains(event.relatedTarget as Node)) close(false); }}>
      {children}
      <input class="field" type="text" role="combobox" autocomplete="off" dir="auto" placeholder={s.match.narrow} aria-label={label} aria-expanded="true" aria-controls={`${id}-list`} aria-autocomplete="list"
        aria-activedescendant={found[at] ? `${id}-${at}` : undefined} value={text} onInput={(event) => { setText(event.currentTarget.value); onText?.(event.currentTarget.value); setAt(0); }} />
      {found.length ? (
        <ul class="hits" id={`${id}-list`} role="listbox" aria-label={label} tabIndex={-1}>
          {found.map((one, i) => (
            <li key={one.key} id={`${id}-${i}`} role="option" class={one.chosen ? "item chosen" : "item"} aria-selected={i === at} onClick={one.pick} onPointerMove={() => setAt(i)}>
              {one.sample}<span class="what"><bdi>{one.label}</bdi></span>{one.note && <small class="quiet">{one.note}</small>}
            </li>
          ))}
        </ul>
      ) : <p class="small quiet" id={`${id}-list`}>{s.search.none(text.trim())}</p>}
    </div>
  );
}
