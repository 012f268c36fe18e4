// What part of the drawing is in sight: wheel, pinch and drag by d3-zoom; fitting, centring and steps for the keyboard.
import { select, type Selection } from "d3-selection";
import "d3-transition";
import { zoom, zoomIdentity, type ZoomBehavior } from "d3-zoom";
import type { Point } from "../layout/force";
import type { Transform } from "./renderer";

export class Camera {
  private readonly behaviour: ZoomBehavior<HTMLElement, unknown>;
  private readonly selection: Selection<HTMLElement, unknown, null, undefined>;
  /** Whether the user has chosen what to see; until then the drawing is kept fitted. */
  moved = false;

  constructor(private readonly root: HTMLElement, onLook: (t: Transform) => void, onRest: (t: Transform, byUser: boolean) => void, private readonly still: () => boolean, private readonly below: () => number) {
    this.selection = select(root);
    this.behaviour = zoom<HTMLElement, unknown>()
      .scaleExtent([0.08, 6])
      .clickDistance(4)
      .filter((event: Event) => {
        if (event.type === "wheel") return true;
        if (event instanceof TouchEvent && event.touches.length > 1) return true;
        return !(event as MouseEvent).button && !(event.target as Element).closest?.("[data-node]");
      })
      .on("zoom", (event) => onLook(event.transform))
      .on("end", (event) => {
        if (event.sourceEvent) this.moved = true;
        onRest(event.transform, Boolean(event.sourceEvent));
      });
    this.selection.call(this.behaviour).on("dblclick.zoom", null);
  }

  /** Shows all of the points. */
  fit(points: Iterable<Point>, smooth = false): void {
    const width = this.root.clientWidth, height = this.root.clientHeight - this.below();
    let left = Infinity, right = -Infinity, top = Infinity, bottom = -Infinity;
    for (const { x, y } of points) {
      left = Math.min(left, x); right = Math.max(right, x); top = Math.min(top, y); bottom = Math.max(bottom, y);
    }
    if (!Number.isFinite(left) || !width) return;
    const margin = Math.min(105, width * 0.12);
    const k = Math.min(1.2, (width - 2 * margin) / Math.max(60, right - left), (height - 2 * Math.min(58, height * 0.11)) / Math.max(60, bottom - top));
    this.go(zoomIdentity.translate(width / 2, height / 2).scale(k).translate(-(left + right) / 2, -(top + bottom) / 2), smooth);
    this.moved = false;
  }

  /** Brings a point to the middle. */
  centre(point: Point, k = Math.max(1, this.transform.k), smooth = true): void {
    const width = this.root.clientWidth, height = this.root.clientHeight - this.below();
    this.go(zoomIdentity.translate(width / 2 - point.x * k, height / 2 - point.y * k).scale(k), smooth);
  }

  zoomBy(factor: number): void {
    this.moved = true;
    this.step((s) => this.behaviour.scaleBy(s, factor));
  }

  panBy(x: number, y: number): void {
    this.moved = true;
    const { k } = this.transform;
    this.step((s) => this.behaviour.translateBy(s, x / k, y / k));
  }

  private step(move: (s: never) => void): void {
    move((this.still() ? this.selection : this.selection.transition().duration(160)) as never);
  }

  private go(target: typeof zoomIdentity, smooth: boolean): void {
    if (smooth && !this.still()) this.selection.transition().duration(450).call(this.behaviour.transform, target);
    else this.selection.call(this.behaviour.transform, target);
  }

  get transform(): Transform {
    const t = (this.root as unknown as { __zoom?: Transform }).__zoom;
    return t ? { x: t.x, y: t.y, k: t.k } : { x: 0, y: 0, k: 1 };
  }

  /** The camera as text for the address: the middle of what is in sight, and the scale. */
  get text(): string {
    const { x, y, k } = this.transform;
    const cx = (this.root.clientWidth / 2 - x) / k, cy = ((this.root.clientHeight - this.below()) / 2 - y) / k;
    return `${Math.round(cx)},${Math.round(cy)},${k.toFixed(2)}`;
  }

  restore(text: string): boolean {
    const [x, y, k] = text.split(",").map(Number);
    if (![x, y, k].every(Number.isFinite) || !k || k < 0.08 || k > 6) return false;
    this.centre({ x: x!, y: y! }, k, false);
    this.moved = true;
    return true;
  }
}
