// From a view to the questions that the API is asked. Pure functions.
import type { Query } from "../api/client";
import { FILTER_NAMES, type View } from "./url";

/** The relation filters of a view, under the names of the API. */
export function filterQuery(view: View): Query {
  const query: Query = {};
  for (const name of FILTER_NAMES) if (view.filters[name].length) query[name] = view.filters[name];
  for (const name of ["min_confidence", "q", "as_of", "during", "known_at", "certainty"] as const) {
    if (view[name]) query[name] = view[name];
  }
  return query;
}

/** The filters that act on relations alone, for endpoints that know no entity types. */
export function relationQuery(view: View): Query {
  const { entity_type: _, ...rest } = filterQuery(view);
  return rest;
}

export const isFiltered = (view: View): boolean => Object.keys(filterQuery(view)).some((name) => name !== "certainty");

/** Which filters are set, by name, for chips that lift them. */
export function activeFilters(view: View): { name: string; values: string[] }[] {
  return Object.entries(filterQuery(view)).map(([name, value]) => ({ name, values: Array.isArray(value) ? value : [String(value)] }));
}

/** A view without one filter, or without one value of it. */
export function lift(view: View, name: string, value?: string): Partial<View> {
  if ((FILTER_NAMES as readonly string[]).includes(name)) {
    const key = name as keyof View["filters"];
    const rest = value === undefined ? [] : view.filters[key].filter((v) => v !== value);
    return { filters: { ...view.filters, [key]: rest } };
  }
  if (name === "certainty") return { certainty: "" };
  return { [name]: "" } as Partial<View>;
}

/** Nothing filtered any more. */
export function liftAll(view: View): Partial<View> {
  return {
    filters: Object.fromEntries(Object.keys(view.filters).map((name) => [name, []])) as unknown as View["filters"],
    min_confidence: "", q: "", as_of: "", during: "", known_at: "", certainty: "",
  };
}

/** Adds a value to a filter, or takes it away. */
export function toggle(view: View, name: keyof View["filters"], value: string): Partial<View> {
  const set = view.filters[name];
  return { filters: { ...view.filters, [name]: set.includes(value) ? set.filter((v) => v !== value) : [...set, value] } };
}

/** The questions whose answers make up the drawn graph: the seeds' surroundings, then one for each expanded node. */
export function graphQueries(view: View, filters: Query): Query[] {
  const common: Query = { ...filters, limit: String(view.limit), ...(view.derived ? { include_derived: "true" } : {}) };
  const main: Query = view.seeds.length ? { entity: view.seeds, depth: view.depth, ...common } : common;
  return [main, ...view.expanded.map((id): Query => ({ entity: [id], depth: 1, ...common }))];
}

/** What decides the layout: which graph is drawn before anything is filtered. */
export const baseKey = (view: View): string => JSON.stringify([view.seeds, view.depth, view.expanded, view.limit]);
