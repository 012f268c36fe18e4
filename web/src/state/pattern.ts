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

const LISTS = new Set(["category", "polarity", "status", "modality", "stance", "asserted_by", "source"]);
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
