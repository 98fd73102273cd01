"""Where the network is trained, and the choice of it."""

from __future__ import annotations

import sys

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from playground.errors import PlaygroundError
from playground.gui.context import Context
from playground.gui.widgets.texts import Retranslating
from playground.i18n import tr

CHOICES = ("auto", "cpu", "cuda", "mps")
_KEY = "device"


class DeviceChip(Retranslating, QToolButton):
    """Shows the device of the run; its menu chooses another one, which is remembered."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.setObjectName("pill")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        group = QActionGroup(self)
        for name in CHOICES:
            action = group.addAction(menu.addAction(name, lambda n=name: self.choose(n)))
            action.setCheckable(True)
            action.setData(name)
            action.setVisible(name != "mps" or sys.platform == "darwin")
        self.setMenu(menu)
        menu.aboutToShow.connect(self.refresh)
        saved = str(context.settings.value(_KEY, "auto"))
        context.run.device = saved if saved in CHOICES else "auto"
        context.run.state_changed.connect(self.refresh)
        self.retranslate()

    def retranslate(self) -> None:
        for action in self.menu().actions():
            action.setText(device_words(action.data()))
        self.setToolTip(tr("Where the network is trained"))
        self.setAccessibleName(tr("Where the network is trained"))
        self.refresh()

    def choose(self, name: str) -> None:
        """Train on this device, or say why that is not possible and stay."""
        from playground.train.devices import resolve_device

        try:
            resolve_device(name)
        except PlaygroundError as error:
            self.context.notices.post(f"{error.message} {error.hint}", "warning")
            self.refresh()
            return
        self.context.settings.setValue(_KEY, name)
        self.context.run.set_device(name)
        self.refresh()

    def refresh(self, *_: object) -> None:
        """Show the device in use and tick the choice; empty while nobody knows it yet."""
        run = self.context.run
        for action in self.menu().actions():
            action.setChecked(action.data() == run.device)
        if run.state in ("broken", "loading"):
            return
        if "torch" not in sys.modules:  # it may be in another process, which has told
            told = getattr(run.engine, "auto_device", "")
            self.setText((told if run.device == "auto" else run.device).upper())
            return
        from playground.train.devices import resolve_device

        try:
            self.setText(str(resolve_device(run.device)).upper())
        except PlaygroundError:  # remembered from another machine: the run itself says so
            self.setText(run.device.upper())


def device_words(name: str) -> str:
    """A device as the menu names it."""
    return {
        "auto": tr("Choose by itself"),
        "cpu": "CPU",
        "cuda": tr("CUDA graphics card"),
        "mps": tr("Apple graphics (MPS)"),
    }[name]
