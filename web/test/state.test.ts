import { describe, expect, it } from "vitest";
import { edtfInWords, monthText } from "../src/state/dates";
import { duringText, histogram, rangeOf } from "../src/state/histogram";
import { around, cap, isolates, tally, uncut, union, without } from "../src/state/merge";
import { filterQuery, graphQueries, lift, liftAll, toggle } from "../src/state/query";
import { emptyView } from "../src/state/url";
import { edge, graph, node, star } from "./fixture";

describe("putting graphs together", () => {
  it("unites answers without doubling anything, and keeps who is a seed", () => {
    const a = graph([node("a", { seed: true }), node("b")], [edge("a", "x", "b")]);
    const b = graph([node("b", { seed: true }), node("c")], [edge("b", "x", "c"), edge("a", "x", "b")]);
    const all = union([a, b]);
    expect(all.nodes.map((n) => n.id)).toEqual(["a", "b", "c"]);
    expect(all.edges).toHaveLength(2);
    expect(all.nodes.filter((n) => n.seed).map((n) => n.id)).toEqual(["a"]);
  });

  it("cuts to the best connected and says so", () => {
    const small = cap(star(50), 10);
    expect(small.nodes).toHaveLength(10);
    expect(small.nodes.some((n) => n.id === "hub")).toBe(true);
    expect(small.meta.truncated).toBe(true);
    expect(small.meta.total_nodes).toBe(51);
    const ids = new Set(small.nodes.map((n) => n.id));
    expect(small.edges.every((e) => ids.has(e.source) && ids.has(e.target))).toBe(true);
  });

  it("tells how many relations there are where only some came", () => {
    const { meta } = star(5);
    expect(uncut(meta)).toBe(null);
    expect(uncut({ ...meta, truncated: true, truncated_by: "limit: 5 nodes" })).toBe(null);
    expect(uncut({ ...meta, truncated: true, truncated_by: "limit: 5 nodes; edges: 2000 of 899799" })).toBe(899799);
  });

  it("drops what is dismissed together with its edges", () => {
    const left = without(star(5), new Set(["hub"]));
    expect(left.edges.every((e) => e.source !== "hub")).toBe(true);
  });

  it("finds isolates, but no seed is one", () => {
    const g = graph([node("a"), node("b"), node("c"), node("d", { seed: true })], [edge("a", "x", "b")]);
    expect(isolates(g).map((n) => n.id)).toEqual(["c"]);
  });

  it("knows what surrounds a node, and counts by value", () => {
    const g = graph([node("a"), node("b"), node("c")], [edge("a", "x", "b"), edge("c", "y", "a"), edge("b", "x", "c")]);
    expect([...around(g, "a").nodes].sort()).toEqual(["a", "b", "c"]);
    expect(around(g, "a").edges.size).toBe(2);
    expect(tally(g.edges, g.edges.slice(0, 1), (e) => [e.type]).get("x")).toEqual({ all: 2, drawn: 1 });
  });
});

describe("what the API is asked", () => {
  it("asks for the whole graph, or for the seeds and each expanded node", () => {
    expect(graphQueries(emptyView(), {})).toEqual([{ limit: "600" }]);
    const view = { ...emptyView(), seeds: ["iran"], depth: 2, expanded: ["india"], derived: true };
    expect(graphQueries(view, { status: ["alleged"] })).toEqual([
      { entity: ["iran"], depth: 2, status: ["alleged"], limit: "600", include_derived: "true" },
      { entity: ["india"], depth: 1, status: ["alleged"], limit: "600", include_derived: "true" },
    ]);
  });

  it("sets and lifts filters one by one", () => {
    let view = { ...emptyView(), ...toggle(emptyView(), "status", "alleged") };
    view = { ...view, ...toggle(view, "status", "denied"), known_at: "2020" };
    expect(filterQuery(view)).toEqual({ status: ["alleged", "denied"], known_at: "2020" });
    expect(filterQuery({ ...view, ...lift(view, "status", "denied") })).toEqual({ status: ["alleged"], known_at: "2020" });
    expect(filterQuery({ ...view, ...lift(view, "known_at") })).toEqual({ status: ["alleged", "denied"] });
    expect(filterQuery({ ...view, ...liftAll(view) })).toEqual({});
  });
});

describe("dates", () => {
  it("reads EDTF in words and leaves alone what it does not know", () => {
    expect(edtfInWords("2019-04~")).toBe("about Apr 2019");
    expect(edtfInWords("2016~/..")).toBe("since about 2016");
    expect(edtfInWords("../2019-04-03")).toBe("until 3 Apr 2019");
    expect(edtfInWords("2014/2017")).toBe("2014 – 2017");
    expect(edtfInWords("2014/")).toContain("unknown");
    expect(edtfInWords("201X")).toBe("201X");
    expect(edtfInWords("2019-21")).toBe("2019-21");
  });

  it("counts relations into bars, open ones into all that they may hold in", () => {
    const h = histogram([
      edge("a", "x", "b", { valid_from: "2018-01-01", valid_to: "2018-02-01", polarity: "cooperative" }),
      edge("a", "y", "b", { valid_from: "2018-03-01", valid_to: null, last_attested: "2018-06" }),
    ])!;
    expect(h.width).toBe(1);
    expect(h.buckets[0]!.counts.cooperative).toBe(1);
    expect(h.buckets.at(-1)!.total).toBe(1);
    expect(monthText(h.to - 1)).toBe("2018-06");
    expect(histogram([edge("a", "x", "b")])).toBeNull();
    expect(rangeOf(duringText(h.from, h.to))).toEqual([h.from, h.to]);
    expect(rangeOf("2018/..")).toBeNull();
  });

  it("widens the bars until they are few", () => {
    const h = histogram([edge("a", "x", "b", { valid_from: "0990-01-01", valid_to: "2020-01-01" })])!;
    expect(h.buckets.length).toBeLessThanOrEqual(50);
  });
});
