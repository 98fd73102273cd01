"""What the user made: frozen values, their edits, and the file they live in. No torch, no Qt."""
