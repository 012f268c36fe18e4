// Small pieces of the drawing for legends, lists and badges, made from the same tables as the drawing itself.
import type { GraphEdge, Polarity, Status } from "../api/shapes";
import { course } from "../draw/geometry";
import { DASHES, ending, glyphOf, lineOf, OUTLINES, shapeOf, type Line } from "../draw/looks";

interface LineProps { line: Line; polarity?: Polarity; tip?: "arrow" | "tee" | "none"; thin?: boolean }

export function LineSample({ line, polarity = "neutral", tip = "none", thin = false }: LineProps) {
  const drawn = course({ x: 0, y: 7 }, { x: 44, y: 7 }, -2, -2, { bow: 0, turned: false, start: "none", end: tip, wave: line === "wave" });
  const width = line === "double" ? 5.2 : line === "dots" ? 2.4 : thin ? 0.8 : 1.7;
  return (
    <svg class={`sample p-${polarity}`} viewBox="0 0 44 14" aria-hidden="true">
      <path d={drawn.path} stroke="var(--hue)" stroke-width={width} stroke-dasharray={DASHES[line] ?? "none"} stroke-linecap={line === "dots" || line === "dashdot" ? "round" : "butt"} />
      {line === "double" && <path d={drawn.path} stroke="var(--panel)" stroke-width={2.2} />}
      {line === "struck" && <path d={drawn.strike} stroke="var(--hue)" stroke-width={1.6} />}
      {drawn.tips.map((d) => <path key={d} class="tipfill" d={d} />)}
    </svg>
  );
}

export function EdgeSample({ edge }: { edge: Pick<GraphEdge, "status" | "derived" | "polarity" | "symmetric" | "ended"> }) {
  return <LineSample line={lineOf(edge)} polarity={edge.polarity} tip={ending(edge).end} thin={edge.ended} />;
}

export function StatusSample({ status, polarity }: { status: Status; polarity?: Polarity }) {
  return <LineSample line={lineOf({ status, derived: null })} polarity={polarity ?? "neutral"} />;
}

export function ShapeSample({ types, size = 18, hollow = false, stacked = false }: { types: readonly string[]; size?: number; hollow?: boolean; stacked?: boolean }) {
  const outline = OUTLINES[shapeOf(types)];
  return (
    <svg class="shape" width={size} height={size} viewBox="-13 -13 26 26" aria-hidden="true">
      {stacked && <path d={outline} transform="translate(2.600 -2.600) scale(9)" fill="none" stroke="var(--node)" stroke-width={0.14} />}
      <path d={outline} transform={`scale(${stacked ? 9 : 11})`} fill={hollow ? "none" : "var(--node)"} stroke="var(--node)" stroke-width={0.13} stroke-dasharray={hollow ? "0.36 0.26" : "none"} />
      <path d={glyphOf(types)} transform="translate(-6.200 -6.200) scale(.775)" fill="none" stroke={hollow ? "var(--node)" : "var(--panel)"} stroke-width={1.35} stroke-linecap="round" stroke-linejoin="round" />
    </svg>
  );
}
