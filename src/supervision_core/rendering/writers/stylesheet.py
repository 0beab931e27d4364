"""Colours and style of HTML and SVG: two themes, nothing loaded from elsewhere, readable in print.

Every rule is confined to elements of the class ``supervision``, so that a page it is embedded in stays as it is;
and every other class begins with ``sc-``, so that such a page does not reach in either.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from supervision_core.rendering.letterhead import LAYOUT

__all__ = ["stylesheet"]


#: The colours of the light theme by their role.
LIGHT: Final[Mapping[str, str]] = {
    "paper": "#fdfcf9",
    "panel": "#f4f2ec",
    "ink": "#1c2126",
    "muted": "#565c64",
    "rule": "#d8d4ca",
    "edge": "#85817a",
    "accent": "#8c1d18",
    "good": "#1d6638",
    "bad": "#a3261c",
    "open": "#7a4f00",
    "flag": "#643a9a",
    "note": "#1d5583",
    "bar": "#3f6f9c",
    "shade": "#1c212633",
    "key-1": "#d3e2f2",
    "key-2": "#f5d8cb",
    "key-3": "#d3ebd6",
    "key-4": "#f2e3ad",
    "key-5": "#e3d6f1",
    "key-6": "#c9e8e8",
    "key-7": "#f4d2e0",
    "key-8": "#dfdfd9",
}
#: The colours of the dark theme by their role.
DARK: Final[Mapping[str, str]] = {
    "paper": "#15181b",
    "panel": "#1e2226",
    "ink": "#e9e7e2",
    "muted": "#aab0b6",
    "rule": "#3a4047",
    "edge": "#7d858d",
    "accent": "#f0a39b",
    "good": "#7fcb98",
    "bad": "#f3988e",
    "open": "#e6bb69",
    "flag": "#c8abee",
    "note": "#8fc1ea",
    "bar": "#4a80b3",
    "shade": "#e9e7e233",
    "key-1": "#26435f",
    "key-2": "#603727",
    "key-3": "#27523a",
    "key-4": "#574a18",
    "key-5": "#49356b",
    "key-6": "#1c5257",
    "key-7": "#612d46",
    "key-8": "#484b4d",
}
#: How many fields of a legend have a colour of their own before colours come again.
KEYS: Final = sum(1 for role in LIGHT if role.startswith("key-"))

_SANS: Final = 'system-ui,"Segoe UI",Roboto,"Noto Sans","Helvetica Neue",Arial,sans-serif'
_SERIF: Final = '"Noto Serif",Cambria,Georgia,"Times New Roman",serif'


_PRINTED: Final = f'"{LAYOUT.font}","Liberation Serif",Tinos,Times,serif'


def _variables(colours: Mapping[str, str]) -> str:
    return "".join(f"--{role}:{colour};" for role, colour in colours.items())


#: How pages around a fragment say that they are light or dark: Jupyter, Bootstrap and Pico, and a class of our own.
_HOSTS: Final = {
    theme: ",".join(
        [
            f".supervision.sc-{theme}",
            f"[data-jp-theme-light='{str(theme == 'light').lower()}'] .supervision",
            *(f"[{attribute}='{theme}'] .supervision" for attribute in ("data-bs-theme", "data-theme")),
        ]
    )
    for theme in ("light", "dark")
}
_THEMES: Final = (
    f".supervision{{{_variables(LIGHT)}color-scheme:light dark}}\n"
    f"@media (prefers-color-scheme:dark){{.supervision{{{_variables(DARK)}}}}}\n"
    f"{_HOSTS['light']}{{{_variables(LIGHT)}color-scheme:light}}\n"
    f"{_HOSTS['dark']}{{{_variables(DARK)}color-scheme:dark}}\n"
    f"@media print{{.supervision.supervision.supervision{{{_variables(LIGHT)}--paper:#fff}}}}\n"
)
#: What pages around a fragment set for bare elements is set back, so that a report looks the same in any of them.
_RESET: Final = """\
section.supervision{float:none;text-align:left;font-weight:400;text-transform:none;letter-spacing:normal;position:static}
.supervision :is(table,thead,tbody,tr,th,td,caption,dl,div,dt,dd,ul,ol,li,p,figure,figcaption,h1,h2,h3,h4,header,footer){
float:none;background:none;color:inherit;border:0;box-shadow:none;width:auto;height:auto;text-align:inherit;text-indent:0;
text-transform:none;letter-spacing:normal;line-height:inherit;border-radius:0;opacity:1;position:static}
.supervision :is(p,li,dd,td){font-weight:400}.supervision :is(table){table-layout:auto;margin:0;display:table}
.supervision :is(dt,dd){display:block;font-weight:400}.supervision :is(h1,h2,h3,h4,th){font-weight:600}
.supervision :is(svg){background:none;max-width:100%;overflow:visible}
.supervision li{list-style:inherit}.supervision ul{list-style:disc}.supervision ol{list-style:decimal}
.supervision li::marker{color:inherit}.supervision :is(dt,dd,li)::before{content:none}
"""
_KEY_RULES: Final = "".join(
    f".supervision .sc-k{number}{{background:var(--key-{number});fill:var(--key-{number})}}\n" for number in range(1, KEYS + 1)
)
_DRAWN: Final = f"""\
.supervision text{{fill:var(--ink);font:14px {_SANS}}}
.supervision text.sc-small{{font-size:12px;fill:var(--muted)}}
.supervision text.sc-strong{{font-weight:600}}
.supervision text.sc-title{{font:600 20px {_SERIF};fill:var(--accent)}}
.supervision text.sc-good{{fill:var(--good)}}.supervision text.sc-bad{{fill:var(--bad)}}
.supervision text.sc-open{{fill:var(--open)}}.supervision text.sc-flag{{fill:var(--flag)}}
.supervision text.sc-note{{fill:var(--note)}}
.supervision .sc-paper{{fill:var(--paper)}}.supervision .sc-groove{{fill:var(--panel)}}
.supervision .sc-bar{{fill:var(--bar)}}.supervision .sc-aim{{stroke:var(--ink);stroke-width:2}}
.supervision .sc-line{{stroke:var(--rule);stroke-width:1}}
.supervision .sc-today{{stroke:var(--accent);stroke-width:1.5}}
.supervision .sc-turn{{stroke:var(--flag);stroke-width:2;stroke-dasharray:2 3}}
.supervision .sc-p-done{{fill:var(--good);stroke:var(--paper)}}
.supervision .sc-p-missing{{fill:var(--paper);stroke:var(--bad);stroke-width:1.5}}
.supervision .sc-p-missing-cross{{stroke:var(--bad);stroke-width:1.5}}
.supervision .sc-p-unknown{{fill:var(--paper);stroke:var(--open);stroke-width:1.5;stroke-dasharray:3 2}}
.supervision .sc-p-open{{fill:var(--note);stroke:var(--paper)}}
.supervision .sc-p-idle{{fill:var(--edge);stroke:var(--paper)}}
"""
#: Behind what sets the letters of pictures, which it sets again.
_DRAWN_IN_PRINT: Final = f"@media print{{.supervision text,.supervision text.sc-title{{font-family:{_PRINTED}}}}}\n"
_PAGE: Final = f"""\
.supervision{{background:var(--paper);color:var(--ink);font:1rem/1.55 {_SANS};overflow-wrap:break-word;
-webkit-text-size-adjust:100%;text-size-adjust:100%}}
.supervision *{{box-sizing:border-box}}
.supervision main,section.supervision{{max-width:58rem;margin:0 auto;padding:clamp(1rem,4vw,2.75rem) clamp(1rem,4vw,2.5rem)}}
.supervision h1,.supervision h2,.supervision h3,.supervision h4{{font-family:{_SERIF};line-height:1.25;text-wrap:balance;
break-after:avoid}}
.supervision .sc-title{{font-size:clamp(1.5rem,1.1rem + 1.8vw,2.1rem);margin:0 0 1.25rem;padding-top:1rem;
border-top:4px solid var(--accent)}}
.supervision .sc-part{{font-size:1.3rem;margin:2.5rem 0 .75rem}}
.supervision .sc-subpart{{font-size:1.05rem;margin:1.75rem 0 .5rem}}
.supervision p{{margin:.6rem 0;max-width:70ch}}
.supervision .sc-notice{{margin:1.25rem 0;padding:.8rem 1rem .8rem 3rem;background:var(--panel);border-left:4px solid;
position:relative;break-inside:avoid}}
.supervision .sc-notice .sc-sign{{position:absolute;left:1.1rem}}
.supervision .sc-notice p{{margin:0;color:var(--ink)}}.supervision .sc-notice .sc-said{{font-weight:600}}
.supervision .sc-notice p+p{{margin-top:.3rem}}
.supervision .sc-good{{color:var(--good)}}.supervision .sc-bad{{color:var(--bad)}}.supervision .sc-open{{color:var(--open)}}
.supervision .sc-flag{{color:var(--flag)}}.supervision .sc-note{{color:var(--note)}}
.supervision .sc-sign{{font-weight:700;display:inline-block;min-width:1.1em}}
.supervision .sc-muted{{color:var(--muted);font-size:.9em}}
.supervision dl{{margin:1rem 0;display:grid;gap:.35rem 1.5rem}}
.supervision dl div{{display:grid;grid-template-columns:minmax(8rem,15rem) minmax(0,1fr);gap:0 1.25rem}}
.supervision dt{{color:var(--muted)}}.supervision dd{{margin:0}}
@media (max-width:36rem){{.supervision dl div{{grid-template-columns:minmax(0,1fr)}}.supervision dt{{font-size:.9em}}}}
.supervision .sc-scroll{{overflow-x:auto;margin:1rem 0 1.5rem;max-width:100%;
background:linear-gradient(90deg,var(--paper) 30%,transparent) 0 0/2.5rem 100% no-repeat local,
linear-gradient(270deg,var(--paper) 30%,transparent) 100% 0/2.5rem 100% no-repeat local,
linear-gradient(90deg,var(--shade),transparent) 0 0/.8rem 100% no-repeat scroll,
linear-gradient(270deg,var(--shade),transparent) 100% 0/.8rem 100% no-repeat scroll}}
.supervision .sc-scroll:focus-visible{{outline:3px solid var(--note);outline-offset:3px}}
.supervision table{{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums;font-size:.95rem}}
.supervision caption{{text-align:left;font-weight:600;padding:0 0 .5rem;caption-side:top}}
.supervision th,.supervision td{{text-align:left;vertical-align:top;padding:.45rem .9rem .45rem 0;
border-bottom:1px solid var(--rule);unicode-bidi:isolate;min-width:3.5rem;max-width:24rem}}
.supervision th:last-child,.supervision td:last-child{{padding-right:0}}
.supervision thead th{{color:var(--muted);font-weight:600;font-size:.88em;vertical-align:bottom;
border-bottom:2px solid var(--edge)}}
.supervision tbody th{{font-weight:500}}
.supervision th:not(.sc-number,.sc-short),.supervision td:not(.sc-number,.sc-short){{min-width:7rem}}
.supervision tbody th:not(.sc-number,.sc-short){{min-width:9rem}}
.supervision td.sc-long:not(.sc-number,.sc-short){{min-width:14rem}}
.supervision .sc-grid th:not(.sc-number,.sc-short),.supervision .sc-grid td:not(.sc-number,.sc-short){{min-width:2.8rem}}
.supervision .sc-grid tbody th:not(.sc-number,.sc-short){{min-width:8rem}}
.supervision .sc-number{{text-align:right}}.supervision .sc-short{{white-space:nowrap}}
.supervision tr{{break-inside:avoid}}.supervision thead{{display:table-header-group}}
.supervision ul,.supervision ol{{padding-left:1.3rem;margin:.5rem 0}}.supervision li{{margin:.3rem 0}}
.supervision ul.sc-tree,.supervision ul.sc-tree ul{{list-style:none;padding-left:0}}
.supervision ul.sc-tree ul{{margin:.2rem 0 .4rem .5rem;padding-left:.95rem;border-left:1px solid var(--rule)}}
.supervision ul.sc-tree li{{padding-left:1.35rem}}
.supervision ul.sc-tree li>.sc-sign{{margin-left:-1.35rem;min-width:1.35rem}}
.supervision ul.sc-tree li>ul{{margin-left:-.9rem}}
.supervision ul.sc-many{{list-style:none;padding:0;columns:9.5rem;column-gap:1.25rem}}
.supervision ul.sc-many li{{break-inside:avoid;margin:0;padding:.1rem 0}}
.supervision ul.sc-plain{{list-style:none;padding:0;font-size:.9em;color:var(--muted)}}
.supervision .sc-word{{font-weight:600}}.supervision .sc-whole{{white-space:nowrap}}
.supervision figure{{margin:1.25rem 0}}.supervision figcaption{{font-weight:600;margin-bottom:.6rem}}
.supervision figure svg{{display:block;width:100%;overflow:visible}}
.supervision .sc-legend{{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.35rem 1.1rem;font-size:.92rem}}
.supervision .sc-legend li{{margin:0;min-width:0;overflow-wrap:anywhere}}
.supervision .sc-chip{{display:inline-block;min-width:1.9em;padding:0 .35em;text-align:center;border-radius:.25em;
color:var(--ink);print-color-adjust:exact;-webkit-print-color-adjust:exact}}
.supervision .sc-grid{{width:auto}}
.supervision .sc-grid th,.supervision .sc-grid td{{padding:.22rem .5rem .22rem 0;min-width:2.8rem}}
.supervision .sc-vh{{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}}
.supervision .sc-scroll{{position:relative}}
.supervision .sc-head,.supervision .sc-foot{{display:grid;grid-template-columns:minmax(0,2fr) minmax(0,3fr);gap:1rem 2rem;
margin:0 0 1.5rem}}
.supervision .sc-foot{{grid-template-columns:minmax(0,1fr) minmax(0,1fr);margin:2.5rem 0 0;break-inside:avoid}}
.supervision .sc-head p,.supervision .sc-signature p{{margin:0;text-align:center;max-width:none}}
.supervision .sc-issuer,.supervision .sc-nation,.supervision .sc-signature p{{font-weight:700}}
.supervision .sc-nation:nth-of-type(2){{text-decoration:underline;text-underline-offset:.35em;text-decoration-thickness:1px}}
.supervision .sc-no,.supervision .sc-when{{padding-top:.6em}}.supervision .sc-when{{font-style:italic}}
.supervision .sc-framed{{border-top:0;text-align:center;margin-bottom:.5rem}}
.supervision .sc-about{{text-align:center;font-weight:600;margin:0 auto 1.5rem}}
.supervision .sc-to{{font-weight:700;font-style:italic;margin:0}}
.supervision .sc-foot ul{{list-style:none;padding:0;margin:.2rem 0}}.supervision .sc-foot li{{margin:0}}
.supervision .sc-foot ul li::before{{content:"- "}}
.supervision .sc-signature{{break-inside:avoid;margin-bottom:1.5rem}}.supervision .sc-signature .sc-room{{padding-top:5em}}
@media (max-width:36rem){{.supervision .sc-head{{grid-template-columns:minmax(0,1fr)}}}}
@media print{{.supervision main{{max-width:none;padding:0}}.supervision .sc-scroll{{overflow:visible;background:none}}
.supervision,.supervision h1,.supervision h2,.supervision h3,.supervision h4{{font-family:{_PRINTED}}}
.supervision{{font-size:13pt;line-height:1.35}}.supervision table{{font-size:11pt}}
.supervision th,.supervision td{{min-width:0!important}}
.supervision p,.supervision li{{orphans:3;widows:3}}.supervision figure{{break-inside:avoid}}
.supervision .sc-title{{font-size:16pt;border-top:0;padding-top:0}}.supervision .sc-framed{{font-size:14pt}}
.supervision .sc-part{{font-size:13pt;margin:1.2em 0 .4em}}
.supervision .sc-subpart{{font-size:13pt;font-style:italic;margin:.8em 0 .3em}}
.supervision .sc-notice{{padding:.4em .8em .4em 2.2em;margin:.8em 0}}.supervision .sc-notice .sc-sign{{left:.7em}}
.supervision caption,.supervision thead{{break-after:avoid}}.supervision tbody tr:first-child{{break-before:avoid}}
.supervision .sc-many{{break-inside:avoid}}
.supervision .sc-foot{{break-before:avoid}}.supervision .sc-head{{grid-template-columns:minmax(0,2fr) minmax(0,3fr)}}
.supervision .sc-head{{font-size:12pt}}}}
"""
#: The paper of a whole document; a page that embeds fragments has its own.
PAPER: Final = (
    f"@page{{size:A4;margin:{' '.join(f'{one}mm' for one in LAYOUT.margins)};"
    f"@top-center{{content:counter(page);font:13pt {_PRINTED}}}}}\n"
    "@page:first{@top-center{content:none}}\n"
    "@page wide{size:A4 landscape;margin:20mm}\n"
    "@media print{.supervision .sc-wide{page:wide}}\n"
)


def _firm(rules: str) -> str:
    """Every rule of a page weighs more than what a page around it says of bare elements below a class or two of its own."""
    return rules.replace(".supervision ", ".supervision.supervision.supervision ")


_STYLE: Final = _firm(f"{_THEMES}{_RESET}{_PAGE}{_KEY_RULES}{_DRAWN}{_DRAWN_IN_PRINT}")


def stylesheet() -> str:
    """The style of ``to_html``; a page that embeds fragments takes it up once."""
    return _STYLE


def drawing_style() -> str:
    """The style of a picture that stands alone."""
    return f"{_THEMES}{_KEY_RULES}{_DRAWN}"
