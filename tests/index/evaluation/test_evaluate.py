"""The measures, the files they are taken from, and the command that prints them."""

from __future__ import annotations

import json
from dataclasses import replace
from math import log2
from pathlib import Path

import pytest

from content.model import Hazard
from index.errors import EvaluationDataError
from index.evaluation.evaluate import main, measure_pack
from index.evaluation.metrics import (
    best_within,
    interval,
    mean,
    ndcg,
    percentile,
    recall,
    reciprocal_rank,
    ungraded,
)
from index.evaluation.qrels import danger_queries, own_queries, read_collection, read_queries
from tests.index.made import SMALL, small_library

GRADES = {"a": 2, "b": 1, "c": 0}


@pytest.mark.parametrize(
    ("ranked", "expected"),
    [
        (["a", "b"], 1.0),
        (["b", "a"], (1 + 2 / log2(3)) / (2 + 1 / log2(3))),
        (["x", "a"], (2 / log2(3)) / (2 + 1 / log2(3))),
        (["x"] * 10 + ["a"], 0.0),
        ([], 0.0),
    ],
)
def test_ndcg(ranked: list[str], expected: float) -> None:
    assert ndcg(ranked, GRADES) == pytest.approx(expected)


def test_the_other_measures() -> None:
    assert reciprocal_rank(["x", "c", "b"], GRADES) == pytest.approx(1 / 3)
    assert reciprocal_rank(["x"], GRADES) == 0
    assert recall(["b"], GRADES) == 0.5
    assert (best_within(["b", "a"], GRADES, 1), best_within(["b", "a"], GRADES, 2)) == (False, True)
    assert ungraded(GRADES) == {"a": 1, "b": 1}
    assert (mean([]), percentile([], 0.5), percentile([3, 1, 2], 0.5)) == (0, 0, 2)


def test_a_table_of_questions_is_read(tmp_path: Path) -> None:
    file = tmp_path / "queries.tsv"
    file.write_text('qid\tquery\ttype\tgrades\nQ1\twho "to" ring\tplain\twho:2; night:1\n', "utf-8")
    (query,) = read_queries(file)
    assert (query.id, query.words, query.kind) == ("Q1", 'who "to" ring', "plain")
    assert query.grades == {"who": 2, "night": 1}


@pytest.mark.parametrize("row", ["Q1\twords", "Q1\twords\tplain\twho", "Q1\twords\tplain\twho:many"])
def test_a_wrong_row_is_named(tmp_path: Path, row: str) -> None:
    file = tmp_path / "queries.tsv"
    file.write_text(f"qid\tquery\ttype\tgrades\n{row}\n", "utf-8")
    with pytest.raises(EvaluationDataError, match=r"queries\.tsv:2"):
        read_queries(file)


def test_the_small_pack_is_measured(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "queries.tsv"
    file.write_text(
        "qid\tquery\ttype\tgrades\n1\tcot death\tplain\tsafe-sleep:2\n2\tqqq\todd\tsafe-sleep:2\n"
    )
    assert main(["--pack", str(SMALL), "--queries", str(file)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["queries"], told["top1"], told["no_hits"]) == (2, 0.5, ["qqq"])
    sure = {name: [1, 1] for name in ("nDCG@10", "MRR@10", "top1", "top3")}
    assert told["by_type"]["plain"] == {"queries": 1, **dict.fromkeys(sure, 1), "within": sure}
    assert told["within"]["top1"] == [0, 1]


def test_the_small_pack_proves_itself(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--pack", str(SMALL)]) == 0
    assert json.loads(capsys.readouterr().out)["top3"] == 1


@pytest.fixture
def collection(tmp_path: Path) -> Path:
    docs = [
        {"id": 1, "title": "Flow", "text": "Heat flow in slabs."},
        {"id": 2, "title": "", "text": "Wings."},
    ]
    queries = [{"id": 7, "text": "flow of heat"}, {"id": 8, "text": "not judged"}]
    for name, rows in (("docs", docs), ("queries", queries)):
        (tmp_path / f"{name}.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    (tmp_path / "qrels.tsv").write_text("query-id\tdoc-id\tscore\n7\t1\t3\n", "utf-8")
    return tmp_path


def test_a_collection_is_measured(collection: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--collection", str(collection)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["queries"], told["nDCG@10"], told["recall@100"], told["documents"]) == (1, 1, 1, 2)
    assert told["index_bytes"] > 0


def test_a_line_that_is_no_json_is_named(collection: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (collection / "docs.jsonl").write_text('{"id": 1, "text": "x"}\nnonsense\n', "utf-8")
    assert main(["--collection", str(collection)]) == 2
    assert "docs.jsonl:2" in capsys.readouterr().err


def test_a_collection_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(EvaluationDataError, match="cannot be read"):
        read_collection(tmp_path)


def test_an_interval_holds_the_mean_and_narrows_with_more_questions() -> None:
    few, many = [0.0, 1.0] * 10, [0.0, 1.0] * 200
    low, high = interval(few)
    assert low < 0.5 < high
    assert interval(many)[1] - interval(many)[0] < high - low
    assert interval(few) == interval(few)
    assert (interval([]), interval([1.0, 1.0])) == ([0, 0], [1, 1])


def test_danger_questions_are_measured_apart() -> None:
    made = small_library()
    hazards = (
        Hazard("bruise", "A baby is hurt.", "baby-bruise", ("duty",), ("mark",), ("mark", "zeppelin")),
    )
    library = replace(made, hazards=hazards)
    assert [(query.words, query.grades) for query in danger_queries(library)] == [
        ("mark", {"baby-bruise": 2}),
        ("zeppelin", {"baby-bruise": 2}),
    ]
    told = measure_pack(library, own_queries(library))
    assert (told["danger"]["queries"], told["danger"]["top1"]) == (2, 0.5)
    assert told["danger"]["not_first"] == ["zeppelin"]
