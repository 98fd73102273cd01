"""A card that is opened in place: layer, neuron, arithmetic."""
