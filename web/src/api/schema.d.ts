// Generated from the OpenAPI document by `npm run types`; do not edit.
export interface paths {
    "/v1/entities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find entities
         * @description Entities by name in any spelling or script, by type, country or existence.
         */
        get: operations["entities_v1_entities_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/entities/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One entity
         * @description Names, identifiers, place, and the counts of its relations by type and direction. 308 for a merged id.
         */
        get: operations["entity_v1_entities__id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/entities/{id}/relations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The relations of an entity
         * @description All relations that have the entity at an end. The path means this very entity, without its organs.
         */
        get: operations["relations_v1_entities__id__relations_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/entities/{id}/adjacent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The neighbours of an entity
         * @description Each neighbour with the relations that tie it to the entity, the most tied first.
         */
        get: operations["adjacent_v1_entities__id__adjacent_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/relations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find relations
         * @description Relations under all filters and both clocks; an empty answer says why it is empty.
         */
        get: operations["relations_v1_relations_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/relations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One relation with all its claims
         * @description The relation with every claim: who says it, how, since when, in which paragraph.
         */
        get: operations["relation_v1_relations__id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find claims
         * @description Claims that pass every filter themselves; `status` and `polarity` look at the claim standing alone.
         */
        get: operations["claims_v1_claims_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One claim
         * @description The claim with its evidence and, where it is about another claim, that one's id.
         */
        get: operations["claim_v1_claims__id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All sources
         * @description The documents that claims come from, with what is inferred marked so.
         */
        get: operations["sources_v1_sources_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sources/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One source
         * @description The document's metadata, its paragraphs with our notes, and what it does not say.
         */
        get: operations["source_v1_sources__id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sources/{id}/paragraphs/{n}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One paragraph
         * @description The paragraph's note in our own words, with every claim drawn from it; of very many, the first thousand.
         */
        get: operations["paragraph_v1_sources__id__paragraphs__n__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ontology": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The ontology
         * @description Entity types and relation types: labels, logic, tone, ends, attributes, and mappings to other vocabularies.
         */
        get: operations["ontology_v1_ontology_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ontology.ttl": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The ontology as OWL and SKOS
         * @description The vocabulary of the RDF formats in Turtle, mapped to Wikidata properties.
         */
        get: operations["ontology_turtle_v1_ontology_ttl_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/datasets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The data sets
         * @description Data sets with licence, attribution and coverage.
         */
        get: operations["datasets_v1_datasets_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/suggest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Type-ahead
         * @description Entities, relation types and sources for the beginning of a word, best first.
         */
        get: operations["suggestions_v1_suggest_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Statistics
         * @description Counts, spans, the snapshot's id and when this process built it, which is why it has no validator.
         */
        get: operations["stats_v1_stats_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/graph": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A subgraph
         * @description Seeds and what lies around them, or the whole graph, filtered; drawable in one call, or in another format.
         */
        get: operations["graph_v1_graph_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/formats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The formats
         * @description What `format=` takes: media type, file suffix, what each format keeps and what it cannot carry.
         */
        get: operations["formats_v1_formats_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/paths": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Paths between two entities
         * @description The k shortest simple paths under all filters and both clocks, each step with the relation that carries it.
         *
         *     Order: length, then the weakest status and the least confidence on the way, then ids. A search that would look at
         *     more than its bound is refused with 422, which names the bound.
         */
        get: operations["paths_v1_paths_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/match": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A pattern with variables
         * @description Clauses that share variables; each row names the relations that satisfy it, with voices and attributes.
         *
         *     The most selective clause is tried first, whatever the order of the question. Where the bound on partial matches is
         *     reached the answer says so in `truncated_by`.
         */
        post: operations["match_v1_match_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How two entities stand to each other
         * @description Direct relations, what follows by rules, the best paths, contradictions and silences: a sentence for each.
         */
        get: operations["explain_v1_explain_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/derived": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What follows by the rules of the data
         * @description Derived relations with all their traces. A trace holds only if its premises do under the filters.
         */
        get: operations["derived_v1_derived_get"];
        put?: never;
        /**
         * What would follow by other rules
         * @description Tries the rules of the request on the graph; nothing is kept.
         */
        post: operations["derived_by_v1_derived_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What changed between two dates
         * @description Relations added, ended or changed, on the clock of the world or of the sources, with the claims responsible.
         */
        get: operations["diff_v1_diff_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Relations over time
         * @description Counts and signed scores per day, month or year. Vague dates are spread over the days that they may mean.
         */
        get: operations["timeline_v1_timeline_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Signed structure
         * @description Balanced and unbalanced triads, the camps that minimise frustration, and the ties that carry it.
         */
        get: operations["balance_v1_balance_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/analytics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The metrics
         * @description Each metric with what it tells, its parameters with defaults and bounds, its cost and its source.
         */
        get: operations["metrics_v1_analytics_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/analytics/{metric}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One metric
         * @description Ranked results of a metric over what the filters leave; computed once per snapshot, filters and parameters.
         */
        get: operations["measured_v1_analytics__metric__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reconcile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Service manifest, or a batch of queries
         * @description Without parameters what the service offers; with `queries` or `extend` the answer to them.
         */
        get: operations["manifest_reconcile_get"];
        put?: never;
        /**
         * A batch of queries
         * @description `queries` (version 0.2) or `extend`, as fields of a form whose values are JSON.
         */
        post: operations["batch_reconcile_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reconcile/match": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A batch of queries (draft for version 1.0)
         * @description Queries made of conditions on names and properties, answered in the same order.
         */
        post: operations["match_reconcile_match_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reconcile/suggest/entity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Type-ahead over entities
         * @description Entities whose names resemble the prefix.
         */
        get: operations["suggest_entity_reconcile_suggest_entity_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reconcile/suggest/type": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Type-ahead over entity types
         * @description Entity types with the prefix in their names.
         */
        get: operations["suggest_type_reconcile_suggest_type_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reconcile/suggest/property": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Type-ahead over properties
         * @description Properties with the prefix in their names.
         */
        get: operations["suggest_property_reconcile_suggest_property_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reconcile/properties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Properties to fetch
         * @description The properties that make sense for a type.
         */
        get: operations["properties_reconcile_properties_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Liveness
         * @description Whether the process answers at all.
         */
        get: operations["healthz_healthz_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Readiness
         * @description Whether a snapshot is served, and how the last attempt to load went, with every problem's place.
         */
        get: operations["readyz_readyz_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Prometheus metrics
         * @description Requests by route and status, their durations, the snapshot's size, in the Prometheus text format.
         */
        get: operations["metrics_metrics_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * Absence
         * @description Why an answer is empty. `not_stated`: a curator looked, and the document does not say.
         */
        Absence: {
            /**
             * Status
             * @enum {string}
             */
            status: "not_stated" | "unchecked" | "hidden_by_filters" | "denied";
            /** Silences */
            silences: components["schemas"]["Silence"][];
            /**
             * Sources Checked
             * @description Documents that were read completely for this.
             */
            sources_checked: number;
            /**
             * Hidden
             * @description Per filter: what appears when it alone is lifted.
             */
            hidden: {
                [key: string]: number;
            };
            /** Nearest */
            nearest: components["schemas"]["Claim"][];
        };
        /**
         * Adjacent
         * @description A neighbour with the relations that tie it.
         */
        Adjacent: {
            entity: components["schemas"]["Reference"];
            /**
             * Relations
             * @description Around an entity with more than 2000 relations the first 10; `between` has all.
             */
            relations: components["schemas"]["Relation"][];
            /** Relations Total */
            relations_total: number;
        };
        /**
         * AdjacentPage
         * @description A page of neighbours.
         */
        AdjacentPage: {
            /**
             * Snapshot
             * @description Id of the snapshot: the hash of its content.
             */
            snapshot: string;
            total: components["schemas"]["Total"];
            /** Facets */
            facets: {
                [key: string]: components["schemas"]["Facet"];
            };
            /** Limit */
            limit: number;
            /** Offset */
            offset: number;
            /**
             * Next
             * @description Link to the next page.
             */
            next: string | null;
            /**
             * Previous
             * @description Link to the previous page.
             */
            previous: string | null;
            /**
             * Notes
             * @description What the answer rests on, such as an inferred publication date.
             */
            notes: string[];
            /** @description Present when the list is empty: why. */
            absence?: components["schemas"]["Absence"] | null;
            /** Results */
            results: components["schemas"]["Adjacent"][];
        };
        /**
         * AttributeShape
         * @description An attribute that claims of a type may carry.
         */
        AttributeShape: {
            /** Name */
            name: string;
            /** Type */
            type: string;
            /** Values */
            values: string[];
            /** Unit */
            unit: string | null;
            /** Description */
            description: string;
        };
        /**
         * BalanceAnswer
         * @description The signed structure at a date.
         */
        BalanceAnswer: {
            /**
             * Snapshot
             * @description Id of the snapshot: the hash of its content.
             */
            snapshot: string;
            /**
             * Notes
             * @description What the answer rests on, such as an inferred publication date.
             */
            notes: string[];
            /** As Of */
            as_of: string | null;
            /** Actors */
            actors: number;
            ties: components["schemas"]["TieCounts"];
            triads: components["schemas"]["TriadCounts"];
            /** Factions */
            factions: components["schemas"]["Faction"][];
            frustration: components["schemas"]["FrustrationShape"];
            /** Literature */
            literature: string[];
        };
        /**
         * Basis
         * @description How the text carries the claim.
         * @enum {string}
         */
        Basis: "explicit" | "implied" | "presupposed";
        /**
         * Batch
         * @description The answers to a batch of version 0.2, under the keys of its queries.
         */
        Batch: {
            [key: string]: components["schemas"]["QueryResult"];
        };
        /**
         * Bound
         * @description How many there are; `gte`: at least so many, a bound cut the count.
         */
        Bound: {
            /** Value */
            value: number;
            /**
             * Relation
             * @enum {string}
             */
            relation: "eq" | "gte";
        };
        /**
         * BucketShape
         * @description One bucket of time.
         */
        BucketShape: {
            events: components["schemas"]["EventCounts"];
            states: components["schemas"]["StateCounts"];
            /** Score */
            score: number;
            /** Standing */
            standing: number;
            /** Bucket */
            bucket: string;
            /** From */
            from: string | null;
            /** To */
            to: string | null;
            /**
             * Ends
             * @constant
             */
            ends: "exclusive";
            /** By Polarity */
            by_polarity: {
                [key: string]: components["schemas"]["TallyShape"];
            };
            /** By Type */
            by_type: {
                [key: string]: components["schemas"]["TallyShape"];
            };
            /** Items */
            items?: components["schemas"]["ItemShape"][] | null;
            /** Items Total */
            items_total?: number | null;
        };
        /**
         * Build
         * @description When the snapshot was built (UTC) and in how many seconds.
         */
        Build: {
            /** At */
            at: string;
            /** Seconds */
            seconds: number;
        };
        /**
         * CandidateShape
         * @description An entity that may be meant.
         */
        CandidateShape: {
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Description */
            description: string;
            /** Type */
            type: components["schemas"]["NamedType"][];
            /** Score */
            score: number;
            /**
             * Match
             * @description Whether it is the one: nothing contradicts, and no other comes close.
             */
            match: boolean;
            /** Features */
            features: components["schemas"]["Feature"][];
        };
        /**
         * Candidates
         * @description The candidates of one query, best first.
         */
        Candidates: {
            /** Candidates */
            candidates: components["schemas"]["CandidateShape"][];
        };
        /**
         * Cell
         * @description One value of a property: a text, a number, or an entity.
         */
        Cell: {
            /** Str */
            str?: string | null;
            /** Int */
            int?: number | null;
            /** Float */
            float?: number | null;
            /** Id */
            id?: string | null;
            /** Name */
            name?: string | null;
        };
        /**
         * ChangeShape
         * @description A relation that came, went or changed.
         */
        ChangeShape: {
            /**
             * Change
             * @enum {string}
             */
            change: "added" | "ended" | "changed";
            /** Changed */
            changed: ("status" | "polarity" | "asserted_by")[];
            relation: components["schemas"]["Relation"];
            before: components["schemas"]["Side"] | null;
            after: components["schemas"]["Side"] | null;
            claims: components["schemas"]["Responsible"];
        };
        /**
         * ChangedPair
         * @description Two entities whose net sign changed.
         */
        ChangedPair: {
            /** Entities */
            entities: components["schemas"]["Reference"][];
            /**
             * Before
             * @enum {string}
             */
            before: "cooperative" | "neutral" | "conflictual";
            /**
             * After
             * @enum {string}
             */
            after: "cooperative" | "neutral" | "conflictual";
        };
        /**
         * Claim
         * @description In this source and paragraph, these voices say that subject, type, object; in this mode, at this time.
         */
        Claim: {
            /**
             * Id
             * @description Content hash: the same claim has the same id everywhere.
             */
            id: string;
            subject: components["schemas"]["Reference"];
            /** Type */
            type: string;
            /** Label */
            label: string;
            object: components["schemas"]["Reference"];
            /**
             * Relation
             * @description Id of the relation that the claim is on.
             */
            relation: string;
            /**
             * Asserted By
             * @description Whose voice it is.
             */
            asserted_by: components["schemas"]["Reference"][];
            addressed_to: components["schemas"]["Reference"] | null;
            /** @description The agreement, visit or letter through which. */
            via: components["schemas"]["Reference"] | null;
            stance: components["schemas"]["Stance"];
            modality: components["schemas"]["Modality"];
            /** @description What the claim amounts to when it stands alone. */
            status: components["schemas"]["Status"];
            /**
             * Polarity
             * @enum {string}
             */
            polarity: "cooperative" | "neutral" | "conflictual";
            hedge: components["schemas"]["HedgeShape"] | null;
            progress: components["schemas"]["Progress"] | null;
            /** @description How surely the text supports this claim; not whether it is true. */
            confidence: components["schemas"]["Confidence"];
            valid: components["schemas"]["ValidityShape"];
            /**
             * Known From
             * @description The day from which our sources know it.
             */
            known_from: string;
            /**
             * Known Inferred
             * @description Why the publication date was inferred, if it was.
             */
            known_inferred: string | null;
            /** Source */
            source: string;
            /** Dataset */
            dataset: string;
            /** Evidence */
            evidence: components["schemas"]["EvidenceShape"][];
            /** Attributes */
            attributes: {
                [key: string]: unknown;
            };
            /**
             * Target Claim
             * @description Id of the claim that this one is about.
             */
            target_claim: string | null;
            basis: components["schemas"]["Basis"];
            /** Sentence */
            sentence: string;
            /** Cite */
            cite: string;
        };
        /**
         * ClaimDocument
         * @description One claim.
         */
        ClaimDocument: {
            /**
             * Snapshot
             * @description Id of the snapshot: the hash of its content.
             */
            snapshot: string;
            claim: components["schemas"]["Claim"];
        };
        /**
         * ClaimPage
         * @description A page of claims.
         */
        ClaimPage: {
            /**
             * Snapshot
             * @description Id of the snapshot: the hash of its content.
             */
            snapshot: string;
            total: components["schemas"]["Total"];
            /** Facets */
            facets: {
                [key: string]: components["schemas"]["Facet"];
            };
            /** Limit */
            limit: number;
            /** Offset */
            offset: number;
            /**
             * Next
             * @description Link to the next page.
             */
            next: string | null;
            /**
             * Previous
             * @description Link to the previous page.
             */
            previous: string | null;
            /**
             * Notes
             * @description What the answer rests on, such as an inferred publication date.
             */
            notes: string[];
            /** @description Present when the list is empty: why. */
            absence?: components["schemas"]["Absence"] | null;
            /** Results */
            results: components["schemas"]["Claim"][];
        };
        /**
         * ClauseAbsence
         * @description Why a clause has no match.
         */
        ClauseAbsence: {
            /**
             * Status
             * @enum {string}
             */
            status: "not_stated" | "unchecked" | "hidden_by_filters" | "denied";
            /** Silences */
            silences: components["schemas"]["Silence"][];
            /**
             * Sources Checked
             * @description Documents that were read completely for this.
             */
            sources_checked: number;
            /**
             * Hidden
             * @description Per filter: what appears when it alone is lifted.
             */
            hidden: {
                [key: string]: number;
            };
            /** Nearest */
            nearest: components["schemas"]["Claim"][];
            /** Clause */
            clause: number;
        };
        /**
         * ClauseBody
         * @description One relation that must (or may, or must not) be there.
         */
        ClauseBody: {
            /**
             * Subject
             * @description `?variable`, an entity id or name, a list of them, or `*`.
             */
            subject?: string | string[] | null;
            /**
             * Type
             * @description Relation type ids (subtypes included), `?variable`, or `*`.
             */
            type?: string | string[] | null;
            /**
             * Object
             * @description As `subject`.
             */
            object?: string | string[] | null;
            /**
             * Direction
             * @description `any`: either way round.
             * @enum {unknown}
             */
            direction?: "out" | "any";
            /**
             * Asserted By
             * @description Whose voice: entities, or a `?variable`.
             */
            asserted_by?: string | string[] | null;
            /**
             * Filters
             * @description Relation filters of this clause; they replace those of the body.
             */
            filters?: {
                [key: string]: unknown;
            };
            /**
             * Optional
             * @description Rows without it stay.
             * @default false
             */
            optional: boolean;
            /**
             * Not Exists
             * @description Rows with it go.
             * @default false
             */
            not_exists: boolean;
        };
        /**
         * ComeAndGone
         * @description Entities with relations at one of the dates only.
         */
        ComeAndGone: {
            /** Appeared */
            appeared: components["schemas"]["Reference"][];
            /** Gone */
            gone: components["schemas"]["Reference"][];
            /** Appeared Total */
            appeared_total: number;
            /** Gone Total */
            gone_total: number;
        };
        /**
         * Confidence
         * @description How surely the text supports this very claim; not whether it is true.
         * @enum {string}
         */
        Confidence: "low" | "medium" | "high";
        /**
         * ContradictionShape
         * @description Claims against each other: affirmed and denied, or one that rejects another.
         */
        ContradictionShape: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "contested" | "rejected";
            /** Relation */
            relation: string;
            /** One */
            one: components["schemas"]["Claim"][];
            /** Other */
            other: components["schemas"]["Claim"][];
        };
        /**
         * CountedParagraph
         * @description A paragraph and how many claims rest on it.
         */
        CountedParagraph: {
            /** Number */
            number: number;
            /** Fingerprint */
            fingerprint: string;
            /** Note */
            note: string;
            /** Claims */
            claims: number;
        };
        /**
         * Dataset
         * @description A data set.
         */
        Dataset: {
            /** Id */
            id: string;
            /** Title */
            title: string;
            /** Licence */
            licence: string;
            /** Licence Url */
            licence_url: string | null;
            /** Attribution */
            attribution: string;
            /** Coverage */
            coverage: string;
            /** Description */
            description: string;
            /** Sources */
            sources: number;
            /** Claims */
            claims: number;
            /** Relations */
            relations: number;
        };
        /**
         * DatasetCredit
         * @description A data set in the words that its licence asks for.
         */
        DatasetCredit: {
            /** Id */
            id: string;
            /** Title */
            title: string;
            /** Licence */
            licence: string;
            /** Licence Url */
            licence_url: string | null;
            /** Attribution */
            attribution: string;
        };
        /**
         * DatasetList
         * @description All data sets.
         */
        DatasetList: {
            /**
             * Snapshot
             * @description Id of the snapshot: the hash of its content.
             */
            snapshot: string;
            /** Results */
            results: components["schemas"]["Dataset"][];
        };
        /**
         * DerivedAnswer
         * @description What follows by rules, with the rules.
         */
        DerivedAnswer: {
            /**
             * Snapshot
             * @description Id of the snapshot: the hash of its content.
             */
            snapshot: string;
            /**
             * Notes
             * @description What the answer rests on, such as an inferred publication date.
             */
            notes: string[];
            /** Results */
            results: components["schemas"]["DerivedRelation"][];
            total: components["schemas"]["Bound"];
            /** Limit */
            limit: number;
            /** Offset */
            offset: number;
            /** Rules */
            rules: {
                [key: string]: unknown;
            }[];
            /** Truncated */
            truncated: boolean;
            /** Truncated By */
            truncated_by: string | null;
            absence?: components["schemas"]["Absence"] | null;
        };
        /**
         * DerivedBody
         * @description Rules to try on the graph; nothing is kept.
         * @example {
         *       "rules": [
         *         {
         *           "id": "danger-through-a-neighbour",
         *           "then": {
         *             "object": "?neighbour",
         *             "subject": "?group",
         *             "type": "may_trouble"
         *           },
         *           "when": [
         *             {
         *               "object": "?state",
         *               "subject": "?group",
         *               "type": "threatens"
         *             },
         *             {
         *               "object": "?neighbour",
         *               "subject": "?state",
         *               "type": "borders"
         *             }
         *           ]
         *         }
         *       ]
         *     }
         */
        DerivedBody: {
            /**
             * Rules
             * @description Rules as in `graph_data/rules`: {id, when, where, different, then}.
             */
            rules?: Record<string, never>[];
            /**
             * With Data Rules
             * @description Apply the rules of the data as well.
             * @default false
             */
            with_data_rules: boolean;
            /**
             * Filters
             * @description Relation filters; those on claims act on the premises.
             */
            filters?: {
                [key: string]: unknown;
            };
            /**
             * Limit
             * @description Results on a page.
             * @default 50
             */
            limit: number;
            /**
             * Offset
             * @description Results to skip.
             * @default 0
             */
            offset: number;
        };
        /**
         * DerivedFrom
         * @description The best trace, and all of them (at most 20 are shown).
         */
        DerivedFrom: {
            /** Rule */
            rule: string;
            /** Premises */
            premises: string[];
            overlap: components["schemas"]["Interval"];
            /** Traces */
            traces: components["schemas"]["TraceShape"][];
            /** Traces Total */
            traces_total: number;
        };
        /**
         * DerivedRelation
         * @description A relation that follows by a rule. It has no claims and no voices: nobody said it.
         */
        DerivedRelation: {
            /** Id */
            id: string;
            subject: components["schemas"]["Reference"];
            /** Type */
            type: string;
            /** Label */
            label: string;
            /** Inverse Label */
            inverse_label: string;
            /** Category */
            category: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "state" | "event";
            /**
             * Polarity
             * @enum {string}
             */
            polarity: "cooperative" | "neutral" | "conflictual";
            /** Symmetric */
            symmetric: boolean;
            object: components["schemas"]["Reference"];
            status: components["schemas"]["Status"];
            /**
             * Ended
             * @constant
             */
            ended: false;
            confidence: components["schemas"]["Confidence"];
            min_confidence: components["schemas"]["Confidence"];
            /** Modalities */
            modalities: string[];
            /** Stances */
            stances: string[];
            /** Asserted By */
            asserted_by: components["schemas"]["Reference"][];
            /** Valid From */
            valid_from: string | null;
            /** Valid To */
            valid_to: string | null;
            /**
             * Ends
             * @constant
             */
            ends: "exclusive";
            /** Last Attested */
            last_attested: null;
            /** First Known */
            first_known: string | null;
            /** Episodes */
            episodes: {
                [key: string]: string | null;
            }[];
            /**
             * Claims
             * @constant
             */
            claims: 0;
            /** Sources */
            sources: string[];
            /** Datasets */
            datasets: string[];
            /** Sentence */
            sentence: string;
            derived: components["schemas"]["DerivedFrom"];
            /** Cite */
            cite: string;
        };
        /**
         * DiffAnswer
         * @description What changed between two dates.
         */
        DiffAnswer: {
            /**
             * Snapshot
             * @description Id of the snapshot: the hash of its content.
             */
            snapshot: string;
            /**
             * Notes
             * @description What the answer rests on, such as an inferred publication date.
             */
            notes: string[];
            /**
             * Clock
             * @enum {string}
             */
            clock: "valid" | "known";
            /** From */
            from: string;
            /** To */
            to: string;
            /** Results */
            results: components["schemas"]["ChangeShape"][];
            total: components["schemas"]["Total"];
            /** Counts */
            counts: {
                [key: string]: number;
            };
            /** Pairs */
            pairs: components["schemas"]["ChangedPair"][];
            /** Pairs Total */
            pairs_total: number;
            entities: components["schemas"]["ComeAndGone"];
            /** Limit */
            limit: number;
            /** Offset */
            offset: number;
        };
        /**
         * Edge
         * @description A relation to draw; stance, hedge, progress, via and dates are those of its leading claim.
         */
        Edge: {
            /** Id */
            id: string;
            /** Source */
            source: string;
            /** Target */
            target: string;
            /** Type */
            type: string;
            /** Label */
            label: string;
            /** Category */
            category: string;
            /**
             * Polarity
             * @enum {string}
             */
            polarity: "cooperative" | "neutral" | "conflictual";
            /**
             * Kind
             * @enum {string}
             */
            kind: "state" | "event";
            /** Symmetric */
            symmetric: boolean;
            status: components["schemas"]["Status"];
            /** Ended */
            ended: boolean;
            /** Modality */
            modality: components["schemas"]["Modality"][];
            stance: components["schemas"]["Stance"];
            hedge: components["schemas"]["HedgeShape"] | null;
            progress: components["schemas"]["Progress"] | null;
            via: components["schemas"]["Reference"] | null;
            addressed_to: components["schemas"]["Reference"] | null;
            /** Asserted By */
            asserted_by: components["schemas"]["Reference"][];
            confidence: components["schemas"]["Confidence"];
            min_confidence: components["schemas"]["Confidence"];
            /** Valid From */
            valid_from: string | null;
            /** Valid To */
            valid_to: string | null;
            /**
             * Ends
             * @constant
             */
            ends: "exclusive";
            /** Edtf */
            edtf: string;
            /** Inferred */
            inferred: string | null;
            /**
             * Last Attested
             * @description Null where it is inferred.
             */
            last_attested: string | null;
            /** First Known */
            first_known: string | null;
            /** Derived */
            derived: {
                [key: string]: unknown;
            } | null;
            /** Sentence */
            sentence: string;
            /** Claims */
            claims: number;
            /**
             * Paragraphs
             * @description Of the latest 10 claims, where there are more.
             */
            paragraphs: components["schemas"]["PlaceInText"][];
            /** Sources */
            sources: string[];
        };
        /**
         * Entity
         * @description A state, group, person, project, place, document, event, condition ...
         */
        Entity: {
            /** Id */
            id: string;
            /** Label */
            label: string;
            /** Type */
            type: string;
            /**
             * Types
             * @description The type and all above it.
             */
            types: string[];
            /**
             * Generic
             * @description A class such as `insurgent groups`, never merged with a named group.
             */
            generic: boolean;
            existence: components["schemas"]["Existence"];
            organ_of: components["schemas"]["Reference"] | null;
            /**
             * Organs
             * @description Its organs at any depth; entity filters include them.
             */
            organs: components["schemas"]["Reference"][];
            /** Names */
            names: components["schemas"]["NameShape"][];
            /** Identifiers */
            identifiers: {
                [key: string]: string;
            };
            /** Country */
            country: string | null;
            place: components["schemas"]["PlaceShape"] | null;
            /** Description */
            description: string;
            relations: components["schemas"]["RelationCounts"];
            /** Sources */
            sources: string[];
            /**
             * Reference
             * @description Where the background facts come from; they are no claims.
             */
            reference: string | null;
            /** Merged Ids */
            merged_ids: string[];
            /** Cite */
            cite: string;
        };
        /**
         * EntityDocument
         * @description One entity.
         */
        EntityDocument: {
            /**
             * Snapshot
             * @description Id of the snapshot: the hash of its content.
             */
            snapshot: string;
            entity: components["schemas"]["Entity"];
        };
        /**
         * EntityPage
         * @description A page of entities.
         */
        EntityPage: {
            /**
             * Snapshot
             * @description Id of the snapshot: the hash of its content.
             */
            snapshot: string;
            total: components["schemas"]["Total"];
            /** Facets */
            facets: {
                [key: string]: components["schemas"]["Facet"];
            };
            /** Limit */
            limit: number;
            /** Offset */
            offset: number;
            /**
             * Next
             * @description Link to the next page.
             */
            next: string | null;
            /**
             * Previous
             * @description Link to the previous page.
             */
            previous: string | null;
            /**
             * Notes
             * @description What the answer rests on, such as an inferred publication date.
             */
            notes: string[];
            /** @description Present when the list is empty: why. */
            absence?: components["schemas"]["Absence"] | null;
            /** Results */
            results: components["schemas"]["Entity"][];
        };
        /**
         * EntityTypeShape
         * @description A class of things.
         */
        EntityTypeShape: {
            /** Id */
            id: string;
            /** Label */
            label: string;
            /** Plural */
            plural: string;
            /** Parents */
            parents: string[];
            /** Types */
            types: string[];
            /** Description */
            description: string;
        };
        /**
         * EpisodeShape
         * @description One spell of a state or one occurrence of an event.
         */
        EpisodeShape: {
            /** Key */
            key: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "spell" | "occurrence";
            event: components["schemas"]["Reference"] | null;
            /** Valid From */
            valid_from: string | null;
            /**
             * Valid To
             * @description Exclusive.
             */
            valid_to: string | null;
            /** Edtf */
            edtf: string[];
            status: components["schemas"]["Status"];
            confidence: components["schemas"]["Confidence"];
            /** Ended */
            ended: boolean;
            /** Claims */
            claims: string[];
        };
        /**
         * EventCounts
         * @description `expected`: vague dates spread over the days they may mean; `possible`, `certain`: under some or all readings.
         */
        EventCounts: {
            /** Expected */
            expected: number;
            /** Certain */
            certain: number;
            /** Possible */
            possible: number;
        };
        /**
         * EvidenceShape
         * @description Where the claim was read: paragraph number from 1 and a note in our own words.
         */
        EvidenceShape: {
            /** Paragraph */
            paragraph: number;
            /** Note */
            note: string;
        };
        /**
         * Existence
         * @description Whether the thing is there: a plan is not a deed.
         * @enum {string}
         */
        Existence: "actual" | "planned" | "alleged" | "hypothetical";
        /**
         * Explanation
         * @description How two entities stand to each other.
         */
        Explanation: {
            /**
             * Snapshot
             * @description Id of the snapshot: the hash of its content.
             */
            snapshot: string;
            /**
             * Notes
             * @description What the answer rests on, such as an inferred publication date.
             */
            notes: string[];
            start: components["schemas"]["Reference"];
            end: components["schemas"]["Reference"];
            /** Direct */
            direct: components["schemas"]["Relation"][];
            /** Derived */
            derived: components["schemas"]["DerivedRelation"][];
            /** Derived Truncated By */
            derived_truncated_by: string | null;
            /** Paths */
            paths: components["schemas"]["PathShape"][];
            /** Paths Truncated By */
            paths_truncated_by: string | null;
            /** Contradictions */
            contradictions: components["schemas"]["ContradictionShape"][];
            /** Silences */
            silences: components["schemas"]["Silence"][];
            absence?: components["schemas"]["Absence"] | null;
            /** Summary */
            summary: components["schemas"]["Finding"][];
        };
        /**
         * ExtendService
         * @description Where properties to fetch are proposed.
         */
        ExtendService: {
            propose_properties: components["schemas"]["ServicePath"];
            /** Property Settings */
            property_settings: string[];
        };
        /**
         * Extension
         * @description Properties of entities: a row for each id.
         */
        Extension: {
            /** Meta */
            meta: components["schemas"]["NamedType"][];
            /** Rows */
            rows: {
                [key: string]: {
                    [key: string]: components["schemas"]["Cell"][];
                };
            };
        };
        /**
         * Facet
         * @description Counts of an answer by one property.
         */
        Facet: {
            /** Label */
            label: string;
            /** Values */
            values: components["schemas"]["FacetValue"][];
        };
        /**
         * FacetValue
         * @description One value of a facet and how often it occurs in the whole answer.
         */
        FacetValue: {
            /** Name */
            name: string;
            /** Label */
            label: string;
            /** Count */
            count: number;
        };
        /**
         * Faction
         * @description Two camps of one connected part of the graph; which of the two comes first means nothing.
         */
        Faction: {
            /** Actors */
            actors: number;
            /** Camps */
            camps: components["schemas"]["Reference"][][];
        };
        /**
         * Feature
         * @description What a score rests on.
         */
        Feature: {
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Value */
            value: number;
        };
        /**
         * Finding
         * @description One sentence of the summary, and the relations that it is about.
         */
        Finding: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "direct" | "contradiction" | "derived" | "path" | "silence";
            /** Sentence */
            sentence: string;
            /** Relations */
            relations: string[];
        };
        /**
         * FormatList
         * @description All formats.
         */
        FormatList: {
            /**
             * Snapshot
             * @description Id of the snapshot: the hash of its content.
             */
            snapshot: string;
            /** Results */
            results: components["schemas"]["FormatShape"][];
        };
        /**
         * FormatShape
         * @description A format of `/v1/graph`.
         */
        FormatShape: {
            /** Name */
            name: string;
            /** Title */
            title: string;
            /** Media Type */
            media_type: string;
            /** Suffix */
            suffix: string;
            /** Keeps */
            keeps: string[];
            /**
             * Cannot
             * @description What the format cannot carry; nothing else is missing.
             */
            cannot: string[];
            /**
             * Streams
             * @description Whether memory stays flat however large the graph is.
             */
            streams: boolean;
            /** Most Nodes */
            most_nodes: number | null;
            /** Most Edges */
            most_edges: number | null;
        };
        /**
         * FrustrationShape
         * @description The fewest ties that have to change for balance, and which they are in this division.
         */
        FrustrationShape: {
            /** Index */
            index: number;
            /** Lower Bound */
            lower_bound: number;
            /** Share */
            share: number;
            /** Method */
            method: string;
            /** Ties */
            ties: components["schemas"]["TieShape"][];
        };
        /**
         * GraphDocument
         * @description Nodes and edges in a stable order, ready to draw.
         */
        GraphDocument: {
            /** Nodes */
            nodes: components["schemas"]["Node"][];
            /** Edges */
            edges: components["schemas"]["Edge"][];
            meta: components["schemas"]["Meta"];
            /** Claims */
            claims?: components["schemas"]["Claim"][] | null;
            /** Sources */
            sources?: components["schemas"]["Source"][] | null;
            ontology?: components["schemas"]["GraphOntology"] | null;
            /** Facets */
            facets?: {
                [key: string]: components["schemas"]["Facet"];
            } | null;
            /** @description Present when there is no edge: why. */
            absence?: components["schemas"]["Absence"] | null;
        };
        /**
         * GraphOntology
         * @description The types that occur, and those above them.
         */
        GraphOntology: {
            /** Entity Types */
            entity_types: components["schemas"]["EntityTypeShape"][];
            /** Relation Types */
            relation_types: components["schemas"]["RelationTypeShape"][];
        };
        /**
         * Health
         * @description The process answers.
         */
        Health: {
            /**
             * Status
             * @constant
             */
            status: "ok";
        };
        /**
         * HedgeKind
         * @description How the text softens the statement.
         * @enum {string}
         */
        HedgeKind: "reportedly" | "likely" | "may" | "appears" | "arguably";
        /**
         * HedgeShape
         * @description How the text softens the statement, and in which words.
         */
        HedgeShape: {
            kind: components["schemas"]["HedgeKind"];
            /** Words */
            words: string;
        };
        /**
         * Interval
         * @description Days, the end excluded; null: open.
         */
        Interval: {
            /** From */
            from: string | null;
            /** To */
            to: string | null;
            /**
             * Ends
             * @constant
             */
            ends: "exclusive";
        };
        /**
         * ItemShape
         * @description One occurrence or spell on the timeline.
         */
        ItemShape: {
            /** Relation */
            relation: string;
            /** Episode */
            episode: string;
            /** Type */
            type: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "spell" | "occurrence";
            event: components["schemas"]["Reference"] | null;
            /**
             * Polarity
             * @enum {string}
             */
            polarity: "cooperative" | "neutral" | "conflictual";
            status: components["schemas"]["Status"];
            /** Weight */
            weight: number;
            /**
             * Share
             * @description The share of its possible days that falls into the bucket.
             */
            share: number | null;
            /** Valid */
            valid: components["schemas"]["ValidityShape"][];
            /** Sentence */
            sentence: string;
            /**
             * Known After
             * @description What sources say came before.
             */
            known_after?: components["schemas"]["Reference"][] | null;
        };
        /**
         * LastLoad
         * @description How the last attempt to load the data went; `problems` are `file:line:column: code: message`.
         */
        LastLoad: {
            /** Ok */
            ok: boolean;
            /** At */
            at: string;
            /** Message */
            message: string;
            /** Problems */
            problems: string[];
        };
        /**
         * Manifest
         * @description What the service offers.
         */
        Manifest: {
            /** Versions */
            versions: string[];
            /** Name */
            name: string;
            /** Identifierspace */
            identifierSpace: string;
            /** Schemaspace */
            schemaSpace: string;
            /** Documentation */
            documentation: string;
            view: components["schemas"]["ViewTemplate"];
            /** Defaulttypes */
            defaultTypes: components["schemas"]["NamedType"][];
            suggest: components["schemas"]["SuggestServices"];
            extend: components["schemas"]["ExtendService"];
            /**
             * Batchsize
             * @description Most queries in a batch.
             */
            batchSize: number;
        };
        /**
         * MatchAnswer
         * @description The rows of a pattern.
         */
        MatchAnswer: {
            /**
             * Snapshot
             * @description Id of the snapshot: the hash of its content.
             */
            snapshot: string;
            /** Variables */
            variables: string[];
            /** Results */
            results: components["schemas"]["MatchRow"][];
            total: components["schemas"]["Bound"];
            /** Limit */
            limit: number;
            /** Offset */
            offset: number;
            /** Truncated */
            truncated: boolean;
            /** Truncated By */
            truncated_by: string | null;
            /** Plan */
            plan: components["schemas"]["PlanStep"][];
            absence?: components["schemas"]["ClauseAbsence"] | null;
            /** Unmatched */
            unmatched?: components["schemas"]["ClauseAbsence"][] | null;
        };
        /**
         * MatchBody
         * @description A pattern: clauses that share variables.
         * @example {
         *       "bind": {
         *         "?state": {
         *           "type": "State"
         *         }
         *       },
         *       "where": [
         *         {
         *           "asserted_by": "?voice",
         *           "object": "?group",
         *           "subject": "?state",
         *           "type": "shelters"
         *         },
         *         {
         *           "object": "?event",
         *           "subject": "?group",
         *           "type": "participates_in"
         *         }
         *       ]
         *     }
         */
        MatchBody: {
            /**
             * Where
             * @description The clauses, in any order: the most selective is tried first.
             * @default []
             */
            where: components["schemas"]["ClauseBody"][];
            /**
             * Bind
             * @description What variables may be: `{'?state': {'type': 'State'}, '?x': {'id': 'iran', 'organs': true}}`; entities by id, type, generic, existence, country; relation types by id, category, polarity.
             */
            bind?: {
                [key: string]: unknown;
            };
            /**
             * Different
             * @description Pairs of variables that must differ.
             */
            different?: string[][];
            /**
             * Filters
             * @description Relation filters of all clauses, such as `known_at`.
             */
            filters?: {
                [key: string]: unknown;
            };
            /**
             * Return
             * @description The variables to return; all by default.
             */
            return?: string[];
            /**
             * Distinct
             * @description Each combination of returned values once.
             * @default false
             */
            distinct: boolean;
            /**
             * Count
             * @description Only how many rows there are.
             * @default false
             */
            count: boolean;
            /**
             * Limit
             * @description Rows on a page.
             * @default 100
             */
            limit: number;
            /**
             * Offset
             * @description Rows to skip.
             * @default 0
             */
            offset: number;
            /**
             * Include
             * @description `claims`: all claims with their evidence.
             */
            include?: string[];
        };
        /**
         * MatchRow
         * @description Values of the variables, and per clause (in the order of the question) the relation that satisfies it.
         */
        MatchRow: {
            /** Bindings */
            bindings: {
                [key: string]: components["schemas"]["Reference"] | null;
            };
            /** Relations */
            relations: (components["schemas"]["MatchedRelation"] | null)[];
            /**
             * Ways
             * @description How many rows fell together under `distinct`.
             */
            ways: number;
        };
        /**
         * MatchedBatch
         * @description The answers to a batch, in the order of its queries (draft for version 1.0).
         */
        MatchedBatch: {
            /** Results */
            results: components["schemas"]["Candidates"][];
        };
        /**
         * MatchedRelation
         * @description A relation that satisfies a clause, with the attributes of its claims.
         */
        MatchedRelation: {
            /**
             * Id
             * @description `subject.type.object`, stable under filters.
             */
            id: string;
            subject: components["schemas"]["Reference"];
            /** Type */
            type: string;
            /** Label */
            label: string;
            /** Inverse Label */
            inverse_label: string;
            /** Category */
            category: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "state" | "event";
            /**
             * Polarity
             * @enum {string}
             */
            polarity: "cooperative" | "neutral" | "conflictual";
            /** Symmetric */
            symmetric: boolean;
            object: components["schemas"]["Reference"];
            status: components["schemas"]["Status"];
            /** Ended */
            ended: boolean;
            /** @description Of the best claim of the winning status. */
            confidence: components["schemas"]["Confidence"];
            min_confidence: components["schemas"]["Confidence"];
            /** Modalities */
            modalities: components["schemas"]["Modality"][];
            /** Stances */
            stances: components["schemas"]["Stance"][];
            /** Asserted By */
            asserted_by: components["schemas"]["Reference"][];
            /** Valid From */
            valid_from: string | null;
            /**
             * Valid To
             * @description Exclusive; null: open.
             */
            valid_to: string | null;
            /**
             * Ends
             * @constant
             */
            ends: "exclusive";
            /**
             * Last Attested
             * @description EDTF of the newest date at which a source has it holding.
             */
            last_attested: string;
            /** First Known */
            first_known: string;
            /** Episodes */
            episodes: components["schemas"]["EpisodeShape"][];
            /**
             * Claims
             * @description Their number; in the single view and with include=claims the claims.
             */
            claims: number | components["schemas"]["Claim"][];
            /**
             * Truncated
             * @description What is left out of episodes and claims where there are very many.
             */
            truncated: string | null;
            /** Sources */
            sources: string[];
            /** Datasets */
            datasets: string[];
            /** Sentence */
            sentence: string;
            /**
             * Derived
             * @description Null: somebody said it.
             */
            derived: null;
            /** Cite */
            cite: string;
            /** Attributes */
            attributes: {
                [key: string]: unknown;
            }[];
        };
        /**
         * Measurement
         * @description The results of a metric.
         */
        Measurement: {
            /**
             * Snapshot
             * @description Id of the snapshot: the hash of its content.
             */
            snapshot: string;
            /**
             * Notes
             * @description What the answer rests on, such as an inferred publication date.
             */
            notes: string[];
            metric: components["schemas"]["MetricShape"];
            /**
             * Parameters
             * @description As given, or the defaults.
             */
            parameters: {
                [key: string]: number | boolean | string;
            };
            /** Summary */
            summary: {
                [key: string]: number | boolean | string;
            };
            /** Results */
            results: components["schemas"]["RankedRow"][];
            total: components["schemas"]["Total"];
            /** Limit */
            limit: number;
            /** Offset */
            offset: number;
        };
        /**
         * Meta
         * @description What the subgraph is and what is missing from it.
         */
        Meta: {
            /** Snapshot */
            snapshot: string;
            /** As Of */
            as_of: string | null;
            /** Known At */
            known_at: string | null;
            /** Truncated */
            truncated: boolean;
            /**
             * Truncated By
             * @description The bound that cut the answer.
             */
            truncated_by: string | null;
            /**
             * Hidden
             * @description Per filter: edges that appear when it alone is lifted.
             */
            hidden: {
                [key: string]: number;
            };
            /** Nodes */
            nodes: number;
            /** Edges */
            edges: number;
            /** Total Nodes */
            total_nodes: number;
            /** Total Edges */
            total_edges: number;
            /** Query */
            query: {
                [key: string]: unknown;
            };
            /** Title */
            title: string;
            /**
             * Url
             * @description Asks this very query again.
             */
            url: string | null;
            /**
             * Json
             * @description Asks it as Graph JSON.
             */
            json: string | null;
            /** Cite */
            cite: string;
            /**
             * Datasets
             * @description Whose data this is, and under which licence.
             */
            datasets: components["schemas"]["DatasetCredit"][];
        };
        /**
         * MetricList
         * @description All metrics.
         */
        MetricList: {
            /**
             * Snapshot
             * @description Id of the snapshot: the hash of its content.
             */
            snapshot: string;
            /** Results */
            results: components["schemas"]["MetricShape"][];
            total: components["schemas"]["Total"];
        };
        /**
         * MetricShape
         * @description A metric as it describes itself.
         */
        MetricShape: {
            /** Id */
            id: string;
            /** Label */
            label: string;
            /** Tells */
            tells: string;
            /**
             * Target
             * @enum {string}
             */
            target: "entities" | "relations" | "groups";
            /** Value */
            value: string;
            /** Cost */
            cost: string;
            /** Most Relations */
            most_relations: number;
            /** Source */
            source: string;
            /** Parameters */
            parameters: components["schemas"]["ParameterShape"][];
        };
        /**
         * Modality
         * @description In which mode the statement is made (ruling C3a: alleged is damaging and not adopted by the author).
         * @enum {string}
         */
        Modality: "fact" | "alleged" | "agreed" | "planned" | "expected" | "hypothetical" | "normative";
        /**
         * NameKind
         * @description What sort of name it is; a metonym (a capital for its government) may be shared, no other kind may.
         * @enum {string}
         */
        NameKind: "name" | "alias" | "official" | "abbreviation" | "metonym" | "transliteration" | "contested";
        /**
         * NameShape
         * @description Another name, its language (BCP 47) and kind.
         */
        NameShape: {
            /** Text */
            text: string;
            /** Lang */
            lang: string | null;
            kind: components["schemas"]["NameKind"];
        };
        /**
         * NamedType
         * @description An entity type of the protocol.
         */
        NamedType: {
            /** Id */
            id: string;
            /** Name */
            name: string;
        };
        /**
         * Node
         * @description An entity to draw.
         */
        Node: {
            /** Id */
            id: string;
            /** Type */
            type: string;
            /** Types */
            types: string[];
            /** Label */
            label: string;
            /**
             * Polarity Balance
             * @description Cooperative minus conflictual edges; only what is affirmed as fact.
             */
            polarity_balance: number;
            /**
             * Degree
             * @description Relations in the whole graph.
             */
            degree: number;
            /** Generic */
            generic: boolean;
            existence: components["schemas"]["Existence"];
            /** Organ Of */
            organ_of: string | null;
            /** Seed */
            seed: boolean;
            /**
             * Hops
             * @description Steps from the nearest seed; null without seeds.
             */
            hops: number | null;
            /**
             * Hidden Neighbours
             * @description Neighbours under these filters that are not drawn.
             */
            hidden_neighbours: number;
            /** Country */
            country: string | null;
            /** Latitude */
            latitude: number | null;
            /** Longitude */
            longitude: number | null;
            /** Place Precision */
            place_precision: string | null;
            /** Description */
            description: string;
        };
        /**
         * OntologyDocument
         * @description All types.
         */
        OntologyDocument: {
            /**
             * Snapshot
             * @description Id of the snapshot: the hash of its content.
             */
            snapshot: string;
            /** Entity Types */
            entity_types: components["schemas"]["EntityTypeShape"][];
            /** Relation Types */
            relation_types: components["schemas"]["RelationTypeShape"][];
            /** Common Attributes */
            common_attributes: components["schemas"]["AttributeShape"][];
            /** Categories */
            categories: string[];
        };
        /**
         * ParagraphDocument
         * @description One paragraph with the claims drawn from it.
         */
        ParagraphDocument: {
            /**
             * Snapshot
             * @description Id of the snapshot: the hash of its content.
             */
            snapshot: string;
            /** Source */
            source: string;
            paragraph: components["schemas"]["ParagraphShape"];
            /** Claims */
            claims: components["schemas"]["Claim"][];
            /**
             * Total
             * @description How many claims rest on the paragraph.
             */
            total: number;
            /**
             * Truncated
             * @description What was left out of `claims`, and where it is.
             */
            truncated: string | null;
        };
        /**
         * ParagraphShape
         * @description A paragraph's number, fingerprint (SHA-256 of its white-space-normalised text) and our note.
         */
        ParagraphShape: {
            /** Number */
            number: number;
            /** Fingerprint */
            fingerprint: string;
            /** Note */
            note: string;
        };
        /**
         * ParameterShape
         * @description A parameter of a metric.
         */
        ParameterShape: {
            /** Name */
            name: string;
            /**
             * Type
             * @enum {string}
             */
            type: "integer" | "number" | "boolean" | "choice";
            /** Default */
            default: number | boolean | string;
            /** Minimum */
            minimum: number | null;
            /** Maximum */
            maximum: number | null;
            /** Choices */
            choices: string[];
            /** Description */
            description: string;
        };
        /**
         * PathShape
         * @description A simple path: no entity comes twice. Status and confidence are the weakest on the way.
         */
        PathShape: {
            /** Length */
            length: number;
            status: components["schemas"]["Status"];
            confidence: components["schemas"]["Confidence"];
            /** Entities */
            entities: components["schemas"]["Reference"][];
            /** Relations */
            relations: string[];
            /** Steps */
            steps: components["schemas"]["PathStep"][];
            /** Sentence */
            sentence: string;
        };
        /**
         * PathStep
         * @description One step: the relation that carries it, and whether it is gone along or against.
         */
        PathStep: {
            from: components["schemas"]["Reference"];
            to: components["schemas"]["Reference"];
            /**
             * Direction
             * @enum {string}
             */
            direction: "out" | "in" | "both";
            relation: components["schemas"]["Relation"];
        };
        /**
         * PathsAnswer
         * @description The best paths: shortest first, then by the weakest status and the least confidence on the way, then by ids.
         */
        PathsAnswer: {
            /**
             * Snapshot
             * @description Id of the snapshot: the hash of its content.
             */
            snapshot: string;
            /**
             * Notes
             * @description What the answer rests on, such as an inferred publication date.
             */
            notes: string[];
            start: components["schemas"]["Reference"];
            end: components["schemas"]["Reference"];
            /** Results */
            results: components["schemas"]["PathShape"][];
            total: components["schemas"]["Bound"];
            /** Max Depth */
            max_depth: number;
            /** Max Paths */
            max_paths: number;
            /** Directed */
            directed: boolean;
            absence?: components["schemas"]["Absence"] | null;
        };
        /**
         * PhraseShape
         * @description How the relation is said.
         */
        PhraseShape: {
            /** Affirmed */
            affirmed: string;
            /** Negated */
            negated: string;
            /** Infinitive */
            infinitive: string;
        };
        /**
         * PlaceInText
         * @description A paragraph of a source.
         */
        PlaceInText: {
            /** Source */
            source: string;
            /** Paragraph */
            paragraph: number;
        };
        /**
         * PlaceShape
         * @description A point that stands for the place (WGS 84 degrees) and what it is based on.
         */
        PlaceShape: {
            /** Latitude */
            latitude: number;
            /** Longitude */
            longitude: number;
            /** Precision */
            precision: string;
            /** Basis */
            basis: string;
        };
        /**
         * PlanStep
         * @description One step of the evaluation.
         */
        PlanStep: {
            /** Clause */
            clause: number;
            /**
             * At Most
             * @description The bound on the relations of the clause by which it was placed.
             */
            at_most: number;
            /** Rows */
            rows: number;
        };
        /**
         * PremiseShape
         * @description A premise of a trace; a derived one has no status of its own here.
         */
        PremiseShape: {
            /** Id */
            id: string;
            /** Derived */
            derived: boolean;
            /** Sentence */
            sentence: string;
            status: components["schemas"]["Status"] | null;
        };
        /**
         * Progress
         * @description How far a deed has come.
         * @enum {string}
         */
        Progress: "none" | "attempted" | "under_way" | "completed";
        /**
         * ProposedProperties
         * @description Properties that make sense for a type.
         */
        ProposedProperties: {
            /** Type */
            type?: string | null;
            /** Limit */
            limit: number;
            /** Properties */
            properties: components["schemas"]["NamedType"][];
        };
        /**
         * Published
         * @description The publication date as EDTF, with the reason where it was inferred.
         */
        Published: {
            /** Edtf */
            edtf: string;
            /** Inferred */
            inferred: string | null;
        };
        /**
         * Publisher
         * @description The publisher, with the reason where it was inferred.
         */
        Publisher: {
            /** Name */
            name: string;
            /** Inferred */
            inferred: string | null;
        };
        /**
         * QueryResult
         * @description The candidates of one query of version 0.2, best first.
         */
        QueryResult: {
            /** Result */
            result: components["schemas"]["CandidateShape"][];
        };
        /**
         * RankedRow
         * @description A ranked entity, pair or group.
         */
        RankedRow: {
            /** Rank */
            rank: number;
            /** Value */
            value: number;
            entity?: components["schemas"]["Reference"] | null;
            /** Entities */
            entities?: components["schemas"]["Reference"][] | null;
            /** Relations */
            relations?: string[] | null;
            /** Details */
            details: {
                [key: string]: number | boolean | string;
            };
        };
        /**
         * Readiness
         * @description Whether a snapshot is served. After a failed reload the old one keeps serving, and `last_load` says why.
         */
        Readiness: {
            /**
             * Status
             * @enum {string}
             */
            status: "ready" | "not_ready";
            /** Snapshot */
            snapshot: string | null;
            /** Built At */
            built_at: string | null;
            last_load: components["schemas"]["LastLoad"] | null;
        };
        /**
         * Reference
         * @description An entity named in passing.
         */
        Reference: {
            /** Id */
            id: string;
            /** Label */
            label: string;
            /** Type */
            type: string;
        };
        /**
         * Relation
         * @description All claims on one (subject, type, object); status, confidence and interval are computed from them.
         */
        Relation: {
            /**
             * Id
             * @description `subject.type.object`, stable under filters.
             */
            id: string;
            subject: components["schemas"]["Reference"];
            /** Type */
            type: string;
            /** Label */
            label: string;
            /** Inverse Label */
            inverse_label: string;
            /** Category */
            category: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "state" | "event";
            /**
             * Polarity
             * @enum {string}
             */
            polarity: "cooperative" | "neutral" | "conflictual";
            /** Symmetric */
            symmetric: boolean;
            object: components["schemas"]["Reference"];
            status: components["schemas"]["Status"];
            /** Ended */
            ended: boolean;
            /** @description Of the best claim of the winning status. */
            confidence: components["schemas"]["Confidence"];
            min_confidence: components["schemas"]["Confidence"];
            /** Modalities */
            modalities: components["schemas"]["Modality"][];
            /** Stances */
            stances: components["schemas"]["Stance"][];
            /** Asserted By */
            asserted_by: components["schemas"]["Reference"][];
            /** Valid From */
            valid_from: string | null;
            /**
             * Valid To
             * @description Exclusive; null: open.
             */
            valid_to: string | null;
            /**
             * Ends
             * @constant
             */
            ends: "exclusive";
            /**
             * Last Attested
             * @description EDTF of the newest date at which a source has it holding.
             */
            last_attested: string;
            /** First Known */
            first_known: string;
            /** Episodes */
            episodes: components["schemas"]["EpisodeShape"][];
            /**
             * Claims
             * @description Their number; in the single view and with include=claims the claims.
             */
            claims: number | components["schemas"]["Claim"][];
            /**
             * Truncated
             * @description What is left out of episodes and claims where there are very many.
             */
            truncated: string | null;
            /** Sources */
            sources: string[];
            /** Datasets */
            datasets: string[];
            /** Sentence */
            sentence: string;
            /**
             * Derived
             * @description Null: somebody said it.
             */
            derived: null;
            /** Cite */
            cite: string;
        };
        /**
         * RelationCounts
         * @description How many relations the entity has, by type and side.
         */
        RelationCounts: {
            /** Total */
            total: number;
            /** By Type */
            by_type: {
                [key: string]: components["schemas"]["Sides"];
            };
        };
        /**
         * RelationDocument
         * @description One relation with all its claims.
         */
        RelationDocument: {
            /**
             * Snapshot
             * @description Id of the snapshot: the hash of its content.
             */
            snapshot: string;
            relation: components["schemas"]["Relation"];
        };
        /**
         * RelationPage
         * @description A page of relations; with `include_derived` also what follows by rules.
         */
        RelationPage: {
            /**
             * Snapshot
             * @description Id of the snapshot: the hash of its content.
             */
            snapshot: string;
            total: components["schemas"]["Total"];
            /** Facets */
            facets: {
                [key: string]: components["schemas"]["Facet"];
            };
            /** Limit */
            limit: number;
            /** Offset */
            offset: number;
            /**
             * Next
             * @description Link to the next page.
             */
            next: string | null;
            /**
             * Previous
             * @description Link to the previous page.
             */
            previous: string | null;
            /**
             * Notes
             * @description What the answer rests on, such as an inferred publication date.
             */
            notes: string[];
            /** @description Present when the list is empty: why. */
            absence?: components["schemas"]["Absence"] | null;
            /** Results */
            results: (components["schemas"]["Relation"] | components["schemas"]["DerivedRelation"])[];
        };
        /**
         * RelationTypeShape
         * @description A typed edge.
         */
        RelationTypeShape: {
            /** Id */
            id: string;
            /** Label */
            label: string;
            /** Inverse Label */
            inverse_label: string;
            /** Parent */
            parent: string | null;
            /** Types */
            types: string[];
            /** Category */
            category: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "state" | "event";
            /**
             * Polarity
             * @enum {string}
             */
            polarity: "cooperative" | "neutral" | "conflictual";
            /** Intensity */
            intensity: number | null;
            /** Symmetric */
            symmetric: boolean;
            /** Transitive */
            transitive: boolean;
            /** Domain */
            domain: string[];
            /** Range */
            range: string[];
            /** Attributes */
            attributes: components["schemas"]["AttributeShape"][];
            phrase: components["schemas"]["PhraseShape"];
            /**
             * Mappings
             * @description To CAMEO, PLOVER, Wikidata, STIX ...
             */
            mappings: {
                [key: string]: string;
            };
            /** Description */
            description: string;
        };
        /**
         * Responsible
         * @description The claims that make the difference.
         */
        Responsible: {
            /** Appeared */
            appeared: components["schemas"]["Claim"][];
            /** Gone */
            gone: components["schemas"]["Claim"][];
        };
        /**
         * ServicePath
         * @description Where a part of the service answers.
         */
        ServicePath: {
            /** Service Url */
            service_url: string;
            /** Service Path */
            service_path: string;
        };
        /**
         * Side
         * @description What a relation amounts to at one of two dates.
         */
        Side: {
            status: components["schemas"]["Status"];
            /**
             * Polarity
             * @enum {string}
             */
            polarity: "cooperative" | "neutral" | "conflictual";
            /** Asserted By */
            asserted_by: string[];
        };
        /**
         * Sides
         * @description Relations by side.
         */
        Sides: {
            /** Out */
            out: number;
            /** In */
            in: number;
        };
        /**
         * Silence
         * @description What a curator looked for and the document does not say. `any` stands for anything.
         */
        Silence: {
            /** Key */
            key: string;
            /** Source */
            source: string;
            /** Question */
            question: string;
            /** Subject */
            subject: components["schemas"]["Reference"] | "any";
            /** Type */
            type: string;
            /** Object */
            object: components["schemas"]["Reference"] | "any";
            /** Paragraphs */
            paragraphs: number[];
            /** Note */
            note: string;
            /**
             * Nearest
             * @description Ids of the claims that come nearest to an answer.
             */
            nearest: string[];
        };
        /**
         * Source
         * @description A document's metadata; its text is not here.
         */
        Source: {
            /** Id */
            id: string;
            /** Title */
            title: string;
            /** Section */
            section: string | null;
            publisher: components["schemas"]["Publisher"] | null;
            author: components["schemas"]["Reference"];
            published: components["schemas"]["Published"];
            /** Language */
            language: string;
            /** Coverage */
            coverage: string;
            /** Image Credit */
            image_credit: string | null;
            /** Url */
            url: string | null;
            /** Note */
            note: string | null;
            /**
             * Sha256
             * @description Of the original text.
             */
            sha256: string;
            /** Dataset */
            dataset: string;
            /** Paragraphs */
            paragraphs: number;
            /** Claims */
            claims: number;
            /** Silences */
            silences: number;
            /** Cite */
            cite: string;
        };
        /**
         * SourceDocument
         * @description One source with its paragraphs and silences.
         */
        SourceDocument: {
            /**
             * Snapshot
             * @description Id of the snapshot: the hash of its content.
             */
            snapshot: string;
            source: components["schemas"]["Source"];
            /** Paragraphs */
            paragraphs: components["schemas"]["CountedParagraph"][];
            /** Silences */
            silences: components["schemas"]["Silence"][];
        };
        /**
         * SourcePage
         * @description A page of sources.
         */
        SourcePage: {
            /**
             * Snapshot
             * @description Id of the snapshot: the hash of its content.
             */
            snapshot: string;
            total: components["schemas"]["Total"];
            /** Facets */
            facets: {
                [key: string]: components["schemas"]["Facet"];
            };
            /** Limit */
            limit: number;
            /** Offset */
            offset: number;
            /**
             * Next
             * @description Link to the next page.
             */
            next: string | null;
            /**
             * Previous
             * @description Link to the previous page.
             */
            previous: string | null;
            /**
             * Notes
             * @description What the answer rests on, such as an inferred publication date.
             */
            notes: string[];
            /** @description Present when the list is empty: why. */
            absence?: components["schemas"]["Absence"] | null;
            /** Results */
            results: components["schemas"]["Source"][];
        };
        /**
         * SpanShape
         * @description First day and the day after the last one.
         */
        SpanShape: {
            /** From */
            from: string | null;
            /** To */
            to: string | null;
            /**
             * Ends
             * @constant
             */
            ends: "exclusive";
        };
        /**
         * Spans
         * @description The spans of both clocks.
         */
        Spans: {
            valid: components["schemas"]["SpanShape"];
            known: components["schemas"]["SpanShape"];
        };
        /**
         * Stance
         * @description What the voice does with the statement.
         * @enum {string}
         */
        Stance: "affirms" | "denies" | "questions";
        /**
         * StateCounts
         * @description States that may hold, and that surely do.
         */
        StateCounts: {
            /** Possible */
            possible: number;
            /** Certain */
            certain: number;
        };
        /**
         * StatsDocument
         * @description Counts of everything.
         */
        StatsDocument: {
            /**
             * Snapshot
             * @description Id of the snapshot: the hash of its content.
             */
            snapshot: string;
            /** Counts */
            counts: {
                [key: string]: number;
            };
            /** Entities By Type */
            entities_by_type: {
                [key: string]: number;
            };
            /** Relations By Type */
            relations_by_type: {
                [key: string]: number;
            };
            /** Relations By Status */
            relations_by_status: {
                [key: string]: number;
            };
            /** Claims By Modality */
            claims_by_modality: {
                [key: string]: number;
            };
            /** Claims By Stance */
            claims_by_stance: {
                [key: string]: number;
            };
            /** Claims By Voice */
            claims_by_voice: {
                [key: string]: number;
            };
            spans: components["schemas"]["Spans"];
            build: components["schemas"]["Build"];
        };
        /**
         * Status
         * @description What a relation's claims amount to (rulings R2 and R3), strongest first; never set by hand.
         * @enum {string}
         */
        Status: "asserted" | "attributed" | "alleged" | "agreed" | "planned" | "expected" | "hypothetical" | "normative" | "questioned" | "denied" | "contested";
        /**
         * SuggestServices
         * @description Where entities, properties and types are suggested.
         */
        SuggestServices: {
            entity: components["schemas"]["ServicePath"];
            property: components["schemas"]["ServicePath"];
            type: components["schemas"]["ServicePath"];
        };
        /**
         * SuggestedEntities
         * @description Entities for a prefix, best first.
         */
        SuggestedEntities: {
            /** Result */
            result: components["schemas"]["SuggestedEntity"][];
        };
        /**
         * SuggestedEntity
         * @description An entity whose name resembles the prefix.
         */
        SuggestedEntity: {
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Description */
            description: string;
            /** Notable */
            notable: components["schemas"]["NamedType"][];
        };
        /**
         * SuggestedThing
         * @description A type or property with the prefix in its name.
         */
        SuggestedThing: {
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Description */
            description: string;
        };
        /**
         * SuggestedThings
         * @description Types or properties for a prefix.
         */
        SuggestedThings: {
            /** Result */
            result: components["schemas"]["SuggestedThing"][];
        };
        /**
         * Suggestion
         * @description Something that was probably meant, with the name that matched and how well (0 to 100).
         */
        Suggestion: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "entity" | "relation_type" | "source";
            /** Id */
            id: string;
            /** Label */
            label: string;
            /** Type */
            type: string;
            /** Name */
            name: string;
            /** Score */
            score: number;
        };
        /**
         * SuggestionList
         * @description Suggestions, best first.
         */
        SuggestionList: {
            /**
             * Snapshot
             * @description Id of the snapshot: the hash of its content.
             */
            snapshot: string;
            /** Results */
            results: components["schemas"]["Suggestion"][];
        };
        /**
         * TallyShape
         * @description Counts of a bucket; `score` is the signed intensity of events, `standing` that of states.
         */
        TallyShape: {
            events: components["schemas"]["EventCounts"];
            states: components["schemas"]["StateCounts"];
            /** Score */
            score: number;
            /** Standing */
            standing: number;
        };
        /**
         * TieCounts
         * @description How many ties there are, by sign; in ambivalent pairs the tones cancel out.
         */
        TieCounts: {
            /** Total */
            total: number;
            /** Cooperative */
            cooperative: number;
            /** Conflictual */
            conflictual: number;
            /** Ambivalent */
            ambivalent: components["schemas"]["TieShape"][];
            /** Ambivalent Total */
            ambivalent_total: number;
        };
        /**
         * TieShape
         * @description Two actors, the net sign between them, and the relations that make it.
         */
        TieShape: {
            /** Entities */
            entities: components["schemas"]["Reference"][];
            /**
             * Sign
             * @enum {integer}
             */
            sign: -1 | 0 | 1;
            /** Relations */
            relations: string[];
        };
        /**
         * TimelineAnswer
         * @description Buckets in order, empty ones too.
         */
        TimelineAnswer: {
            /**
             * Snapshot
             * @description Id of the snapshot: the hash of its content.
             */
            snapshot: string;
            /**
             * Notes
             * @description What the answer rests on, such as an inferred publication date.
             */
            notes: string[];
            /**
             * Interval
             * @enum {string}
             */
            interval: "day" | "month" | "year";
            /** Results */
            results: components["schemas"]["BucketShape"][];
            total: components["schemas"]["Total"];
            /** Relations */
            relations: number;
            /** Episodes */
            episodes: number;
            /**
             * Undated
             * @description Occurrences whose beginning or end no source gives.
             */
            undated: components["schemas"]["ItemShape"][];
            /** Undated Total */
            undated_total: number;
            absence?: components["schemas"]["Absence"] | null;
        };
        /**
         * Total
         * @description How many results there are.
         */
        Total: {
            /** Value */
            value: number;
            /**
             * Relation
             * @constant
             */
            relation: "eq";
        };
        /**
         * TraceShape
         * @description One way in which a relation follows.
         */
        TraceShape: {
            /** Rule */
            rule: string;
            /** Label */
            label: string;
            /** Premises */
            premises: components["schemas"]["PremiseShape"][];
            overlap: components["schemas"]["Interval"];
            /** @description The weakest of the premises. */
            status: components["schemas"]["Status"];
            /** @description The least of the premises. */
            confidence: components["schemas"]["Confidence"];
        };
        /**
         * TriadCounts
         * @description Triads by kind, the unbalanced ones first.
         */
        TriadCounts: {
            /** Total */
            total: number;
            /** Balanced */
            balanced: number;
            /** Unbalanced */
            unbalanced: number;
            /** By Kind */
            by_kind: {
                [key: string]: number;
            };
            /** Truncated By */
            truncated_by: string | null;
            /** Results */
            results: components["schemas"]["TriadShape"][];
        };
        /**
         * TriadShape
         * @description Three actors who are all tied.
         */
        TriadShape: {
            /** Entities */
            entities: components["schemas"]["Reference"][];
            /** Balanced */
            balanced: boolean;
            /**
             * Kind
             * @enum {string}
             */
            kind: "+++" | "++-" | "+--" | "---";
            /** Ties */
            ties: components["schemas"]["TieShape"][];
        };
        /**
         * ValidityShape
         * @description When the claim holds in the world. `to` and `certain_to` are exclusive: the day after the last one.
         */
        ValidityShape: {
            /**
             * Edtf
             * @description The date or interval as EDTF (ISO 8601-2).
             */
            edtf: string;
            /**
             * From
             * @description First possible day, YYYY-MM-DD; null: open.
             */
            from: string | null;
            /**
             * To
             * @description The day after the last possible one, YYYY-MM-DD; null: open.
             */
            to: string | null;
            /**
             * Certain From
             * @description First day that is certain under every reading.
             */
            certain_from: string | null;
            /**
             * Certain To
             * @description The day after the last certain one; null also where it is open.
             */
            certain_to: string | null;
            /**
             * Certain
             * @description Whether any day is certain.
             */
            certain: boolean;
            /**
             * Ends
             * @constant
             */
            ends: "exclusive";
            /** Precision */
            precision: string;
            /**
             * Words
             * @description The words of the text that gave the date.
             */
            words: string | null;
            /**
             * Inferred
             * @description Why the date was inferred, where the text does not give it.
             */
            inferred: string | null;
        };
        /**
         * ViewTemplate
         * @description How an id becomes an address.
         */
        ViewTemplate: {
            /** Url */
            url: string;
        };
        /**
         * ProblemEntry
         * @description One thing that is wrong with a request: where, what, and what would be right.
         */
        ProblemEntry: {
            /** Loc */
            loc: (string | number)[];
            /** Msg */
            msg: string;
            /**
             * Valid
             * @default null
             */
            valid: string[] | null;
        } & {
            [key: string]: unknown;
        };
        /**
         * Problem
         * @description An RFC 9457 problem document.
         */
        Problem: {
            /**
             * Type
             * @default about:blank
             */
            type: string;
            /** Title */
            title: string;
            /** Status */
            status: number;
            /** Detail */
            detail: string;
            /** Errors */
            errors?: components["schemas"]["ProblemEntry"][];
        } & {
            [key: string]: unknown;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    entities_v1_entities_get: {
        parameters: {
            query?: {
                /** @description Answer from this snapshot only; 409 when it is no longer served. */
                snapshot?: string | null;
                /** @description Results on a page, at most 1000. */
                limit?: number;
                /** @description Results to skip, at most 10000. */
                offset?: number;
                /** @description Where a page begins, as `next` has it; it means the same snapshot only. */
                cursor?: string | null;
                /** @description Part of a name, in any spelling or script. */
                q?: string | null;
                /** @description Entity ids, for a batch. */
                id?: string[];
                /** @description Entity type ids; subtypes are included. */
                type?: string[];
                /** @description Classes such as `insurgent groups`, or named things. */
                generic?: boolean | null;
                /** @description Actual, planned, alleged, hypothetical. */
                existence?: components["schemas"]["Existence"][];
                /** @description ISO 3166-1 alpha-2 codes, such as `IR`. */
                country?: string[];
                /** @description Relevance is likeness to `q`, without it the number of relations. */
                sort?: "relevance" | "name" | "degree";
                /** @description Counts over the whole answer: type, country, generic, existence. */
                facets?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntityPage"];
                };
            };
            /** @description The client has this answer already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown or its value is not acceptable; says what would be right. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned snapshot is no longer served. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The path or the query string is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No snapshot is loaded, or the time limit was reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    entity_v1_entities__id__get: {
        parameters: {
            query?: {
                /** @description Answer from this snapshot only; 409 when it is no longer served. */
                snapshot?: string | null;
            };
            header?: never;
            path: {
                /** @description Entity id, such as `iran`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntityDocument"];
                };
            };
            /** @description The client has this answer already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The entity was merged: follow Location. */
            308: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter is unknown or its value is not acceptable; says what would be right. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has this id; close matches are named. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned snapshot is no longer served. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The path or the query string is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No snapshot is loaded, or the time limit was reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    relations_v1_entities__id__relations_get: {
        parameters: {
            query?: {
                /** @description Answer from this snapshot only; 409 when it is no longer served. */
                snapshot?: string | null;
                /** @description Results on a page, at most 1000. */
                limit?: number;
                /** @description Results to skip, at most 10000. */
                offset?: number;
                /** @description Where a page begins, as `next` has it; it means the same snapshot only. */
                cursor?: string | null;
                /** @description Relation type ids; subtypes are included. */
                type?: string[];
                /** @description Categories of relation types, such as `diplomatic`. */
                category?: string[];
                /** @description Tone of the relation. */
                polarity?: ("cooperative" | "neutral" | "conflictual")[];
                /** @description What the relation's claims amount to, such as `alleged`. */
                status?: components["schemas"]["Status"][];
                /** @description Keeps relations with a claim in this mode; never changes a status. */
                modality?: components["schemas"]["Modality"][];
                /** @description Keeps relations with a claim of this stance. */
                stance?: components["schemas"]["Stance"][];
                /** @description How far the deed has come. */
                progress?: components["schemas"]["Progress"][];
                /** @description Whose voice: an entity id or unambiguous name; its organs count too. */
                asserted_by?: string[];
                /** @description To whom it was said; organs count too. */
                addressed_to?: string[];
                /** @description Document ids: only their claims are known. */
                source?: string[];
                /** @description Data set ids: only their claims are known. */
                dataset?: string[];
                /** @description Keeps relations with a claim that the text supports at least this surely. */
                min_confidence?: components["schemas"]["Confidence"] | null;
                /** @description States that hold on this date, and events that had happened by it: YYYY, YYYY-MM, YYYY-MM-DD or another EDTF date. */
                as_of?: string | null;
                /** @description Only what our sources had said by the end of this date: YYYY, YYYY-MM, YYYY-MM-DD or another EDTF date. */
                known_at?: string | null;
                /** @description What holds or happens in this EDTF interval, such as `2018/2019-06` or `2019/..`. */
                during?: string | null;
                /** @description How `during` is met. */
                time_match?: "overlaps" | "within";
                /** @description Whether vague dates count under some reading or only under all. */
                certainty?: "possible" | "certain";
                /** @description Words in the notes or the date words of a claim. */
                q?: string | null;
                /** @description Entity filters mean the very entity, without its organs. */
                exact?: boolean;
                /** @description The entity's side. */
                direction?: "out" | "in" | "both";
                /** @description Entities at the far end. */
                other?: string[];
                /** @description `claims`: all claims with their evidence. */
                include?: "claims"[];
                /** @description Counts over the whole answer. */
                facets?: string[];
                /** @description Also what the rules of the data infer, marked as derived. */
                include_derived?: boolean;
            };
            header?: never;
            path: {
                /** @description Entity id, such as `iran`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RelationPage"];
                };
            };
            /** @description The client has this answer already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The entity was merged: follow Location. */
            308: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter is unknown or its value is not acceptable; says what would be right. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has this id; close matches are named. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned snapshot is no longer served. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The path or the query string is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No snapshot is loaded, or the time limit was reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    adjacent_v1_entities__id__adjacent_get: {
        parameters: {
            query?: {
                /** @description Answer from this snapshot only; 409 when it is no longer served. */
                snapshot?: string | null;
                /** @description Results on a page, at most 1000. */
                limit?: number;
                /** @description Results to skip, at most 10000. */
                offset?: number;
                /** @description Where a page begins, as `next` has it; it means the same snapshot only. */
                cursor?: string | null;
                /** @description Relation type ids; subtypes are included. */
                type?: string[];
                /** @description Categories of relation types, such as `diplomatic`. */
                category?: string[];
                /** @description Tone of the relation. */
                polarity?: ("cooperative" | "neutral" | "conflictual")[];
                /** @description What the relation's claims amount to, such as `alleged`. */
                status?: components["schemas"]["Status"][];
                /** @description Keeps relations with a claim in this mode; never changes a status. */
                modality?: components["schemas"]["Modality"][];
                /** @description Keeps relations with a claim of this stance. */
                stance?: components["schemas"]["Stance"][];
                /** @description How far the deed has come. */
                progress?: components["schemas"]["Progress"][];
                /** @description Whose voice: an entity id or unambiguous name; its organs count too. */
                asserted_by?: string[];
                /** @description To whom it was said; organs count too. */
                addressed_to?: string[];
                /** @description Document ids: only their claims are known. */
                source?: string[];
                /** @description Data set ids: only their claims are known. */
                dataset?: string[];
                /** @description Keeps relations with a claim that the text supports at least this surely. */
                min_confidence?: components["schemas"]["Confidence"] | null;
                /** @description States that hold on this date, and events that had happened by it: YYYY, YYYY-MM, YYYY-MM-DD or another EDTF date. */
                as_of?: string | null;
                /** @description Only what our sources had said by the end of this date: YYYY, YYYY-MM, YYYY-MM-DD or another EDTF date. */
                known_at?: string | null;
                /** @description What holds or happens in this EDTF interval, such as `2018/2019-06` or `2019/..`. */
                during?: string | null;
                /** @description How `during` is met. */
                time_match?: "overlaps" | "within";
                /** @description Whether vague dates count under some reading or only under all. */
                certainty?: "possible" | "certain";
                /** @description Words in the notes or the date words of a claim. */
                q?: string | null;
                /** @description Entity filters mean the very entity, without its organs. */
                exact?: boolean;
                /** @description The entity's side. */
                direction?: "out" | "in" | "both";
                /** @description Entities at the far end. */
                other?: string[];
                /** @description `claims`: all claims with their evidence. */
                include?: "claims"[];
            };
            header?: never;
            path: {
                /** @description Entity id, such as `iran`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdjacentPage"];
                };
            };
            /** @description The client has this answer already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The entity was merged: follow Location. */
            308: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A parameter is unknown or its value is not acceptable; says what would be right. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has this id; close matches are named. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned snapshot is no longer served. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The path or the query string is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No snapshot is loaded, or the time limit was reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    relations_v1_relations_get: {
        parameters: {
            query?: {
                /** @description Answer from this snapshot only; 409 when it is no longer served. */
                snapshot?: string | null;
                /** @description Results on a page, at most 1000. */
                limit?: number;
                /** @description Results to skip, at most 10000. */
                offset?: number;
                /** @description Where a page begins, as `next` has it; it means the same snapshot only. */
                cursor?: string | null;
                /** @description Relation type ids; subtypes are included. */
                type?: string[];
                /** @description Categories of relation types, such as `diplomatic`. */
                category?: string[];
                /** @description Tone of the relation. */
                polarity?: ("cooperative" | "neutral" | "conflictual")[];
                /** @description What the relation's claims amount to, such as `alleged`. */
                status?: components["schemas"]["Status"][];
                /** @description Keeps relations with a claim in this mode; never changes a status. */
                modality?: components["schemas"]["Modality"][];
                /** @description Keeps relations with a claim of this stance. */
                stance?: components["schemas"]["Stance"][];
                /** @description How far the deed has come. */
                progress?: components["schemas"]["Progress"][];
                /** @description Whose voice: an entity id or unambiguous name; its organs count too. */
                asserted_by?: string[];
                /** @description To whom it was said; organs count too. */
                addressed_to?: string[];
                /** @description Document ids: only their claims are known. */
                source?: string[];
                /** @description Data set ids: only their claims are known. */
                dataset?: string[];
                /** @description Keeps relations with a claim that the text supports at least this surely. */
                min_confidence?: components["schemas"]["Confidence"] | null;
                /** @description States that hold on this date, and events that had happened by it: YYYY, YYYY-MM, YYYY-MM-DD or another EDTF date. */
                as_of?: string | null;
                /** @description Only what our sources had said by the end of this date: YYYY, YYYY-MM, YYYY-MM-DD or another EDTF date. */
                known_at?: string | null;
                /** @description What holds or happens in this EDTF interval, such as `2018/2019-06` or `2019/..`. */
                during?: string | null;
                /** @description How `during` is met. */
                time_match?: "overlaps" | "within";
                /** @description Whether vague dates count under some reading or only under all. */
                certainty?: "possible" | "certain";
                /** @description Words in the notes or the date words of a claim. */
                q?: string | null;
                /** @description Entity filters mean the very entity, without its organs. */
                exact?: boolean;
                /** @description Entity ids or unambiguous names at the subject's end. */
                subject?: string[];
                /** @description Entity ids or unambiguous names at the object's end. */
                object?: string[];
                /** @description Pairs `a,b`, in either direction. */
                between?: string[];
                /** @description Relation ids (`subject.type.object`), for a batch. */
                id?: string[];
                /** @description `claims`: all claims with their evidence. */
                include?: "claims"[];
                /** @description Counts over the whole answer: type, status, polarity, asserted_by ... */
                facets?: string[];
                /** @description Also what the rules of the data infer, marked as derived. */
                include_derived?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RelationPage"];
                };
            };
            /** @description The client has this answer already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown or its value is not acceptable; says what would be right. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned snapshot is no longer served. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The path or the query string is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No snapshot is loaded, or the time limit was reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    relation_v1_relations__id__get: {
        parameters: {
            query?: {
                /** @description Answer from this snapshot only; 409 when it is no longer served. */
                snapshot?: string | null;
            };
            header?: never;
            path: {
                /** @description `subject.type.object`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RelationDocument"];
                };
            };
            /** @description The client has this answer already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown or its value is not acceptable; says what would be right. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has this id; close matches are named. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned snapshot is no longer served. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The path or the query string is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No snapshot is loaded, or the time limit was reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    claims_v1_claims_get: {
        parameters: {
            query?: {
                /** @description Answer from this snapshot only; 409 when it is no longer served. */
                snapshot?: string | null;
                /** @description Results on a page, at most 1000. */
                limit?: number;
                /** @description Results to skip, at most 10000. */
                offset?: number;
                /** @description Where a page begins, as `next` has it; it means the same snapshot only. */
                cursor?: string | null;
                /** @description Relation type ids; subtypes are included. */
                type?: string[];
                /** @description Categories of relation types, such as `diplomatic`. */
                category?: string[];
                /** @description Tone of the relation. */
                polarity?: ("cooperative" | "neutral" | "conflictual")[];
                /** @description What the relation's claims amount to, such as `alleged`. */
                status?: components["schemas"]["Status"][];
                /** @description Keeps relations with a claim in this mode; never changes a status. */
                modality?: components["schemas"]["Modality"][];
                /** @description Keeps relations with a claim of this stance. */
                stance?: components["schemas"]["Stance"][];
                /** @description How far the deed has come. */
                progress?: components["schemas"]["Progress"][];
                /** @description Whose voice: an entity id or unambiguous name; its organs count too. */
                asserted_by?: string[];
                /** @description To whom it was said; organs count too. */
                addressed_to?: string[];
                /** @description Document ids: only their claims are known. */
                source?: string[];
                /** @description Data set ids: only their claims are known. */
                dataset?: string[];
                /** @description Keeps relations with a claim that the text supports at least this surely. */
                min_confidence?: components["schemas"]["Confidence"] | null;
                /** @description States that hold on this date, and events that had happened by it: YYYY, YYYY-MM, YYYY-MM-DD or another EDTF date. */
                as_of?: string | null;
                /** @description Only what our sources had said by the end of this date: YYYY, YYYY-MM, YYYY-MM-DD or another EDTF date. */
                known_at?: string | null;
                /** @description What holds or happens in this EDTF interval, such as `2018/2019-06` or `2019/..`. */
                during?: string | null;
                /** @description How `during` is met. */
                time_match?: "overlaps" | "within";
                /** @description Whether vague dates count under some reading or only under all. */
                certainty?: "possible" | "certain";
                /** @description Words in the notes or the date words of a claim. */
                q?: string | null;
                /** @description Entity filters mean the very entity, without its organs. */
                exact?: boolean;
                /** @description Entity ids or unambiguous names at the subject's end. */
                subject?: string[];
                /** @description Entity ids or unambiguous names at the object's end. */
                object?: string[];
                /** @description Pairs `a,b`, in either direction. */
                between?: string[];
                /** @description Claim ids, for a batch. */
                id?: string[];
                /** @description Counts over the whole answer: type, status, modality, asserted_by ... */
                facets?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimPage"];
                };
            };
            /** @description The client has this answer already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown or its value is not acceptable; says what would be right. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned snapshot is no longer served. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The path or the query string is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No snapshot is loaded, or the time limit was reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    claim_v1_claims__id__get: {
        parameters: {
            query?: {
                /** @description Answer from this snapshot only; 409 when it is no longer served. */
                snapshot?: string | null;
            };
            header?: never;
            path: {
                /** @description The claim's content hash. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimDocument"];
                };
            };
            /** @description The client has this answer already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown or its value is not acceptable; says what would be right. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has this id; close matches are named. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned snapshot is no longer served. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The path or the query string is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No snapshot is loaded, or the time limit was reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sources_v1_sources_get: {
        parameters: {
            query?: {
                /** @description Answer from this snapshot only; 409 when it is no longer served. */
                snapshot?: string | null;
                /** @description Results on a page, at most 1000. */
                limit?: number;
                /** @description Results to skip, at most 10000. */
                offset?: number;
                /** @description Where a page begins, as `next` has it; it means the same snapshot only. */
                cursor?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourcePage"];
                };
            };
            /** @description The client has this answer already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown or its value is not acceptable; says what would be right. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned snapshot is no longer served. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The path or the query string is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No snapshot is loaded, or the time limit was reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    source_v1_sources__id__get: {
        parameters: {
            query?: {
                /** @description Answer from this snapshot only; 409 when it is no longer served. */
                snapshot?: string | null;
            };
            header?: never;
            path: {
                /** @description Source id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceDocument"];
                };
            };
            /** @description The client has this answer already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown or its value is not acceptable; says what would be right. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has this id; close matches are named. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned snapshot is no longer served. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The path or the query string is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No snapshot is loaded, or the time limit was reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    paragraph_v1_sources__id__paragraphs__n__get: {
        parameters: {
            query?: {
                /** @description Answer from this snapshot only; 409 when it is no longer served. */
                snapshot?: string | null;
            };
            header?: never;
            path: {
                /** @description Source id. */
                id: string;
                /** @description Paragraph number, from 1. */
                n: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParagraphDocument"];
                };
            };
            /** @description The client has this answer already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown or its value is not acceptable; says what would be right. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has this id; close matches are named. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned snapshot is no longer served. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The path or the query string is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No snapshot is loaded, or the time limit was reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ontology_v1_ontology_get: {
        parameters: {
            query?: {
                /** @description Answer from this snapshot only; 409 when it is no longer served. */
                snapshot?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OntologyDocument"];
                };
            };
            /** @description The client has this answer already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown or its value is not acceptable; says what would be right. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned snapshot is no longer served. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The path or the query string is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No snapshot is loaded, or the time limit was reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ontology_turtle_v1_ontology_ttl_get: {
        parameters: {
            query?: {
                /** @description Answer from this snapshot only; 409 when it is no longer served. */
                snapshot?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/turtle": string;
                };
            };
            /** @description The client has this answer already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown or its value is not acceptable; says what would be right. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned snapshot is no longer served. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The path or the query string is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No snapshot is loaded, or the time limit was reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    datasets_v1_datasets_get: {
        parameters: {
            query?: {
                /** @description Answer from this snapshot only; 409 when it is no longer served. */
                snapshot?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasetList"];
                };
            };
            /** @description The client has this answer already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown or its value is not acceptable; says what would be right. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned snapshot is no longer served. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The path or the query string is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No snapshot is loaded, or the time limit was reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    suggestions_v1_suggest_get: {
        parameters: {
            query: {
                /** @description Answer from this snapshot only; 409 when it is no longer served. */
                snapshot?: string | null;
                /** @description The beginning of a name. */
                q: string;
                /** @description Suggestions, at most 50. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuggestionList"];
                };
            };
            /** @description The client has this answer already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown or its value is not acceptable; says what would be right. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned snapshot is no longer served. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The path or the query string is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No snapshot is loaded, or the time limit was reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stats_v1_stats_get: {
        parameters: {
            query?: {
                /** @description Answer from this snapshot only; 409 when it is no longer served. */
                snapshot?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatsDocument"];
                };
            };
            /** @description A parameter is unknown or its value is not acceptable; says what would be right. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned snapshot is no longer served. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The path or the query string is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No snapshot is loaded, or the time limit was reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    graph_v1_graph_get: {
        parameters: {
            query?: {
                /** @description Answer from this snapshot only; 409 when it is no longer served. */
                snapshot?: string | null;
                /** @description Relation type ids; subtypes are included. */
                type?: string[];
                /** @description Categories of relation types, such as `diplomatic`. */
                category?: string[];
                /** @description Tone of the relation. */
                polarity?: ("cooperative" | "neutral" | "conflictual")[];
                /** @description What the relation's claims amount to, such as `alleged`. */
                status?: components["schemas"]["Status"][];
                /** @description Keeps relations with a claim in this mode; never changes a status. */
                modality?: components["schemas"]["Modality"][];
                /** @description Keeps relations with a claim of this stance. */
                stance?: components["schemas"]["Stance"][];
                /** @description How far the deed has come. */
                progress?: components["schemas"]["Progress"][];
                /** @description Whose voice: an entity id or unambiguous name; its organs count too. */
                asserted_by?: string[];
                /** @description To whom it was said; organs count too. */
                addressed_to?: string[];
                /** @description Document ids: only their claims are known. */
                source?: string[];
                /** @description Data set ids: only their claims are known. */
                dataset?: string[];
                /** @description Keeps relations with a claim that the text supports at least this surely. */
                min_confidence?: components["schemas"]["Confidence"] | null;
                /** @description States that hold on this date, and events that had happened by it: YYYY, YYYY-MM, YYYY-MM-DD or another EDTF date. */
                as_of?: string | null;
                /** @description Only what our sources had said by the end of this date: YYYY, YYYY-MM, YYYY-MM-DD or another EDTF date. */
                known_at?: string | null;
                /** @description What holds or happens in this EDTF interval, such as `2018/2019-06` or `2019/..`. */
                during?: string | null;
                /** @description How `during` is met. */
                time_match?: "overlaps" | "within";
                /** @description Whether vague dates count under some reading or only under all. */
                certainty?: "possible" | "certain";
                /** @description Words in the notes or the date words of a claim. */
                q?: string | null;
                /** @description Entity filters mean the very entity, without its organs. */
                exact?: boolean;
                /** @description Seeds: entity ids or unambiguous names. None: the whole graph, filtered. */
                entity?: string[];
                /** @description Keep entities of these types (subtypes included) beside the seeds. */
                entity_type?: string[];
                /** @description Steps from the seeds. */
                depth?: number;
                /** @description Most nodes; `all` for formats that stream. */
                limit?: string;
                /** @description What comes along in JSON. */
                include?: ("claims" | "sources" | "ontology" | "facets")[];
                /** @description A name from `/v1/formats`; also by `Accept`. */
                format?: string | null;
                /** @description Width of a picture in pixels. */
                width?: number;
                /** @description Height of a picture in pixels. */
                height?: number;
                /** @description Colours of a picture. */
                theme?: "light" | "dark";
                /** @description Also what the rules of the data infer, marked as derived. */
                include_derived?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GraphDocument"];
                    "application/x-ndjson": string;
                    "application/graphml+xml": string;
                    "application/gexf+xml": string;
                    "text/vnd.graphviz": string;
                    "application/vnd.mermaid": string;
                    "application/zip": string;
                    "application/ld+json": string;
                    "text/turtle": string;
                    "application/trig": string;
                    "application/n-quads": string;
                    "application/stix+json": string;
                    "application/geo+json": string;
                    "image/svg+xml": string;
                    "image/png": string;
                };
            };
            /** @description The client has this answer already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown or its value is not acceptable; says what would be right. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No format has a media type that `Accept` takes; the ones that there are are named. */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned snapshot is no longer served. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The path or the query string is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The question is past a bound, which is named. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No snapshot is loaded, or the time limit was reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    formats_v1_formats_get: {
        parameters: {
            query?: {
                /** @description Answer from this snapshot only; 409 when it is no longer served. */
                snapshot?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormatList"];
                };
            };
            /** @description The client has this answer already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown or its value is not acceptable; says what would be right. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned snapshot is no longer served. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The path or the query string is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No snapshot is loaded, or the time limit was reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    paths_v1_paths_get: {
        parameters: {
            query: {
                /** @description Answer from this snapshot only; 409 when it is no longer served. */
                snapshot?: string | null;
                /** @description Relation type ids; subtypes are included. */
                type?: string[];
                /** @description Categories of relation types, such as `diplomatic`. */
                category?: string[];
                /** @description Tone of the relation. */
                polarity?: ("cooperative" | "neutral" | "conflictual")[];
                /** @description What the relation's claims amount to, such as `alleged`. */
                status?: components["schemas"]["Status"][];
                /** @description Keeps relations with a claim in this mode; never changes a status. */
                modality?: components["schemas"]["Modality"][];
                /** @description Keeps relations with a claim of this stance. */
                stance?: components["schemas"]["Stance"][];
                /** @description How far the deed has come. */
                progress?: components["schemas"]["Progress"][];
                /** @description Whose voice: an entity id or unambiguous name; its organs count too. */
                asserted_by?: string[];
                /** @description To whom it was said; organs count too. */
                addressed_to?: string[];
                /** @description Document ids: only their claims are known. */
                source?: string[];
                /** @description Data set ids: only their claims are known. */
                dataset?: string[];
                /** @description Keeps relations with a claim that the text supports at least this surely. */
                min_confidence?: components["schemas"]["Confidence"] | null;
                /** @description States that hold on this date, and events that had happened by it: YYYY, YYYY-MM, YYYY-MM-DD or another EDTF date. */
                as_of?: string | null;
                /** @description Only what our sources had said by the end of this date: YYYY, YYYY-MM, YYYY-MM-DD or another EDTF date. */
                known_at?: string | null;
                /** @description What holds or happens in this EDTF interval, such as `2018/2019-06` or `2019/..`. */
                during?: string | null;
                /** @description How `during` is met. */
                time_match?: "overlaps" | "within";
                /** @description Whether vague dates count under some reading or only under all. */
                certainty?: "possible" | "certain";
                /** @description Words in the notes or the date words of a claim. */
                q?: string | null;
                /** @description Entity filters mean the very entity, without its organs. */
                exact?: boolean;
                /** @description Entity id or unambiguous name. */
                start: string | null;
                /** @description Entity id or unambiguous name. */
                end: string | null;
                /** @description Most relations on a path, at most 6. */
                max_depth?: number;
                /** @description Most paths, at most 50. */
                max_paths?: number;
                /** @description Follow relations only from subject to object. */
                directed?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PathsAnswer"];
                };
            };
            /** @description The client has this answer already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown or its value is not acceptable; says what would be right. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned snapshot is no longer served. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The path or the query string is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The question is past a bound, which is named. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No snapshot is loaded, or the time limit was reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    match_v1_match_post: {
        parameters: {
            query?: {
                /** @description Answer from this snapshot only; 409 when it is no longer served. */
                snapshot?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MatchBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MatchAnswer"];
                };
            };
            /** @description A parameter is unknown or its value is not acceptable; says what would be right. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned snapshot is no longer served. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The path or the query string is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The question is past a bound, which is named. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No snapshot is loaded, or the time limit was reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    explain_v1_explain_get: {
        parameters: {
            query: {
                /** @description Answer from this snapshot only; 409 when it is no longer served. */
                snapshot?: string | null;
                /** @description Relation type ids; subtypes are included. */
                type?: string[];
                /** @description Categories of relation types, such as `diplomatic`. */
                category?: string[];
                /** @description Tone of the relation. */
                polarity?: ("cooperative" | "neutral" | "conflictual")[];
                /** @description What the relation's claims amount to, such as `alleged`. */
                status?: components["schemas"]["Status"][];
                /** @description Keeps relations with a claim in this mode; never changes a status. */
                modality?: components["schemas"]["Modality"][];
                /** @description Keeps relations with a claim of this stance. */
                stance?: components["schemas"]["Stance"][];
                /** @description How far the deed has come. */
                progress?: components["schemas"]["Progress"][];
                /** @description Whose voice: an entity id or unambiguous name; its organs count too. */
                asserted_by?: string[];
                /** @description To whom it was said; organs count too. */
                addressed_to?: string[];
                /** @description Document ids: only their claims are known. */
                source?: string[];
                /** @description Data set ids: only their claims are known. */
                dataset?: string[];
                /** @description Keeps relations with a claim that the text supports at least this surely. */
                min_confidence?: components["schemas"]["Confidence"] | null;
                /** @description States that hold on this date, and events that had happened by it: YYYY, YYYY-MM, YYYY-MM-DD or another EDTF date. */
                as_of?: string | null;
                /** @description Only what our sources had said by the end of this date: YYYY, YYYY-MM, YYYY-MM-DD or another EDTF date. */
                known_at?: string | null;
                /** @description What holds or happens in this EDTF interval, such as `2018/2019-06` or `2019/..`. */
                during?: string | null;
                /** @description How `during` is met. */
                time_match?: "overlaps" | "within";
                /** @description Whether vague dates count under some reading or only under all. */
                certainty?: "possible" | "certain";
                /** @description Words in the notes or the date words of a claim. */
                q?: string | null;
                /** @description Entity filters mean the very entity, without its organs. */
                exact?: boolean;
                /** @description Entity id or unambiguous name. Its organs count too, unless `exact`. */
                start: string | null;
                /** @description Entity id or unambiguous name. Its organs count too, unless `exact`. */
                end: string | null;
                /** @description Most relations on a path. */
                max_depth?: number;
                /** @description Most paths beside the direct relations. */
                max_paths?: number;
                /** @description `claims`: all claims with their evidence. */
                include?: "claims"[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Explanation"];
                };
            };
            /** @description The client has this answer already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown or its value is not acceptable; says what would be right. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned snapshot is no longer served. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The path or the query string is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The question is past a bound, which is named. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No snapshot is loaded, or the time limit was reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    derived_v1_derived_get: {
        parameters: {
            query?: {
                /** @description Answer from this snapshot only; 409 when it is no longer served. */
                snapshot?: string | null;
                /** @description Results on a page, at most 1000. */
                limit?: number;
                /** @description Results to skip, at most 10000. */
                offset?: number;
                /** @description Relation type ids; subtypes are included. */
                type?: string[];
                /** @description Categories of relation types, such as `diplomatic`. */
                category?: string[];
                /** @description Tone of the relation. */
                polarity?: ("cooperative" | "neutral" | "conflictual")[];
                /** @description What the relation's claims amount to, such as `alleged`. */
                status?: components["schemas"]["Status"][];
                /** @description Keeps relations with a claim in this mode; never changes a status. */
                modality?: components["schemas"]["Modality"][];
                /** @description Keeps relations with a claim of this stance. */
                stance?: components["schemas"]["Stance"][];
                /** @description How far the deed has come. */
                progress?: components["schemas"]["Progress"][];
                /** @description Whose voice: an entity id or unambiguous name; its organs count too. */
                asserted_by?: string[];
                /** @description To whom it was said; organs count too. */
                addressed_to?: string[];
                /** @description Document ids: only their claims are known. */
                source?: string[];
                /** @description Data set ids: only their claims are known. */
                dataset?: string[];
                /** @description Keeps relations with a claim that the text supports at least this surely. */
                min_confidence?: components["schemas"]["Confidence"] | null;
                /** @description States that hold on this date, and events that had happened by it: YYYY, YYYY-MM, YYYY-MM-DD or another EDTF date. */
                as_of?: string | null;
                /** @description Only what our sources had said by the end of this date: YYYY, YYYY-MM, YYYY-MM-DD or another EDTF date. */
                known_at?: string | null;
                /** @description What holds or happens in this EDTF interval, such as `2018/2019-06` or `2019/..`. */
                during?: string | null;
                /** @description How `during` is met. */
                time_match?: "overlaps" | "within";
                /** @description Whether vague dates count under some reading or only under all. */
                certainty?: "possible" | "certain";
                /** @description Words in the notes or the date words of a claim. */
                q?: string | null;
                /** @description Entity filters mean the very entity, without its organs. */
                exact?: boolean;
                /** @description Entity ids or unambiguous names at the subject's end. */
                subject?: string[];
                /** @description Entity ids or unambiguous names at the object's end. */
                object?: string[];
                /** @description Pairs `a,b`, in either direction. */
                between?: string[];
                /** @description Only by these rules. */
                rule?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DerivedAnswer"];
                };
            };
            /** @description The client has this answer already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown or its value is not acceptable; says what would be right. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned snapshot is no longer served. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The path or the query string is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The question is past a bound, which is named. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No snapshot is loaded, or the time limit was reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    derived_by_v1_derived_post: {
        parameters: {
            query?: {
                /** @description Answer from this snapshot only; 409 when it is no longer served. */
                snapshot?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DerivedBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DerivedAnswer"];
                };
            };
            /** @description A parameter is unknown or its value is not acceptable; says what would be right. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned snapshot is no longer served. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The path or the query string is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The question is past a bound, which is named. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No snapshot is loaded, or the time limit was reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    diff_v1_diff_get: {
        parameters: {
            query: {
                /** @description Answer from this snapshot only; 409 when it is no longer served. */
                snapshot?: string | null;
                /** @description Results on a page, at most 1000. */
                limit?: number;
                /** @description Results to skip, at most 10000. */
                offset?: number;
                /** @description Relation type ids; subtypes are included. */
                type?: string[];
                /** @description Categories of relation types, such as `diplomatic`. */
                category?: string[];
                /** @description Tone of the relation. */
                polarity?: ("cooperative" | "neutral" | "conflictual")[];
                /** @description What the relation's claims amount to, such as `alleged`. */
                status?: components["schemas"]["Status"][];
                /** @description Keeps relations with a claim in this mode; never changes a status. */
                modality?: components["schemas"]["Modality"][];
                /** @description Keeps relations with a claim of this stance. */
                stance?: components["schemas"]["Stance"][];
                /** @description How far the deed has come. */
                progress?: components["schemas"]["Progress"][];
                /** @description Whose voice: an entity id or unambiguous name; its organs count too. */
                asserted_by?: string[];
                /** @description To whom it was said; organs count too. */
                addressed_to?: string[];
                /** @description Document ids: only their claims are known. */
                source?: string[];
                /** @description Data set ids: only their claims are known. */
                dataset?: string[];
                /** @description Keeps relations with a claim that the text supports at least this surely. */
                min_confidence?: components["schemas"]["Confidence"] | null;
                /** @description States that hold on this date, and events that had happened by it: YYYY, YYYY-MM, YYYY-MM-DD or another EDTF date. */
                as_of?: string | null;
                /** @description Only what our sources had said by the end of this date: YYYY, YYYY-MM, YYYY-MM-DD or another EDTF date. */
                known_at?: string | null;
                /** @description What holds or happens in this EDTF interval, such as `2018/2019-06` or `2019/..`. */
                during?: string | null;
                /** @description How `during` is met. */
                time_match?: "overlaps" | "within";
                /** @description Whether vague dates count under some reading or only under all. */
                certainty?: "possible" | "certain";
                /** @description Words in the notes or the date words of a claim. */
                q?: string | null;
                /** @description Entity filters mean the very entity, without its organs. */
                exact?: boolean;
                /** @description The earlier date: YYYY, YYYY-MM, YYYY-MM-DD or another EDTF date. */
                from: string | null;
                /** @description The later date: YYYY, YYYY-MM, YYYY-MM-DD or another EDTF date. */
                to: string | null;
                /** @description `valid`: what changed in the world; `known`: what changed in what sources had said. */
                clock?: "valid" | "known";
                /** @description Only changes of these kinds. */
                change?: ("added" | "ended" | "changed")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DiffAnswer"];
                };
            };
            /** @description The client has this answer already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown or its value is not acceptable; says what would be right. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned snapshot is no longer served. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The path or the query string is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No snapshot is loaded, or the time limit was reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    timeline_v1_timeline_get: {
        parameters: {
            query?: {
                /** @description Answer from this snapshot only; 409 when it is no longer served. */
                snapshot?: string | null;
                /** @description Relation type ids; subtypes are included. */
                type?: string[];
                /** @description Categories of relation types, such as `diplomatic`. */
                category?: string[];
                /** @description Tone of the relation. */
                polarity?: ("cooperative" | "neutral" | "conflictual")[];
                /** @description What the relation's claims amount to, such as `alleged`. */
                status?: components["schemas"]["Status"][];
                /** @description Keeps relations with a claim in this mode; never changes a status. */
                modality?: components["schemas"]["Modality"][];
                /** @description Keeps relations with a claim of this stance. */
                stance?: components["schemas"]["Stance"][];
                /** @description How far the deed has come. */
                progress?: components["schemas"]["Progress"][];
                /** @description Whose voice: an entity id or unambiguous name; its organs count too. */
                asserted_by?: string[];
                /** @description To whom it was said; organs count too. */
                addressed_to?: string[];
                /** @description Document ids: only their claims are known. */
                source?: string[];
                /** @description Data set ids: only their claims are known. */
                dataset?: string[];
                /** @description Keeps relations with a claim that the text supports at least this surely. */
                min_confidence?: components["schemas"]["Confidence"] | null;
                /** @description States that hold on this date, and events that had happened by it: YYYY, YYYY-MM, YYYY-MM-DD or another EDTF date. */
                as_of?: string | null;
                /** @description Only what our sources had said by the end of this date: YYYY, YYYY-MM, YYYY-MM-DD or another EDTF date. */
                known_at?: string | null;
                /** @description What holds or happens in this EDTF interval, such as `2018/2019-06` or `2019/..`. */
                during?: string | null;
                /** @description How `during` is met. */
                time_match?: "overlaps" | "within";
                /** @description Whether vague dates count under some reading or only under all. */
                certainty?: "possible" | "certain";
                /** @description Words in the notes or the date words of a claim. */
                q?: string | null;
                /** @description Entity filters mean the very entity, without its organs. */
                exact?: boolean;
                /** @description Length of a bucket. */
                interval?: "day" | "month" | "year";
                /** @description Entity id or unambiguous name. Its organs count too, unless `exact`. */
                entity?: string | null;
                /** @description Pairs `a,b`, in either direction. */
                between?: string[];
                /** @description List the items of each bucket, in their known order. */
                items?: boolean;
                /** @description Give a score also to what is not affirmed as fact. */
                weigh_all?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimelineAnswer"];
                };
            };
            /** @description The client has this answer already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown or its value is not acceptable; says what would be right. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned snapshot is no longer served. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The path or the query string is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The question is past a bound, which is named. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No snapshot is loaded, or the time limit was reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    balance_v1_balance_get: {
        parameters: {
            query?: {
                /** @description Answer from this snapshot only; 409 when it is no longer served. */
                snapshot?: string | null;
                /** @description Relation type ids; subtypes are included. */
                type?: string[];
                /** @description Categories of relation types, such as `diplomatic`. */
                category?: string[];
                /** @description Tone of the relation. */
                polarity?: ("cooperative" | "neutral" | "conflictual")[];
                /** @description What the relation's claims amount to, such as `alleged`. */
                status?: components["schemas"]["Status"][];
                /** @description Keeps relations with a claim in this mode; never changes a status. */
                modality?: components["schemas"]["Modality"][];
                /** @description Keeps relations with a claim of this stance. */
                stance?: components["schemas"]["Stance"][];
                /** @description How far the deed has come. */
                progress?: components["schemas"]["Progress"][];
                /** @description Whose voice: an entity id or unambiguous name; its organs count too. */
                asserted_by?: string[];
                /** @description To whom it was said; organs count too. */
                addressed_to?: string[];
                /** @description Document ids: only their claims are known. */
                source?: string[];
                /** @description Data set ids: only their claims are known. */
                dataset?: string[];
                /** @description Keeps relations with a claim that the text supports at least this surely. */
                min_confidence?: components["schemas"]["Confidence"] | null;
                /** @description States that hold on this date, and events that had happened by it: YYYY, YYYY-MM, YYYY-MM-DD or another EDTF date. */
                as_of?: string | null;
                /** @description Only what our sources had said by the end of this date: YYYY, YYYY-MM, YYYY-MM-DD or another EDTF date. */
                known_at?: string | null;
                /** @description What holds or happens in this EDTF interval, such as `2018/2019-06` or `2019/..`. */
                during?: string | null;
                /** @description How `during` is met. */
                time_match?: "overlaps" | "within";
                /** @description Whether vague dates count under some reading or only under all. */
                certainty?: "possible" | "certain";
                /** @description Words in the notes or the date words of a claim. */
                q?: string | null;
                /** @description Entity filters mean the very entity, without its organs. */
                exact?: boolean;
                /** @description Only entities of these types (subtypes included); `Actor` by default. */
                entity_type?: string[];
                /** @description Organs count for their state. */
                roll_up?: boolean;
                /** @description Give a sign also to what is not affirmed as fact. */
                weigh_all?: boolean;
                /** @description List unbalanced triads only. */
                unbalanced?: boolean;
                /** @description Most entries of each list. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BalanceAnswer"];
                };
            };
            /** @description The client has this answer already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown or its value is not acceptable; says what would be right. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned snapshot is no longer served. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The path or the query string is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The question is past a bound, which is named. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No snapshot is loaded, or the time limit was reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    metrics_v1_analytics_get: {
        parameters: {
            query?: {
                /** @description Answer from this snapshot only; 409 when it is no longer served. */
                snapshot?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MetricList"];
                };
            };
            /** @description The client has this answer already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown or its value is not acceptable; says what would be right. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned snapshot is no longer served. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The path or the query string is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No snapshot is loaded, or the time limit was reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    measured_v1_analytics__metric__get: {
        parameters: {
            query?: {
                /** @description Answer from this snapshot only; 409 when it is no longer served. */
                snapshot?: string | null;
                /** @description Results on a page, at most 1000. */
                limit?: number;
                /** @description Results to skip, at most 10000. */
                offset?: number;
                /** @description Relation type ids; subtypes are included. */
                type?: string[];
                /** @description Categories of relation types, such as `diplomatic`. */
                category?: string[];
                /** @description Tone of the relation. */
                polarity?: ("cooperative" | "neutral" | "conflictual")[];
                /** @description What the relation's claims amount to, such as `alleged`. */
                status?: components["schemas"]["Status"][];
                /** @description Keeps relations with a claim in this mode; never changes a status. */
                modality?: components["schemas"]["Modality"][];
                /** @description Keeps relations with a claim of this stance. */
                stance?: components["schemas"]["Stance"][];
                /** @description How far the deed has come. */
                progress?: components["schemas"]["Progress"][];
                /** @description Whose voice: an entity id or unambiguous name; its organs count too. */
                asserted_by?: string[];
                /** @description To whom it was said; organs count too. */
                addressed_to?: string[];
                /** @description Document ids: only their claims are known. */
                source?: string[];
                /** @description Data set ids: only their claims are known. */
                dataset?: string[];
                /** @description Keeps relations with a claim that the text supports at least this surely. */
                min_confidence?: components["schemas"]["Confidence"] | null;
                /** @description States that hold on this date, and events that had happened by it: YYYY, YYYY-MM, YYYY-MM-DD or another EDTF date. */
                as_of?: string | null;
                /** @description Only what our sources had said by the end of this date: YYYY, YYYY-MM, YYYY-MM-DD or another EDTF date. */
                known_at?: string | null;
                /** @description What holds or happens in this EDTF interval, such as `2018/2019-06` or `2019/..`. */
                during?: string | null;
                /** @description How `during` is met. */
                time_match?: "overlaps" | "within";
                /** @description Whether vague dates count under some reading or only under all. */
                certainty?: "possible" | "certain";
                /** @description Words in the notes or the date words of a claim. */
                q?: string | null;
                /** @description Entity filters mean the very entity, without its organs. */
                exact?: boolean;
                /** @description degree: which count ranks the entities. */
                by?: string | null;
                /** @description degree: give a sign also to what is not affirmed as fact. */
                weigh_all?: boolean | null;
                /** @description betweenness: shortest ways from only so many entities. */
                sample?: number | null;
                /** @description pagerank: how often a relation is followed. */
                damping?: number | null;
                /** @description pagerank: most rounds. */
                iterations?: number | null;
                /** @description communities: above 1, more and smaller groups. */
                resolution?: number | null;
                /** @description k-core: only entities of this core or a deeper one. */
                k?: number | null;
            };
            header?: never;
            path: {
                /** @description Name of a metric. */
                metric: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Measurement"];
                };
            };
            /** @description The client has this answer already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown or its value is not acceptable; says what would be right. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has this id; close matches are named. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned snapshot is no longer served. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The path or the query string is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The question is past a bound, which is named. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No snapshot is loaded, or the time limit was reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    manifest_reconcile_get: {
        parameters: {
            query?: {
                /** @description Answer from this snapshot only; 409 when it is no longer served. */
                snapshot?: string | null;
                /** @description A batch of queries as JSON (version 0.2). */
                queries?: string | null;
                /** @description A data extension query as JSON. */
                extend?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Manifest"] | components["schemas"]["Extension"] | components["schemas"]["Batch"];
                };
            };
            /** @description The client has this answer already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown or its value is not acceptable; says what would be right. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned snapshot is no longer served. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The path or the query string is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No snapshot is loaded, or the time limit was reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    batch_reconcile_post: {
        parameters: {
            query?: {
                /** @description Answer from this snapshot only; 409 when it is no longer served. */
                snapshot?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": {
                    queries?: string;
                    extend?: string;
                };
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Manifest"] | components["schemas"]["Extension"] | components["schemas"]["Batch"];
                };
            };
            /** @description A parameter is unknown or its value is not acceptable; says what would be right. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned snapshot is no longer served. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The path or the query string is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No snapshot is loaded, or the time limit was reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    match_reconcile_match_post: {
        parameters: {
            query?: {
                /** @description Answer from this snapshot only; 409 when it is no longer served. */
                snapshot?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    queries: unknown[];
                };
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MatchedBatch"];
                };
            };
            /** @description A parameter is unknown or its value is not acceptable; says what would be right. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned snapshot is no longer served. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The path or the query string is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No snapshot is loaded, or the time limit was reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    suggest_entity_reconcile_suggest_entity_get: {
        parameters: {
            query?: {
                /** @description Answer from this snapshot only; 409 when it is no longer served. */
                snapshot?: string | null;
                /** @description The beginning of a name. */
                prefix?: string;
                /** @description Suggestions to skip. */
                cursor?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuggestedEntities"];
                };
            };
            /** @description The client has this answer already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown or its value is not acceptable; says what would be right. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned snapshot is no longer served. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The path or the query string is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No snapshot is loaded, or the time limit was reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    suggest_type_reconcile_suggest_type_get: {
        parameters: {
            query?: {
                /** @description Answer from this snapshot only; 409 when it is no longer served. */
                snapshot?: string | null;
                /** @description The beginning of a name. */
                prefix?: string;
                /** @description Suggestions to skip. */
                cursor?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuggestedThings"];
                };
            };
            /** @description The client has this answer already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown or its value is not acceptable; says what would be right. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned snapshot is no longer served. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The path or the query string is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No snapshot is loaded, or the time limit was reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    suggest_property_reconcile_suggest_property_get: {
        parameters: {
            query?: {
                /** @description Answer from this snapshot only; 409 when it is no longer served. */
                snapshot?: string | null;
                /** @description The beginning of a name. */
                prefix?: string;
                /** @description Suggestions to skip. */
                cursor?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuggestedThings"];
                };
            };
            /** @description The client has this answer already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown or its value is not acceptable; says what would be right. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned snapshot is no longer served. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The path or the query string is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No snapshot is loaded, or the time limit was reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    properties_reconcile_properties_get: {
        parameters: {
            query?: {
                /** @description Answer from this snapshot only; 409 when it is no longer served. */
                snapshot?: string | null;
                /** @description An entity type. */
                type?: string | null;
                /** @description Most properties. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposedProperties"];
                };
            };
            /** @description The client has this answer already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is unknown or its value is not acceptable; says what would be right. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The pinned snapshot is no longer served. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The path or the query string is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No snapshot is loaded, or the time limit was reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    healthz_healthz_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The path or the query string is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No snapshot is loaded, or the time limit was reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readyz_readyz_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The path or the query string is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
        };
    };
    metrics_metrics_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The path or the query string is too long. */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No snapshot is loaded, or the time limit was reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
