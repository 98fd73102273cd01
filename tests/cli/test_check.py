"""`playground check`: one row a block, the problems, the sums."""

from __future__ import annotations


def test_rows_have_shapes_parameters_and_flops(cli, document):
    done = cli("check", document, "--json")
    assert done.status == 0, done.out
    nodes = {row["node"]: row for row in done.rows if row["event"] == "node"}
    assert list(nodes) == ["x", "hidden", "act", "out"]
    assert nodes["hidden"]["inputs"] == [[2]]
    assert nodes["hidden"]["output"] == [4]
    assert nodes["hidden"]["parameters"] == 2 * 4 + 4
    assert nodes["hidden"]["flops"] == 2 * 2 * 4 + 4
    assert done.last == {
        "event": "done",
        "ok": True,
        "errors": 0,
        "warnings": 0,
        "parameters": 2 * 4 + 4 + 4 * 2 + 2,
        "flops": sum(node["flops"] for node in nodes.values()),
        "activations": sum(node["activations"] for node in nodes.values()),
    }


def test_a_person_sees_a_table(cli, document):
    done = cli("check", document)
    assert done.status == 0
    lines = {line.split()[0]: line for line in done.out.splitlines() if line.strip()}
    assert "Linear" in lines["hidden"]
    assert "12" in lines["hidden"]
    assert "22" in lines["Sum"]
    assert "No problems." in done.out


def test_a_problem_comes_with_place_hint_and_repairs(cli, fields, save):
    fields["data"] = {"dataset": "digits"}  # pictures, which a linear layer cannot take
    path = save(fields)
    done = cli("check", path, "--json")
    assert done.status == 1
    problem = next(row for row in done.rows if row["event"] == "problem")
    assert problem["node"] == "hidden"
    assert problem["kind"] == "wrong_rank"
    assert "1×8×8" in problem["message"]
    assert problem["fixes"]
    assert done.last["errors"] >= 1
    shown = cli("check", path)
    assert shown.status == 1
    assert "Error: hidden" in shown.out
    assert f"[{problem['fixes'][0]}]" in shown.out


def test_an_upstream_fault_leaves_the_shapes_before_it(cli, fields, save):
    fields["nodes"][3] = {"id": "out", "block": "conv2d"}
    rows = cli("check", save(fields), "--json").rows
    nodes = {row["node"]: row for row in rows if row["event"] == "node"}
    assert nodes["act"]["output"] == [4]
    assert nodes["out"]["output"] is None
