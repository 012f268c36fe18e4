// Where the nodes stand: a seeded force layout, the same for the same graph. New nodes start beside their neighbours
// and old ones keep their place. Pure; runs in the worker, and in the unit tests.
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationNodeDatum } from "d3-force";

export interface Point { x: number; y: number }
export interface LayoutNode { id: string; r: number; label: number; fixed?: Point; near?: Point }
export interface LayoutLink { source: string; target: string }
export interface LayoutRequest { nodes: LayoutNode[]; links: LayoutLink[]; aspect: number }

interface Body extends SimulationNodeDatum { id: string; r: number; label: number; degree: number }

/** Positions for all nodes. Nodes with `fixed` stay; those with `near` start there. */
export function settle({ nodes, links, aspect }: LayoutRequest): Map<string, Point> {
  const degree = new Map<string, number>();
  const pairs = distinct(links);
  for (const { source, target } of pairs) {
    degree.set(source, (degree.get(source) ?? 0) + 1);
    degree.set(target, (degree.get(target) ?? 0) + 1);
  }
  const random = lcg(42);
  const bodies: Body[] = [...nodes]
    .sort((a, b) => (degree.get(b.id) ?? 0) - (degree.get(a.id) ?? 0) || (a.id < b.id ? -1 : 1))
    .map((node, i) => {
      const body: Body = { id: node.id, r: node.r, label: node.label, degree: degree.get(node.id) ?? 0 };
      const start = node.fixed ?? node.near;
      if (start) {
        const turn = random() * 2 * Math.PI;
        const step = node.fixed ? 0 : 46 + random() * 24;
        Object.assign(body, { x: start.x + Math.cos(turn) * step, y: start.y + Math.sin(turn) * step });
      } else {
        const radius = 22 * Math.sqrt(i + 0.5);
        const turn = i * Math.PI * (3 - Math.sqrt(5));
        Object.assign(body, { x: radius * Math.cos(turn) * aspect, y: radius * Math.sin(turn) });
      }
      if (node.fixed) Object.assign(body, { fx: node.fixed.x, fy: node.fixed.y });
      return body;
    });
  const many = bodies.length;
  const dense = Math.min(1, 90 / Math.max(1, many));
  const simulation = forceSimulation(bodies)
    .randomSource(lcg(7))
    .force("link", forceLink<Body, { source: string | Body; target: string | Body }>(pairs.map((l) => ({ ...l })))
      .id((n) => n.id)
      .distance((l) => span(l.source as Body, l.target as Body))
      .strength((l) => 0.9 / Math.min((l.source as Body).degree, (l.target as Body).degree)))
    .force("charge", forceManyBody<Body>().strength((n) => -420 - 90 * Math.sqrt(n.degree)).distanceMax(1400).theta(0.95))
    .force("collide", forceCollide<Body>().radius((n) => n.r + 12 + 18 * dense).strength(0.8).iterations(2))
    .force("x", forceX<Body>(0).strength(0.05 / aspect))
    .force("y", forceY<Body>(0).strength(0.05 * aspect))
    .stop();
  const ticks = many > 300 ? 160 : 220;
  simulation.alphaDecay(1 - Math.pow(0.001, 1 / ticks));
  for (let i = 0; i < ticks; i++) simulation.tick();
  spreadLabels(bodies);
  return new Map(bodies.map((b) => [b.id, { x: round(b.x!), y: round(b.y!) }]));
}

/** A last gentle pass: what would print one label over the next moves apart vertically, unless it is fixed. */
function spreadLabels(bodies: Body[]): void {
  const rounds = bodies.length > 300 ? 4 : 12;
  const ordered = [...bodies].sort((a, b) => a.y! - b.y!);
  for (let pass = 0; pass < rounds; pass++) {
    for (let i = 0; i < ordered.length; i++) {
      for (let j = i + 1; j < ordered.length; j++) {
        const a = ordered[i]!, b = ordered[j]!;
        const high = a.r + b.r + 30;
        const dy = b.y! - a.y!;
        if (dy > 120) break;
        if (dy < 0 || dy >= high || Math.abs(b.x! - a.x!) >= (a.label + b.label) / 2) continue;
        const push = (high - dy) * 0.22;
        if (a.fx == null) a.y! -= push;
        if (b.fx == null) b.y! += push;
      }
    }
    ordered.sort((a, b) => a.y! - b.y!);
  }
}

function span(a: Body, b: Body): number {
  return 74 + a.r + b.r + 9 * Math.sqrt(Math.min(a.degree, b.degree));
}

function distinct(links: readonly LayoutLink[]): LayoutLink[] {
  const seen = new Map<string, LayoutLink>();
  for (const { source, target } of links) {
    if (source === target) continue;
    const [a, b] = source < target ? [source, target] : [target, source];
    seen.set(`${a}\n${b}`, { source: a, target: b });
  }
  return [...seen.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, link]) => link);
}

/** A linear congruential generator: the same numbers on every machine. */
export function lcg(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

const round = (n: number) => Math.round(n * 10) / 10;
