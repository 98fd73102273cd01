"""The training doctor: finds what is wrong with a run while it trains, and offers repairs.

Probes take the vitals of every block on the worker, seldom and cheaply; a `Doctor` keeps a short
`Chart` of them, on whatever thread asks, and puts it to the rules of `health.rules`, one illness a
file. Nothing here imports torch.
"""

from playground.train.health.chart import Chart, Reading
from playground.train.health.doctor import PROBES, Doctor
from playground.train.health.finding import Finding

__all__ = ["PROBES", "Chart", "Doctor", "Finding", "Reading"]
