// The two clocks: when something holds in the world (histogram, range, playback) and by when the sources said it.
import { computed, signal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import type { Source } from "../api/shapes";
import { drawn } from "../state/data";
import { edtfInWords, monthText } from "../state/dates";
import { duringText, histogram, rangeOf } from "../state/histogram";
import { stillMotion, wide } from "../state/prefs";
import { go, view } from "../state/store";
import { strings as s } from "../strings";
import { useAnswer } from "./answer";
import { Icon } from "./icon";
import { TimeBar } from "./timebar";

const playing = signal(false);
const unfolded = signal(false);
const bars = computed(() => histogram(drawn.value?.base.edges.filter((e) => !e.derived) ?? []));

function usePlayback(): void {
  useEffect(() => {
    const h = bars.peek();
    if (!playing.value || !h) return;
    let at = view.peek().as_of ? h.buckets.findIndex((b) => monthText(b.to - 1) === view.peek().as_of) : -1;
    if (at >= h.buckets.length - 1) at = -1;
    const timer = setInterval(() => {
      at += 1;
      const bucket = h.buckets[at];
      if (!bucket) return void (playing.value = false);
      go({ as_of: monthText(bucket.to - 1), during: "" }, { replace: true });
    }, stillMotion.peek() ? 1400 : 650);
    return () => clearInterval(timer);
  }, [playing.value]);
}

export function Clocks() {
  usePlayback();
  const h = bars.value;
  const { as_of, during, known_at, certainty } = view.value;
  const range = during ? rangeOf(during) : null;
  const words = as_of ? `${s.on} ${edtfInWords(as_of)}` : during ? edtfInWords(during) : s.clocks.all;
  if (!wide.value && !unfolded.value) {
    return (
      <footer class="clocks folded" aria-label={s.clocks.label}>
        <button type="button" class="btn plain" aria-expanded={false} onClick={() => (unfolded.value = true)}><Icon name="clock" /> {s.clocks.expandBar}: {words}{known_at ? ` · ${s.clocks.known} ${edtfInWords(known_at)}` : ""} <Icon name="up" /></button>
      </footer>
    );
  }
  return (
    <footer class="clocks" aria-label={s.clocks.label}>
      {!wide.value && <button type="button" class="btn plain fold" aria-expanded={true} onClick={() => (unfolded.value = false)}><Icon name="down" /> {s.clocks.expandBar}</button>}
      <div class="clock world" role="group" aria-label={s.clocks.world}>
        <button type="button" class="btn icon" aria-pressed={playing.value} aria-label={playing.value ? s.clocks.pause : s.clocks.play} title={playing.value ? s.clocks.pause : s.clocks.play} disabled={!h} onClick={() => (playing.value = !playing.value)}>
          <Icon name={playing.value ? "pause" : "play"} />
        </button>
        {h ? <TimeBar h={h} range={range} asOf={as_of} onRange={(from, to, live) => { playing.value = false; go({ as_of: "", during: from <= h.from && to >= h.to ? "" : duringText(from, to) }, { replace: live }); }} /> : <div class="skeleton bar-bone" />}
      </div>
      <div class="clock told">
        <div class="reading"><span class="quiet">{s.clocks.world}</span> <b aria-live="polite">{words}</b>
          {(as_of || during) && <button type="button" class="link small" onClick={() => { playing.value = false; go({ as_of: "", during: "", certainty: "" }); }}>{s.clocks.all}</button>}
        </div>
        <DateField label={s.clocks.asOf} value={as_of} onPick={(value) => go({ as_of: value, during: "" })} />
        {(as_of || during) && <label class="check small"><input type="checkbox" checked={certainty === "certain"} onChange={() => go({ certainty: certainty === "certain" ? "" : "certain" })} />{s.filters.certain}</label>}
      </div>
      <div class="clock told known">
        <div class="reading"><span class="quiet">{s.clocks.known}</span> <b>{known_at ? edtfInWords(known_at) : s.clocks.all}</b>
          {known_at && <button type="button" class="link small" onClick={() => go({ known_at: "" })}>{s.clocks.all}</button>}
        </div>
        {known_at && <Inferred />}
        <DateField label={s.clocks.known} hint={s.clocks.knownHint} value={known_at} onPick={(value) => go({ known_at: value })} />
      </div>
    </footer>
  );
}

/** The known clock rests on when the sources were published; where that is inferred, it says so. */
function Inferred() {
  const sources = useAnswer<{ results: Source[] }>("sources", { limit: 200 });
  return sources.data?.results.some((one) => one.published.inferred) ? <p class="small quiet">{s.clocks.inferred}</p> : null;
}

function DateField({ label, hint, value, onPick }: { label: string; hint?: string; value: string; onPick: (value: string) => void }) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const fine = !text || /^\d{4}(-\d{2}(-\d{2})?)?$/.test(text);
  return (
    <input class="field date" type="text" inputMode="numeric" placeholder="YYYY-MM-DD" aria-label={hint ? `${label}. ${hint}` : label} title={hint ?? label} aria-invalid={!fine} value={text}
      onInput={(event) => setText(event.currentTarget.value.trim())} onBlur={() => fine && text !== value && onPick(text)}
      onKeyDown={(event) => { if (event.key === "Enter" && fine) onPick(text); if (event.key === "Escape") setText(value); }} />
  );
}
