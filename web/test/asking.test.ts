import { describe, expect, it } from "vitest";
import { disputed, split } from "../src/map/disputed";
import { placed } from "../src/map/places";
import { parsePattern, patternText, requestOf, usedVariables } from "../src/state/pattern";
import { edge, node } from "./fixture";

describe("the pattern of the match builder", () => {
  const pattern = { clauses: [{ subject: "?a", type: "shelters", object: "?b" }, { subject: "?b", type: "", object: "pakistan" }], kinds: { "?a": "State" } };

  it("comes back whole from its text", () => {
    expect(patternText(pattern)).toBe("?a~shelters~?b!?b~*~pakistan;?a=State");
    expect(parsePattern(patternText(pattern))).toEqual(pattern);
    expect(usedVariables(pattern)).toEqual(["?a", "?b"]);
  });

  it("is something to start from where the text says nothing", () => {
    for (const text of ["", "nonsense", "~~", ";;"]) expect(parsePattern(text).clauses).toEqual([{ subject: "?a", type: "", object: "?b" }]);
  });

  it("asks under the filters of the view, but for the type, which is its own", () => {
    expect(requestOf(pattern, { type: ["attacks"], status: ["alleged"], known_at: "2020" })).toEqual({
      where: [{ subject: "?a", type: "shelters", object: "?b" }, { subject: "?b", type: "*", object: "pakistan" }],
      bind: { "?a": { type: "State" } }, filters: { status: ["alleged"], known_at: "2020" }, limit: 200,
    });
  });
});

describe("the map", () => {
  it("places by own coordinates, else through what a thing is located in, and says so", () => {
    const nodes = [node("balochistan", { latitude: 28, longitude: 66, types: ["Region", "Place"], place_precision: "region" }), node("attack", { types: ["Event"] }), node("idea", { types: ["Ideology"] })];
    const found = placed(nodes, [edge("attack", "located_in", "balochistan")], ([x, y]) => [x, y]);
    expect([...found.keys()]).toEqual(["balochistan", "attack"]);
    expect(found.get("attack")!.through).toBe("balochistan");
    expect(found.get("balochistan")!.rough).toBe(true);
  });

  it("dashes what is disputed: the north between India and Pakistan, not the rest", () => {
    const name = (text: string) => ({ properties: { name: text } });
    expect(disputed(name("Pakistan"), name("India"))).toBe("north");
    expect(disputed(name("Iran"), name("Pakistan"))).toBe("no");
    const none = { type: "MultiLineString" as const, coordinates: [] };
    const [solid, dashed] = split(none, none, { type: "MultiLineString", coordinates: [[[74, 30], [74.5, 31], [75, 33], [75.5, 34]]] });
    expect(solid.coordinates).toEqual([[[74, 30], [74.5, 31], [75, 33]]]);
    expect(dashed.coordinates).toEqual([[[75, 33], [75.5, 34]]]);
  });
});
