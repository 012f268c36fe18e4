// What stands beside a line: the label of its type, and what keeps it from being a deed done. An attempt is no deed.
import type { GraphEdge } from "../api/shapes";
import { strings as s } from "../strings";

/** "fences the border with (attempted)"; the plain label where nothing limits it. */
export function said(edge: Pick<GraphEdge, "label" | "progress">): string {
  const undone = edge.progress && edge.progress !== "completed" ? s.relation.progress[edge.progress] : "";
  return undone ? `${edge.label} (${undone})` : edge.label;
}
