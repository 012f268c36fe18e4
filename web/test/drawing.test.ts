import { describe, expect, it } from "vitest";
import type { Status } from "../src/api/shapes";
import { bundle } from "../src/draw/bundles";
import { bows, course } from "../src/draw/geometry";
import { ending, LINE, lineOf, OUTLINES, radius, shapeOf, SHAPES } from "../src/draw/looks";
import { edge } from "./fixture";

const straight = { bow: 0, turned: false, start: "none", end: "arrow", wave: false } as const;

describe("how things are drawn", () => {
  it("gives every status a line, and allegations never that of what is asserted", () => {
    const statuses: Status[] = ["asserted", "attributed", "alleged", "agreed", "planned", "expected", "hypothetical", "normative", "questioned", "denied", "contested"];
    expect(Object.keys(LINE).sort()).toEqual([...statuses].sort());
    for (const status of statuses.slice(1)) expect(LINE[status]).not.toBe("solid");
    expect(LINE.contested).toBe("double");
    expect(LINE.denied).toBe("struck");
  });

  it("draws what is derived unlike anything that is said", () => {
    expect(lineOf({ status: "asserted", derived: { rule: "r", premises: [] } })).toBe("wave");
  });

  it("ends hostile edges in a tee and symmetric ones alike on both sides", () => {
    expect(ending({ polarity: "conflictual", symmetric: false })).toEqual({ start: "none", end: "tee" });
    expect(ending({ polarity: "conflictual", symmetric: true })).toEqual({ start: "tee", end: "tee" });
    expect(ending({ polarity: "neutral", symmetric: false })).toEqual({ start: "none", end: "arrow" });
    expect(ending({ polarity: "cooperative", symmetric: true })).toEqual({ start: "none", end: "none" });
  });

  it("grows nodes with their degree, within bounds", () => {
    expect(radius(1)).toBeLessThan(radius(9));
    expect(radius(100_000)).toBe(40);
    expect(radius(0)).toBeGreaterThan(5);
  });

  it("has an outline for each shape, and a shape for unknown types", () => {
    for (const shape of Object.values(SHAPES)) expect(OUTLINES[shape]).toBeTruthy();
    expect(shapeOf(["NewType", "Event"])).toBe("octagon");
    expect(shapeOf([])).toBe("circle");
  });
});

describe("the course of edges", () => {
  it("is straight for one and fans out for several, evenly to both sides", () => {
    expect(bows(1)).toEqual([0]);
    const three = bows(3);
    expect(three[1]).toBe(0);
    expect(three[0]).toBe(-three[2]!);
    expect(course({ x: 0, y: 0 }, { x: 100, y: 0 }, 10, 10, straight).path).not.toContain("Q");
    expect(course({ x: 0, y: 0 }, { x: 100, y: 0 }, 10, 10, { ...straight, bow: 17 }).path).toContain("Q");
  });

  it("keeps edges of both directions on their own side", () => {
    const there = course({ x: 0, y: 0 }, { x: 200, y: 0 }, 10, 10, { ...straight, bow: 17 });
    const back = course({ x: 200, y: 0 }, { x: 0, y: 0 }, 10, 10, { ...straight, bow: 17, turned: true });
    expect(Math.sign(there.middle.y)).toBe(Math.sign(back.middle.y));
  });

  it("starts and ends at the rims", () => {
    const { path } = course({ x: 0, y: 0 }, { x: 100, y: 0 }, 10, 20, { ...straight, end: "none" });
    expect(path).toBe("M12 0L78 0");
  });

  it("survives nodes on top of each other", () => {
    expect(course({ x: 5, y: 5 }, { x: 5, y: 5 }, 10, 10, straight).path).not.toContain("NaN");
  });

  it("lets the most common sign speak for a bundle, and a fact before an allegation", () => {
    const edges = [edge("a", "x", "b", { polarity: "conflictual", status: "alleged" }), edge("b", "y", "a", { polarity: "conflictual" }), edge("a", "z", "b", { polarity: "cooperative" })];
    const [found] = bundle(edges);
    expect(found!.edges).toHaveLength(3);
    expect(found!.edges[0]!.id).toBe("b.y.a");
  });
});
