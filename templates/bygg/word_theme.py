"""The theme and font table Word expects in every package: one font, quiet colours."""

from __future__ import annotations

from word_look import FONT, INK, QUIET
from word_parts import W_NS

_COLORS = {
    "dk2": "1F3864",
    "lt2": "F2F2F2",
    "accent1": "0B4F8A",
    "accent2": "3B7A57",
    "accent3": "8A5A0B",
    "accent4": "7A3B5E",
    "accent5": "4A4A8A",
    "accent6": QUIET,
    "hlink": "0B4F8A",
    "folHlink": "5E3B7A",
}


def font_table_part() -> str:
    """fontTable.xml."""
    fonts = "".join(
        f'<w:font w:name="{name}"><w:charset w:val="00"/><w:family w:val="{family}"/>'
        f'<w:pitch w:val="{pitch}"/></w:font>'
        for name, family, pitch in (
            (FONT, "swiss", "variable"),
            ("Courier New", "modern", "fixed"),
        )
    )
    return f"<w:fonts {W_NS}>{fonts}</w:fonts>"


def theme_part() -> str:
    """theme1.xml."""
    colors = "".join(
        f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLORS.items()
    )
    fonts = f'<a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    outline = f'<a:ln w="6350">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'name="Nämnd"><a:themeElements><a:clrScheme name="Nämnd">'
        f'<a:dk1><a:srgbClr val="{INK}"/></a:dk1><a:lt1><a:srgbClr val="FFFFFF"/></a:lt1>{colors}'
        f'</a:clrScheme><a:fontScheme name="Nämnd"><a:majorFont>{fonts}</a:majorFont>'
        f'<a:minorFont>{fonts}</a:minorFont></a:fontScheme><a:fmtScheme name="Nämnd">'
        f"<a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{outline * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )
