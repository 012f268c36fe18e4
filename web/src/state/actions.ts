// What a user does to the graph, each as one step of history: explore, expand, dismiss, keep, pin, unpin, select.
import { strings as s } from "../strings";
import { byId, drawn } from "./data";
import { hush, say } from "./notice";
import { go, href, view } from "./store";
import { emptyView, packPositions, type View } from "./url";

const BIG = 60;

/** Draws the surroundings of some entities afresh; filters and clocks stay. */
export function explore(seeds: string[], parts: Partial<View> = {}): void {
  go({
    tool: "explore", page: "", seeds, depth: 1, expanded: [], hidden: [], pins: {}, positions: "", camera: "",
    selected: seeds.length === 1 ? `n:${seeds[0]}` : "", limit: emptyView().limit, ...parts,
  });
}

/** Opens the evidence on something; while two entities are being picked, a node is the next of them. */
export function select(what: string): void {
  const { tool, start, end } = view.peek();
  if (tool === "explain" && what.startsWith("n:") && (!start || !end)) {
    const id = what.slice(2);
    if (!start) go({ start: id });
    else if (id !== start) go({ end: id, path: -1 });
  } else go({ selected: what });
}

/** Adds a node's neighbours; asks first where there are many. */
export function expand(id: string, sure = false): void {
  const node = byId.peek().get(id);
  const more = node?.hidden_neighbours ?? 0;
  if (view.peek().expanded.includes(id) || (node && !more)) return say(s.expand.nothing(node?.label ?? id));
  if (more > BIG && !sure) {
    return say(s.expand.big(node?.label ?? id, more), { kind: "warning", action: { label: s.expand.anyway, run: () => { hush(); expand(id, true); } } });
  }
  go((now) => ({ expanded: [...now.expanded, id], positions: "", selected: `n:${id}` }));
  say(s.expand.added(node?.label ?? id, more));
}

/** Takes a node off the drawing. */
export function dismiss(id: string): void {
  go((now) => ({ hidden: [...now.hidden, id], selected: "" }));
  say(s.dismissed(byId.peek().get(id)?.label ?? id));
}

/** Takes everything off the drawing but a node and what is tied to it. */
export function keepOnly(ids: ReadonlySet<string>): void {
  const others = drawn.peek()?.base.nodes.filter((n) => !ids.has(n.id)).map((n) => n.id) ?? [];
  go((now) => ({ hidden: [...new Set([...now.hidden, ...others])] }));
}

export const restore = (): void => go({ hidden: [] });

export function pin(id: string, x: number, y: number): void {
  go((now) => ({ pins: { ...now.pins, [id]: [Math.round(x), Math.round(y)] } }));
}

export function unpin(id?: string): void {
  go((now) => ({ pins: id ? Object.fromEntries(Object.entries(now.pins).filter(([key]) => key !== id)) : {} }));
}

/** A link to this very view: what is drawn, where it stands, and what part of it is in sight. */
export function shareLink(camera: string): string {
  const positions = drawn.peek()?.positions;
  const parts = { ...view.peek(), camera, positions: positions ? packPositions(positions) : "" };
  return new URL(href(parts), location.href).href;
}
