// Search first: a combobox over entities, kinds of relations and documents. Arrows, Enter, Escape; a hit is centred.
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { get } from "../api/client";
import type { Suggestion } from "../api/shapes";
import { explore } from "../state/actions";
import { camera } from "../state/camera";
import { byId } from "../state/data";
import { lineage, typeLabel } from "../state/ontology";
import { go, view } from "../state/store";
import { toggle } from "../state/query";
import { strings as s } from "../strings";
import { Icon } from "./icon";
import { ShapeSample } from "./sample";

export const kindOf = (hit: Suggestion): string => hit.kind ?? "entity";

/** Hits for what has been typed so far, a moment after the last letter. */
export function useHits(text: string, only?: string): { hits: Suggestion[]; done: boolean; failed: boolean } {
  const [state, setState] = useState<{ text: string; hits: Suggestion[]; failed: boolean }>({ text: "", hits: [], failed: false });
  useEffect(() => {
    const q = text.trim();
    if (!q) return setState({ text: "", hits: [], failed: false });
    let gone = false;
    const timer = setTimeout(() => {
      get<{ results: Suggestion[] }>("suggest", { q, limit: only ? 20 : 12 }).then(
        ({ results }) => !gone && setState({ text, hits: only ? results.filter((r) => kindOf(r) === only) : results, failed: false }),
        () => !gone && setState({ text, hits: [], failed: true }),
      );
    }, 120);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [text]);
  return { hits: state.hits, done: state.text === text && Boolean(text.trim()), failed: state.failed };
}

function choose(hit: Suggestion): void {
  const kind = kindOf(hit);
  if (kind === "source") return go({ page: `source:${hit.id}` });
  if (kind === "relation_type") return go((now) => ({ ...toggle(now, "type", hit.id), page: "", stage: now.stage }));
  if (byId.peek().has(hit.id) && !view.peek().page && view.peek().stage === "graph" && camera.peek()?.pointOf(hit.id)) {
    go({ selected: `n:${hit.id}` });
    camera.peek()?.centreOn(hit.id);
  } else explore([hit.id]);
}

export function Search() {
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const { hits, done, failed } = useHits(text);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const shown = open && Boolean(text.trim());
  const pick = (hit: Suggestion | undefined) => {
    if (!hit) return;
    setOpen(false);
    setText("");
    choose(hit);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setOpen(true);
      if (hits.length) setAt((at + (event.key === "ArrowDown" ? 1 : -1) + hits.length) % hits.length);
    } else if (event.key === "Enter" && done) {
      event.preventDefault();
      pick(hits[at]);
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (text) setText("");
      else input.current?.blur();
      setOpen(false);
    }
  };
  return (
    <div class="search" role="search">
      <Icon name="search" />
      <input ref={input} id="search" class="field" type="text" role="combobox" autocomplete="off" spellcheck={false} dir="auto" aria-label={s.search.label} placeholder={s.search.placeholder}
        aria-expanded={shown} aria-controls={`${id}-list`} aria-autocomplete="list" aria-activedescendant={shown && hits[at] ? `${id}-${at}` : undefined}
        value={text} onInput={(event) => { setText(event.currentTarget.value); setOpen(true); setAt(0); }} onKeyDown={onKey} onFocus={() => setOpen(true)} onBlur={() => setOpen(false)} />
      <kbd aria-hidden="true">/</kbd>
      <ul class="popup hits" role="listbox" id={`${id}-list`} aria-label={s.search.label} hidden={!shown || !hits.length}>
        {hits.map((hit, i) => (
          <li key={`${kindOf(hit)}:${hit.id}`} role="option" id={`${id}-${i}`} class="item" aria-selected={i === at} onPointerDown={(event) => { event.preventDefault(); pick(hit); }} onPointerMove={() => setAt(i)}>
            <Hit hit={hit} />
          </li>
        ))}
      </ul>
      {shown && done && !hits.length && <p class="popup hits none">{failed ? s.search.failed : s.search.none(text.trim())}</p>}
      <span class="sr" role="status">{shown && done ? (hits.length ? s.search.hits(hits.length) : s.search.none(text.trim())) : ""}</span>
    </div>
  );
}

export function Hit({ hit }: { hit: Suggestion }) {
  const kind = kindOf(hit);
  const matched = hit.name && hit.name !== hit.label ? hit.name : "";
  return (
    <>
      {kind === "entity" ? <ShapeSample types={[hit.type, ...lineage(hit.type)]} size={20} /> : <span class="dot" aria-hidden="true" />}
      <span class="what"><bdi>{hit.label}</bdi>{matched && <small class="quiet"> · <bdi>{matched}</bdi></small>}</span>
      <small class="quiet">{kind === "entity" ? typeLabel(hit.type) : s.search.kinds[kind]}</small>
    </>
  );
}
