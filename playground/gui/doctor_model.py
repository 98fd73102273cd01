"""The training doctor of the window: follows the run, tells what it finds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QSettings, Signal

from playground.document.model import Document
from playground.gui.document_model import DocumentModel
from playground.gui.run_model import RunModel
from playground.telemetry.snapshot import Snapshot
from playground.train.health import PROBES, Doctor, Finding

_SETTING = "train/doctor"
_OWNER = "doctor"  # of what the run measures for it


class DoctorModel(QObject):
    """Asks the run for vitals and puts them to the doctor whenever there are new ones.

    That happens on fixed steps and takes less than a millisecond. `rewind` is set by whoever
    can take the run back to a step; until then nobody offers it.
    """

    changed = Signal()  # `findings` are others, or have other words
    found = Signal(object)  # a Finding that was not there before

    def __init__(self, document: DocumentModel, run: RunModel, settings: QSettings) -> None:
        super().__init__()
        self.findings: tuple[Finding, ...] = ()
        self.rewind: Callable[[int], Any] | None = None
        self._document, self._run, self._settings = document, run, settings
        self._enabled = str(settings.value(_SETTING, "true")) == "true"
        self._doctor: Doctor | None = None
        self._trained: Document | None = None
        run.restarted.connect(self._on_restarted)
        run.measured.connect(self._on_snapshot)
        run.ended.connect(self._on_ended)
        document.report_changed.connect(self._on_report)
        self._watch()

    @property
    def enabled(self) -> bool:
        """Whether anybody looks at the health of the training."""
        return self._enabled

    def set_enabled(self, enabled: bool) -> None:
        """Switch the doctor on or off; off it costs nothing."""
        self._enabled = enabled
        self._settings.setValue(_SETTING, "true" if enabled else "false")
        self._watch()
        if not enabled:
            self._show(())

    def of(self, node: str) -> Finding | None:
        """The worst finding of a block, or of one inside of it; None when all is well."""
        inside = f"{node}."
        return next((f for f in self.findings if f.node == node or f.node.startswith(inside)), None)

    def _watch(self) -> None:
        if self.enabled:
            self._run.watch(_OWNER, PROBES)
        else:
            self._run.unwatch(_OWNER)
            self._doctor = None

    def _patient(self) -> Doctor | None:
        """The doctor of the network in training; it is told when that has become another one."""
        trained = self._run.trained
        if not self.enabled or trained is None:
            return None
        if self._doctor is None:
            self._doctor = Doctor(trained, self._report_of(trained))
        elif trained is not self._trained:
            self._doctor.step = max(self._doctor.step, self._run.step_count)
            self._doctor.edited(trained, self._report_of(trained))
        self._trained = trained
        return self._doctor

    def _report_of(self, document: Document) -> Any:
        report = self._document.report
        return report if report.document is document else None

    def _on_restarted(self, _run: int) -> None:
        self._doctor = None
        self._show(())

    def _on_snapshot(self, snapshot: Snapshot) -> None:
        """Examine what was measured for the doctor; what else is seen depends on the machine."""
        doctor = self._patient()
        if doctor is None:
            return
        for seen in (*snapshot.checkups, snapshot):
            if doctor.read(seen):
                doctor.row(seen.step, seen.scalars)
                self._show(doctor.examine())

    def _on_ended(self, error: Exception | None) -> None:
        doctor = self._patient()
        if doctor is not None and error is not None:
            doctor.failed(error)
            self._show(doctor.findings)

    def _on_report(self, _report: object) -> None:
        """The language may be another one: the findings are put in words anew."""
        if self._doctor is not None and self.findings and self._doctor.reworded():
            self._show(self._doctor.findings)

    def _show(self, findings: tuple[Finding, ...]) -> None:
        if findings == self.findings:
            return
        known = {(finding.kind, finding.node) for finding in self.findings}
        self.findings = findings
        self.changed.emit()
        for finding in findings:
            if (finding.kind, finding.node) not in known:
                self.found.emit(finding)
