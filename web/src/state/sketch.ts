// A pattern as a small picture: where its ends stand and how its lines run. Pure.
import { bows } from "../draw/geometry";
import type { Clause } from "./pattern";

export interface Spot { end: string; x: number; row: number } // x: 0 to 1 across the picture
export interface Tie { clause: number; from: Spot; to: Spot; bow: number }
export interface Sketch { spots: Spot[]; ties: Tie[]; rows: number }

const ACROSS = 2; // so many ends side by side leave room for their names
const PLACES: Record<number, number[]> = { 1: [0.5], 2: [0.21, 0.79] };

/** The first end stands on top, what is tied to it below it, and so on down. */
export function sketch(clauses: readonly Clause[]): Sketch {
  const spots = new Map<string, Spot>();
  let rows = 0;
  for (const { subject } of clauses) {
    let level = spots.has(subject) ? [] : [subject];
    const seen = new Set([...spots.keys(), subject]);
    while (level.length) {
      for (let i = 0; i < level.length; i += ACROSS) {
        const row = level.slice(i, i + ACROSS);
        row.forEach((end, at) => spots.set(end, { end, x: PLACES[row.length]![at]!, row: rows }));
        rows++;
      }
      const next = level.flatMap((end) => beside(clauses, end)).filter((end) => !seen.has(end));
      level = [...new Set(next)];
      level.forEach((end) => seen.add(end));
    }
  }
  const count = new Map<string, number>();
  const among = clauses.map((c) => {
    const key = pair(c), at = count.get(key) ?? 0;
    count.set(key, at + 1);
    return at;
  });
  const ties = clauses.map((c, clause): Tie => {
    const bow = bows(count.get(pair(c))!)[among[clause]!]!;
    return { clause, from: spots.get(c.subject)!, to: spots.get(c.object)!, bow: c.subject < c.object ? bow : -bow };
  });
  return { spots: [...spots.values()], ties, rows };
}

const beside = (clauses: readonly Clause[], end: string): string[] =>
  clauses.flatMap((c) => (c.subject === end ? [c.object] : c.object === end ? [c.subject] : []));

const pair = ({ subject, object }: Clause): string => [subject, object].sort().join("~");
