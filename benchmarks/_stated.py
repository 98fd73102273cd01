"""What each preset promises to reach: the slow tests prove it, `bench presets` prints it."""

from __future__ import annotations

import operator
from collections.abc import Callable

COMPARISONS: dict[str, Callable[[float, float], bool]] = {">=": operator.ge, "<=": operator.le}

# With its own seed, on one core: (name of a metric, comparison, value).
RESULTS: dict[str, list[tuple[str, str, float]]] = {
    "xor-mlp": [("accuracy/test", ">=", 0.95)],
    "circle-mlp": [("accuracy/test", ">=", 0.95)],
    "spiral-mlp": [("accuracy/test", ">=", 0.95)],
    "iris-mlp": [("accuracy/test", ">=", 0.9)],
    "breast-cancer-mlp": [("accuracy/test", ">=", 0.95)],
    "diabetes-regression": [("r2/test", ">=", 0.45)],
    "digits-mlp": [("accuracy/test", ">=", 0.96)],
    "digits-cnn": [("accuracy/test", ">=", 0.98)],
    "digits-resnet": [("accuracy/test", ">=", 0.98)],
    "digits-repeat": [("accuracy/test", ">=", 0.975)],
    "vit-digits": [("accuracy/test", ">=", 0.96)],
    "adding-lstm": [("loss/test", "<=", 0.02)],
    "adding-rnn": [("loss/test", ">=", 0.15), ("loss/test", "<=", 0.18)],  # 1/6: always 1
    "vanishing-gradients": [("loss/test", ">=", 0.15), ("loss/test", "<=", 0.18)],  # likewise
    "forecast-lstm": [("r2/test", ">=", 0.99)],
    "overfit-demo": [("loss/train", "<=", 0.05), ("loss/test", ">=", 1.0)],
    "char-lstm": [("bits_per_character/test", "<=", 2.1)],
    "gpt-char": [("bits_per_character/test", "<=", 2.1)],
    "bert-char": [("accuracy/test", ">=", 0.55)],  # always a space: 0.21
    "gpt-sort": [("exact/test", ">=", 0.99)],
    "attention-step-by-step": [("exact/test", ">=", 1.0)],
    "gpt-addition": [("exact/test", ">=", 0.99)],
    "induction-heads": [("exact/test", ">=", 0.99)],
    "gan-ring": [("modes", ">=", 8), ("high_quality", ">=", 0.9)],
    "gan-grid": [("modes", ">=", 18), ("high_quality", ">=", 0.85)],  # of 25
    "wgan-gp-ring": [("modes", ">=", 8), ("distance/test", "<=", 0.12)],
    "mode-collapse": [("modes", "<=", 4)],  # of 8
    "gan-digits": [("distance/test", "<=", 0.25)],
    "dcgan-digits": [("distance/test", "<=", 0.25)],
    "digits-autoencoder": [("loss/test", "<=", 0.0135)],
    "digits-vae": [("negative_elbo/test", "<=", 24.6), ("kl/test", ">=", 2.0)],
    "diffusion-swiss-roll": [("distance/test", "<=", 0.13)],
    "diffusion-digits": [("loss/test", "<=", 0.19)],
}

# of 2,500 samples: clouds with at least 1 % of them, share within three standard deviations
CLOUDS = [("gan-ring", 8, 0.9), ("gan-grid", 18, 0.85), ("wgan-gp-ring", 8, 0.6)]
