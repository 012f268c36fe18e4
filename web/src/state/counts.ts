// How often each value of a filter occurs in what is drawn, and in what would be drawn without filters. What edges and
// nodes say of themselves is counted here; what only claims say comes as the API's facets.
import { computed } from "@preact/signals";
import type { GraphEdge } from "../api/shapes";
import { drawn } from "./data";
import { fromFacets, tally, type Counts } from "./merge";
import type { FilterName } from "./url";

const OF_EDGES: Partial<Record<FilterName, (edge: GraphEdge) => readonly string[]>> = {
  polarity: (e) => [e.polarity],
  status: (e) => (e.derived ? [] : [e.status]),
  type: (e) => [e.type],
  category: (e) => [e.category],
  asserted_by: (e) => e.asserted_by.map((v) => v.id),
};
const OF_CLAIMS = ["modality", "stance", "source", "dataset"] as const;

export const counts = computed<ReadonlyMap<FilterName, Counts>>(() => {
  const base = drawn.value?.base, shown = drawn.value?.shown;
  const found = new Map<FilterName, Counts>();
  for (const [name, values] of Object.entries(OF_EDGES)) found.set(name as FilterName, tally(base?.edges ?? [], shown?.edges ?? [], values));
  found.set("entity_type", tally(base?.nodes ?? [], shown?.nodes ?? [], (n) => [n.type]));
  for (const name of OF_CLAIMS) found.set(name, fromFacets(base?.facets, shown?.facets, name));
  return found;
});

/** What the API calls the values that have names of their own: voices, documents, data sets. */
const names = computed(() => {
  const found = new Map<string, string>();
  for (const name of ["asserted_by", "source", "dataset"]) {
    for (const { name: value, label } of drawn.value?.base.facets?.[name]?.values ?? []) found.set(`${name}:${value}`, label);
  }
  for (const edge of drawn.value?.base.edges ?? []) for (const voice of edge.asserted_by) found.set(`asserted_by:${voice.id}`, voice.label);
  return found;
});

export const nameOf = (filter: string, value: string): string | undefined => names.value.get(`${filter}:${value}`);
