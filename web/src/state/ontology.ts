// The ontology's labels, fetched once after the first paint; until then ids are made readable.
import { computed, signal } from "@preact/signals";
import { get } from "../api/client";
import type { Ontology } from "../api/shapes";

export const ontology = signal<Ontology | null>(null);

export async function loadOntology(): Promise<void> {
  try {
    ontology.value = await get<Ontology>("ontology");
  } catch {
    // labels fall back to ids made readable
  }
}

const entityTypes = computed(() => new Map(ontology.value?.entity_types.map((t) => [t.id, t]) ?? []));
const relationTypes = computed(() => new Map(ontology.value?.relation_types.map((t) => [t.id, t]) ?? []));

export const typeLabel = (id: string): string => entityTypes.value.get(id)?.label ?? readable(id);
export const typeAbout = (id: string): string => entityTypes.value.get(id)?.description ?? "";
export const relationLabel = (id: string): string => relationTypes.value.get(id)?.label ?? id.replaceAll("_", " ");
export const inverseLabel = (id: string): string => relationTypes.value.get(id)?.inverse_label ?? `← ${relationLabel(id)}`;
export const relationPolarity = (id: string): string => {
  const value = relationTypes.value.get(id)?.polarity;
  return typeof value === "number" ? (value > 0 ? "cooperative" : value < 0 ? "conflictual" : "neutral") : (value ?? "neutral");
};

export const readable = (id: string): string => {
  const words = id.replaceAll("_", " ").replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** The types above a type, nearest first; none before the ontology is there. */
export function lineage(type: string): string[] {
  const found: string[] = [];
  for (let level = [type]; level.length; ) {
    level = level.flatMap((one) => entityTypes.value.get(one)?.parents ?? []).filter((parent) => !found.includes(parent));
    found.push(...new Set(level));
  }
  return found;
}
