"""Commands: one class each; key, footer, palette and help are generated from it."""
