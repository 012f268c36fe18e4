// Dates as people read them. The API's intervals end exclusively; what is printed here never does.
import { strings as s } from "../strings";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** One EDTF date in words: "about April 2019", "2016 or so". Unknown forms stay as they are. */
export function pointInWords(text: string): string {
  const match = /^(-?\d{4})(?:-(\d{2}))?(?:-(\d{2}))?([~?%]?)$/.exec(text);
  if (!match) return text;
  const [, year, month, day, mark] = match;
  const name = month ? MONTHS[Number(month) - 1] : "";
  if (month && !name) return text;
  const words = day ? `${Number(day)} ${name} ${year}` : month ? `${name} ${year}` : year!;
  return (mark === "~" || mark === "%" ? "about " : "") + words + (mark === "?" || mark === "%" ? " (?)" : "");
}

/** An EDTF date or interval in words. */
export function edtfInWords(text: string): string {
  const [from, to] = text.split("/");
  if (to === undefined) return pointInWords(from!);
  const open = (part: string) => part === "" || part === "..";
  if (open(from!) && open(to)) return s.unknown;
  if (to === "..") return `${s.since} ${pointInWords(from!)}`;
  if (to === "") return `${s.since} ${pointInWords(from!)}, end ${s.unknown}`;
  if (open(from!)) return `${s.until} ${pointInWords(to)}`;
  return `${pointInWords(from!)} – ${pointInWords(to)}`;
}

/** Days since 1970 of an ISO day; null when it is open. */
export function dayNumber(iso: string | null): number | null {
  if (!iso) return null;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(time) ? null : Math.floor(time / 86_400_000);
}

/** A month as a number, and back: months since year 0. */
export const monthOf = (iso: string): number => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7) || 1) - 1;
export const monthText = (month: number): string => `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`;
export const monthInWords = (month: number): string => pointInWords(monthText(month));
