// Small parts that panels share: names of entities as links, a failure with its retry, skeletons, confidence.
import type { ApiError } from "../api/client";
import type { Confidence, Reference } from "../api/shapes";
import { hovered } from "../state/spot";
import { go, href, view } from "../state/store";
import { strings as s } from "../strings";

/** Whether a click should be left to the browser (new tab, new window). */
export const isPlain = (event: MouseEvent) => !(event.metaKey || event.ctrlKey || event.shiftKey || event.button);

export function EntityLink({ to, children }: { to: Pick<Reference, "id" | "label">; children?: string }) {
  const parts = { ...view.value, selected: `n:${to.id}`, page: "" };
  return (
    <a class="entity" href={href(parts)} onClick={(event) => { if (isPlain(event)) { event.preventDefault(); go({ selected: `n:${to.id}`, page: "" }); } }}
      onPointerEnter={() => (hovered.value = `n:${to.id}`)} onPointerLeave={() => (hovered.value = "")} onFocus={() => (hovered.value = `n:${to.id}`)} onBlur={() => (hovered.value = "")}>
      <bdi>{children ?? to.label}</bdi>
    </a>
  );
}

export function EntityLinks({ all }: { all: readonly Reference[] }) {
  return <>{all.map((one, i) => <span key={one.id}>{i > 0 && ", "}<EntityLink to={one} /></span>)}</>;
}

export function Failure({ error, retry, kept = false }: { error: ApiError; retry: () => void; kept?: boolean }) {
  return (
    <div class="failure" role="alert">
      <p><b>{s.failure.title}.</b> {error.message} {kept && s.failure.kept}</p>
      <button type="button" class="btn" onClick={retry}>{s.failure.retry}</button>
    </div>
  );
}

export function Skeleton({ lines = 5 }: { lines?: number }) {
  return <div class="bones" aria-busy="true">{Array.from({ length: lines }, (_, i) => <div key={i} class={`skeleton w${(i * 7) % 4}`} />)}</div>;
}

export function Sureness({ level }: { level: Confidence }) {
  const n = { low: 1, medium: 2, high: 3 }[level];
  return (
    <span class="sureness" title={s.relation.confidenceOf(level)}>
      <svg viewBox="0 0 26 8" aria-hidden="true">{[0, 1, 2].map((i) => <circle key={i} cx={4 + i * 9} cy={4} r={3} fill={i < n ? "currentColor" : "none"} stroke="currentColor" />)}</svg>
      {s.filters.confidence[level]}<span class="sr"> {s.relation.confidence}</span>
    </span>
  );
}

export function Row({ name, children }: { name: string; children: preact.ComponentChildren }) {
  return <div class="row"><dt>{name}</dt><dd>{children}</dd></div>;
}
