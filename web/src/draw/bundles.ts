// Parallel edges collapsed into one that says how many it stands for.
import type { GraphEdge, Status } from "../api/shapes";
import { said } from "./words";

export interface Bundle { key: string; edges: GraphEdge[] }

const RANK: Status[] = ["contested", "asserted", "attributed", "alleged", "agreed", "planned", "expected", "hypothetical", "normative", "questioned", "denied"];

/** The edges by pair of nodes; the first of each speaks for the rest: the most common sign, then the firmest status. */
export function bundle(edges: readonly GraphEdge[]): Bundle[] {
  const pairs = new Map<string, GraphEdge[]>();
  for (const edge of edges) {
    const key = edge.source < edge.target ? `${edge.source}~${edge.target}` : `${edge.target}~${edge.source}`;
    pairs.set(key, [...(pairs.get(key) ?? []), edge]);
  }
  return [...pairs].map(([key, all]) => {
    const count = (edge: GraphEdge) => all.filter((e) => e.polarity === edge.polarity).length;
    const sorted = [...all].sort((a, b) => count(b) - count(a) || RANK.indexOf(a.status) - RANK.indexOf(b.status) || (a.id < b.id ? -1 : 1));
    return { key, edges: sorted };
  });
}

/** What stands beside a line that speaks for others; null where it speaks for itself. */
export function bundleLabel(bundles: readonly Bundle[], edge: GraphEdge): string | null {
  const found = bundles.find((b) => b.edges[0]?.id === edge.id && b.edges.length > 1);
  return found ? `${said(edge)} +${found.edges.length - 1}` : null;
}
