// What stands in the light: what the pointer or the focus is on, else what is selected, else what a tool is about.
// The rest dims.
import { computed, signal } from "@preact/signals";
import { drawn } from "./data";
import { around } from "./merge";
import { view } from "./store";

export interface Spot { nodes: ReadonlySet<string>; edges: ReadonlySet<string> }

/** "n:id", "e:id" or "p:a~b"; set by the pointer and by lists that name things. */
export const hovered = signal("");
/** What a list points at while the pointer or the focus is on one of its entries. */
export const pointed = signal<Spot | null>(null);
/** What a tool is about while nothing is pointed at. */
export const toolSpot = signal<Spot | null>(null);

export const spot = computed<Spot | null>(() => {
  const graph = drawn.value?.shown;
  if (!graph) return null;
  return pointed.value ?? of(hovered.value, graph) ?? of(view.value.selected, graph) ?? toolSpot.value;
});

function of(what: string, graph: NonNullable<typeof drawn.value>["shown"]): Spot | null {
  const id = what.slice(2);
  if (what.startsWith("n:")) return graph.nodes.some((n) => n.id === id) ? around(graph, id) : null;
  if (what.startsWith("e:")) {
    const edge = graph.edges.find((e) => e.id === id);
    if (!edge) return null;
    // What is inferred lights up what it follows from.
    const all = [edge, ...graph.edges.filter((e) => edge.derived?.premises.includes(e.id))];
    return { nodes: new Set(all.flatMap((e) => [e.source, e.target])), edges: new Set(all.map((e) => e.id)) };
  }
  if (what.startsWith("p:")) {
    const [a, b] = id.split("~");
    const edges = graph.edges.filter((e) => (e.source === a && e.target === b) || (e.source === b && e.target === a));
    return edges.length ? { nodes: new Set([a!, b!]), edges: new Set(edges.map((e) => e.id)) } : null;
  }
  return null;
}
