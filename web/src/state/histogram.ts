// Relations by date: buckets of one width over the span of the graph, counted by sign. Pure.
import type { GraphEdge, Polarity } from "../api/shapes";
import { monthInWords, monthOf, monthText } from "./dates";

export interface Bucket { from: number; to: number; label: string; counts: Record<Polarity, number>; total: number }
export interface Histogram { buckets: Bucket[]; from: number; to: number; width: number; most: number }

const WIDTHS = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600]; // months
const MOST = 48;

/** Null when no relation has a date. `from` and `to` are months; `to` is exclusive. */
export function histogram(edges: readonly GraphEdge[]): Histogram | null {
  const dated = edges.filter((e) => e.valid_from || e.valid_to);
  const starts = dated.flatMap((e) => (e.valid_from ? [monthOf(e.valid_from)] : []));
  const ends = edges.flatMap((e) => [...(e.valid_to ? [monthOf(e.valid_to)] : []), ...(e.last_attested ? lastMonth(e.last_attested) : [])]);
  const all = [...starts, ...ends];
  if (!all.length) return null;
  const least = Math.min(...all), most = Math.max(...all.map((m) => m + 1));
  const width = WIDTHS.find((w) => (most - least) / w <= MOST) ?? 1200;
  const from = Math.floor(least / width) * width, to = Math.ceil(most / width) * width;
  const buckets: Bucket[] = [];
  for (let at = from; at < to; at += width) {
    buckets.push({ from: at, to: at + width, label: label(at, width), counts: { cooperative: 0, neutral: 0, conflictual: 0 }, total: 0 });
  }
  for (const edge of edges) {
    const begin = edge.valid_from ? monthOf(edge.valid_from) : -Infinity;
    const end = edge.valid_to ? Math.max(monthOf(edge.valid_to), begin + 1) : Infinity;
    for (const bucket of buckets) {
      if (begin < bucket.to && end > bucket.from) {
        bucket.counts[edge.polarity]++;
        bucket.total++;
      }
    }
  }
  return { buckets, from, to, width, most: Math.max(1, ...buckets.map((b) => b.total)) };
}

function label(from: number, width: number): string {
  if (width === 1) return monthInWords(from);
  if (width === 12) return monthText(from).slice(0, 4);
  if (width % 12 === 0) return `${monthText(from).slice(0, 4)}–${monthText(from + width - 1).slice(0, 4)}`;
  return `${monthInWords(from)} – ${monthInWords(from + width - 1)}`;
}

function lastMonth(edtf: string): number[] {
  const match = /(\d{4})(?:-(\d{2}))?/.exec(edtf);
  return match ? [Number(match[1]) * 12 + (match[2] ? Number(match[2]) - 1 : 11)] : [];
}

/** The range of months that a `during` text names; null when it is not one of ours. */
export function rangeOf(during: string): [number, number] | null {
  const match = /^(\d{4}-\d{2})\/(\d{4}-\d{2})$/.exec(during);
  return match ? [monthOf(match[1]!), monthOf(match[2]!) + 1] : null;
}

export const duringText = (from: number, to: number): string => `${monthText(from)}/${monthText(to - 1)}`;
