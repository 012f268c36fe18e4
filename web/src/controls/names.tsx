// A reader's name of a node for screen readers, and the line that reads an edge aloud.
import type { GraphNode } from "../api/shapes";
import { typeLabel } from "../state/ontology";
import { strings as s } from "../strings";

export const nodeName = (node: GraphNode): string =>
  s.graph.node(node.label, typeLabel(node.type) + (node.generic ? `, ${s.entity.generic.toLowerCase()}` : ""), node.degree, node.hidden_neighbours);
