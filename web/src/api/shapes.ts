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
export type Dataset = Schemas["Dataset"];
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
export type Facets = Record<string, Schemas["Facet"]>;
export interface GraphAnswer { nodes: GraphNode[]; edges: GraphEdge[]; meta: GraphMeta; absence?: Absence | null; facets?: Facets | null }
export type Relation = Inferable<Omit<Schemas["Relation"], "ends">>;
export interface Page<T> { results: T[]; total: { value: number; relation: string }; absence?: Absence | null }

// Answers of the tools.
export type RuleTrace = Schemas["TraceShape"];
export type PathShape = Schemas["PathShape"];
export type DerivedRelation = Schemas["DerivedRelation"];
export type Explanation = Schemas["Explanation"];
export type MatchAnswer = Schemas["MatchAnswer"];
export type Change = Schemas["ChangeShape"];
export type DiffAnswer = Schemas["DiffAnswer"];
export type Tie = Schemas["TieShape"];
export type BalanceAnswer = Schemas["BalanceAnswer"];
