// Everything that a view is, as text in the address: a pasted link gives the same view. Pure functions; `store.ts`
// holds the living state.

export const FILTER_NAMES = [
  "type", "category", "polarity", "status", "modality", "stance", "asserted_by", "source", "dataset", "entity_type",
] as const;
export type FilterName = (typeof FILTER_NAMES)[number];
export const STAGES = ["graph", "table", "map"] as const;
export type Stage = (typeof STAGES)[number];
export const TOOLS = ["explore", "explain", "match", "diff", "balance"] as const;
export type Tool = (typeof TOOLS)[number];

export interface View {
  stage: Stage;
  tool: Tool;
  page: string; // "entity:iran", "source:..." or ""
  seeds: string[];
  depth: number;
  expanded: string[];
  hidden: string[];
  filters: Record<FilterName, string[]>;
  min_confidence: string;
  q: string;
  as_of: string;
  during: string;
  known_at: string;
  certainty: string;
  derived: boolean;
  selected: string; // "n:id" or "e:id" or "p:a~b" for a pair
  start: string;
  end: string;
  path: number;
  from: string;
  to: string;
  clock: string;
  pattern: string;
  pins: Record<string, [number, number]>;
  positions: string;
  camera: string;
  sort: string;
  parallel: "fan" | "stack";
  limit: number;
}

export const CAP = 600;

export function emptyView(): View {
  return {
    stage: "graph", tool: "explore", page: "", seeds: [], depth: 1, expanded: [], hidden: [],
    filters: Object.fromEntries(FILTER_NAMES.map((name) => [name, []])) as unknown as View["filters"],
    min_confidence: "", q: "", as_of: "", during: "", known_at: "", certainty: "", derived: false, selected: "",
    start: "", end: "", path: -1, from: "", to: "", clock: "", pattern: "", pins: {}, positions: "", camera: "",
    sort: "", parallel: "fan", limit: CAP,
  };
}

const TEXTS = [
  "page", "min_confidence", "q", "as_of", "during", "known_at", "certainty", "selected", "start", "end", "from", "to",
  "clock", "pattern", "positions", "camera", "sort",
] as const;
const SHORT: Partial<Record<(typeof TEXTS)[number], string>> = { selected: "sel", positions: "pos", camera: "cam" };
const LISTS = { seeds: "entity", expanded: "expand", hidden: "hide" } as const;

/** The view that an address asks for. What it does not understand, it leaves out. */
export function parseView(search: string): View {
  const params = new URLSearchParams(search);
  const view = emptyView();
  view.stage = oneOf(params.get("view"), STAGES, "graph");
  view.tool = oneOf(params.get("tool"), TOOLS, "explore");
  for (const key of TEXTS) view[key] = params.get(SHORT[key] ?? key) ?? "";
  for (const [key, name] of Object.entries(LISTS)) view[key as keyof typeof LISTS] = unique(params.getAll(name));
  for (const name of FILTER_NAMES) view.filters[name] = unique(params.getAll(name));
  view.depth = whole(params.get("depth"), 1, 0, 3);
  view.path = whole(params.get("path"), -1, -1, 999);
  view.limit = whole(params.get("limit"), CAP, 1, 100_000);
  view.derived = params.get("derived") === "1";
  view.parallel = params.get("parallel") === "stack" ? "stack" : "fan";
  for (const pin of params.getAll("pin")) {
    const [id, x, y] = pin.split("~");
    if (id && Number.isFinite(Number(x)) && Number.isFinite(Number(y)) && x && y) view.pins[id] = [Number(x), Number(y)];
  }
  return view;
}

/** The address of a view: only what differs from the front page, in a fixed order. */
export function formatView(view: View): string {
  const params = new URLSearchParams();
  const put = (name: string, value: string | number, usual: string | number) => {
    if (value !== usual) params.append(name, String(value));
  };
  put("view", view.stage, "graph");
  put("tool", view.tool, "explore");
  for (const [key, name] of Object.entries(LISTS)) {
    for (const id of view[key as keyof typeof LISTS]) params.append(name, id);
  }
  put("depth", view.depth, 1);
  for (const name of FILTER_NAMES) for (const value of view.filters[name]) params.append(name, value);
  for (const key of TEXTS) put(SHORT[key] ?? key, view[key], "");
  put("path", view.path, -1);
  put("derived", view.derived ? "1" : "", "");
  put("parallel", view.parallel, "fan");
  put("limit", view.limit, CAP);
  for (const [id, [x, y]] of Object.entries(view.pins).sort(byKey)) params.append("pin", `${id}~${round(x)}~${round(y)}`);
  const text = params.toString().replaceAll("%3A", ":").replaceAll("%7E", "~").replaceAll("%2F", "/");
  return text ? `?${text}` : "";
}

/** Where the nodes stand, in few letters: a check of the ids, then two letters for each coordinate, in order of id. */
export function packPositions(positions: ReadonlyMap<string, { x: number; y: number }>): string {
  const ids = [...positions.keys()].sort();
  let text = `${fingerprint(ids)}.`;
  for (const id of ids) {
    const { x, y } = positions.get(id)!;
    text += two(x) + two(y);
  }
  return text;
}

/** The positions that a packed text holds, or null when it was made for other nodes. */
export function unpackPositions(text: string, ids: readonly string[]): Map<string, { x: number; y: number }> | null {
  const sorted = [...ids].sort();
  const [check, body] = text.split(".");
  if (check !== fingerprint(sorted) || !body || body.length !== sorted.length * 4) return null;
  const found = new Map<string, { x: number; y: number }>();
  sorted.forEach((id, i) => found.set(id, { x: number(body.slice(i * 4, i * 4 + 2)), y: number(body.slice(i * 4 + 2, i * 4 + 4)) }));
  return found;
}

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const STEP = 2; // two letters hold 4096 steps of two units: -4096 to 4094

function two(value: number): string {
  const n = Math.min(4095, Math.max(0, Math.round(value / STEP) + 2048));
  return DIGITS[n >> 6]! + DIGITS[n & 63]!;
}

function number(text: string): number {
  return (DIGITS.indexOf(text[0]!) * 64 + DIGITS.indexOf(text[1]!) - 2048) * STEP;
}

/** A short, stable check of a list of ids (FNV-1a). */
export function fingerprint(ids: readonly string[]): string {
  let hash = 0x811c9dc5;
  for (const c of ids.join("\n")) hash = Math.imul(hash ^ c.codePointAt(0)!, 0x01000193) >>> 0;
  return hash.toString(36);
}

function oneOf<T extends string>(value: string | null, all: readonly T[], usual: T): T {
  return all.includes(value as T) ? (value as T) : usual;
}

function whole(text: string | null, usual: number, least: number, most: number): number {
  const n = text === null || text === "" ? NaN : Number(text);
  return Number.isInteger(n) && n >= least && n <= most ? n : usual;
}

const unique = (values: string[]) => [...new Set(values.filter(Boolean))];
const round = (n: number) => Math.round(n);
const byKey = ([a]: [string, unknown], [b]: [string, unknown]) => (a < b ? -1 : 1);
