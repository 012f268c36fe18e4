// Draws the graph as SVG and keeps it in step: keyed elements, animated moves, dimming by class. Knows nothing of the
// API, the address or Preact.
import type { GraphEdge, GraphNode } from "../api/shapes";
import type { Point } from "../layout/force";
import { bend, dress, edgeElement, nodeElement, svg } from "./elements";
import { bows, course, type Course } from "./geometry";
import { said } from "./words";
import type { Box } from "./labels";
import { badgeElement, edgeLabels, moveLabel, nodeLabel, nodeLabels, turnLabel, type Lit, type Transform } from "./lettering";
import { ending, lineOf, radius } from "./looks";
import { bundle, bundleLabel, type Bundle } from "./bundles";

export type { Lit, Transform } from "./lettering";

export interface Scene {
  nodes: GraphNode[]; edges: GraphEdge[]; positions: ReadonlyMap<string, Point>;
  parallel: "fan" | "stack"; pins: ReadonlySet<string>; marks: ReadonlyMap<string, string>;
}

export class Renderer {
  readonly scene = svg("g", { class: "scene" });
  private readonly layers = { edges: svg("g"), nodes: svg("g"), badges: svg("g", { "aria-hidden": "true" }), labels: svg("g", { "aria-hidden": "true", class: "labels" }) };
  private readonly nodes = new Map<string, { data: GraphNode; el: SVGGElement }>();
  private readonly edges = new Map<string, { data: GraphEdge; el: SVGGElement; bow: number }>();
  private readonly at = new Map<string, Point>();
  private bundles: Bundle[] = [];
  private lit: Lit | null = null;
  private selected = "";
  private frame = 0;
  private lettering = 0;
  /** How much larger arrowheads, tees and strikes are drawn, so that they stay legible from afar. */
  private marking = 1;
  transform: Transform = { x: 0, y: 0, k: 1 };

  constructor(private readonly root: SVGSVGElement, private readonly nameOf: (node: GraphNode) => string, private readonly still: () => boolean, private readonly blocked: () => Box[]) {
    this.scene.append(this.layers.edges, this.layers.nodes, this.layers.badges, this.layers.labels);
    root.append(this.scene);
  }

  /** Draws a scene; what was there before moves to its new place. */
  update(scene: Scene): void {
    const from = new Map(this.at);
    this.reconcileNodes(scene);
    this.bundles = scene.parallel === "stack" ? bundle(scene.edges) : [];
    this.reconcileEdges(scene);
    const moved = [...this.nodes.keys()].some((id) => from.has(id) && differs(from.get(id)!, scene.positions.get(id)));
    cancelAnimationFrame(this.frame);
    if (!moved || this.still()) {
      this.settle(scene.positions);
      return;
    }
    const begin = performance.now();
    const step = (now: number) => {
      const t = Math.min(1, (now - begin) / 450);
      const eased = 1 - Math.pow(1 - t, 3);
      for (const id of this.nodes.keys()) {
        const to = scene.positions.get(id) ?? { x: 0, y: 0 };
        const was = from.get(id) ?? to;
        this.at.set(id, { x: was.x + (to.x - was.x) * eased, y: was.y + (to.y - was.y) * eased });
      }
      this.redraw();
      if (t < 1) this.frame = requestAnimationFrame(step);
      else this.settle(scene.positions);
    };
    this.frame = requestAnimationFrame(step);
  }

  private settle(positions: ReadonlyMap<string, Point>): void {
    for (const id of this.nodes.keys()) this.at.set(id, positions.get(id) ?? { x: 0, y: 0 });
    this.redraw();
    this.relabel();
  }

