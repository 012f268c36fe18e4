// Puts answers together and cuts what is too much to draw. Pure functions.
import type { Facets, GraphAnswer, GraphEdge, GraphMeta, GraphNode } from "../api/shapes";

/** Several answers as one graph; the first one speaks for what they share. */
export function union(answers: readonly GraphAnswer[]): GraphAnswer {
  const [first, ...rest] = answers;
  if (!first) throw new Error("nothing to unite");
  if (!rest.length) return first;
  const nodes = new Map<string, GraphNode>(first.nodes.map((n) => [n.id, n]));
  const edges = new Map<string, GraphEdge>(first.edges.map((e) => [e.id, e]));
  for (const answer of rest) {
    for (const node of answer.nodes) if (!nodes.has(node.id)) nodes.set(node.id, { ...node, seed: false });
    for (const edge of answer.edges) if (!edges.has(edge.id)) edges.set(edge.id, edge);
  }
  const hidden: Record<string, number> = {};
  for (const answer of answers) for (const [name, n] of Object.entries(answer.meta.hidden)) hidden[name] = Math.max(hidden[name] ?? 0, n);
  const truncated = answers.some((a) => a.meta.truncated);
  return {
    nodes: [...nodes.values()], edges: [...edges.values()], facets: null, // counts of parts do not add up
    meta: { ...first.meta, hidden, truncated, total_nodes: Math.max(nodes.size, first.meta.total_nodes), total_edges: Math.max(edges.size, first.meta.total_edges) },
  };
}

/** A graph without some nodes, and without the edges that hung on them. */
export function without(graph: GraphAnswer, ids: ReadonlySet<string>): GraphAnswer {
  if (!ids.size) return graph;
  return {
    ...graph,
    nodes: graph.nodes.filter((n) => !ids.has(n.id)),
    edges: graph.edges.filter((e) => !ids.has(e.source) && !ids.has(e.target)),
  };
}

/** At most `most` nodes: seeds first, then the nearest, then the best connected. */
export function cap(graph: GraphAnswer, most: number): GraphAnswer {
  if (graph.nodes.length <= most) return graph;
  const kept = [...graph.nodes]
    .sort((a, b) => Number(b.seed) - Number(a.seed) || (a.hops ?? 0) - (b.hops ?? 0) || b.degree - a.degree || (a.id < b.id ? -1 : 1))
    .slice(0, most);
  const ids = new Set(kept.map((n) => n.id));
  return {
    ...graph,
    nodes: graph.nodes.filter((n) => ids.has(n.id)),
    edges: graph.edges.filter((e) => ids.has(e.source) && ids.has(e.target)),
    meta: { ...graph.meta, truncated: true, total_nodes: Math.max(graph.meta.total_nodes, graph.nodes.length) },
  };
}

/** How many relations there are among the nodes, where only some of them came; null where all did. */
export function uncut(meta: GraphMeta): number | null {
  const cut = /edges: \d+ of (\d+)/.exec(meta.truncated_by ?? "");
  return cut ? Number(cut[1]) : null;
}

/** Which nodes have no edge here: they stand in the tray. */
export function isolates(graph: GraphAnswer): GraphNode[] {
  const tied = new Set(graph.edges.flatMap((e) => [e.source, e.target]));
  return graph.nodes.filter((n) => !tied.has(n.id) && !n.seed);
}

/** All nodes and edges that touch a node. */
export function around(graph: Pick<GraphAnswer, "edges">, id: string): { nodes: Set<string>; edges: Set<string> } {
  const nodes = new Set([id]);
  const edges = new Set<string>();
  for (const edge of graph.edges) {
    if (edge.source === id || edge.target === id) {
      edges.add(edge.id);
      nodes.add(edge.source).add(edge.target);
    }
  }
  return { nodes, edges };
}

export type Counts = ReadonlyMap<string, { all: number; drawn: number }>;

/** Counts for the filters: of each value, how many edges there are and how many of them are drawn. */
export function tally<T>(all: readonly T[], drawn: readonly T[], values: (item: T) => readonly string[]): Map<string, { all: number; drawn: number }> {
  const counts = new Map<string, { all: number; drawn: number }>();
  const add = (items: readonly T[], key: "all" | "drawn") => {
    for (const item of items) {
      for (const value of values(item)) {
        const count = counts.get(value) ?? { all: 0, drawn: 0 };
        count[key]++;
        counts.set(value, count);
      }
    }
  };
  add(all, "all");
  add(drawn, "drawn");
  return counts;
}

/** The counts of one facet without filters and with them. */
export function fromFacets(all: Facets | null | undefined, shown: Facets | null | undefined, name: string): Counts {
  const values = (facets: Facets | null | undefined) => new Map(facets?.[name]?.values.map((v) => [v.name, v.count]) ?? []);
  const [before, after] = [values(all), values(shown)];
  return new Map([...before].map(([value, count]) => [value, { all: count, drawn: after.get(value) ?? 0 }]));
}
