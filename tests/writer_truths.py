"""What a writer shows, worked out again: texts, signs of tokens, and the chances of a draw."""

from __future__ import annotations

import numpy as np
import torch


def spelled(array):
    """A text of bytes; a text field shows a blank for one that must not break."""
    return bytes(array).decode("utf-8").replace("\xa0", " ")


def token_sign(array, token):
    entry = spelled(array).split("\0")[token]
    return entry.replace(" ", "␣").replace("\n", "↵").replace("\t", "⇥")


def drawn(logits, temperature, top_k, top_p):
    """Chances after temperature, the likeliest k, and the fewest that make up p; one by one."""
    scores = torch.as_tensor(np.asarray(logits, dtype=np.float64))
    if temperature == 0:
        return torch.nn.functional.one_hot(scores.argmax(), len(scores)).double().numpy()
    found = (scores / temperature).softmax(0)
    order = sorted(range(len(found)), key=lambda token: -float(scores[token]))
    if top_k:
        order = order[:top_k]
    whole, sum_, kept = float(found[order].sum()), 0.0, []
    for token in order:
        kept.append(token)
        sum_ += float(found[token]) / whole
        if sum_ >= top_p:
            break
    some = torch.zeros_like(found)
    some[kept] = found[kept]
    return (some / some.sum()).numpy()


NAMES = {function.__name__: function for function in (spelled, token_sign, drawn)}
