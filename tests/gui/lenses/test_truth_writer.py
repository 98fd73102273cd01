"""The writer: text, prompt, bars and kept texts against a network that is really trained."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from live_run import Live
from truth_networks import language
from truths import Judge

from playground.data._vocabulary import decode, encode
from playground.gui.lenses._writer_samples import interval
from playground.registry import lenses
from playground.telemetry.snapshot import Snapshot
from playground.telemetry.writing.sampling import Choice, draw
from playground.train.session import LOOK


@pytest.fixture
def opened(qtbot, make_context):
    """A writer in front of a run, and a function that lets it look."""

    def make(document):
        context = make_context(document)
        view = lenses.get("writer")(context)
        qtbot.addWidget(view)
        view.resize(640, 480)
        view.show()
        qtbot.waitExposed(view)
        live = Live(document, steps=3)

        def look() -> Snapshot:
            live.steering.probes = frozenset(view.probes())
            snapshot = live.generator.send(LOOK)
            context.run.snapshot.emit(snapshot)
            return snapshot

        return view, live, look, context

    return make


def ask(view, prompt="", **numbers):
    view.bar.prompt.setText(prompt)
    view.bar.prompt.editingFinished.emit()
    for name, value in numbers.items():
        view.bar.fields[name].edited.emit(value)


def believe(view, context, snapshot):
    judge = Judge(snapshot.arrays, context.theme.tokens)
    readings = view.readings()
    faults = [judge.fault(reading) for reading in readings]
    assert not any(faults), faults
    return readings


CHOICES = [{}, {"temperature": 0.0}, {"temperature": 2.5, "top_k": 5}, {"top_p": 0.4}]


@pytest.mark.parametrize("numbers", CHOICES)
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_everything_that_is_shown_is_true(numbers, mode, opened):
    view, _, look, context = opened(language())
    context.theme.set_mode(mode)
    ask(view, "The ", **numbers)
    readings = believe(view, context, look())
    assert len(readings) == 2 + 2 * len(view.bars.rows())
    assert view.bars.values.sum() <= 1 + 1e-9


def test_the_text_is_the_one_that_full_passes_would_have_drawn(opened):
    view, live, look, _ = opened(language())
    ask(view, "def ", temperature=1.1)
    look()
    run = live.session.run
    vocabulary = run.fields["x"].vocabulary
    tokens, rng = list(encode("def ", vocabulary).tokens), np.random.default_rng(0)
    with torch.no_grad():
        first = run.models["main"].eval()(torch.tensor([tokens]))[0, -1].numpy()
        np.testing.assert_allclose(view.written.logits, first, atol=1e-4)
        for _ in range(120):
            scores = run.models["main"](torch.tensor([tokens]))[0, -1].numpy()
            tokens.append(draw(scores, Choice(1.1), rng))
        run.models["main"].train()
    assert view.written.text == decode(tokens[4:], vocabulary)


def test_bars_follow_the_choice_at_once(opened):
    view, _, look, context = opened(language())
    snapshot = look()
    before = view.bars.values.copy()
    ask(view, temperature=0.1)
    assert view.bars.values[0] > before[0]
    ask(view, top_k=1)
    assert view.bars.texts[:2] == ("1.000", "0.000")
    judge = Judge(snapshot.arrays, context.theme.tokens)
    assert not any(judge.fault(r) for r in view.readings() if r.formula.startswith("drawn"))


@pytest.mark.parametrize(("name", "value"), [("temperature", -1), ("top_k", "x"), ("top_p", 0)])
def test_a_number_out_of_range_is_put_back(name, value, opened):
    view, *_ = opened(language())
    before = view.bar.choice
    field = view.bar.fields[name]
    field.lineEdit().setText(str(value))
    field.edited.emit(field.parse(str(value)))
    assert view.bar.choice == before
    assert field.text() == {"temperature": "0.8", "top_k": "0", "top_p": "1"}[name]


def test_strangers_in_the_prompt_and_a_cut_one_are_named(opened):
    view, _, look, _ = opened(language())
    ask(view, "aé世b")
    look()
    assert "read as [UNK]: é, 世" in view.note.full_text()
    assert view.written.prompt == "a[UNK][UNK]b"


def test_the_end_of_a_line_can_be_typed(opened):
    view, _, look, _ = opened(language())
    ask(view, r"a\nb")
    look()
    assert view.written.prompt == "a\nb"


def test_where_the_data_has_answers_the_first_question_of_the_test_is_the_prompt(opened):
    view, live, look, context = opened(language("sort", rows=11))
    believe(view, context, look())
    run = live.session.run
    line = decode(run.test["x"][0].tolist(), run.fields["x"].vocabulary)
    assert view.written.prompt == line[:7]
    assert view.written.prompt.endswith(">")
    assert len(view.written.text) == 6, "an answer and no more"


def test_texts_are_kept_at_fixed_intervals_with_their_step(opened):
    view, live, look, _ = opened(language(steps=40))
    assert view.samples.every == 2
    kept = {}
    for _ in range(6):
        look()
        kept.setdefault(view.step // 2, (view.step, view.written.text))
        live.go(1)
    assert [(t.step, t.text) for t in view.samples.texts] == list(kept.values())
    assert view.samples.list.count() == len(kept) + 1
    view.samples.list.setCurrentRow(len(kept))  # the oldest stands last
    oldest = view.samples.texts[0]
    assert view.page.toPlainText().replace("\xa0", " ") == oldest.prompt + oldest.text
    assert view.note.full_text().startswith(f"step {oldest.step}")
    look()
    assert view.samples.chosen() == oldest, "new readings leave the chosen text"
    view.on_restarted()
    assert view.samples.texts == []
    assert view.samples.list.count() == 1


def test_intervals_are_round():
    assert [interval(n) for n in (1, 20, 30, 400, 1500, 2000, 5001)] == [1, 1, 2, 20, 100, 100, 500]


def test_a_view_without_a_language_model_says_what_it_needs(show):
    assert "needs a language model" in show("writer")._message.text()


def test_scores_that_are_no_numbers_are_shown_as_such(opened):
    view, live, look, _ = opened(language())
    with torch.no_grad():
        live.session.run.models["main"].out.weight.fill_(float("nan"))
    look()
    assert view.is_filled
    assert set(view.bars.texts) == {"NaN"}


def test_it_fits_into_little_room(opened):
    view, _, look, _ = opened(language())
    look()
    view.resize(300, 260)
    view.grab()
    assert view.minimumSizeHint().width() <= 360
