import { describe, expect, it } from "vitest";
import { radius } from "../src/draw/looks";
import { settle, type LayoutRequest } from "../src/layout/force";
import { star } from "./fixture";

const request = (spokes: number): LayoutRequest => {
  const { nodes, edges } = star(spokes);
  return { aspect: 1.4, nodes: nodes.map((n) => ({ id: n.id, r: radius(n.degree), label: 60 })), links: edges };
};

describe("the layout", () => {
  it("is the same every time", () => {
    expect([...settle(request(40))]).toEqual([...settle(request(40))]);
  });

  it("does not depend on the order in which nodes and links come", () => {
    const one = request(30);
    const other = { ...one, nodes: [...one.nodes].reverse(), links: [...one.links].reverse() };
    const a = settle(one), b = settle(other);
    for (const [id, point] of a) expect(b.get(id)).toEqual(point);
  });

  it("lets no two nodes lie on each other", () => {
    const asked = request(60);
    const at = [...settle(asked)];
    for (let i = 0; i < at.length; i++) {
      for (let j = i + 1; j < at.length; j++) {
        const [a, b] = [at[i]!, at[j]!];
        const gap = asked.nodes.find((n) => n.id === a[0])!.r + asked.nodes.find((n) => n.id === b[0])!.r;
        expect(Math.hypot(a[1].x - b[1].x, a[1].y - b[1].y)).toBeGreaterThan(gap * 0.9);
      }
    }
  });

  it("leaves fixed nodes where they are and starts new ones beside their neighbour", () => {
    const asked = request(20);
    const old = settle(asked);
    const nodes = asked.nodes.map((n) => ({ ...n, fixed: old.get(n.id)! }));
    const grown = settle({ ...asked, nodes: [...nodes, { id: "new", r: 9, label: 40, near: old.get("n003")! }], links: [...asked.links, { source: "n003", target: "new" }] });
    for (const [id, point] of old) expect(grown.get(id)).toEqual(point);
    const { x, y } = grown.get("new")!, anchor = old.get("n003")!;
    expect(Math.hypot(x - anchor.x, y - anchor.y)).toBeLessThan(320);
  });

  it("settles 600 nodes in bounded time", () => {
    const begin = performance.now();
    settle(request(600));
    expect(performance.now() - begin).toBeLessThan(8000);
  });

  it("copes with nothing, one node and self-loops", () => {
    expect(settle({ aspect: 1, nodes: [], links: [] }).size).toBe(0);
    expect(settle({ aspect: 1, nodes: [{ id: "a", r: 9, label: 9 }], links: [{ source: "a", target: "a" }] }).size).toBe(1);
  });
});
