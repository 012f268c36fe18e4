// Keyboard on the drawing: one node is in the tab order; arrows follow the lines, E walks the lines of a node,
// Enter opens, X expands, Delete dismisses, plus and minus zoom, 0 fits; on the bare drawing arrows pan.
import type { Renderer } from "../draw/renderer";
import { dismiss, expand, select } from "../state/actions";
import { camera } from "../state/camera";
import { drawn } from "../state/data";
import { around } from "../state/merge";

const ARROWS: Record<string, [number, number]> = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
const PAN = 80;

export function attachKeyboard(svg: SVGSVGElement, renderer: Renderer): { refresh: () => void; stop: () => void } {
  let current = "";
  let lines: string[] = [];
  let line = -1;
  const stop = new AbortController();

  /** Keeps exactly one node in the tab order: the one last visited, else a seed, else the best connected. */
  const refresh = () => {
    const nodes = drawn.peek()?.shown.nodes.filter((n) => renderer.element(n.id)) ?? [];
    if (!nodes.some((n) => n.id === current)) {
      current = [...nodes].sort((a, b) => Number(b.seed) - Number(a.seed) || b.degree - a.degree)[0]?.id ?? "";
    }
    for (const { id } of nodes) renderer.element(id)?.setAttribute("tabindex", id === current ? "0" : "-1");
  };

  const visit = (id: string) => {
    renderer.element(current)?.setAttribute("tabindex", "-1");
    current = id;
    const element = renderer.element(id);
    element?.setAttribute("tabindex", "0");
    element?.focus({ preventScroll: true });
    keepInSight(id);
    line = -1;
  };

  const keepInSight = (id: string) => {
    const at = renderer.pointOf(id);
    if (!at) return;
    const { x, y, k } = renderer.transform;
    const sx = at.x * k + x, sy = at.y * k + y;
    if (sx < 30 || sy < 30 || sx > svg.clientWidth - 30 || sy > svg.clientHeight - 30) camera.peek()?.centreOn(id);
  };

  /** The neighbour that lies best in the direction of an arrow. */
  const toward = (id: string, [dx, dy]: [number, number]): string => {
    const here = renderer.pointOf(id)!;
    let best = "", score = 0.2;
    for (const other of around(drawn.peek()!.shown, id).nodes) {
      const at = renderer.pointOf(other);
      if (other === id || !at) continue;
      const length = Math.hypot(at.x - here.x, at.y - here.y) || 1;
      const along = ((at.x - here.x) * dx + (at.y - here.y) * dy) / length;
      const value = along - length / 4000;
      if (along > 0.35 && value > score) [best, score] = [other, value];
    }
    return best;
  };

  const onNode = (id: string, event: KeyboardEvent): boolean => {
    const arrow = ARROWS[event.key];
    if (arrow) {
      const next = toward(id, arrow);
      if (next) visit(next);
      return true;
    }
    if (event.key === "Enter" || event.key === " ") select(`n:${id}`);
    else if (event.key === "x" || event.key === "X") expand(id);
    else if (event.key === "Delete" || event.key === "Backspace") dismiss(id);
    else if (event.key.toLowerCase() === "e") walk(id, event.shiftKey ? -1 : 1);
    else return false;
    return true;
  };

  const walk = (id: string, step: number) => {
    lines = [...around(drawn.peek()!.shown, id).edges].filter((e) => renderer.edgeElement(e));
    if (!lines.length) return;
    line = (line + step + lines.length) % lines.length;
    renderer.edgeElement(lines[line]!)?.focus({ preventScroll: true });
  };

  const onEdge = (id: string, event: KeyboardEvent): boolean => {
    const edge = drawn.peek()?.shown.edges.find((e) => e.id === id);
    if (!edge) return false;
    if (event.key === "Enter" || event.key === " ") select(`e:${id}`);
    else if (event.key.toLowerCase() === "e") walk(current, event.shiftKey ? -1 : 1);
    else if (event.key === "ArrowRight" || event.key === "ArrowDown") visit(edge.target);
    else if (event.key === "ArrowLeft" || event.key === "ArrowUp") visit(edge.source);
    else if (event.key === "Escape") visit(current);
    else return false;
    return true;
  };

  svg.addEventListener("focusin", (event) => {
    const id = (event.target as SVGElement).dataset?.node;
    if (id && id !== current) {
      renderer.element(current)?.setAttribute("tabindex", "-1");
      current = id;
      renderer.element(id)?.setAttribute("tabindex", "0");
    }
  }, { signal: stop.signal });

  svg.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target as SVGElement;
    const { node, edge } = target.dataset;
    let done = node ? onNode(node, event) : edge ? onEdge(edge, event) : false;
    if (!done) {
      const arrow = ARROWS[event.key];
      if (event.key === "+" || event.key === "=") camera.peek()?.zoomBy(1.4);
      else if (event.key === "-") camera.peek()?.zoomBy(1 / 1.4);
      else if (event.key === "0") camera.peek()?.fit();
      else if (arrow) camera.peek()?.panBy(-arrow[0] * PAN, -arrow[1] * PAN);
      else return;
      done = true;
    }
    event.preventDefault();
  }, { signal: stop.signal });

  return { refresh, stop: () => stop.abort() };
}
