// What is drawn: fetched whenever the view asks for something else. The layout belongs to the unfiltered graph, so that
// filters and dates never move a node. A failed request keeps the last graph and says what failed.
import { batch, computed, effect, signal } from "@preact/signals";
import { ApiError, get, type Query } from "../api/client";
import type { GraphAnswer } from "../api/shapes";
import type { Point } from "../layout/force";
import { place } from "../layout/client";
import { cap, isolates, union, without } from "./merge";
import { baseKey, filterQuery, graphQueries, isFiltered } from "./query";
import { LARGE, wholeSize } from "./size";
import { go, view } from "./store";
import { packPositions, unpackPositions, type View } from "./url";

export interface Drawn {
  base: GraphAnswer; // before filters
  shown: GraphAnswer; // after filters
  positions: Map<string, Point>;
  key: string;
}

export const drawn = signal<Drawn | null>(null);
export const loading = signal(true);
/** The view asks for everything, and that is too much to draw: the reader searches first. */
export const boundless = signal(false);
export const failure = signal<ApiError | null>(null);
/** A tool may ask for its own set of entities to be drawn instead of the view's seeds. */
export const toolNodes = signal<readonly string[] | null>(null);
/** The shape of the canvas, for layouts that fill it. */
export const aspect = signal(1.4);

export const tray = computed(() => (drawn.value ? isolates(drawn.value.base) : []));
export const byId = computed(() => new Map(drawn.value?.base.nodes.map((n) => [n.id, n]) ?? []));
export const labelOf = (id: string): string => byId.value.get(id)?.label ?? id;

let last: { key: string; tool: boolean } | null = null;
let ticket = 0;

/** Asks again after a failure. */
export function retry(): void {
  void refresh(view.peek(), toolNodes.peek());
}

const asked = computed(() => {
  const v = view.value;
  return JSON.stringify([baseKey(v), filterQuery(v), v.derived, v.hidden, v.pins, toolNodes.value, v.page]);
});

export function start(): void {
  effect(() => {
    asked.value;
    void refresh(view.peek(), toolNodes.peek());
  });
}

async function refresh(v: View, own: readonly string[] | null): Promise<void> {
  const mine = ++ticket;
  loading.value = true;
  try {
    // A page of its own draws what it is about: a document's claims, an entity's surroundings.
    const [kind, ...rest] = v.page.split(":");
    const subject = rest.join(":");
    const page: Query | null = kind === "source" && subject ? { source: [subject] } : kind === "entity" && subject ? { entity: [subject], depth: 1 } : null;
    const questions = (filters: Query): Query[] =>
      own ? [{ entity: [...own], depth: 0, limit: String(v.limit), ...filters, ...(v.derived ? { include_derived: "true" } : {}) }]
        : page ? [{ ...page, limit: String(v.limit) }]
          : graphQueries(v, filters);
    const filters = page ? {} : filterQuery(v);
    const everything = !own && !page && !v.seeds.length;
    const large = everything && ((await wholeSize())?.relations ?? 0) > LARGE;
    if (mine !== ticket) return;
    if (large && !isFiltered(v)) return nothing();
    const unseeded = (graph: GraphAnswer): GraphAnswer => (own ? { ...graph, nodes: graph.nodes.map((n) => ({ ...n, seed: n.id === v.start || n.id === v.end })) } : graph);
    const [base, shown] = await Promise.all([
      fetchAll(questions(large ? filters : {})).then(unseeded), // of a large graph there is nothing without filters
      isFiltered(v) && !page && !large ? fetchAll(questions(filters)).then(unseeded) : null,
    ]);
    if (mine !== ticket) return;
    performance.mark("explorer:answered");
    const gone = new Set(page ? [] : v.hidden);
    const full = cap(base, v.limit);
    const whole = without(full, gone);
    const known = new Set(whole.nodes.map((n) => n.id));
    const part = shown ? onlyKnown(shown, known) : whole;
    const key = JSON.stringify([page ? v.page : (own ?? baseKey(v)), large ? filters : 0]);
    // What is dismissed keeps its place, and what is derived pulls at nothing: neither moves a node.
    const tied = without(full, new Set(isolates(full).map((n) => n.id)));
    const given = v.positions && !page ? unpackPositions(v.positions, tied.nodes.map((n) => n.id)) : null;
    const placement = await place(key, tied.nodes, tied.edges.filter((e) => !e.derived), {
      given, pins: v.pins, aspect: aspect.peek(), grown: !page && v.expanded.length > 0 && last?.tool === Boolean(own),
    });
    if (mine !== ticket) return;
    performance.mark("explorer:placed");
    last = { key, tool: Boolean(own) };
    batch(() => {
      drawn.value = { base: whole, shown: part, positions: placement.positions, key };
      failure.value = null;
      loading.value = boundless.value = false;
    });
    performance.mark("explorer:drawn");
    if (!placement.canonical && !given && !page) go({ positions: packPositions(placement.positions) }, { replace: true });
  } catch (error) {
    if (mine !== ticket) return;
    batch(() => {
      boundless.value = false;
      failure.value = error instanceof ApiError ? error : new ApiError(0, "", String(error));
      loading.value = false;
    });
  }
}

function nothing(): void {
  batch(() => {
    drawn.value = last = failure.value = null;
    loading.value = false;
    boundless.value = true;
  });
}

async function fetchAll(queries: readonly Query[]): Promise<GraphAnswer> {
  const answers = await Promise.all(queries.map((query) => get<GraphAnswer>("graph", { ...query, include: "facets" })));
  const whole = union(answers);
  const ids = whole.nodes.map((n) => n.id);
  if (answers.length < 2 || ids.length > 90) return whole;
  const { entity: _entity, ...rest } = queries[0]!;
  const among = await get<GraphAnswer>("graph", { ...rest, entity: ids, depth: 0, include: "facets" });
  return { ...union([whole, among]), facets: among.facets ?? null };
}

function onlyKnown(graph: GraphAnswer, known: ReadonlySet<string>): GraphAnswer {
  return {
    ...graph,
    nodes: graph.nodes.filter((n) => known.has(n.id)),
    edges: graph.edges.filter((e) => known.has(e.source) && known.has(e.target)),
  };
}
