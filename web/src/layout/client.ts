// Asks the worker for positions and remembers them: a node that has had a place keeps it while the page lives.
import type { GraphEdge, GraphNode } from "../api/shapes";
import { labelWidth } from "../draw/labels";
import { radius } from "../draw/looks";
import type { LayoutRequest, Point } from "./force";

const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
const waiting = new Map<number, (positions: [string, Point][]) => void>();
let tickets = 0;
worker.onmessage = (event: MessageEvent<{ ticket: number; positions: [string, Point][] }>) => {
  waiting.get(event.data.ticket)?.(event.data.positions);
  waiting.delete(event.data.ticket);
};

const remembered = new Map<string, Point>();
const wholes = new Map<string, Map<string, Point>>();

export interface Placement { positions: Map<string, Point>; canonical: boolean }

/**
 * Places a graph. `given` are positions that the address brings along; `grown` says that the graph was reached by
 * steps from another, so that what is drawn already stays where it is.
 */
export async function place(
  key: string, nodes: readonly GraphNode[], edges: readonly GraphEdge[],
  options: { given?: Map<string, Point> | null; pins: Record<string, [number, number]>; grown: boolean; aspect: number },
): Promise<Placement> {
  const { given, pins, grown, aspect } = options;
  if (given) {
    given.forEach((point, id) => remembered.set(id, point));
    return { positions: pinned(given, pins), canonical: false };
  }
  const known = wholes.get(key);
  if (known && !grown) {
    known.forEach((point, id) => remembered.set(id, point));
    return { positions: pinned(known, pins), canonical: true };
  }
  const neighbours = new Map<string, string[]>();
  for (const { source, target } of edges) {
    neighbours.set(source, [...(neighbours.get(source) ?? []), target]);
    neighbours.set(target, [...(neighbours.get(target) ?? []), source]);
  }
  const request: LayoutRequest = {
    aspect,
    nodes: nodes.map((node) => {
      const old = grown ? remembered.get(node.id) : undefined;
      const beside = grown && !old ? neighbours.get(node.id)?.map((id) => remembered.get(id)).find(Boolean) : undefined;
      return { id: node.id, r: radius(node.degree), label: labelWidth(node.label), ...(old ? { fixed: old } : {}), ...(beside ? { near: beside } : {}) };
    }),
    links: edges.map(({ source, target }) => ({ source, target })),
  };
  const positions = new Map(await ask(request));
  positions.forEach((point, id) => remembered.set(id, point));
  if (!grown) wholes.set(key, positions);
  return { positions: pinned(positions, pins), canonical: !grown };
}

function ask(request: LayoutRequest): Promise<[string, Point][]> {
  const ticket = ++tickets;
  return new Promise((resolve) => {
    waiting.set(ticket, resolve);
    worker.postMessage({ ticket, request });
  });
}

function pinned(positions: Map<string, Point>, pins: Record<string, [number, number]>): Map<string, Point> {
  const all = new Map(positions);
  for (const [id, [x, y]] of Object.entries(pins)) if (all.has(id)) all.set(id, { x, y });
  return all;
}
