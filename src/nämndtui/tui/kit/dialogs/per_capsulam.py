"""Per capsulam: why it is not offered, and the three ways there are instead (F 12)."""

from __future__ import annotations

from nämndtui.tui.kit.dialogs.text_dialog import TextDialog

WORD = "per capsulam"
_TEXT = (
    "En nämnd fattar sina beslut på sammanträden där mer än hälften av ledamöterna är närvarande "
    "(KL 6:23 och 6:27). Beslut per capsulam, till exempel genom svar på e-post, finns därför "
    "inte i programmet.\n\n"
    "Tre vägar i stället:\n\n"
    "1. Ett extra sammanträde. Sammanträden, N. Det kan ha en enda punkt.\n\n"
    "2. Deltagande på distans, om fullmäktige har beslutat att nämnden får det (KL 6:24). "
    "I närvaron anges det med D.\n\n"
    "3. Brådskande beslut av ordföranden eller en ledamot som nämnden har gett rätten "
    "(KL 6:39). Skriv in det under Delegationsbeslut; det anmäls på nästa sammanträde."
)


def per_capsulam() -> TextDialog:
    """The explanation."""
    return TextDialog("Beslut per capsulam", _TEXT)
