// An entity's signed relations through time: one line each, in the colour of its sign and the stroke of its standing.
import type { Relation } from "../api/shapes";
import { DASHES, lineOf } from "../draw/looks";
import { monthInWords, monthOf } from "../state/dates";
import { hovered } from "../state/spot";
import { go } from "../state/store";
import { strings as s } from "../strings";

const ROW = 9;
const MOST = 26;

export function Strip({ relations }: { relations: readonly Relation[] }) {
  const signed = relations.filter((r) => r.polarity !== "neutral" && (r.valid_from || r.valid_to));
  const months = signed.flatMap((r) => [r.valid_from, r.valid_to].filter((d): d is string => Boolean(d)).map(monthOf));
  if (signed.length < 2 || !months.length) return null;
  const least = Math.min(...months) - 1, most = Math.max(...months) + 2;
  const x = (month: number) => ((month - least) / (most - least)) * 100;
  const rows = [...signed].sort((a, b) => ((a.valid_from ?? "") < (b.valid_from ?? "") ? -1 : 1)).slice(0, MOST);
  const high = rows.length * ROW + 2;
  return (
    <figure class="strip">
      <figcaption class="small quiet">{s.entity.timeline}</figcaption>
      <svg viewBox={`0 0 100 ${high}`} height={high} width="100%" preserveAspectRatio="none" role="img" aria-label={`${s.entity.timeline}: ${rows.map((r) => r.sentence).join(" ")}`}>
        {rows.map((r, i) => {
          const from = r.valid_from ? x(monthOf(r.valid_from)) : 0, to = r.valid_to ? Math.max(x(monthOf(r.valid_to)), from + 1.2) : 100;
          const line = lineOf(r);
          const y = i * ROW + ROW / 2 + 1;
          return (
            <g key={r.id} class={`p-${r.polarity}`} onClick={() => go({ selected: `e:${r.id}`, page: "" })} onPointerEnter={() => (hovered.value = `e:${r.id}`)} onPointerLeave={() => (hovered.value = "")}>
              <title>{r.sentence}</title>
              <rect x="0" width="100" y={y - ROW / 2} height={ROW} fill="transparent" />
              <line x1={from} x2={to} y1={y} y2={y} stroke="var(--hue)" stroke-width={line === "double" ? 5 : 3} stroke-dasharray={DASHES[line] ?? "none"} stroke-linecap={line === "dots" ? "round" : "butt"} vector-effect="non-scaling-stroke" />
            </g>
          );
        })}
      </svg>
      <p class="scale small quiet" aria-hidden="true"><span>{monthInWords(least + 1)}</span><span>{monthInWords(most - 2)}</span></p>
    </figure>
  );
}
