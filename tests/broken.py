"""Documents with one fault each, and in words what an edit changed; for tests of repairs."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import Any

from playground.document import edits
from playground.document.model import Document, ModelSpec, Node, Wire


def wire(ends: str) -> Wire:
    """`wire("a.out b.in")`, or `wire("a b")` for the usual ports."""
    source, target = ends.split()
    source = source if "." in source else f"{source}.out"
    target = target if "." in target else f"{target}.in"
    return Wire.model_validate([source, target])


def row(text: str, *others: str) -> Document:
    """Blocks in a row, each feeding the next: `row("conv conv2d out_channels=4; act relu")`.

    The others are further wires, or wires of the row that shall be missing: `"-conv act"`.
    """
    nodes = []
    for number, words in enumerate(text.split("; ")):
        id, block, *params = words.split()
        pairs = (param.split("=") for param in params)
        values = {name: int(v) if v.lstrip("-").isdigit() else v for name, v in pairs}
        nodes.append(Node(id=id, block=block, params=values, at=(220 * number, 0)))
    wires = [Wire(source=a.id, target=b.id) for a, b in pairwise(nodes)]
    for ends in others:
        wires = (
            [w for w in wires if w != wire(ends[1:])] if ends[0] == "-" else [*wires, wire(ends)]
        )
    return Document(nodes=tuple(nodes), wires=tuple(wires))


def network(text: str, *others: str, data: str = "digits", **params: Any) -> Document:
    """A network from an input block x to the last block of the row."""
    doc = edits.set_data(row(f"x input; {text}", *others), data)
    return edits.set_train(with_models(doc, main=f"x {doc.nodes[-1].id}"), params=params)


def with_models(doc: Document, **models: str) -> Document:
    """The document with these models: `main="x out"`."""
    found = {}
    for role, ends in models.items():
        *inputs, output = ends.split()
        found[role] = ModelSpec(input=inputs[0] if len(inputs) == 1 else inputs, output=output)
    return edits.set_train(doc, models=found)


def given(doc: Document, id: str, **params: Any) -> Document:
    """The document with parameters of a block, of the data or of the training, right or wrong."""
    if id == "train":
        return edits.set_train(doc, params={**doc.train.params, **params})
    if id == "data":
        return edits.set_data(doc, doc.data.dataset, params)
    node = doc.node(id)
    return edits.replace_node(doc, node.with_(params={**node.params, **params}))


def other(doc: Document, id: str, block: str, **params: Any) -> Document:
    """The document with another kind of block in one place."""
    return edits.replace_node(doc, doc.node(id).with_(block=block, params=params))


def plus(doc: Document, words: str, *wires: str) -> Document:
    """The document with one more block below the others, and wires."""
    id, block, *params = words.split()
    values = {name: int(value) for name, value in (param.split("=") for param in params)}
    doc = edits.add_node(doc, Node(id=id, block=block, params=values, at=(440, 300)))
    for ends in wires:
        doc = edits.connect(doc, wire(ends))
    return doc


def without(doc: Document, ends: str) -> Document:
    """The document without a wire."""
    return edits.disconnect(doc, wire(ends))


CNN = network("conv conv2d out_channels=4; act relu; pool max_pool2d; flat flatten; "
              "out linear out_features=10")  # fmt: skip
MLP = network("hidden linear out_features=4; act tanh; out linear out_features=2", data="moons")
ONE = given(MLP, "out", out_features=1)  # one output, for numbers
RESIDUAL = network("conv conv2d out_channels=4; sum add; flat flatten; out linear out_features=10",
                   "x sum")  # fmt: skip
GAN = edits.set_train(
    edits.set_data(
        row(
            "z noise features=2; gen linear; act relu; fake linear out_features=2; "
            "x input; judge linear; bend relu; verdict linear out_features=1",
            "-fake x",
        ),
        "ring",
    ),
    experiment="gan",
    models=with_models(MLP, generator="z fake", discriminator="x verdict").train.models,
)
NORMED = edits.insert_on_wire(
    MLP, wire("hidden act"), Node(id="norm", block="batch_norm1d", at=(330, 200))
)
TWICE_NORMED = edits.insert_on_wire(
    NORMED, wire("act out"), Node(id="norm2", block="batch_norm1d", at=(530, 200))
)
IMAGES = edits.set_data(GAN, "digits")

# "kind: what happened" -> a document with that fault
FAULTS = {
    "unknown_block: misspelt": other(CNN, "act", "rellu"),
    "unknown_block: torch's name": other(CNN, "pool", "MaxPool2d", kernel_size=2, x=1),
    "unknown_block: another program's name": other(MLP, "hidden", "Dense"),
    "unknown_block: of a shape that is unlike": other(CNN, "flat", "Flat"),
    "bad_parameter: too small": given(CNN, "conv", kernel_size=0),
    "bad_parameter: no number": given(CNN, "conv", kernel_size="wide"),
    "bad_parameter: unknown": given(CNN, "conv", colour=4),
    "bad_parameter: old name": other(MLP, "hidden", "linear", out_feature=4),
    "bad_parameter: several": given(CNN, "conv", stride=0, bias="x"),
    "bad_parameter: of the data": given(CNN, "data", test_share=2),
    "bad_parameter: a choice": given(edits.set_data(ONE, "plane"), "train", loss="smooth"),
    "unknown_port: where it ends": edits.connect(without(CNN, "act pool"), wire("act pool.query")),
    "unknown_port: where it starts": edits.connect(
        without(CNN, "act pool"), wire("act.hidden pool")
    ),
    "unknown_port: none there": edits.connect(CNN, wire("act x")),
    "missing_wire: in the middle": without(CNN, "conv act"),
    "missing_wire: no input": with_models(edits.remove_nodes(CNN, ["x"])),
    "missing_wire: a new block": plus(CNN, "loose linear"),
    "too_many_wires: of one shape": edits.connect(CNN, wire("conv pool")),
    "too_many_wires: of two shapes": edits.connect(MLP, wire("x out")),
    "cycle: a wire back": edits.connect(CNN, wire("pool conv")),
    "cycle: without a way in": edits.connect(without(MLP, "x hidden"), wire("act hidden")),
    "wrong_rank: an image for a layer": edits.remove_and_reconnect(CNN, ["flat"]),
    "wrong_rank: flattened too early": network(
        "conv conv2d out_channels=4; flat flatten; conv2 conv2d out_channels=2; "
        "pool max_pool2d; out linear out_features=10"
    ),
    "wrong_rank: flattened twice": network(
        "flat flatten; act relu; conv conv2d; flat2 flatten; out linear out_features=10"
    ),
    "wrong_rank: numbers for an image": network(
        "wide linear out_features=48; conv conv2d; flat flatten; out linear out_features=2",
        data="moons",
    ),
    "wrong_rank: a block for lists": network(
        "conv conv2d; norm batch_norm1d; flat flatten; out linear out_features=10"
    ),
    "wrong_rank: a label": given(MLP, "x", field="y"),
    "wrong_shape: a large window": given(CNN, "pool", kernel_size=9),
    "wrong_shape: a wide border": given(CNN, "pool", padding=2),
    "wrong_shape: groups": given(CNN, "conv", groups=3),
    "wrong_shape: a sum of channels": RESIDUAL,
    "wrong_shape: a sum of sizes": given(RESIDUAL, "conv", stride=2),
    "wrong_shape: a sum of lists": network(
        "a linear out_features=4; b linear out_features=6; sum add; out linear out_features=2",
        "-a b",
        "x b",
        "a sum",
        data="moons",
    ),
    "wrong_shape: sizes side by side": network(
        "conv conv2d stride=2; cat concat; flat flatten; out linear out_features=10", "x cat"
    ),
    "wrong_shape: an axis too far": network(
        "a linear; cat concat dim=2; out linear out_features=2", "x cat", data="moons"
    ),
    "wrong_shape: a rearrangement": network(
        "wide linear out_features=48; grid reshape shape=1x8x8; conv conv2d; flat flatten; "
        "out linear out_features=2",
        data="moons",
    ),
    "unknown_field: misspelt": given(CNN, "x", field="X_"),
    "unknown_dataset: misspelt": edits.set_data(CNN, "digit"),
    "unknown_dataset: not here": edits.set_data(CNN, "imagenet"),
    "unknown_experiment: misspelt": edits.set_train(CNN, experiment="supervized"),
    "no_model: an empty canvas": Document(),
    "no_model: a lone input": Document(nodes=(Node(id="x", block="input"),)),
    "no_model: two ends": with_models(plus(MLP, "probe linear out_features=2", "act probe")),
    "no_model: a game": with_models(GAN),
    "missing_role: one of two": with_models(GAN, generator="z fake"),
    "missing_role: under another name": with_models(MLP, maine="x out"),
    "unknown_role: one too many": with_models(MLP, main="x out", extra="x act"),
    "missing_endpoint: gone": with_models(MLP, main="x gone"),
    "missing_endpoint: of a generator": with_models(
        GAN, generator="z gone", discriminator="x verdict"
    ),
    "no_path: another input": with_models(plus(MLP, "x2 input"), main="x2 out"),
    "missing_input: not named": plus(
        edits.insert_on_wire(MLP, wire("x hidden"), Node(id="both", block="add", at=(110, 200))),
        "x2 input",
        "x2 both",
    ),
    "unused_block: behind the output": plus(MLP, "late dropout", "out late"),
    "nothing_to_train: no weights": network("act tanh", data="moons", loss="mse"),
    "target_missing: no such field": given(MLP, "train", target="z"),
    "loss_does_not_fit: classes": given(CNN, "out", out_features=7),
    "loss_does_not_fit: an image": with_models(CNN, main="x pool"),
    "loss_does_not_fit: one for two classes": ONE,
    "loss_does_not_fit: numbers now": edits.set_data(MLP, "diabetes"),
    "loss_does_not_fit: one number now": edits.set_data(ONE, "plane"),
    "loss_does_not_fit: classes now": given(edits.set_data(ONE, "iris"), "train", loss="mse"),
    "loss_for_numbers: classes": given(MLP, "train", loss="mse"),
    "activation_twice: softmax": with_models(plus(MLP, "soft softmax", "out soft"), main="x soft"),
    "limited_scores: relu": with_models(plus(MLP, "end relu", "out end"), main="x end"),
    "batch_too_large: few samples": given(MLP, "train", batch_size=5000),
    "batch_of_one: one norm": given(NORMED, "train", batch_size=1),
    "batch_of_one: two norms": given(TWICE_NORMED, "train", batch_size=1),
    "generator_reads_data: no noise": other(GAN, "z", "input"),
    "generator_reads_data: the wrong chain": with_models(
        GAN, generator="x judge", discriminator="x verdict"
    ),
    "discriminator_input: no data": other(GAN, "x", "noise", features=2),
    "discriminator_input: the wrong chain": with_models(
        GAN, generator="z fake", discriminator="z fake"
    ),
    "sample_shape: three numbers": given(GAN, "fake", out_features=3),
    "sample_shape: images": edits.insert_on_wire(
        IMAGES, wire("x judge"), Node(id="flat", block="flatten", at=(1000, 200))
    ),
    "verdict_shape: two numbers": given(GAN, "verdict", out_features=2),
    "verdict_shape: the width of an earlier layer": with_models(
        GAN, generator="z fake", discriminator="x bend"
    ),
    "too_large: wide layers": network(
        "hidden linear out_features=24576; act tanh; wide linear out_features=24576; "
        "out linear out_features=2",
        data="moons",
    ),
    "too_large: a batch": given(
        given(MLP, "hidden", out_features=16384), "data", num_samples=100000
    ).with_(train=given(MLP, "train", batch_size=65536).train),
}


# --- what an edit changed -------------------------------------------------------------------------


def changes(old: Document, new: Document) -> str:
    """Everything that differs between two documents, positions of cards aside, in few words."""
    found = [f"-{node.id}" for node in old.nodes if node.id not in new.by_id]
    for node in new.nodes:
        before = old.by_id.get(node.id)
        if before is None:
            found.append(f"+{node.id} ({node.block}{_words(node.params)})")
            continue
        found += [
            f"{node.id}.{name}={_words(getattr(node, name))}"
            for name in type(node).model_fields
            if name != "at" and getattr(node, name) != getattr(before, name)
        ]
    gone = Counter(map(_short, old.wires)) - Counter(map(_short, new.wires))
    drawn = Counter(map(_short, new.wires)) - Counter(map(_short, old.wires))
    found += [f"-{name}" for name in gone.elements()] + [f"+{name}" for name in drawn.elements()]
    for part in ("train", "data"):
        one, two = getattr(old, part), getattr(new, part)
        found += [
            f"{part}.{name}={_words(getattr(two, name))}"
            for name in type(two).model_fields
            if getattr(one, name) != getattr(two, name)
        ]
    rest = set(Document.model_fields) - {"nodes", "wires", "data", "train"}
    return " ".join(found + [n for n in sorted(rest) if getattr(old, n) != getattr(new, n)])


def _short(wire: Wire) -> str:
    return str(wire).replace(".out", "").replace(".in", "").replace(" → ", ">")


def _words(value: Any) -> str:
    if isinstance(value, ModelSpec):
        return f"{','.join(value.inputs)}>{value.output}"
    if not isinstance(value, dict):
        return str(value).replace(" ", "")
    return "".join(f" {k}:{_words(v)}" for k, v in value.items())
