"""From tensors to the arithmetic shown on screen. Pure numpy: no Qt, no torch."""
