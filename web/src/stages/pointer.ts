// Pointer on the drawing: hover lights neighbours, click selects, double click expands, drag pins.
import type { Renderer } from "../draw/renderer";
import { expand, pin, select } from "../state/actions";
import { hovered } from "../state/spot";
import { go, view } from "../state/store";

const SLACK = 4; // pixels before a press becomes a drag

export function attachPointer(svg: SVGSVGElement, renderer: Renderer): () => void {
  const stop = new AbortController();
  const on = <K extends keyof SVGElementEventMap>(name: K, run: (event: SVGElementEventMap[K]) => void) => svg.addEventListener(name, run, { signal: stop.signal });
  let press: { id: string; x: number; y: number; from: { x: number; y: number }; moved: boolean; pointer: number } | null = null;
  let dragged = false;

  on("pointerover", (event) => {
    if (event.pointerType === "touch" || press) return;
    hovered.value = what(event.target);
  });
  on("pointerleave", () => (hovered.value = ""));
  on("focusin", (event) => (hovered.value = (event.target as Element).matches(":focus-visible") ? what(event.target) : hovered.peek()));
  on("focusout", () => (hovered.value = ""));

  on("pointerdown", (event) => {
    dragged = false;
    const id = node(event.target);
    if (!id || event.button) return;
    const from = renderer.pointOf(id);
    if (from) press = { id, x: event.clientX, y: event.clientY, from, moved: false, pointer: event.pointerId };
  });
  on("pointermove", (event) => {
    if (!press || event.pointerId !== press.pointer) return;
    const dx = event.clientX - press.x, dy = event.clientY - press.y;
    if (!press.moved && Math.hypot(dx, dy) < SLACK) return;
    if (!press.moved) svg.setPointerCapture(event.pointerId);
    press.moved = dragged = true;
    const { k } = renderer.transform;
    renderer.drag(press.id, { x: press.from.x + dx / k, y: press.from.y + dy / k });
  });
  const release = () => {
    if (press?.moved) {
      const at = renderer.pointOf(press.id)!;
      pin(press.id, at.x, at.y);
    }
    press = null;
  };
  on("pointerup", release);
  on("pointercancel", release);

  on("click", (event) => {
    if (dragged) return void (dragged = false);
    const found = what(event.target);
    if (found) {
      select(found);
      if (found.startsWith("n:")) renderer.element(found.slice(2))?.focus({ preventScroll: true });
    } else if (view.peek().selected && event.target === svg) go({ selected: "" });
  });
  on("dblclick", (event) => {
    const id = node(event.target);
    if (id) expand(id);
  });
  return () => stop.abort();
}

const node = (target: EventTarget | null): string => (target as Element | null)?.closest?.<SVGGElement>("[data-node]")?.dataset.node ?? "";

function what(target: EventTarget | null): string {
  const at = (target as Element | null)?.closest?.<SVGGElement>("[data-node], [data-edge], [data-pair]");
  if (!at) return "";
  const { node: id, edge, pair } = at.dataset;
  return id ? `n:${id}` : edge ? `e:${edge}` : `p:${pair}`;
}
