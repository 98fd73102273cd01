"""Models of language: what is trained, how it is judged, and what cannot be trained."""

from __future__ import annotations

import math
from itertools import islice, pairwise

import pytest
import torch
from torch.nn import functional as F

from playground.check.check import check
from playground.document.model import Document
from playground.errors import TrainError
from playground.experiments._language import IGNORED, JUDGED, spread
from playground.registry import datasets, experiments
from playground.train.cadence import StepCadence
from playground.train.result import train
from playground.train.session import Session

ROWS = len(datasets.get("text").make({}).fields()["x"].vocabulary)  # another in each Python
SORT = {"dataset": "sort", "params": {"length": 2, "num_symbols": 3}}


@pytest.fixture(autouse=True)
def one_core():
    cores = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(cores)


def network(
    *middle, data=None, outputs=4, rows=16, experiment="language_model", steps=60, **params
):
    """Embedding, the blocks of the middle, and scores for all tokens."""
    nodes = [
        {"id": "x", "block": "input"},
        {"id": "embed", "block": "embedding", "params": {"num_embeddings": rows}},
        *middle,
        {"id": "out", "block": "linear", "params": {"out_features": outputs}},
    ]
    ids = [node["id"] for node in nodes]
    wires = []
    for a, b in pairwise(nodes):
        attends = b["block"] == "multihead_attention"
        ports = ("query", "key", "value") if attends else ("in",)
        wires += [[f"{a['id']}.out", f"{b['id']}.{port}"] for port in ports]
    return Document.model_validate(
        {
            "data": data or SORT,
            "nodes": nodes,
            "wires": wires,
            "train": {
                "experiment": experiment,
                "models": {"main": {"input": ids[0], "output": ids[-1]}},
                "params": {"batch_size": 4, **params},
                "steps": steps,
                "seed": 1,
            },
        }
    )


def block(key: str, **params) -> dict:
    return {"id": key, "block": key, "params": params}


def kinds(document: Document) -> list[str]:
    return [problem.kind for problem in check(document).problems]


def repaired(document: Document, kind: str, which: int = 0) -> Document:
    found = next(p for p in check(document).problems if p.kind == kind)
    assert found.severity == "error"
    after = found.fixes[which].edit(document)
    assert kind not in kinds(after)
    return after


def first_step(document: Document) -> tuple[Session, float]:
    session = Session(document, cadence=StepCadence(1), device="cpu")
    snapshots = list(islice(session.steps(), 2))
    return session, snapshots[1].scalars["loss/train"]


# --- learning --------------------


def test_the_loss_is_that_of_the_steps_that_count_in_nats():
    document = network()
    session = Session(document, cadence=StepCadence(1), device="cpu")
    run = session.run
    x, y, counts = next(Session(document).run.batches("x", "y", "counts", batch_size=4))
    each = F.cross_entropy(run.models["main"](x).flatten(0, 1), y.flatten(), reduction="none")
    expected = (each * counts.flatten()).sum() / counts.sum()
    assert first_step(document)[1] == pytest.approx(expected.item(), rel=1e-5)


def test_a_recurrent_network_learns_to_sort_and_all_metrics_agree():
    result = train(network(block("gru", hidden_size=32), lr=0.02, steps=300), device="cpu")
    found = result.metrics
    assert found["loss/train"] < 0.1
    assert found["perplexity/test"] == pytest.approx(math.exp(found["loss/test"]))
    assert 0 <= found["exact/test"] <= found["accuracy/test"] <= 1
    assert "bits_per_character/test" not in found, "a task is no text"


def test_a_text_is_judged_in_bits_per_character():
    data = {"dataset": "text", "params": {"length": 8, "stride": 50}}
    found = train(network(data=data, outputs=ROWS, rows=ROWS, steps=5), device="cpu").metrics
    assert found["bits_per_character/test"] == pytest.approx(found["loss/test"] / math.log(2))
    assert "exact/test" not in found
    words = {"dataset": "text", "params": {"unit": "words", "max_vocabulary": 40, "length": 8}}
    found = train(network(data=words, outputs=40, rows=40, steps=2), device="cpu").metrics
    assert "bits_per_character/test" not in found


def test_whole_samples_count_only_where_each_answer_is_right():
    session, _ = first_step(network())
    run, model = session.run, session.run.models["main"].eval()
    with torch.no_grad():
        right = model(run.test["x"]).argmax(-1) == run.test["y"]
        counts = run.test["counts"] > 0
        found = session.experiment.evaluate(run)
    exact = [bool(r[c].all()) for r, c in zip(right, counts, strict=True)]
    assert found["exact/test"] == pytest.approx(sum(exact) / len(exact))
    assert found["accuracy/test"] == pytest.approx((right & counts).sum().item() / counts.sum())


