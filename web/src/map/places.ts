// Where things are: by their own coordinates, else through what they are located in (or lead to it), spread a little
// where several share a place. Pure.
import type { GraphEdge, GraphNode } from "../api/shapes";

export interface Placed { node: GraphNode; x: number; y: number; through: string; rough: boolean }

const LOCATING = new Set(["located_in", "located_near", "took_place_in", "organ_of", "has_capital"]);
const ROUGH = new Set(["country", "region", "approximate", "area"]);
const GAP = 3.4; // in map units, between things that share a place

export function placed(nodes: readonly GraphNode[], edges: readonly GraphEdge[], project: (point: [number, number]) => [number, number]): Map<string, Placed> {
  const byId = new Map(nodes.map((n) => [n.id, n]));
  const found = new Map<string, Placed>();
  const at = new Map<string, { x: number; y: number }>();
  for (const node of nodes) {
    if (node.latitude === null || node.longitude === null) continue;
    const [x, y] = project([node.longitude, node.latitude]);
    at.set(node.id, { x, y });
    found.set(node.id, { node, x, y, through: "", rough: ROUGH.has(node.place_precision ?? "") && !node.types.includes("State") });
  }
  const shared = new Map<string, number>();
  const steps: [string, string][] = [
    ...edges.filter((e) => LOCATING.has(e.type) && !e.derived).map((e): [string, string] => [e.source, e.target]),
    ...nodes.filter((n) => n.organ_of).map((n): [string, string] => [n.id, n.organ_of!]),
  ];
  for (let round = 0; round < 3; round++) {
    for (const [id, place] of steps) {
      const where = at.get(place), node = byId.get(id);
      if (!where || !node || at.has(id)) continue;
      const n = (shared.get(place) ?? 0) + 1;
      shared.set(place, n);
      const turn = n * 2.4;
      const point = { x: where.x + Math.cos(turn) * GAP * Math.sqrt(n), y: where.y + Math.sin(turn) * GAP * Math.sqrt(n) };
      at.set(id, point);
      found.set(id, { node, ...point, through: byId.get(place)?.label ?? place, rough: true });
    }
  }
  return found;
}
