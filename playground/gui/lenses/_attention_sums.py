"""The arithmetic of one cell: query times key, scale, the softmax of its row, the mix of values."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np
from PySide6.QtCore import QRectF

from playground.explain import attention
from playground.explain.base import Ref, largest
from playground.gui.cursor import Unit
from playground.gui.depth._claims import Computed
from playground.gui.depth._formula import Formula
from playground.gui.depth._marks import Bar, Cells, Claim, Mark, Words, figure
from playground.gui.graph.style import Look
from playground.gui.lenses._attention_board import SHARES, head_words
from playground.gui.lenses._attention_rows import NAME, ROW, Rows
from playground.gui.lenses._attention_state import Opened, Spot
from playground.gui.lenses._attention_what_if import Said, say
from playground.gui.lenses._pictures import Scale
from playground.i18n import tr

MOST = 16  # features, or keys, in rows; of more, those that matter most
_MIX = 4  # terms of the mix


class Sums:
    """Sets the calculation from the top of a rectangle; `bottom` says how high it is.

    Parameters
    ----------
    rect : QRectF
    look : Look
    block, spot : Opened, Spot
        Which cell.
    names : sequence of str
        What the steps of the keys are called.
    said : Said or None
        In a what-if, what the network says without and with it.
    """

    def __init__(
        self,
        rect: QRectF,
        look: Look,
        block: Opened,
        spot: Spot,
        names: Sequence[str],
        said: Said | None = None,
    ) -> None:
        self.look, self.block, self.spot, self.names = look, block, spot, names
        self.rows = Rows(rect)
        if said is not None:
            say(self.rows, said, spot.query, self._query)
        self._products()
        self._softmax()
        self._mix()

    @property
    def marks(self) -> list[Mark]:
        """What is to be painted."""
        return self.rows.marks

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.rows.bottom

    # -- what the numbers are -------------------------------------------------------------------

    def _t(self, part: str, *index: int) -> str:
        return f't["{self.block.name(part)}"][{", ".join(map(str, index))}]'

    def _product(self, key: int) -> str:
        s = self.spot
        q, k = self._t("q", s.head, s.query), self._t("k", s.head, key)
        return f"float({q}.astype(float) @ {k})"

    def _score(self, key: int) -> str:
        """The score of a key: as it was set, or calculated."""
        s = self.spot
        row = self.block.changed.get((s.head, s.query, key))
        return self._calculated(key) if row is None else f"float({self._set(row)})"

    def _set(self, row: int) -> str:
        return f't["{self.block.name("scores")}"][{row}, 3]'

    def _calculated(self, key: int) -> str:
        return f"{self._product(key)} / {math.sqrt(self.block.q.shape[2])!r}"

    def _mixed(self, feature: int) -> str:
        s = self.spot
        row = f"{self._t('weights', s.head, s.query)}.astype(float)"
        return f'float({row} @ t["{self.block.name("v")}"][{s.head}, :, {feature}])'

    def _name(self, key: int) -> str:
        return f"{self.names[key]} [{key}]"

    @property
    def _query(self) -> str:
        """The name of the query's step; where lengths differ, it has a number only."""
        _, queries, keys = self.block.weights.shape
        return self._name(self.spot.query) if queries == keys else f"[{self.spot.query}]"

    # -- parts ----------------------------------------------------------------------------------

    def _products(self) -> None:
        """Query and key feature by feature as paired bars, and their products."""
        block, s, rows = self.block, self.spot, self.rows
        words = {"query": self._query, "key": self._name(s.key), "head": head_words(s.head)}
        rows.line(tr("1. Query of {query} · key of {key}, {head}", **words))
        q, k = block.q[s.head, s.query], block.k[s.head, s.key]
        products = q.astype(np.float64) * k
        shown = largest(products, MOST)
        both = Scale.signed(np.concatenate([q[shown], k[shown]]))
        scales = (both, both, Scale.signed(products[shown]))
        rows.heads(("", "q", "k", "q·k"), [rows.place(), *(n for n, _ in rows.triples())])
        for c in shown:
            at = [self._t(part, s.head, i, c) for part, i in (("q", s.query), ("k", s.key))]
            claims = (
                Claim(block.name("q"), (s.head, s.query, c)),
                Claim(block.name("k"), (s.head, s.key, c)),
                Claim(formula=f"float({at[0]}) * float({at[1]})"),
            )
            rows.three(str(c), (float(q[c]), float(k[c]), float(products[c])), claims, scales)
        if len(shown) < len(q):
            each = f"{self._t('q', s.head, s.query)}.astype(float) * {self._t('k', s.head, s.key)}"
            left = float(np.delete(products, shown).sum())
            name = tr("{n} smaller products", n=len(q) - len(shown))
            rows.total(name, left, f"float(np.delete({each}, {shown}).sum())")
        total, width = float(q.astype(np.float64) @ k), block.q.shape[2]
        rows.total(tr("sum of the products"), total, self._product(s.key))
        score = total / math.sqrt(width)
        changed = block.score_set(s.head, s.query, s.key)
        words, formula = tr("score = sum / √{d}", d=width), self._calculated(s.key)
        rows.total(words, score, formula, bold=changed is None)
        if changed is not None:
            words = tr("score that you have set in its place")
            rows.total(words, changed, self._score(s.key), bold=True)

    def _softmax(self) -> None:
        """Scores of all keys, what the mask hides, and the shares that softmax makes of them."""
        block, s, rows = self.block, self.spot, self.rows
        rows.gap()
        rows.line(tr("2. Softmax of the row: e^score by the sum of all e^score"))
        shares = block.weights[s.head, s.query]
        scores = attention.scores(block.q, block.k)[s.head, s.query]
        for key in range(len(scores)):
            changed = block.score_set(s.head, s.query, key)
            scores[key] = scores[key] if changed is None else changed
        shown = sorted({*largest(shares, MOST - 1), s.key})
        seen = [key for key in shown if not self._is_hidden(key)]
        scale = Scale.signed(scores[seen])
        name, score, _, share, _ = rows.pairs()
        rows.heads((tr("key"), tr("score"), tr("share")), (name, score, share))
        for key in shown:
            self._share(key, float(scores[key]), float(shares[key]), scale)
        if len(shown) < len(shares):
            row = f"{self._t('weights', s.head, s.query)}.astype(float)"
            left = float(np.delete(shares.astype(np.float64), shown).sum())
            name_of_rest = tr("{n} smaller shares", n=len(shares) - len(shown))
            rows.total(name_of_rest, left, f"float(np.delete({row}, {shown}).sum())")
        if self._is_hidden(s.key):
            rows.line(tr("The causal mask hides this key: it comes later."), "warning")

    def _is_hidden(self, key: int) -> bool:
        return self.block.causal and key > self.spot.query

    def _share(self, key: int, score: float, share: float, scale: Scale) -> None:
        block, s, rows = self.block, self.spot, self.rows
        name, number, bar, second, length = rows.pairs()
        unit = Unit(block.node, (s.head, s.query, key))
        ink, label = ("accent" if key == s.key else "secondary"), self._name(key)
        marks: list[Mark] = [Words(name, label, ink=ink, font="small", index=unit, told=label)]
        if self._is_hidden(key):
            wide = number.united(bar)
            marks.append(Words(wide, tr("hidden"), ink="secondary", font="small", index=unit))
        else:
            claim = Claim(formula=self._score(key))
            marks.append(figure(number, score, claim, index=unit))
            marks.append(Bar(rows.bar_in(bar), score, scale, claim, index=unit))
        claim = Claim(block.name("weights"), (s.head, s.query, key))
        marks.append(figure(second, share, claim, 3, index=unit))
        room = rows.bar_in(length)
        marks.append(Bar(room, share, SHARES, claim, colour="accent", index=unit))
        rows.marks += marks
        rows.bottom += ROW

    def _mix(self) -> None:
        """Values by their shares: what this head gives at this step."""
        block, s, rows = self.block, self.spot, self.rows
        rows.gap()
        rows.line(tr("3. All values by their shares, added up: what the head gives here"))
        out = attention.outputs(block.weights, block.v)[s.query].reshape(block.heads, -1)[s.head]
        value, tensor = block.v[s.head, s.key], block.name("v")
        scale = Scale.signed(np.concatenate([value, out]))
        told = f"{block.node}.v"
        self._strip(
            tr("v of {key}", key=self._name(s.key)),
            value,
            lambda rect, row: Cells(
                rect, row, scale, tensor, lambda _row, c: (s.head, s.key, c), told
            ),
        )
        self._strip(
            tr("mix"),
            out,
            lambda rect, row: Computed(
                rect, row, scale, tensor, lambda _row, c: (c,), tr("mix"), formula=self._mixed
            ),
        )
        self._formula(int(np.abs(np.nan_to_num(out)).argmax()))
        if s.head in block.muted:
            rows.line(
                tr("This head is muted: the block gets zeros in place of the mix."), "warning"
            )

    def _strip(
        self, name: str, values: np.ndarray, cells: Callable[[QRectF, np.ndarray], Mark]
    ) -> None:
        """Numbers as colours in a row."""
        rows, count = self.rows, len(values)
        label = rows.pairs()[0]
        rows.marks.append(Words(label, name, ink="secondary", font="small", told=name))
        room = rows.rect.width() - NAME - 6
        side = float(int(room / count)) if room >= count else room / count
        where = QRectF(round(label.right() + 6), round(rows.bottom) + 1, side * count, ROW - 3)
        rows.marks.append(cells(where, values[None]))
        rows.bottom += ROW + 2

    def _formula(self, feature: int) -> None:
        """One number of the mix, the largest, term by term."""
        block, s, rows = self.block, self.spot, self.rows
        total = attention.mixed(block.weights, block.v, s.head, s.query, feature, _MIX)
        formula = Formula(rows.whole(), self.look, self._claim, self._told, lambda _ref: None)
        formula.sign(tr("mix[{c}] =", c=feature))
        shown = [term.factors[0].ref.index[-1] for term in total.terms if term.factors[0].ref]
        row = f"{self._t('weights', s.head, s.query)}.astype(float)"
        column = f't["{block.name("v")}"][{s.head}, :, {feature}]'
        formula.sum(total, f"float(np.delete({row} * {column}, {shown}).sum())")
        formula.sign("=").derived(total.total.value, self._mixed(feature))
        rows.marks += formula.marks
        rows.bottom = formula.bottom + 4

    def _claim(self, ref: Ref) -> Claim:
        return Claim(self.block.name(ref.tensor), ref.index)

    def _told(self, ref: Ref) -> str:
        return f"{self.block.node}.{ref.tensor}[{', '.join(map(str, ref.index))}]"
