"""Small networks that are really trained, so that each view has something true to show."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from playground.document.library import load
from playground.document.model import Document


def network(dataset, blocks, loss, **data):
    """A chain of blocks: (id, key, parameters)."""
    nodes = [{"id": "x", "block": "input", "at": [0, 0]}]
    nodes += [
        {"id": id, "block": key, "params": params, "at": [200 * n, 0]}
        for n, (id, key, params) in enumerate(blocks, 1)
    ]
    ids = [node["id"] for node in nodes]
    return Document(
        data={"dataset": dataset, "params": data},
        nodes=nodes,
        wires=[[f"{a}.out", f"{b}.in"] for a, b in pairwise(ids)],
        train={
            "models": {"main": {"input": "x", "output": ids[-1]}},
            "params": {"loss": loss, "batch_size": 16},
            "seed": 5,
        },
    )


def document(data, lines, experiment, models, **params) -> Document:
    """Chains of blocks (id, key, parameters), and models by role."""
    nodes = {id: {"id": id, "block": key, "params": p} for line in lines for id, key, p in line}
    wires = [[f"{a[0]}.out", f"{b[0]}.in"] for line in lines for a, b in pairwise(line)]
    return Document.model_validate(
        {
            "data": {"dataset": data},
            "nodes": list(nodes.values()),
            "wires": wires,
            "train": {
                "experiment": experiment,
                "models": models,
                "params": params,
                "steps": 1000,
                "seed": 2,
            },
        }
    )


def linear(id, n):
    return (id, "linear", {"out_features": n})


IMAGE = ("back", "reshape", {"shape": [1, 8, 8]})
WRITER = [("x", "input", {}), ("flat", "flatten", {}), linear("hidden", 12), ("act", "tanh", {})]
READER = [("z", "noise", {"features": 2}), linear("open", 12), ("open_act", "tanh", {})]


def autoencoder(loss="mse", data="digits") -> Document:
    lines = [[*WRITER, linear("wide", 64), IMAGE]]
    if data == "iris":
        lines = [[("x", "input", {}), linear("narrow", 2), linear("back", 4)]]
    return document(
        data, lines, "autoencoder", {"main": {"input": "x", "output": "back"}}, loss=loss
    )


def vae(latent=2, loss="bce_with_logits") -> Document:
    start = ("z", "noise", {"features": latent})
    lines = [[*WRITER, linear("told", 2 * latent)], [start, *READER[1:], linear("wide", 64), IMAGE]]
    models = {
        "encoder": {"input": "x", "output": "told"},
        "decoder": {"input": "z", "output": "back"},
    }
    return document("digits", lines, "vae", models, loss=loss)


def image_game(**params) -> Document:
    """A small adversarial game of pictures."""
    forger = [("z", "noise", {"features": 6}), linear("gen", 12), ("gen_act", "relu", {})]
    forger += [linear("wide", 64), IMAGE]
    judge = [("x", "input", {}), ("flat", "flatten", {}), linear("dis", 12)]
    judge += [("dis_act", "leaky_relu", {}), linear("said", 1)]
    models = {
        "generator": {"input": "z", "output": "back"},
        "discriminator": {"input": "x", "output": "said"},
    }
    return document("digits", [forger, judge], "gan", models, **params)


def diffusion(data="swiss_roll") -> Document:
    if data == "digits":
        time = [("time", "time_embedding", {}), linear("steer", 8), ("film", "film", {})]
        main = [("x", "input", {}), ("conv", "conv2d", {"out_channels": 4}), ("film", "film", {})]
        main.append(("out", "conv2d", {"out_channels": 1}))
        made = document(
            data,
            [main, time],
            "diffusion",
            {"main": {"input": ["x", "time"], "output": "out"}},
            timesteps=12,
        )
        wires = [w.with_(target_port="condition") if w.source == "steer" else w for w in made.wires]
        return made.with_(wires=tuple(wires))
    both = ("both", "concat", {})
    lines = [
        [("x", "input", {}), both, linear("hidden", 16), ("act", "silu", {}), linear("out", 2)]
    ]
    lines.append([("time", "time_embedding", {"features": 6}), both])
    models = {"main": {"input": ["x", "time"], "output": "out"}}
    return document(data, lines, "diffusion", models, timesteps=12)


def language(data="text", rows=60, steps=1000, **params) -> Document:
    """A recurrent network that reads characters."""
    if data == "text":
        params = {"length": 12, "stride": 400, "max_vocabulary": rows, **params}
    nodes = [
        {"id": "x", "block": "input"},
        {"id": "embed", "block": "embedding", "params": {"num_embeddings": rows}},
        {"id": "memory", "block": "gru", "params": {"hidden_size": 12}},
        {"id": "out", "block": "linear", "params": {"out_features": rows}},
    ]
    return Document.model_validate(
        {
            "data": {"dataset": data, "params": params},
            "nodes": nodes,
            "wires": [[f"{a['id']}.out", f"{b['id']}.in"] for a, b in pairwise(nodes)],
            "train": {
                "experiment": "language_model",
                "models": {"main": {"input": "x", "output": "out"}},
                "params": {"lr": 0.02},
                "steps": steps,
            },
        }
    )


def width(seed):
    return int(np.random.default_rng(seed).integers(3, 8))


NETWORKS = {
    "plane": lambda: network(
        "moons",
        [
            ("features", "features", {"x1_squared": True, "x1_times_x2": True, "sin_x2": True}),
            ("hidden", "linear", {"out_features": width(1)}),
            ("act", "tanh", {}),
            ("norm", "batch_norm1d", {}),
            ("second", "linear", {"out_features": width(2), "bias": False}),
            ("rect", "leaky_relu", {}),
            ("out", "linear", {"out_features": 2}),
            ("chance", "dropout", {}),
        ],
        "cross_entropy",
    ),
    "images": lambda: network(
        "digits",
        [
            ("wide", "reshape", {"shape": [1, 4, 16]}),
            ("conv", "conv2d", {"out_channels": 3, "kernel_size": 3, "padding": 1}),
            ("relu", "relu", {}),
            ("pool", "max_pool2d", {"kernel_size": 2}),
            (
                "stamps",
                "conv_transpose2d",
                {"out_channels": 2, "kernel_size": 3, "output_padding": 1},
            ),
            ("mean", "avg_pool2d", {"kernel_size": 2}),
            ("copies", "upsample", {"scale_factor": 3}),
            ("blends", "upsample", {"mode": "bilinear"}),
            ("flat", "flatten", {}),
            ("norm", "layer_norm", {}),
            ("out", "linear", {"out_features": 10}),
        ],
        "cross_entropy",
    ),
    "numbers": lambda: network(
        "diabetes",
        [
            ("hidden", "linear", {"out_features": 40}),
            ("act", "gelu", {}),
            ("share", "softmax", {}),
            ("out", "linear", {"out_features": 1}),
        ],
        "mse",
    ),
    "memory": lambda: network(
        "adding_problem",
        [
            ("memory", "lstm", {"hidden_size": 6, "num_layers": 2}),
            ("act", "tanh", {}),
            ("last", "last_step", {}),
            ("out", "linear", {"out_features": 1}),
        ],
        "mse",
        length=9,
        num_samples=200,
    ),
    "tokens": lambda: network(
        "copy_memory",
        [
            ("embed", "embedding", {"num_embeddings": 10, "embedding_dim": 5}),
            ("memory", "gru", {"hidden_size": 6, "bidirectional": True}),
            ("out", "linear", {"out_features": 10}),
        ],
        "cross_entropy",
        lag=4,
        symbols=3,
        num_samples=200,
    ),
    "gan": lambda: load("gan-ring"),
}
OWN = {  # lens -> a network that has what it is about
    "attention": lambda: network(
        "digits",
        [
            ("rows", "reshape", {"shape": [8, 8]}),
            ("first", "transformer_encoder_layer", {"nhead": 2, "causal": True}),
            ("second", "transformer_encoder_layer", {"nhead": 4, "dim_feedforward": 9}),
            ("flat", "flatten", {}),
            ("out", "linear", {"out_features": 10}),
        ],
        "cross_entropy",
    ),
    "forecast": lambda: network(
        "sine",
        [
            ("memory", "gru", {"hidden_size": 5, "output": "last"}),
            ("out", "linear", {"out_features": 1}),
        ],
        "mse",
        length=9,
        num_samples=200,
    ),
    "logit_lens": lambda: network(
        "sort",
        [
            ("embed", "embedding", {"num_embeddings": 11, "embedding_dim": 6}),
            ("wider", "linear", {"out_features": 12}),
            ("first", "transformer_encoder_layer", {"nhead": 3, "causal": True}),
            ("second", "transformer_encoder_layer", {"nhead": 2, "causal": True}),
            ("norm", "layer_norm", {}),
            ("out", "linear", {"out_features": 11}),
        ],
        "cross_entropy",
        num_samples=200,
    ),
    "reconstructions": autoencoder,
    "latent_pad": image_game,
    "latent_plane": vae,
    "denoising": diffusion,
    "writer": lambda: language("sort", rows=11),
}
