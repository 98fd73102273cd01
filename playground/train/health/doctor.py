"""Follows a run and says what is wrong with it, once it is sure, until it is over."""

from __future__ import annotations

import logging
import math
from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from playground.check.check import check
from playground.check.report import Report
from playground.document.model import Document
from playground.telemetry.probes.base import Probe
from playground.telemetry.probes.recall import Recall
from playground.telemetry.probes.targets import Targets
from playground.telemetry.probes.vitals import BlockVitals, Vitals
from playground.telemetry.snapshot import Snapshot
from playground.train.health.chart import Chart, Reading, Trend
from playground.train.health.finding import Finding, Remedies
from playground.train.health.rules import RULES, not_finite
from playground.train.health.rules.base import Rule, Sign

PROBES: frozenset[Probe] = frozenset((Vitals(), Targets(), Recall()))
FACTS = ("targets/", "recall/")
READINGS = 8  # kept
COMES = 2  # examinations in a row that must see an illness before it is told
GOES = 3  # examinations in a row that must not see it before it is over
LEAVE = 0.7  # below this part of its limit an illness is over; in between, it stays what it is


@dataclass(slots=True)
class _Case:
    """An illness that is suspected or told."""

    rule: Rule
    step: int  # when it began
    seen: int = 0  # examinations in a row
    missed: int = 0
    sign: Sign | None = None  # the newest one
    finding: Finding | None = None  # set as soon as it is told


