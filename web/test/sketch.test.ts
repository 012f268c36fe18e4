import { describe, expect, it } from "vitest";
import { dropClause, freshLetter, grow, others, parsePattern, patternText, replaceEnd, turnClause } from "../src/state/pattern";
import { sketch } from "../src/state/sketch";

const pattern = parsePattern("?a~threatens~?b!?b~borders~?c!?d~shelters~?b!?a~attacks~?b;?a=ArmedGroup");

describe("the picture of a pattern", () => {
  const { spots, ties, rows } = sketch(pattern.clauses);

  it("stands every end once, what is tied below what it hangs on", () => {
    const row = Object.fromEntries(spots.map((s) => [s.end, s.row]));
    expect(row).toEqual({ "?a": 0, "?b": 1, "?c": 2, "?d": 2 });
    expect(rows).toBe(3);
    expect(new Set(spots.map((s) => `${s.x}:${s.row}`)).size).toBe(spots.length);
  });

  it("draws every line, those between the same two ends apart", () => {
    expect(ties.map((t) => [t.from.end, t.to.end])).toEqual([["?a", "?b"], ["?b", "?c"], ["?d", "?b"], ["?a", "?b"]]);
    expect(ties[0]!.bow).not.toBe(ties[3]!.bow);
    expect(ties[1]!.bow).toBe(0);
  });

  it("stands apart what nothing ties together", () => {
    expect(sketch(parsePattern("?a~*~?b!?c~*~?d").clauses).spots.map((s) => s.row)).toEqual([0, 1, 2, 3]);
  });
});

describe("drawing a pattern", () => {
  it("grows a line to a letter that is new", () => {
    expect(freshLetter(pattern)).toBe("?e");
    expect(grow(pattern, "?b").clauses.at(-1)).toEqual({ subject: "?b", type: "", object: "?e" });
  });

  it("says what an end stands for: a kind, a name, another letter", () => {
    expect(patternText(replaceEnd(pattern, "?b", "?b", "State"))).toContain(";?a=ArmedGroup;?b=State");
    expect(patternText(replaceEnd(pattern, "?a", "iran"))).toBe("iran~threatens~?b!?b~borders~?c!?d~shelters~?b!iran~attacks~?b");
    expect(patternText(replaceEnd(pattern, "?d", "?a"))).toContain("?a~shelters~?b");
    expect(patternText(replaceEnd(pattern, "?d", "?a"))).toContain("?a=ArmedGroup");
    expect(others(pattern, "?d")).toEqual(["?a", "?c"]);
  });

  it("turns and drops lines", () => {
    expect(patternText(turnClause(pattern, 2))).toContain("?b~shelters~?d");
    expect(dropClause(pattern, 0).clauses).toHaveLength(3);
  });
});
