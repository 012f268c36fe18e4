"""The door of this package: `load` gives a Dataset or raises with every problem; `check` lists the problems."""

from __future__ import annotations

from pathlib import Path

from app.errors import InvalidData
from app.loading.building import ClaimBuilder, build_dataset, check_duplicate_claims
from app.loading.check_assertions import check_assertions
from app.loading.check_cycles import check_cycles
from app.loading.check_ids import check_ids
from app.loading.check_ontology import check_ontology
from app.loading.check_references import check_references
from app.loading.check_rules import check_rules
from app.loading.check_silences import check_silences
from app.loading.reading import read_corpus, read_sources
from app.loading.rules import check_rule_files
from app.model.dataset import Dataset
from app.model.problem import Problem
from app.model.source import Source


def load(graph_data: Path, seeds: Path) -> Dataset:
    """Read and validate everything; InvalidData carries all problems, sorted by place."""
    dataset, problems = inspect(graph_data, seeds)
    if dataset is None:
        raise InvalidData(problems)
    return dataset


def check(graph_data: Path, seeds: Path) -> tuple[Problem, ...]:
    """All problems of all files, sorted by place; empty if there are none."""
    return inspect(graph_data, seeds)[1]


def inspect(graph_data: Path, seeds: Path) -> tuple[Dataset | None, tuple[Problem, ...]]:
    """The data set, or None and why."""
    corpus, problems = read_corpus(graph_data, seeds)
    builder = ClaimBuilder(corpus)
    problems.extend(check_ids(corpus))
    problems.extend(check_ontology(corpus))
    problems.extend(check_references(corpus))
    problems.extend(check_cycles(corpus))
    problems.extend(check_rules(corpus))
    problems.extend(check_silences(corpus))
    problems.extend(check_rule_files(corpus))
    problems.extend(check_duplicate_claims(builder))
    problems.extend(check_assertions(corpus, builder))
    if problems:
        return None, tuple(sorted(set(problems)))
    return build_dataset(corpus, builder), ()


def load_sources(graph_data: Path, seeds: Path) -> tuple[Source, ...]:
    """The source records alone, whatever the state of the rest; InvalidData if one of them is wrong."""
    shelf, problems = read_sources(graph_data, seeds)
    if problems:
        raise InvalidData(sorted(problems))
    return tuple(record.to_model() for record in shelf.records())
