import { describe, expect, it } from "vitest";
import { box, labelWidth, placeLabels, wrap, type LabelItem } from "../src/draw/labels";
import { lcg } from "../src/layout/force";

const window = { left: 0, top: 0, right: 1000, bottom: 800 };
const crowd = (count: number): LabelItem[] => {
  const random = lcg(3);
  return Array.from({ length: count }, (_, i) => ({ id: `n${i}`, x: random() * 1000, y: random() * 800, r: 6 + random() * 10, label: `Name of entity ${i}`, weight: count - i }));
};

describe("labels", () => {
  it("never cover each other", () => {
    const placed = placeLabels(crowd(200), window).map(box);
    expect(placed.length).toBeGreaterThan(20);
    for (let i = 0; i < placed.length; i++) {
      for (let j = i + 1; j < placed.length; j++) {
        const a = placed[i]!, b = placed[j]!;
        expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false);
      }
    }
  });

  it("never cover another node", () => {
    const items = crowd(120);
    for (const label of placeLabels(items, window)) {
      const { left, top, right, bottom } = box(label);
      for (const { id, x, y, r } of items) {
        if (id !== label.id) expect(left < x + r && x - r < right && top < y + r && y - r < bottom).toBe(false);
      }
    }
  });

  it("go to the most important nodes first", () => {
    const items = crowd(200);
    const ids = new Set(placeLabels(items, window).map((p) => p.id));
    expect(ids.has("n0")).toBe(true);
  });

  it("are printed where they must be, and left out where nobody sees them", () => {
    const items = [{ id: "a", x: 10, y: 10, r: 8, label: "Alpha", weight: 1 }, { id: "b", x: 12, y: 12, r: 8, label: "Beta", weight: 9 }, { id: "c", x: 5000, y: 10, r: 8, label: "Gamma", weight: 99 }];
    const ids = placeLabels(items, window, new Set(["a"])).map((p) => p.id);
    expect(ids).toContain("a");
    expect(ids).not.toContain("c");
  });

  it("wrap into two lines at most, and never in the middle of a surrogate pair", () => {
    expect(wrap("Iran")).toEqual(["Iran"]);
    expect(wrap("Letter of Pakistan's Foreign Office to Iran's embassy")).toHaveLength(2);
    const long = wrap("𝔸".repeat(60));
    expect(long).toHaveLength(1);
    expect(long[0]!.endsWith("…")).toBe(true);
    expect(labelWidth("x")).toBeGreaterThan(0);
  });
});
