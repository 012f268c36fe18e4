// Boundaries that are entities of their own, drawn as the line between the two states that they part.
import type { GeoPath } from "d3-geo";
import { mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import type { GraphEdge, GraphNode } from "../api/shapes";

export interface BorderLine { node: GraphNode; d: string }

/** For each entity of type Border whose two states the atlas knows: its line. */
export function borderLines(
  nodes: readonly GraphNode[], edges: readonly GraphEdge[], atlas: Topology, countries: GeometryCollection<{ name: string }>, path: GeoPath,
): BorderLine[] {
  const byId = new Map(nodes.map((n) => [n.id, n]));
  return nodes.filter((n) => n.types.includes("Border")).flatMap((node) => {
    const states = new Set(edges.filter((e) => e.source === node.id || e.target === node.id)
      .map((e) => byId.get(e.source === node.id ? e.target : e.source)).filter((n) => n?.types.includes("State")).map((n) => n!.label));
    if (states.size !== 2) return [];
    const names = new Set(states);
    const d = path(mesh(atlas, countries, (a, b) => a !== b && names.has(nameOf(a)) && names.has(nameOf(b))));
    return d ? [{ node, d }] : [];
  });
}

const nameOf = (country: { properties?: unknown }): string => (country.properties as { name?: string } | undefined)?.name ?? "";