class Doctor:
    """Collects what a run tells, and examines it. Belongs to one thread; knows no torch.

    Parameters
    ----------
    document : Document
        The document in training.
    report : Report, optional
        A check of it, when there is one already.
    """

    def __init__(self, document: Document, report: Report | None = None) -> None:
        self.report = report or check(document, wait=False)
        self.step = 0
        self.findings: tuple[Finding, ...] = ()  # as of the last examination, worst first
        self._start()

    def edited(self, document: Document, report: Report | None = None) -> None:
        """Another network or other settings train on: what was seen of the old ones is past."""
        self.report = report or check(document, self.report, wait=False)
        self._start()

    def _start(self) -> None:
        self._since = self.step
        self._readings: deque[Reading] = deque(maxlen=READINGS)
        self._facts: dict[str, np.ndarray] = {}
        self._trends: dict[str, Trend] = {}
        self._cases: dict[tuple[str, str], _Case] = {}
        self._failure: Finding | None = None
        self._error: Exception | None = None
        self.findings = ()

    def see(self, snapshot: Snapshot) -> tuple[Finding, ...]:
        """Take note of a snapshot, and examine when it has new measurements. What is new since."""
        known = self.findings
        self.row(snapshot.step, snapshot.scalars)
        return first_seen(self.examine(), known) if self.read(snapshot) else ()

    def row(self, step: int, scalars: Mapping[str, float]) -> None:
        """Take note of the scalars of a step."""
        self.step = step
        for name, value in scalars.items():
            if math.isfinite(value) and step > self._since:
                self._trends.setdefault(name, Trend()).append(step, value)

    def read(self, snapshot: Snapshot) -> bool:
        """Take note of the measurements of a snapshot. True: they are new, so `examine` is due."""
        blocks = {
            name.partition("/")[2]: BlockVitals.from_array(array)
            for name, array in snapshot.arrays.items()
            if name.startswith("vitals/")
        }
        self._facts.update({n: a for n, a in snapshot.arrays.items() if n.startswith(FACTS)})
        step = max((int(vitals.step) for vitals in blocks.values()), default=-1)
        blocks = {id: v for id, v in blocks.items() if v.step == step and id in self.report.nodes}
        if not blocks or step < self._since or (self._readings and step <= self.readings[-1].step):
            return False
        self._readings.append(Reading(step, blocks))
        return True

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The newest readings, oldest first."""
        return tuple(self._readings)

    def chart(self) -> Chart:
        """All that is known, frozen."""
        return Chart(
            self.report,
            self.step,
            self.readings,
            {name: trend.series() for name, trend in self._trends.items()},
            self._facts,
            self._since,
        )

    def examine(self) -> tuple[Finding, ...]:
        """Put the chart to all rules; what stands now, worst first."""
        chart = self.chart()
        told: set[str] = set()
        for rule in RULES:
            signs = [] if told & rule.unless else _signs(rule, chart)
            self._follow(rule, signs, chart)
            told |= {
                case.rule.kind
                for case in self._cases.values()
                if case.sign and case.sign.level >= 1
            }
        self._tell()
        return self.findings

    def failed(self, error: Exception) -> tuple[Finding, ...]:
        """The run has ended with an error: what is new, where the doctor knows the illness."""
        known = self.findings
        sign = not_finite.of_error(error, self.chart())
        if sign is not None:
            self._error = error
            self._cases.clear()  # whatever else it was, this is what it came to
            case = _Case(not_finite.RULE, sign.step or self.step, sign=sign)
            self._failure = self._finding(case, sign)
            self._tell()
        return first_seen(self.findings, known)

    def reworded(self) -> bool:
        """Put all findings in words anew, for another language. Whether any word changed."""
        before, chart = self.findings, self.chart()
        for rule in RULES:
            for sign in _signs(rule, chart):
                case = self._cases.get((rule.kind, sign.node))
                if case is not None and case.finding is not None:
                    case.sign = sign
                    case.finding = self._finding(case, sign, anew=True)
        if self._error is not None:
            self.failed(self._error)
        self._tell()
        return self.findings != before

    def _follow(self, rule: Rule, signs: Iterable[Sign], chart: Chart) -> None:
        """Bring the cases of one rule up to date."""
        found = {sign.node: sign for sign in signs if sign.level >= LEAVE}
        for node, sign in found.items():
            key = (rule.kind, node)
            case = self._cases.get(key)
            if case is None:
                if sign.level < 1:
                    continue
                case = self._cases[key] = _Case(rule, sign.step or chart.step)
            case.sign, case.missed = sign, 0
            case.seen = case.seen + 1 if sign.level >= 1 or case.finding else 0
        for key in [k for k in self._cases if k[0] == rule.kind and k[1] not in found]:
            case = self._cases[key]
            case.missed, case.seen = case.missed + 1, 0
            if case.finding is None or case.missed >= GOES:
                del self._cases[key]

    def _tell(self) -> None:
        for case in self._cases.values():
            assert case.sign is not None  # every case was opened by one
            if case.finding is not None or case.seen >= (1 if case.sign.sure else COMES):
                case.finding = self._finding(case, case.sign)
        told = [case.finding for case in self._cases.values() if case.finding is not None]
        found = [*told, self._failure] if self._failure is not None else told
        self.findings = tuple(sorted(found, key=lambda f: (f.severity != "error", f.step)))

    def _finding(self, case: _Case, sign: Sign, anew: bool = False) -> Finding:
        """The finding of a case; while its words stay, it is the same object."""
        old = case.finding
        made = Finding(
            kind=case.rule.kind,
            node=sign.node,
            step=case.step,
            severity=sign.severity,
            message=sign.message,
            hint=sign.hint,
            fixes=old.fixes if old and not anew else Remedies(sign.fixes, self.report),
            rewind_step=sign.rewind_step,
        )
        return old if old == made else made


def _signs(rule: Rule, chart: Chart) -> list[Sign]:
    """What a rule finds; one that fails must not end a training that goes well."""
    try:
        return list(rule.find(chart))
    except Exception:
        logging.getLogger(__name__).exception("the rule %s failed", rule.kind)
        return []


def first_seen(found: Iterable[Finding], known: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those of `found` that are not among the known, whatever their words."""
    old = {(finding.kind, finding.node) for finding in known}
    return tuple(finding for finding in found if (finding.kind, finding.node) not in old)
