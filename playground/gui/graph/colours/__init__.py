"""Cards coloured by what they cost or by how well they learn, with a legend."""
