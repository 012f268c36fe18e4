// The letters of the drawing as SVG: which labels are printed for the part in sight, and the elements that carry them.
// A label keeps its size whatever the scale, so it carries what it needs to be put again.
import type { GraphEdge, GraphNode } from "../api/shapes";
import type { Point } from "../layout/force";
import type { Bundle } from "./bundles";
import { svg } from "./elements";
import type { Course } from "./geometry";
import { box, fitting, placeLabels, textWidth, type Box, type LabelItem, type Placed } from "./labels";
import { radius } from "./looks";

export interface Lit { nodes: ReadonlySet<string>; edges: ReadonlySet<string> }
export interface Transform { x: number; y: number; k: number }
interface Sight { width: number; height: number; transform: Transform; lit: Lit | null; selected: string; blocked: readonly Box[] }
interface Named { item: LabelItem; spot: Placed }
interface Tie { data: GraphEdge; course: Course; words: string; ends: readonly [Point, Point] }

const MUST = 14; // as many lit nodes are named whatever their names cover
const FEW = 40; // in a larger drawing only what is lit is named

/** The labels of nodes that have room, and all room that is taken then. */
export function nodeLabels(nodes: readonly { data: GraphNode; at: Point }[], sight: Sight): { placed: Named[]; boxes: Box[] } {
  const { lit, selected, blocked, transform: { x, y, k } } = sight;
  const items = new Map<string, LabelItem>();
  for (const { data, at } of nodes) {
    const { id, label, degree, seed } = data;
    if (lit && !lit.nodes.has(id) && lit.nodes.size > 0 && nodes.length > FEW) continue;
    const weight = (lit?.nodes.has(id) ? 1000 : 0) + (seed ? 500 : 0) + degree;
    items.set(id, { id, x: at.x * k + x, y: at.y * k + y, r: radius(degree) * k, label, weight });
  }
  const must = new Set(selected.startsWith("n:") ? [selected.slice(2)] : []);
  if (lit && lit.nodes.size <= MUST) lit.nodes.forEach((id) => must.add(id));
  const placed = placeLabels([...items.values()], { left: 0, top: 0, right: sight.width, bottom: sight.height }, must, blocked);
  return { placed: placed.map((spot) => ({ item: items.get(spot.id)!, spot })), boxes: [...blocked, ...placed.map(box)] };
}

/** One label, still to be moved to its node. */
export function nodeLabel(item: LabelItem, spot: Placed, lit: Lit | null): SVGGElement {
  const text = svg("text", { "text-anchor": spot.anchor });
  spot.lines.forEach((line, i) => {
    const span = svg("tspan", { x: 0, y: 12 + i * 15 });
    span.textContent = line;
    text.append(span);
  });
  return svg("g", { class: lit && !lit.nodes.has(spot.id) ? "label dim" : "label", "data-of": spot.id, "data-dx": spot.x - item.x, "data-dy": spot.y - item.y }, text);
}

/** Puts a label beside its node. */
export function moveLabel(el: SVGGElement, at: Point, k: number): void {
  el.setAttribute("transform", `translate(${at.x} ${at.y}) scale(${1 / k}) translate(${el.dataset.dx} ${el.dataset.dy})`);
}

/** What stands along lines, where the line is long enough for it and nothing else is printed there. */
export function edgeLabels(ties: readonly Tie[], { x, y, k }: Transform, printed: readonly Box[]): SVGGElement[] {
  const items = ties.flatMap(({ data, course: { middle, angle }, words, ends: [a, b] }) => {
    const width = textWidth(words, 10.5);
    if (Math.hypot(a.x - b.x, a.y - b.y) * k < width + 30) return [];
    const turned = Math.abs(angle) > Math.PI / 2 ? angle + Math.PI : angle;
    return [{ data, words, middle, x: middle.x * k + x, y: middle.y * k + y, width, angle: turned }];
  });
  return fitting(items, printed).map(({ data, words, middle, angle }) => {
    const text = svg("text", { "text-anchor": "middle", y: 3.5 });
    text.textContent = words;
    const el = svg("g", { class: `edge-label p-${data.polarity}`, "data-mid": `${middle.x} ${middle.y}`, "data-turn": (angle * 180) / Math.PI }, text);
    turnLabel(el, k);
    return el;
  });
}

/** Puts a label along its line. */
export function turnLabel(el: SVGGElement, k: number): void {
  el.setAttribute("transform", `translate(${el.dataset.mid}) scale(${1 / k}) rotate(${el.dataset.turn})`);
}

/** How many lines a line stands for. */
export function badgeElement({ key, edges }: Bundle, middle: Point): SVGGElement {
  const text = svg("text", { "text-anchor": "middle", y: 3.8 });
  text.textContent = `× ${edges.length}`;
  return svg("g", { class: "badge", "data-pair": key, transform: `translate(${middle.x} ${middle.y})` }, svg("rect", { x: -14, y: -9, width: 28, height: 18, rx: 9 }), text);
}
