import { describe, expect, it } from "vitest";
import { emptyView, formatView, packPositions, parseView, unpackPositions, type View } from "../src/state/url";

describe("the view in the address", () => {
  it("is empty for the front page", () => {
    expect(formatView(emptyView())).toBe("");
    expect(parseView("")).toEqual(emptyView());
  });

  it("comes back whole from its address", () => {
    const view: View = {
      ...emptyView(), stage: "table", tool: "diff", page: "source:a-b", seeds: ["iran", "pakistan"], depth: 3, expanded: ["india"], hidden: ["china"],
      filters: { ...emptyView().filters, type: ["threatens", "shelters"], status: ["alleged"] }, min_confidence: "high", q: "a b&c=d", as_of: "2019-04",
      during: "", known_at: "2020", certainty: "certain", derived: true, selected: "e:iran.borders.pakistan", start: "iran", end: "india", path: 2,
      from: "2018", to: "2019", clock: "known", pattern: '[{"s":"?a"}]', pins: { iran: [12, -40] }, positions: "x.AAAA", camera: "1,2,0.50", sort: "from.down",
      parallel: "stack", limit: 1200,
    };
    expect(parseView(formatView(view))).toEqual(view);
  });

  it("writes the same view in the same letters whatever the order of its parts", () => {
    const one = { ...emptyView(), pins: { b: [1, 2] as [number, number], a: [3, 4] as [number, number] } };
    const other = { ...emptyView(), pins: { a: [3, 4] as [number, number], b: [1, 2] as [number, number] } };
    expect(formatView(one)).toBe(formatView(other));
  });

  it("leaves out what it does not understand", () => {
    expect(parseView("?view=cube&depth=9&limit=-1&pin=a~x~2&pin=~1~2&tool=&nonsense=1")).toEqual(emptyView());
  });

  it("keeps letters of every script and markup as text", () => {
    const view = { ...emptyView(), q: "<b>طالبان</b>", seeds: ["a~b"] };
    expect(parseView(formatView(view))).toEqual(view);
  });
});

describe("positions in the address", () => {
  const positions = new Map([["b", { x: -1234, y: 8 }], ["a", { x: 0, y: 4000 }]]);

  it("come back for the same nodes, to two units", () => {
    const found = unpackPositions(packPositions(positions), ["a", "b"])!;
    for (const [id, { x, y }] of positions) {
      expect(Math.abs(found.get(id)!.x - x)).toBeLessThanOrEqual(1);
      expect(Math.abs(found.get(id)!.y - y)).toBeLessThanOrEqual(1);
    }
  });

  it("are refused for other nodes, and for broken text", () => {
    expect(unpackPositions(packPositions(positions), ["a", "c"])).toBeNull();
    expect(unpackPositions(packPositions(positions), ["a"])).toBeNull();
    for (const text of ["", ".", "abc", "abc.AA"]) expect(unpackPositions(text, ["a", "b"])).toBeNull();
  });

  it("stay inside what two letters can hold", () => {
    const far = unpackPositions(packPositions(new Map([["a", { x: 1e9, y: -1e9 }]])), ["a"])!;
    expect(far.get("a")).toEqual({ x: 4094, y: -4096 });
  });
});
