// A small graph by hand, in the shape of the API's answer.
import type { GraphAnswer, GraphEdge, GraphNode } from "../src/api/shapes";

export const node = (id: string, parts: Partial<GraphNode> = {}): GraphNode => ({
  id, type: "State", types: ["State", "Actor", "Place"], label: id, polarity_balance: 0, degree: 1, generic: false, existence: "actual",
  organ_of: null, seed: false, hops: null, hidden_neighbours: 0, country: null, latitude: null, longitude: null, place_precision: null, description: "", ...parts,
});

export const edge = (source: string, type: string, target: string, parts: Partial<GraphEdge> = {}): GraphEdge => ({
  id: `${source}.${type}.${target}`, source, target, type, label: type, category: "diplomatic", polarity: "neutral", kind: "state", symmetric: false,
  status: "asserted", ended: false, modality: ["fact"], stance: "affirms", hedge: null, progress: null, via: null, addressed_to: null, asserted_by: [],
  confidence: "high", min_confidence: "high", valid_from: null, valid_to: null, edtf: "2019", inferred: null, last_attested: null, first_known: null,
  derived: null, sentence: `${source} ${type} ${target}.`, claims: 1, paragraphs: [], sources: ["doc"], ...parts,
});

export const graph = (nodes: GraphNode[], edges: GraphEdge[]): GraphAnswer => ({
  nodes, edges,
  meta: { snapshot: "s", as_of: null, known_at: null, truncated: false, truncated_by: null, hidden: {}, total_nodes: nodes.length, total_edges: edges.length },
});

/** A hub with many spokes, some of them tied to each other. */
export function star(spokes: number): GraphAnswer {
  const ids = Array.from({ length: spokes }, (_, i) => `n${String(i).padStart(3, "0")}`);
  const edges = ids.flatMap((id, i) => [edge("hub", "supports", id), ...(i % 3 === 0 && i > 0 ? [edge(id, "attacks", ids[i - 1]!)] : [])]);
  const degree = (id: string) => edges.filter((e) => e.source === id || e.target === id).length;
  return graph(["hub", ...ids].map((id) => node(id, { degree: degree(id) })), edges);
}
