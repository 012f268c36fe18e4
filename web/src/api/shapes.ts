// The shapes that the API answers with, as far as the explorer reads them. `schema.d.ts` is generated from the OpenAPI
// document; these names are what the code speaks.

export type Polarity = "cooperative" | "neutral" | "conflictual";
export type Status =
  | "asserted" | "attributed" | "alleged" | "agreed" | "planned" | "expected"
  | "hypothetical" | "normative" | "questioned" | "denied" | "contested";
export type Confidence = "low" | "medium" | "high";
export type Stance = "affirms" | "denies" | "questions";
export type Existence = "actual" | "planned" | "alleged" | "hypothetical";

export interface Reference { id: string; label: string; type: string }
export interface Hedge { kind: string; words: string | null }
export interface Derivation {
  rule: string;
  label?: string;
  premises: string[];
  overlap?: { from: string | null; to: string | null } | null;
  traces?: RuleTrace[];
  traces_total?: number;
}

export interface GraphNode {
  id: string; type: string; types: string[]; label: string;
  polarity_balance: number; degree: number; generic: boolean; existence: Existence;
  organ_of: string | null; seed: boolean; hops: number | null; hidden_neighbours: number;
  country: string | null; latitude: number | null; longitude: number | null;
  place_precision: string | null; description: string | null;
}

export interface GraphEdge {
  id: string; source: string; target: string; type: string; label: string; category: string;
  polarity: Polarity; kind: "state" | "event"; symmetric: boolean; status: Status; ended: boolean;
  modality: string[]; stance: Stance; hedge: Hedge | null; progress: string | null;
  via: Reference | null; addressed_to: Reference | null; asserted_by: Reference[];
  confidence: Confidence; min_confidence: Confidence;
  valid_from: string | null; valid_to: string | null; edtf: string; inferred: string | null;
  last_attested: string | null; first_known: string | null; derived: Derivation | null;
  sentence: string; claims: number; paragraphs: { source: string; paragraph: number }[]; sources: string[];
}

export interface GraphMeta {
  snapshot: string; as_of: string | null; known_at: string | null;
  truncated: boolean; truncated_by: string | null; hidden: Record<string, number>;
  total_nodes: number; total_edges: number;
}
export interface Absence {
  status: "not_stated" | "unchecked" | "hidden_by_filters" | "denied";
  silences: Silence[]; sources_checked: number; hidden: Record<string, number>; nearest: Claim[];
}
export interface GraphAnswer { nodes: GraphNode[]; edges: GraphEdge[]; meta: GraphMeta; absence?: Absence }

