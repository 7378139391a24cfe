"""Word itself: Markdown to WordprocessingML, packages, lists, tables, charts, accessibility."""
