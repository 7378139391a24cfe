"""Unenforced decisions (SoL, LSS): rows, quarter reports, their sentences and the law."""
