"""Text as such: cleaning it, Swedish words and order, references, the vocabulary."""