  private reconcileNodes(scene: Scene): void {
    const wanted = new Set(scene.nodes.map((n) => n.id));
    for (const [id, { el }] of this.nodes) {
      if (wanted.has(id)) continue;
      el.remove();
      this.nodes.delete(id);
      this.at.delete(id);
    }
    for (const data of scene.nodes) {
      const old = this.nodes.get(data.id);
      const same = old && old.data.degree === data.degree && old.data.seed === data.seed && old.data.label === data.label;
      if (old && !same) old.el.remove();
      const el = same ? old.el : nodeElement(data, this.nameOf(data));
      el.classList.toggle("pinned", scene.pins.has(data.id));
      el.classList.toggle("more", data.hidden_neighbours > 0);
      el.dataset.mark = scene.marks.get(`n:${data.id}`) ?? "";
      if (!same) this.layers.nodes.append(el);
      this.nodes.set(data.id, { data, el });
      if (!this.at.has(data.id)) this.at.set(data.id, scene.positions.get(data.id) ?? { x: 0, y: 0 });
    }
  }

  private reconcileEdges(scene: Scene): void {
    const hiddenBy = new Set(this.bundles.filter((b) => b.edges.length > 1).flatMap((b) => b.edges.slice(1).map((e) => e.id)));
    const visible = scene.edges.filter((e) => !hiddenBy.has(e.id) && this.nodes.has(e.source) && this.nodes.has(e.target));
    const wanted = new Set(visible.map((e) => e.id));
    for (const [id, { el }] of this.edges) {
      if (wanted.has(id)) continue;
      el.remove();
      this.edges.delete(id);
    }
    const fans = new Map<string, GraphEdge[]>();
    for (const edge of visible) {
      const key = pairKey(edge);
      fans.set(key, [...(fans.get(key) ?? []), edge]);
    }
    for (const fan of fans.values()) {
      fan.sort((a, b) => Number(turned(a)) - Number(turned(b)) || (a.id < b.id ? -1 : 1));
      const out = bows(fan.length);
      fan.forEach((data, i) => {
        const old = this.edges.get(data.id);
        const el = old?.el ?? edgeElement(data, this.courseOf(data, out[i]!));
        const entry = { data, el, bow: out[i]! };
        dress(el, data, scene.marks.get(data.id) ?? "");
        if (!old) this.layers.edges.append(el);
        this.edges.set(data.id, entry);
      });
    }
    this.light(this.lit, this.selected);
  }

  private courseOf(edge: GraphEdge, bow: number): Course {
    const a = this.at.get(edge.source) ?? { x: 0, y: 0 }, b = this.at.get(edge.target) ?? { x: 0, y: 0 };
    const ra = radius(this.nodes.get(edge.source)?.data.degree ?? 1), rb = radius(this.nodes.get(edge.target)?.data.degree ?? 1);
    return course(a, b, ra, rb, { bow, turned: turned(edge), ...ending(edge), wave: lineOf(edge) === "wave", scale: this.marking });
  }

  private redraw(only?: string): void {
    for (const [id, { el }] of this.nodes) {
      if (only && id !== only) continue;
      const { x, y } = this.at.get(id)!;
      el.setAttribute("transform", `translate(${x} ${y})`);
    }
    for (const { data, el, bow } of this.edges.values()) {
      if (!only || data.source === only || data.target === only) bend(el, this.courseOf(data, bow));
    }
    this.drawBadges();
  }

  /** Moves one node under the pointer. */
  drag(id: string, point: Point): void {
    this.at.set(id, point);
    this.redraw(id);
    for (const label of this.layers.labels.children as unknown as SVGGElement[]) if (label.dataset.of === id) this.putLabel(label);
  }

  /** Puts some things in the light and dims the rest; null lights everything. */
  light(lit: Lit | null, selected: string): void {
    this.lit = lit;
    this.selected = selected;
    this.root.classList.toggle("spotted", lit !== null);
    for (const [id, { el }] of this.nodes) {
      el.classList.toggle("lit", lit?.nodes.has(id) ?? false);
      const on = selected === `n:${id}`;
      el.classList.toggle("chosen", on);
      if (on) el.setAttribute("aria-pressed", "true");
      else el.removeAttribute("aria-pressed");
    }
    for (const [id, { el }] of this.edges) {
      el.classList.toggle("lit", lit?.edges.has(id) ?? false);
      el.classList.toggle("chosen", selected === `e:${id}`);
    }
    this.relabel();
  }

