"""The stable codes of all problems that curated data can have; `docs/problem-codes.md` explains each."""

from __future__ import annotations

from enum import StrEnum


class Code(StrEnum):
    """One kind of mistake; scripts and editors may rely on the value."""

    # Files
    MISSING_FILE = "missing-file"
    UNEXPECTED_FILE = "unexpected-file"
    UNREADABLE_FILE = "unreadable-file"
    FILE_TOO_LARGE = "file-too-large"
    FILE_NAME_MISMATCH = "file-name-mismatch"
    # Text
    NOT_UTF8 = "not-utf8"
    CONTROL_CHARACTER = "control-character"
    TAB = "tab"
    YAML_SYNTAX = "yaml-syntax"
    DUPLICATE_KEY = "duplicate-key"
    ANCHOR_OR_ALIAS = "anchor-or-alias"
    EXPLICIT_TAG = "explicit-tag"
    MULTIPLE_DOCUMENTS = "multiple-documents"
    NESTED_TOO_DEEP = "nested-too-deep"
    # Shape of a record
    UNKNOWN_FIELD = "unknown-field"
    MISSING_FIELD = "missing-field"
    WRONG_TYPE = "wrong-type"
    INVALID_VALUE = "invalid-value"
    INVALID_ID = "invalid-id"
    INVALID_DATE = "invalid-date"
    INVALID_COUNTRY = "invalid-country"
    INVALID_LANGUAGE = "invalid-language"
    OUT_OF_RANGE = "out-of-range"
    NO_EVIDENCE = "no-evidence"
    NO_VOICE = "no-voice"
    # References
    UNKNOWN_ENTITY = "unknown-entity"
    UNKNOWN_ENTITY_TYPE = "unknown-entity-type"
    UNKNOWN_RELATION_TYPE = "unknown-relation-type"
    UNKNOWN_SOURCE = "unknown-source"
    UNKNOWN_DATASET = "unknown-dataset"
    UNKNOWN_PARAGRAPH = "unknown-paragraph"
    UNKNOWN_CLAIM_KEY = "unknown-claim-key"
    UNKNOWN_ASSERTION = "unknown-assertion"
    UNKNOWN_WAIVED_ID = "unknown-waived-id"
    # Things that must differ
    DUPLICATE_ID = "duplicate-id"
    MERGED_ID_CLASH = "merged-id-clash"
    DUPLICATE_NAME = "duplicate-name"
    REPEATED_NAME = "repeated-name"
    DUPLICATE_CLAIM = "duplicate-claim"
    DUPLICATE_DOCUMENT = "duplicate-document"
    PARAGRAPH_NUMBER = "paragraph-number"
    # Rules of the ontology and of the rulings
    DOMAIN_VIOLATED = "domain-violated"
    RANGE_VIOLATED = "range-violated"
    ORGAN_VIOLATED = "organ-violated"
    SYMMETRY_VIOLATED = "symmetry-violated"
    SELF_LOOP = "self-loop"
    NOT_A_VOICE = "not-a-voice"
    MISSING_TARGET = "missing-target"
    UNDECLARED_ATTRIBUTE = "undeclared-attribute"
    INVALID_ATTRIBUTE = "invalid-attribute"
    CYCLE = "cycle"
    INVALID_RULE = "invalid-rule"
    CONTRADICTS_SILENCE = "contradicts-silence"
    ASSERTION_FAILED = "assertion-failed"
