// How a tool puts its answer onto the drawing: which entities are drawn, what is lit, what is marked. Pure helpers.
import type { DerivedRelation, GraphEdge, Relation } from "../api/shapes";
import type { Spot } from "./spot";

/** What a set of relations lights up. */
export function spotOf(relations: readonly Pick<Relation, "id" | "subject" | "object">[]): Spot {
  return { edges: new Set(relations.map((r) => r.id)), nodes: new Set(relations.flatMap((r) => [r.subject.id, r.object.id])) };
}

/** A relation in the shape of an edge, for drawing what the graph's own answer does not hold. */
export function edgeOf(r: Relation): GraphEdge {
  return {
    id: r.id, source: r.subject.id, target: r.object.id, type: r.type, label: r.label, category: r.category, polarity: r.polarity, kind: r.kind,
    symmetric: r.symmetric, status: r.status, ended: r.ended, modality: r.modalities, stance: r.stances[0] ?? "affirms", hedge: null, progress: null,
    via: null, addressed_to: null, asserted_by: r.asserted_by, confidence: r.confidence, min_confidence: r.min_confidence, valid_from: r.valid_from,
    valid_to: r.valid_to, edtf: r.episodes[0]?.edtf?.[0] ?? "", inferred: null, last_attested: r.last_attested, first_known: r.first_known,
    derived: r.derived, sentence: r.sentence, claims: typeof r.claims === "number" ? r.claims : r.claims.length, paragraphs: [], sources: r.sources,
  };
}

/** A derived relation where any relation is expected: it has no claims, so neither modes nor stances. */
export const asRelation = (r: DerivedRelation): Relation => ({ ...r, modalities: [], stances: [], episodes: [], truncated: null });

/** The entities that relations tie, each once, in order. */
export const entitiesOf = (relations: readonly Pick<Relation, "subject" | "object">[]): string[] =>
  [...new Set(relations.flatMap((r) => [r.subject.id, r.object.id]))].sort();
