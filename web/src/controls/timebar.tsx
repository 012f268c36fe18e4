// The time bar: bars by date and sign, and a range with two handles for pointer and keyboard.
import { useRef } from "preact/hooks";
import { monthInWords } from "../state/dates";
import type { Histogram } from "../state/histogram";
import { strings as s } from "../strings";

interface Props { h: Histogram; range: [number, number] | null; asOf: string; onRange: (from: number, to: number, live: boolean) => void }

const HEIGHT = 40;

export function TimeBar({ h, range, asOf, onRange }: Props) {
  const track = useRef<HTMLDivElement>(null);
  const drag = useRef<{ anchor: number; moved: boolean; edge: "from" | "to" | null } | null>(null);
  const [from, to] = range ?? [h.from, h.to];
  const span = h.to - h.from;
  const part = (month: number) => ((month - h.from) / span) * 100;
  const snap = (month: number) => Math.min(h.to, Math.max(h.from, Math.round((month - h.from) / h.width) * h.width + h.from));
  const monthAt = (x: number) => {
    const box = track.current!.getBoundingClientRect();
    return h.from + ((x - box.left) / box.width) * span;
  };
  const move = (edge: "from" | "to", month: number, live: boolean) => {
    if (edge === "from") onRange(Math.min(snap(month), to - h.width), to, live);
    else onRange(from, Math.max(snap(month), from + h.width), live);
  };
  const onKey = (edge: "from" | "to") => (event: KeyboardEvent) => {
    const now = edge === "from" ? from : to;
    const step = { ArrowRight: h.width, ArrowUp: h.width, ArrowLeft: -h.width, ArrowDown: -h.width, PageUp: h.width * 6, PageDown: -h.width * 6 }[event.key];
    if (step !== undefined) move(edge, now + step, true);
    else if (event.key === "Home") move(edge, h.from, true);
    else if (event.key === "End") move(edge, h.to, true);
    else return;
    event.preventDefault();
  };
  const down = (event: PointerEvent) => {
    const handle = (event.target as Element).closest<HTMLElement>("[data-edge]");
    drag.current = { anchor: monthAt(event.clientX), moved: false, edge: (handle?.dataset.edge as "from" | "to") ?? null };
    track.current!.setPointerCapture(event.pointerId);
  };
  const slide = (event: PointerEvent) => {
    const now = drag.current;
    if (!now) return;
    const month = monthAt(event.clientX);
    if (!now.moved && Math.abs(part(month) - part(now.anchor)) < 0.6) return;
    now.moved = true;
    if (now.edge) move(now.edge, month, true);
    else {
      const [a, b] = [snap(Math.min(now.anchor, month)), snap(Math.max(now.anchor, month))];
      onRange(a, Math.max(b, a + h.width), true);
    }
  };
  const up = (event: PointerEvent) => {
    const now = drag.current;
    drag.current = null;
    if (!now || now.moved || now.edge) return;
    const bucket = h.buckets.find((b) => { const m = monthAt(event.clientX); return m >= b.from && m < b.to; });
    if (bucket) onRange(bucket.from, bucket.to, false);
  };
  const cursor = asOf ? part(monthOfText(asOf)) : null;
  const ticks = tickMonths(h);
  return (
    <div class="timebar">
      <div class="track" ref={track} onPointerDown={down} onPointerMove={slide} onPointerUp={up} onPointerCancel={() => (drag.current = null)}>
        <svg viewBox={`0 0 100 ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={`${s.clocks.histogram}. ${s.clocks.undated}`}>
          {h.buckets.map((b) => {
            const x = part(b.from), w = Math.max(0.2, part(b.to) - x - 0.25);
            const inside = (cursor === null && b.from < to && b.to > from) || (cursor !== null && part(b.from) <= cursor);
            let y = HEIGHT;
            return (
              <g key={b.from} class={inside ? "in" : "out"}>
                <title>{s.clocks.bucket(b.label, b.total)}</title>
                {(["conflictual", "neutral", "cooperative"] as const).map((sign) => {
                  const high = (b.counts[sign] / h.most) * (HEIGHT - 2);
                  y -= high;
                  return <rect key={sign} class={`p-${sign}`} x={x} width={w} y={y} height={high} />;
                })}
              </g>
            );
          })}
          {cursor !== null && <line class="cursor" x1={cursor} x2={cursor} y1={0} y2={HEIGHT} />}
        </svg>
        {(["from", "to"] as const).map((edge) => (
          <div key={edge} class={`handle ${edge}`} data-edge={edge} role="slider" tabIndex={0} aria-label={edge === "from" ? s.clocks.from : s.clocks.to} aria-valuemin={h.from} aria-valuemax={h.to}
            aria-valuenow={edge === "from" ? from : to} aria-valuetext={monthInWords(edge === "from" ? from : to - 1)} title={s.clocks.move} style={{ left: `${part(edge === "from" ? from : to)}%` }} onKeyDown={onKey(edge)} />
        ))}
      </div>
      <div class="ticks" aria-hidden="true">{ticks.map(({ month, label }) => <span key={month} style={{ left: `${part(month)}%` }}>{label}</span>)}</div>
    </div>
  );
}

function monthOfText(text: string): number {
  const [year, month] = text.split("-").map(Number);
  return (year ?? 0) * 12 + (month ? month - 1 : 11) + 1;
}

/** Years that are round enough to print six or so of them; months where the span is short. */
function tickMonths(h: Histogram): { month: number; label: string }[] {
  const span = h.to - h.from;
  const step = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200].find((w) => span / w <= 7) ?? 2400;
  const ticks = [];
  for (let m = Math.ceil(h.from / step) * step; m < h.to; m += step) {
    ticks.push({ month: m, label: step < 12 ? monthInWords(m) : String(Math.floor(m / 12)) });
  }
  return ticks;
}
