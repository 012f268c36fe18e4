// The course of edges: straight where there is one, fanned where several tie the same two nodes, waved where derived.
// Pure functions on points.
import type { Point } from "../layout/force";
import type { Ending } from "./looks";

export interface Course { path: string; hit: string; tips: string[]; middle: Point; angle: number; strike: string }

const SPREAD = 19;
const TIP = 10;

/** How far each of `count` parallel edges bows out; the middle one stays straight. */
export function bows(count: number): number[] {
  return Array.from({ length: count }, (_, i) => (i - (count - 1) / 2) * SPREAD * (count > 7 ? 7 / count : 1));
}

/**
 * The course from one node's rim to the other's. `bow` counts from the line that runs from the lesser id to the
 * greater one, so that edges in both directions fan out side by side; `turned` says that this edge runs against it.
 */
export function course(
  a: Point, b: Point, ra: number, rb: number,
  options: { bow: number; turned: boolean; start: Ending; end: Ending; wave: boolean; scale?: number },
): Course {
  const scale = options.scale ?? 1;
  const dx = b.x - a.x, dy = b.y - a.y;
  const length = Math.hypot(dx, dy) || 1;
  const side = options.turned ? -1 : 1;
  const bow = options.bow * side * Math.min(1.6, Math.max(0.8, length / 150));
  const control = { x: (a.x + b.x) / 2 - (dy / length) * bow * 2, y: (a.y + b.y) / 2 + (dx / length) * bow * 2 };
  const first = toward(a, control, ra + 2 + (options.start === "tee" ? 3 : 0));
  const last = toward(b, control, rb + 2 + (options.end === "tee" ? 3 : 0));
  const rear = options.end === "arrow" ? toward(b, control, rb + 2 + TIP * scale - 1) : last;
  const middle = quadratic(first, control, last, 0.5);
  const angle = Math.atan2(last.y - first.y, last.x - first.x);
  const bent = Math.abs(bow) > 0.5;
  const simple = bent
    ? `M${p(first)}Q${p(control)} ${p(rear)}`
    : `M${p(first)}L${p(rear)}`;
  return {
    path: options.wave ? wave(first, control, rear) : simple,
    hit: simple,
    tips: [tip(options.start, first, control, scale), tip(options.end, last, control, scale)].filter(Boolean),
    middle, angle,
    strike: strike(middle, angle, scale),
  };
}

function tip(kind: Ending, at: Point, from: Point, scale: number): string {
  const length = Math.hypot(at.x - from.x, at.y - from.y) || 1;
  const ux = (at.x - from.x) / length, uy = (at.y - from.y) / length;
  if (kind === "arrow") {
    const back = { x: at.x - ux * TIP * scale, y: at.y - uy * TIP * scale };
    const half = TIP * scale * 0.46;
    return `M${p(at)}L${p({ x: back.x - uy * half, y: back.y + ux * half })} ${p({ x: back.x + uy * half, y: back.y - ux * half })}Z`;
  }
  if (kind === "tee") {
    const half = 7 * scale;
    const thick = 2.6 * scale;
    const near = { x: at.x - ux * thick, y: at.y - uy * thick };
    return `M${p({ x: at.x - uy * half, y: at.y + ux * half })}L${p({ x: at.x + uy * half, y: at.y - ux * half })} ${p({ x: near.x + uy * half, y: near.y - ux * half })} ${p({ x: near.x - uy * half, y: near.y + ux * half })}Z`;
  }
  return "";
}

/** A small wave along the course: what was inferred looks unlike anything that was said. */
function wave(from: Point, control: Point, to: Point): string {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const crests = Math.max(4, Math.round(length / 7));
  let path = `M${p(from)}`;
  for (let i = 1; i <= crests; i++) {
    const before = quadratic(from, control, to, (i - 0.5) / crests);
    const at = quadratic(from, control, to, i / crests);
    const angle = Math.atan2(at.y - before.y, at.x - before.x);
    const high = (i % 2 ? 1 : -1) * 3.6;
    path += `Q${p({ x: before.x - Math.sin(angle) * high, y: before.y + Math.cos(angle) * high })} ${p(at)}`;
  }
  return path;
}

/** Two short strokes across a line, for what is denied. */
export function strike(at: Point, angle: number, scale: number): string {
  const slant = angle + Math.PI / 3;
  const one = (shift: number) => {
    const x = at.x + Math.cos(angle) * shift, y = at.y + Math.sin(angle) * shift;
    const dx = Math.cos(slant) * 6 * scale, dy = Math.sin(slant) * 6 * scale;
    return `M${p({ x: x - dx, y: y - dy })}L${p({ x: x + dx, y: y + dy })}`;
  };
  return one(-2.2 * scale) + one(2.2 * scale);
}

function toward(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const step = Math.min(distance, length * 0.9);
  return { x: from.x + ((to.x - from.x) / length) * step, y: from.y + ((to.y - from.y) / length) * step };
}

export function quadratic(a: Point, c: Point, b: Point, t: number): Point {
  const u = 1 - t;
  return { x: u * u * a.x + 2 * u * t * c.x + t * t * b.x, y: u * u * a.y + 2 * u * t * c.y + t * t * b.y };
}

const p = ({ x, y }: Point) => `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
