// Which labels are printed, and where: greedy, the most important first, never over another label or a node.
// Pure: works in screen units on what it is given.

export interface LabelItem { id: string; x: number; y: number; r: number; label: string; weight: number }
export interface Placed { id: string; lines: string[]; x: number; y: number; anchor: "start" | "middle" | "end"; width: number; height: number }
export interface Box { left: number; top: number; right: number; bottom: number }

export const SIZE = 13;
export const LEADING = 15;
const LONGEST = 24; // letters in a line
const WIDTHS: Record<string, number> = { i: 0.27, l: 0.27, j: 0.28, t: 0.37, f: 0.36, r: 0.39, " ": 0.28, "'": 0.24, m: 0.87, w: 0.8, M: 0.9, W: 1.02 };

/** How wide a text prints, near enough: Inter's widths for the letters that differ most, the mean for the rest. */
export function textWidth(text: string, size = SIZE): number {
  let width = 0;
  for (const c of text) width += WIDTHS[c] ?? (c >= "A" && c <= "Z" ? 0.68 : c > "\u2e80" ? 1 : 0.585);
  return width * size;
}

/** A label in at most two lines; what does not fit ends in an ellipsis (the whole is in the node's name). */
export function wrap(label: string, longest = LONGEST): string[] {
  if ([...label].length <= longest) return [label];
  const lines: string[] = [""];
  for (const word of label.split(/\s+/)) {
    const line = lines[lines.length - 1]!;
    if (!line) lines[lines.length - 1] = word;
    else if ([...line, ...word].length + 1 <= longest) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  const kept = lines.slice(0, 2).map((line) => shorten(line, longest + 4));
  if (lines.length > 2) kept[1] = shorten(`${kept[1]} ${lines[2]}`, longest);
  return kept;
}

function shorten(text: string, longest: number): string {
  const letters = [...text];
  return letters.length <= longest ? text : `${letters.slice(0, longest - 1).join("").trimEnd()}…`;
}

/** How much room a label asks for beside its node. */
export function labelWidth(label: string): number {
  return Math.max(...wrap(label).map((line) => textWidth(line)));
}

/**
 * Places as many labels as fit into the window, by falling weight, beside what is `blocked` (controls that lie over the
 * drawing). `must` are printed whatever they cover.
 */
export function placeLabels(items: readonly LabelItem[], window: Box, must: ReadonlySet<string> = new Set(), blocked: readonly Box[] = []): Placed[] {
  const taken = new Grid();
  for (const one of blocked) taken.add(one);
  for (const item of items) taken.add(circle(item));
  const placed: Placed[] = [];
  const ordered = [...items].sort(
    (a, b) => Number(must.has(b.id)) - Number(must.has(a.id)) || b.weight - a.weight || (a.id < b.id ? -1 : 1),
  );
  for (const item of ordered) {
    if (item.x < window.left - 40 || item.x > window.right + 40 || item.y < window.top - 40 || item.y > window.bottom + 40) continue;
    const lines = wrap(item.label);
    const width = Math.max(...lines.map((line) => textWidth(line))) + 4;
    const height = lines.length * LEADING;
    const own = circle(item);
    const options = candidates(item, width, height);
    const free = options.filter((o) => !taken.hits(box(o), own));
    const found = free.find((o) => within(box(o), window)) ?? (must.has(item.id) ? (options.find((o) => within(box(o), window)) ?? options[0]) : undefined);
    if (!found) continue;
    taken.add(box(found));
    placed.push({ id: item.id, lines, width, height, x: found.x, y: found.y, anchor: found.anchor });
  }
  return placed;
}

type Candidate = Pick<Placed, "x" | "y" | "anchor" | "width" | "height">;

function candidates({ x, y, r }: LabelItem, width: number, height: number): Candidate[] {
  const gap = 5;
  const at = (dx: number, dy: number, anchor: Placed["anchor"]): Candidate => ({ x: x + dx, y: y + dy, anchor, width, height });
  return [
    at(0, r + gap, "middle"),
    at(r + gap, -height / 2, "start"),
    at(-r - gap, -height / 2, "end"),
    at(0, -r - gap - height, "middle"),
    at(r * 0.7 + gap, r * 0.5, "start"),
    at(-r * 0.7 - gap, r * 0.5, "end"),
    at(r * 0.7 + gap, -r * 0.5 - height, "start"),
    at(-r * 0.7 - gap, -r * 0.5 - height, "end"),
  ];
}

/** The room that a placed label takes; `y` is its upper edge. */
export function box({ x, y, anchor, width, height }: Candidate): Box {
  const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
  return { left, top: y, right: left + width, bottom: y + height };
}

/** Which of the labels along lines have room beside everything that is printed already, the first ones first. */
export function fitting<T extends { x: number; y: number; width: number; angle: number }>(items: readonly T[], printed: readonly Box[]): T[] {
  const taken = new Grid();
  for (const one of printed) taken.add(one);
  return items.filter((item) => {
    const w = (Math.abs(Math.cos(item.angle)) * item.width + Math.abs(Math.sin(item.angle)) * 12) / 2;
    const h = (Math.abs(Math.sin(item.angle)) * item.width + Math.abs(Math.cos(item.angle)) * 12) / 2;
    const own = { left: item.x - w, top: item.y - h, right: item.x + w, bottom: item.y + h };
    if (taken.hits(own)) return false;
    taken.add(own);
    return true;
  });
}

const within = (one: Box, window: Box): boolean => one.left >= window.left && one.right <= window.right && one.top >= window.top && one.bottom <= window.bottom;

const circle = ({ x, y, r }: LabelItem): Box => ({ left: x - r, top: y - r, right: x + r, bottom: y + r });

/** Boxes in cells, so that a thousand of them are looked up quickly. */
class Grid {
  private readonly cells = new Map<string, Box[]>();

  add(one: Box): void {
    for (const key of this.keys(one)) this.cells.set(key, [...(this.cells.get(key) ?? []), one]);
  }

  hits(one: Box, except?: Box): boolean {
    for (const key of this.keys(one)) {
      for (const other of this.cells.get(key) ?? []) {
        const self = except && other.left === except.left && other.top === except.top && other.right === except.right;
        if (!self && one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom) return true;
      }
    }
    return false;
  }

  private *keys(one: Box): Generator<string> {
    for (let i = Math.floor(one.left / 96); i <= Math.floor(one.right / 96); i++) {
      for (let j = Math.floor(one.top / 96); j <= Math.floor(one.bottom / 96); j++) yield `${i}:${j}`;
    }
  }
}
