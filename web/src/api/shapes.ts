// The names by which the explorer speaks of the API's shapes. They are the generated types of the OpenAPI document; what
// the document leaves open (derivations, answers of the tools) is spelled out here.
import type { components } from "./schema";

type Schemas = components["schemas"];

export type Polarity = Schemas["Edge"]["polarity"];
export type Status = Schemas["Status"];
export type Confidence = Schemas["Confidence"];
export type Stance = Schemas["Stance"];
export type Existence = Schemas["Existence"];
export type Reference = Schemas["Reference"];
export type Claim = Schemas["Claim"];
export type Absence = Schemas["Absence"];
export type Silence = Schemas["Silence"];
export type Entity = Schemas["Entity"];
export type Source = Schemas["Source"];
export type SourceAnswer = Pick<Schemas["SourceDocument"], "source" | "paragraphs" | "silences">;
export type Paragraph = Schemas["CountedParagraph"];
export type Suggestion = Schemas["Suggestion"];
export type Ontology = Pick<Schemas["OntologyDocument"], "entity_types" | "relation_types">;
export type Format = Schemas["FormatShape"];

export interface Derivation {
  rule: string;
  premises: string[];
  overlap?: { from?: string | null; to?: string | null } | null;
  traces?: RuleTrace[];
  traces_total?: number;
}
/** What a rule infers has no voice and was never attested. */
type Inferable<T> = Omit<T, "derived" | "last_attested" | "first_known"> & { derived: Derivation | null; last_attested: string | null; first_known: string | null };

export type GraphNode = Schemas["Node"];
export type GraphEdge = Inferable<Omit<Schemas["Edge"], "ends">>;
export type GraphMeta = Pick<Schemas["Meta"], "snapshot" | "as_of" | "known_at" | "truncated" | "truncated_by" | "hidden" | "total_nodes" | "total_edges">;
export interface GraphAnswer { nodes: GraphNode[]; edges: GraphEdge[]; meta: GraphMeta; absence?: Absence | null }
export type Relation = Inferable<Omit<Schemas["Relation"], "ends">>;
export interface Page<T> { results: T[]; total: { value: number; relation: string }; absence?: Absence | null }

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
