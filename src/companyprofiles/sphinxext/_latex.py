"""Letters of other scripts in a printed book, in a project that has no settings for them."""

from __future__ import annotations

import re

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config

from companyprofiles.sphinxext._nodes import LETTERS

__all__ = ["mark_runs", "prepare_latex"]

ENGINE = "xelatex"
"""The engine that writes every script with the fonts of the system."""

FONTS = {
    "main": ("Noto Serif CJK SC", "Source Han Serif SC"),
    "sans": ("Noto Sans CJK SC", "Source Han Sans SC"),
    "mono": ("Noto Sans Mono CJK SC", "Noto Sans CJK SC", "Source Han Sans SC"),
}
"""Fonts with Chinese, Japanese and Korean letters, the best first; xeCJK has one of its own."""

ISOLATE, POP = "\u2067", "\u2069"
"""Marks of Unicode around what is written from right to left, which the preamble makes commands."""

RIGHT_TO_LEFT = rf"""
\TeXXeTstate=1
\IfFontExistsTF{{FreeSerif}}{{\newfontfamily\companyletters[Script=Arabic]{{FreeSerif}}}}{{
  \IfFontExistsTF{{DejaVu Sans}}{{\newfontfamily\companyletters[Script=Arabic]{{DejaVu Sans}}}}{{
    \let\companyletters\relax}}}}
\DeclareRobustCommand\companyisolate{{\leavevmode\bgroup\companyletters\upshape\beginR}}
\DeclareRobustCommand\companypop{{\endR\egroup}}
\catcode"2067=13 \catcode"2069=13
\protected\def{ISOLATE}{{\companyisolate}}
\protected\def{POP}{{\companypop}}
"""
"""Sets what stands between the marks from right to left, in fonts that have such letters."""

RUN = re.compile(rf"[{LETTERS}](?:[\W\d_{LETTERS}]*[{LETTERS}])?(?:\s\d+)*")
"""Words from right to left, with the figures and signs among them, and figures at their end."""

MARKS = re.compile("[\u2066-\u2069]")
"""All marks of Unicode around a text that has its own direction."""

PUNCTUATION = r'\xeCJKDeclareCharClass{Default}{"2010 -> "2027}'
"""Leaves dashes and quotation marks as narrow as they are beside Latin letters."""


def prepare_latex(app: Sphinx, config: Config) -> None:
    """Choose an engine and fonts that have all letters, where the project has chosen none.

    What a project sets itself stays; its preamble comes after ours.
    """
    # Only what is set is an attribute; Sphinx computes the others when they are asked for.
    if "latex_engine" not in vars(config):
        config.latex_engine = ENGINE
    if config.latex_engine == ENGINE:
        own = config.latex_elements.get("preamble", "")
        preamble = f"{_preamble(config.language)}\n{own}"
        config.latex_elements = {**config.latex_elements, "preamble": preamble}


def _preamble(language: str) -> str:
    """Return the settings of xeCJK, each where what it needs is installed."""
    lines = [r"\usepackage{xeCJK}"]
    for kind, names in FONTS.items():
        choice = ""
        for name in reversed(names):
            choice = rf"\IfFontExistsTF{{{name}}}{{\setCJK{kind}font{{{name}}}}}{{{choice}}}"
        lines.append(choice)
    if not language.startswith(("zh", "ja", "ko")):
        lines.append(PUNCTUATION)
    return "\n".join([r"\IfFileExists{xeCJK.sty}{", *lines, "}{}", RIGHT_TO_LEFT])


def mark_runs(app: Sphinx, document: nodes.document, docname: str) -> None:
    """Mark runs of words from right to left, since LaTeX does not order them by itself."""
    if app.builder.format != "latex":
        return
    for element in document.findall(nodes.Element):
        for index, part in enumerate(element):
            if isinstance(part, nodes.Text) and RUN.search(part):
                element[index] = nodes.Text(marked(part))


def marked(text: str) -> str:
    """Return a text with marks around its runs from right to left, and no others."""
    pieces = []
    end = 0
    text = MARKS.sub("", text)
    for run in RUN.finditer(text):
        pieces += [text[end : run.start()], ISOLATE, run[0]]
        end = run.end()
        if run[0].count("(") > run[0].count(")") and text.startswith(")", end):
            pieces.append(")")
            end += 1
        pieces.append(POP)
    return "".join([*pieces, text[end:]])
