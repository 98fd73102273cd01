"""Several training steps in one compiled function, for the session in the engine process.

The whole step (forward, backward, optimiser), unrolled some times, is compiled ahead of time in a
helper process while the ordinary step trains on. The compiled function works on the very weights
and optimiser states of the session, so the two can take turns at any step.
"""
