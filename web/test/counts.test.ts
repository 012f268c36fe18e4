import { afterEach, describe, expect, it } from "vitest";
import type { Ontology } from "../src/api/shapes";
import { fromFacets, union } from "../src/state/merge";
import { lineage, ontology } from "../src/state/ontology";
import { edge, graph, node } from "./fixture";

const facets = (...values: [string, number][]) => ({ stance: { label: "stance", values: values.map(([name, count]) => ({ name, label: name, count })) } });

describe("counts that come as facets", () => {
  it("say how often a value occurs, and how often it is drawn", () => {
    const found = fromFacets(facets(["affirms", 9], ["denies", 2]), facets(["denies", 1]), "stance");
    expect([...found]).toEqual([["affirms", { all: 9, drawn: 0 }], ["denies", { all: 2, drawn: 1 }]]);
    expect(fromFacets(null, undefined, "stance").size).toBe(0);
  });

  it("are not added up: the parts of a graph overlap", () => {
    const part = { ...graph([node("a"), node("b")], [edge("a", "x", "b")]), facets: facets(["affirms", 1]) };
    expect(union([part, part]).facets).toBeNull();
    expect(union([part]).facets).toEqual(part.facets);
  });
});

describe("the types above a type", () => {
  afterEach(() => void (ontology.value = null));

  it("are none before the ontology is there", () => expect(lineage("Embassy")).toEqual([]));

  it("come nearest first, each once", () => {
    const types = [["Actor", []], ["Place", []], ["State", ["Actor", "Place"]], ["Organ", ["Actor"]], ["Embassy", ["Organ", "Place"]]] as const;
    ontology.value = { entity_types: types.map(([id, parents]) => ({ id, parents: [...parents], label: id })), relation_types: [] } as unknown as Ontology;
    expect(lineage("Embassy")).toEqual(["Organ", "Place", "Actor"]);
    expect(lineage("Actor")).toEqual([]);
  });
});