export interface Validity {
  edtf: string; from: string | null; to: string | null; certain_from: string | null; certain_to: string | null;
  certain: boolean; precision: string; words: string | null; inferred: string | null;
}
export interface Claim {
  id: string; subject: Reference; type: string; label: string; object: Reference; relation: string;
  asserted_by: Reference[]; addressed_to: Reference | null; via: Reference | null;
  stance: Stance; modality: string; status: Status; polarity: Polarity; hedge: Hedge | null; progress: string | null;
  confidence: Confidence; valid: Validity; known_from: string | null; known_inferred: string | null;
  source: string; dataset: string; evidence: { paragraph: number; note: string }[];
  attributes: Record<string, unknown>; target_claim: string | null; basis: string; sentence: string; cite: string;
}
export interface Relation {
  id: string; subject: Reference; type: string; label: string; inverse_label: string | null; category: string;
  kind: "state" | "event"; polarity: Polarity; symmetric: boolean; object: Reference; status: Status; ended: boolean;
  confidence: Confidence; min_confidence: Confidence; modalities: string[]; stances: Stance[]; asserted_by: Reference[];
  valid_from: string | null; valid_to: string | null; last_attested: string | null; first_known: string | null;
  episodes: { key: string; kind: string; event: Reference | null; valid_from: string | null; valid_to: string | null;
    edtf: string[]; status: Status; ended: boolean; claims: string[] }[];
  claims: number | Claim[]; sources: string[]; datasets: string[]; sentence: string; derived: Derivation | null; cite: string;
}
export interface Entity {
  id: string; label: string; type: string; types: string[]; generic: boolean; existence: Existence;
  organ_of: Reference | null; organs: Reference[]; names: { text: string; lang: string | null; kind: string }[];
  identifiers: Record<string, string>; country: string | null;
  place: { latitude: number; longitude: number; precision: string; basis: string | null } | null;
  description: string | null; relations: { total: number; by_type: Record<string, { out: number; in: number }> };
  sources: string[]; reference: string | null; merged_ids: string[]; cite: string;
}
export interface Source {
  id: string; title: string; section: string | null; publisher: { name: string; inferred: string | null } | null;
  author: Reference | null; published: { edtf: string; inferred: string | null }; language: string | null;
  coverage: string; image_credit: string | null; url: string | null; note: string | null; sha256: string | null;
  dataset: string; paragraphs: number; claims: number; silences: number; cite: string;
}
export interface SourceAnswer { source: Source; paragraphs: Paragraph[]; silences: Silence[] }
export interface Paragraph { number: number; fingerprint: string; note: string; claims: number }
export interface Silence {
  key: string; source: string; question: string | null; subject: Reference | "any"; type: string; object: Reference | "any";
  paragraphs: number[]; note: string; nearest: string[];
}
export interface Page<T> {
  results: T[]; total: { value: number; relation: string }; limit: number; offset: number;
  next: string | null; snapshot: string; absence?: Absence;
}
export interface RelationType {
  id: string; label: string; inverse_label: string | null; category: string; kind: string; polarity: number | string;
  symmetric: boolean; description: string | null;
}
export interface EntityType { id: string; label: string; plural: string; parents: string[]; description: string | null }
export interface Ontology { entity_types: EntityType[]; relation_types: RelationType[]; rules?: unknown[] }
export interface Suggestion { id: string; label: string; type: string; kind?: string; name?: string; score?: number }

// Answers of the tools.
export interface Premise { id: string; derived: boolean; sentence: string; status: Status | null }
export interface RuleTrace { rule: string; label: string; premises: Premise[]; overlap: { from: string | null; to: string | null } | null; status: Status; confidence: Confidence }
export interface PathStep { from: Reference; to: Reference; direction: "out" | "in" | "both"; relation: Relation }
export interface PathShape { length: number; status: Status; confidence: Confidence; entities: Reference[]; relations: string[]; steps: PathStep[]; sentence: string }
export interface Explanation {
  start: Reference; end: Reference; direct: Relation[]; derived: Relation[]; paths: PathShape[]; paths_truncated_by: string | null;
  contradictions: { kind: string; relation: string; one: Claim[]; other: Claim[] }[]; silences: Silence[]; absence?: Absence;
}
export interface MatchRow { bindings: Record<string, Reference | null>; relations: (Relation | null)[]; ways?: number }
export interface MatchAnswer { variables: string[]; results: MatchRow[]; total: { value: number; relation: string }; truncated: boolean; truncated_by: string | null; absence?: Absence & { clause: number } }
export interface Side { status: Status; polarity: Polarity; asserted_by: string[] }
export interface Change {
  change: "added" | "ended" | "changed"; changed: string[]; relation: Relation; before: Side | null; after: Side | null;
  claims: { appeared: Claim[]; gone: Claim[] };
}
export interface DiffAnswer { results: Change[]; total: { value: number; relation: string }; counts: Record<"added" | "ended" | "changed", number> }
export interface Tie { entities: Reference[]; sign: number; relations: string[] }
export interface BalanceAnswer {
  actors: number; ties: { total: number; cooperative: number; conflictual: number; ambivalent: Tie[]; ambivalent_total: number };
  triads: { total: number; balanced: number; unbalanced: number; results: { entities: Reference[]; balanced: boolean; kind: string; ties: Tie[] }[] };
  factions: { actors: number; camps: Reference[][] }[];
  frustration: { index: number; lower_bound: number; share: number; method: string; ties: Tie[] };
}
