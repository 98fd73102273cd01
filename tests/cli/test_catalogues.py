"""`playground presets`, `blocks` and `datasets`: what there is."""

from __future__ import annotations

import pytest

from playground.registry import blocks, datasets
from playground.resources import preset_paths


def test_blocks_come_with_ports_and_schema(cli):
    rows = {row["key"]: row for row in cli("blocks", "--json").rows}
    assert list(rows) == list(blocks)
    linear = rows["linear"]
    assert linear["title"] == "Linear"
    port = {"name": "in", "axes": "F|TF", "many": False, "tokens": False}
    assert linear["inputs"] == [port]
    assert rows["embedding"]["inputs"] == [{**port, "axes": "T", "tokens": True}]
    assert linear["schema"]["properties"]["out_features"]["minimum"] == 1
    assert all(row["summary"] and row["schema"]["type"] == "object" for row in rows.values())


def test_datasets_come_with_schema(cli):
    rows = {row["key"]: row for row in cli("datasets", "--json").rows}
    assert list(rows) == list(datasets)
    assert rows["iris"]["samples"] == 150
    assert "noise" in rows["xor"]["schema"]["properties"]


def test_a_dataset_that_cannot_count_hides_no_other(cli, monkeypatch):
    def count(_self):
        raise ZeroDivisionError

    monkeypatch.setattr(datasets.get("iris"), "count", count)
    rows = {row["key"]: row for row in cli("datasets", "--json").rows}
    assert list(rows) == list(datasets)
    assert rows["iris"]["samples"] is None


def test_presets_are_listed(cli):
    rows = cli("presets", "--json").rows
    assert [row["name"] for row in rows] == list(preset_paths())
    assert all(row["title"] and row["about"] and row["blocks"] > 0 for row in rows)


@pytest.mark.parametrize(
    ("command", "words"), [("blocks", "linear"), ("datasets", "iris"), ("presets", "digits-cnn")]
)
def test_people_see_tables(cli, command, words):
    done = cli(command)
    assert done.status == 0
    assert words in done.out
    assert "{" not in done.out


@pytest.mark.parametrize("command", ["blocks", "datasets", "presets"])
def test_texts_follow_the_language(cli, command):
    english, chinese = cli(command, "--json"), cli(command, "--json", "--lang", "zh")
    assert len(english.rows) == len(chinese.rows)
    assert english.rows != chinese.rows
    for before, after in zip(english.rows, chinese.rows, strict=True):
        assert any("\u4e00" <= letter <= "\u9fff" for letter in after["title"] + str(after)), before