def test_of_many_samples_some_are_judged_spread_over_all():
    rows = spread(10**5, 64)
    assert len(rows) == JUDGED // 64
    assert (rows[0], rows[-1]) == (0, 10**5 - 1)
    assert spread(7, 64).tolist() == list(range(7))
    assert spread(3, 10**6).tolist() == [0]


def test_a_sequence_of_one_step_can_be_learned():
    data = {"dataset": "text", "params": {"length": 1, "stride": 7}}
    document = network(data=data, outputs=ROWS, rows=ROWS, steps=3)
    assert kinds(document) == []
    assert math.isfinite(train(document, device="cpu").metrics["loss/test"])


# --- masked --------------------

MASKED = {"dataset": "text", "params": {"length": 16, "stride": 64, "mask_token": True}}


def masked(**params) -> Document:
    gru = block("gru", hidden_size=8, bidirectional=True)
    given = {"data": MASKED, "outputs": ROWS + 1, "rows": ROWS + 1, **params}
    return network(gru, experiment="masked_language_model", **given)


def test_of_the_chosen_tokens_most_are_hidden_some_swapped_some_kept():
    session = Session(masked(), device="cpu")
    run, dice = session.run, torch.Generator().manual_seed(3)
    tokens = run.train["x"][:1000]
    hidden, answers = session.experiment.hide(run, tokens, dice)
    chosen = answers != IGNORED
    assert (answers[chosen] == tokens[chosen]).all()
    assert (hidden[~chosen] == tokens[~chosen]).all()
    assert chosen.any(1).all(), "something to guess in each sample"
    assert chosen.float().mean().item() == pytest.approx(0.15, abs=0.02)
    mask = run.fields["x"].vocabulary.index("[MASK]")
    assert (hidden[chosen] == mask).float().mean().item() == pytest.approx(0.8, abs=0.03)
    assert (hidden == tokens)[chosen].float().mean().item() == pytest.approx(0.1, abs=0.03)


def test_a_masked_model_may_look_to_both_sides_and_learns():
    document = masked(steps=30, lr=0.01)
    assert kinds(document) == []
    result = train(document, device="cpu")
    _, losses = result.history["loss/test"]
    assert losses[-1] < losses[0]
    assert train(document, device="cpu").metrics["loss/test"] == result.metrics["loss/test"]


def test_without_a_mask_in_the_vocabulary_the_repair_switches_it_on():
    plain = {"dataset": "text", "params": {"length": 16}}
    after = repaired(masked(data=plain), "no_mask")
    assert after.data.params["mask_token"] is True
    assert repaired(masked(data=SORT), "no_mask").data.dataset == "text"


def test_a_single_token_can_be_hidden():
    data = {"dataset": "text", "params": {"length": 1, "stride": 64, "mask_token": True}}
    document = masked(data=data, batch_size=1, steps=5)
    assert math.isfinite(train(document, device="cpu").metrics["loss/train"])


# --- what does not fit --------------------


def test_the_output_needs_a_score_for_each_token_at_each_step():
    after = repaired(network(outputs=9), "loss_does_not_fit")
    assert after.node("out").params["out_features"] == 4
    assert kinds(after) == []


def test_a_network_that_reads_backwards_is_refused_and_the_repair_lets_it_read_forwards():
    document = network(block("gru", bidirectional=True))
    after = repaired(document, "sees_later_steps")
    assert not after.node("gru").params.get("bidirectional", False)


def test_attention_to_all_steps_is_refused_and_the_repair_makes_it_causal():
    document = network(block("multihead_attention"))
    after = repaired(document, "sees_later_steps")
    assert after.node("multihead_attention").params["causal"] is True
    assert kinds(after) == []
    assert kinds(network(block("multihead_attention", causal=True))) == []


def test_what_no_block_tells_by_itself_is_found_before_the_first_step():
    around = [
        block("flatten"),
        {"id": "mix", "block": "linear", "params": {"out_features": 40}},
        block("reshape", shape=[4, 10]),
    ]
    with pytest.raises(TrainError, match="sees later ones") as refused:
        train(network(*around, steps=2), device="cpu")
    assert refused.value.hint


def test_data_without_tokens_is_refused_with_data_that_has_some():
    document = network(data={"dataset": "moons"}, outputs=ROWS, rows=ROWS)
    assert repaired(document, "no_tokens").data.dataset == "text"


def test_a_document_half_drawn_is_checked_without_a_failure():
    for key in ("language_model", "masked_language_model"):
        for nodes in ([], [{"id": "x", "block": "input"}]):
            document = Document.model_validate(
                {"nodes": nodes, "train": {"models": {"main": {"input": "x", "output": "gone"}}}}
            )
            assert list(experiments.get(key).make({}).problems(check(document))) is not None
