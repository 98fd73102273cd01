"""What the selected block, or the whole document, is made of: forms, costs, help."""
