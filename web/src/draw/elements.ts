// Makes and changes the SVG elements of nodes and edges. Text is set as text, never as markup.
import type { GraphEdge, GraphNode } from "../api/shapes";
import type { Course } from "./geometry";
import { DASHES, glyphOf, lineOf, OUTLINES, radius, shapeOf } from "./looks";

const NS = "http://www.w3.org/2000/svg";

export function svg<K extends keyof SVGElementTagNameMap>(name: K, attributes: Record<string, string | number> = {}, ...children: Element[]): SVGElementTagNameMap[K] {
  const element = document.createElementNS(NS, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}

/** A node: room to hit, outline by type, glyph, and a ring for focus and selection. */
export function nodeElement(node: GraphNode, name: string): SVGGElement {
  const r = radius(node.degree);
  const outline = OUTLINES[shapeOf(node.types)];
  const classes = ["node", `x-${node.existence}`, node.generic ? "generic" : "", node.seed ? "seed" : ""].filter(Boolean).join(" ");
  const group = svg("g", { class: classes, "data-node": node.id, role: "button", tabindex: "-1", "aria-label": name });
  group.append(svg("circle", { class: "hit", r: Math.max(r + 3, 14) }), svg("circle", { class: "ring", r: r + 5 }));
  if (node.generic) group.append(svg("path", { class: "behind", d: outline, transform: `translate(3.5 -3.5) scale(${r})` }));
  group.append(svg("path", { class: "body", d: outline, transform: `scale(${r})` }));
  const scale = (r * 1.12) / 16;
  const glyph = glyphOf(node.types);
  if (glyph) group.append(svg("path", { class: "glyph", d: glyph, transform: `translate(${-8 * scale} ${-8 * scale}) scale(${scale})` }));
  group.append(svg("path", { class: "nail", d: "M-2.500-5H2.500L1.500-1 3 1H-3L-1.500-1ZM0 1V5", transform: `translate(${r * 0.8} ${-r * 0.8})` }));
  return group;
}

/** An edge: room to hit, its line (two for contested), what is at its ends, a strike where it is denied. */
export function edgeElement(edge: GraphEdge, course: Course): SVGGElement {
  const group = svg("g", { "data-edge": edge.id, role: "button", tabindex: "-1" });
  dress(group, edge);
  group.append(svg("path", { class: "hit" }), svg("path", { class: "line" }), svg("path", { class: "core" }), svg("path", { class: "tips" }), svg("path", { class: "strike" }));
  bend(group, course);
  return group;
}

/** Gives an edge the looks of its status and sign. */
export function dress(group: SVGGElement, edge: GraphEdge, extra = ""): void {
  group.setAttribute("class", ["edge", `p-${edge.polarity}`, `l-${lineOf(edge)}`, edge.ended ? "ended" : "", extra].filter(Boolean).join(" "));
  group.setAttribute("aria-label", edge.sentence);
}

/** Moves an edge to its course. */
export function bend(group: SVGGElement, course: Course): void {
  const [hit, line, core, tips, strike] = group.children as unknown as SVGPathElement[];
  hit!.setAttribute("d", course.hit);
  line!.setAttribute("d", course.path);
  core!.setAttribute("d", group.classList.contains("l-double") ? course.path : "");
  tips!.setAttribute("d", course.tips.join(""));
  strike!.setAttribute("d", group.classList.contains("l-struck") ? course.strike : "");
}

/** A short sample of a line, for legends and lists. */
export const dashOf = (line: keyof typeof DASHES | string): string => DASHES[line as keyof typeof DASHES] ?? "";