  /**
   * Places the labels anew for the part in sight, once before the next frame however often it is asked for: measuring
   * the room makes the browser lay everything out.
   */
  relabel(): void {
    if (!this.lettering) this.lettering = requestAnimationFrame(() => this.letter());
  }

  private letter(): void {
    this.lettering = 0;
    const width = this.root.clientWidth, height = this.root.clientHeight;
    if (!width) return;
    const marking = Math.min(2, Math.max(1, 0.8 / this.transform.k));
    if (Math.abs(marking - this.marking) > 0.12) {
      this.marking = marking;
      this.redraw();
    }
    const spots = [...this.nodes.values()].map(({ data }) => ({ data, at: this.at.get(data.id)! }));
    const printed = nodeLabels(spots, { width, height, transform: this.transform, lit: this.lit, selected: this.selected, blocked: this.blocked() });
    const named = printed.placed.map(({ item, spot }) => nodeLabel(item, spot, this.lit));
    named.forEach((el) => this.putLabel(el));
    const lines = [...this.edges.values()].filter(({ data }) => this.lit?.edges.has(data.id) || (!this.lit && this.transform.k >= 2.1));
    const along = lines.length > 40 ? [] : lines.map(({ data, bow }) => ({ data, course: this.courseOf(data, bow), words: bundleLabel(this.bundles, data) ?? said(data), ends: [this.at.get(data.source)!, this.at.get(data.target)!] as const }));
    this.layers.labels.replaceChildren(...named, ...edgeLabels(along, this.transform, printed.boxes));
  }

  private putLabel(el: SVGGElement): void {
    const at = this.at.get(el.dataset.of!);
    if (at) moveLabel(el, at, this.transform.k);
  }

  private drawBadges(): void {
    const many = this.bundles.filter((b) => b.edges.length > 1 && this.edges.has(b.edges[0]!.id));
    this.layers.badges.replaceChildren(...many.map((b) => badgeElement(b, this.courseOf(b.edges[0]!, this.edges.get(b.edges[0]!.id)!.bow).middle)));
  }

  /**
   * Follows the camera while it moves: the picture as a whole is shifted and scaled, which costs little however much is
   * drawn. It is drawn anew when the camera rests, or when it has been scaled by so much that it would blur.
   */
  look(transform: Transform): void {
    const { x, y, k } = this.transform;
    const scale = transform.k / k;
    if (scale < 0.75 || scale > 1.33) return this.rest(transform);
    this.root.style.transform = `translate(${transform.x - x * scale}px, ${transform.y - y * scale}px) scale(${scale})`;
  }

  /** Draws for a camera at rest: one transform for all, and labels at their own size. */
  rest(transform: Transform): void {
    const zoomed = transform.k !== this.transform.k;
    this.transform = transform;
    this.root.style.transform = "";
    this.scene.setAttribute("transform", `translate(${transform.x} ${transform.y}) scale(${transform.k})`);
    if (!zoomed) return;
    this.root.classList.toggle("far", transform.k < 0.33);
    for (const label of this.layers.labels.children as unknown as SVGGElement[]) {
      if (label.dataset.of) this.putLabel(label);
      else turnLabel(label, transform.k);
    }
  }

  pointOf = (id: string): Point | undefined => this.at.get(id);
  element = (id: string): SVGGElement | undefined => this.nodes.get(id)?.el;
  edgeElement = (id: string): SVGGElement | undefined => this.edges.get(id)?.el;
  get points(): ReadonlyMap<string, Point> { return this.at; }
}

const turned = (edge: GraphEdge): boolean => edge.source > edge.target;
const pairKey = ({ source, target }: GraphEdge): string => (source < target ? `${source}~${target}` : `${target}~${source}`);
const differs = (a: Point, b?: Point): boolean => !b || Math.abs(a.x - b.x) > 0.5 || Math.abs(a.y - b.y) > 0.5;
