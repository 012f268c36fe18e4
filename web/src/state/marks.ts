// What a tool paints over the drawing: classes of edges and nodes, and edges that the drawing itself does not have.
import { signal } from "@preact/signals";
import type { GraphEdge } from "../api/shapes";

export interface Marks { classes: ReadonlyMap<string, string>; extra: readonly GraphEdge[] }
export const NO_MARKS: Marks = { classes: new Map(), extra: [] };
export const marks = signal<Marks>(NO_MARKS);
