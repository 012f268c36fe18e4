// The pattern of the match builder as text in the address, and as the body that the API is asked. Pure.
import type { Query } from "../api/client";

export interface Clause { subject: string; type: string; object: string } // ends: "?a" or an entity id; type: "" is any
export interface Pattern { clauses: Clause[]; kinds: Record<string, string> } // kinds: entity type by variable

/** "?a~shelters~?b!?b~attacks~pakistan;?a=State" */
export function patternText({ clauses, kinds }: Pattern): string {
  const lines = clauses.map((c) => [c.subject, c.type || "*", c.object].join("~")).join("!");
  const used = usedVariables({ clauses, kinds });
  const named = Object.entries(kinds).filter(([variable, kind]) => kind && used.includes(variable)).sort(([a], [b]) => (a < b ? -1 : 1)).map(([v, k]) => `${v}=${k}`);
  return [lines, ...named].join(";");
}

export function parsePattern(text: string): Pattern {
  const [lines = "", ...named] = text.split(";");
  const clauses = lines.split("!").flatMap((line) => {
    const [subject, type, object] = line.split("~");
    return subject && type && object ? [{ subject, type: type === "*" ? "" : type, object }] : [];
  });
  const kinds = Object.fromEntries(named.map((part) => part.split("=")).filter((p): p is [string, string] => p.length === 2 && Boolean(p[0]) && Boolean(p[1])));
  return { clauses: clauses.length ? clauses : [{ subject: "?a", type: "", object: "?b" }], kinds };
}

/** The letters that stand for something, in order of appearance. */
export function usedVariables({ clauses }: Pattern): string[] {
  return [...new Set(clauses.flatMap((c) => [c.subject, c.object]).filter((end) => end.startsWith("?")))];
}

/** A letter that stands for nothing yet. */
export function freshLetter(pattern: Pattern): string {
  const used = usedVariables(pattern);
  return [..."abcdefghijklmnopqrstuvwxyz"].map((c) => `?${c}`).find((v) => !used.includes(v)) ?? "?z";
}

/** One more line, from an end to something new. */
export const grow = (pattern: Pattern, from: string): Pattern =>
  ({ ...pattern, clauses: [...pattern.clauses, { subject: from, type: "", object: freshLetter(pattern) }] });

/** Another end in the place of one, wherever it stands; `kind` is what a letter is to stand for. */
export function replaceEnd({ clauses, kinds }: Pattern, end: string, by: string, kind = ""): Pattern {
  const put = (one: string) => (one === end ? by : one);
  const { [end]: _, ...others } = kinds;
  return {
    clauses: clauses.map((c) => ({ subject: put(c.subject), type: c.type, object: put(c.object) })),
    kinds: by.startsWith("?") ? { ...others, [by]: kind || (by === end ? "" : (kinds[by] ?? "")) } : others,
  };
}

export const changeClause = ({ clauses, kinds }: Pattern, at: number, by: Partial<Clause>): Pattern =>
  ({ clauses: clauses.map((c, i) => (i === at ? { ...c, ...by } : c)), kinds });

/** The line read from the other end. */
export const turnClause = (pattern: Pattern, at: number): Pattern => {
  const { subject, object } = pattern.clauses[at]!;
  return changeClause(pattern, at, { subject: object, object: subject });
};

export const dropClause = ({ clauses, kinds }: Pattern, at: number): Pattern => ({ clauses: clauses.filter((_, i) => i !== at), kinds });

/** Which letters an end could be the same as: those that no line ties it to. */
export function others(pattern: Pattern, end: string): string[] {
  const tied = new Set(pattern.clauses.flatMap((c) => (c.subject === end || c.object === end ? [c.subject, c.object] : [])));
  return usedVariables(pattern).filter((v) => v !== end && !tied.has(v));
}

export const letter = (variable: string): string => variable.replace("?", "").toUpperCase();

const LISTS = new Set(["category", "polarity", "status", "modality", "stance", "asserted_by", "source", "dataset"]);
const SINGLES = new Set(["min_confidence", "as_of", "known_at", "during", "certainty", "q"]);

/** The body of the request: the pattern under the view's filters and clocks (the type filter is the pattern's own). */
export function requestOf(pattern: Pattern, filters: Query): object {
  const bind = Object.fromEntries(usedVariables(pattern).filter((v) => pattern.kinds[v]).map((v) => [v, { type: pattern.kinds[v] }]));
  const kept = Object.fromEntries(Object.entries(filters).filter(([name]) => LISTS.has(name) || SINGLES.has(name)));
  return {
    where: pattern.clauses.map((c) => ({ subject: c.subject, type: c.type || "*", object: c.object })),
    ...(Object.keys(bind).length ? { bind } : {}),
    ...(Object.keys(kept).length ? { filters: kept } : {}),
    limit: 200,
  };
}
