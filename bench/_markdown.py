"""The same page as somebody would write it by hand in Markdown: for MyST, and for MkDocs."""

import re

from _handwritten import Writer, hanging
from docutils import nodes

SPECIAL = re.compile(r"([\\*`_\[\]<>#|{}$~^])")
LOOKS_LIKE_MARKUP = re.compile(r"(\d+)([.)]\s)|([-+=:>])")


class MystWriter(Writer):
    """Writes one page in MyST, with labels, list tables, footnotes and definition lists."""

    def page(self) -> str:
        """Return the text of the page."""
        head = ["---", "orphan: true", *self._front(), "---"]
        return "\n\n".join("\n".join(block) for block in [head, *self._page()]) + "\n"

    def _page(self) -> list[list[str]]:
        return self._blocks(self.document)

    def _front(self) -> list[str]:
        described = (
            f"    {m['name']}: {m['content']!r}" for m in self.document.findall(nodes.meta)
        )
        return ["myst:", "  html_meta:", *described]

    def _meta(self, node: nodes.meta) -> list[list[str]]:
        return []  # in the head of the file

    def _label(self, name: str) -> list[str]:
        return [f"({self.prefix}-{name})="]

    def _heading(self, text: str, names: list[str]) -> list[str]:
        return [*self._labels(names), f"{'#' * (self.depth + 1)} {text}"]

    def _table_lines(
        self, caption: str, columns: list[nodes.colspec], head: nodes.thead | None, rows: list
    ) -> list[str]:
        lines = [
            f":::{{list-table}} {caption}",
            f":widths: {' '.join(str(column['colwidth']) for column in columns)}",
            f":stub-columns: {sum(1 for column in columns if column.get('stub'))}",
            *([f":header-rows: {len(head.children)}"] if head else []),
            "",
        ]
        for row in rows:
            lines += self._row(row, len(columns))
        return [*lines, ":::"]

    def _definition(self, node: nodes.definition_list_item) -> list[list[str]]:
        term, *rest = node.children
        names = [name for target in term.findall(nodes.target) for name in target["ids"]]
        blocks = [labels] if (labels := self._labels(names)) else []
        blocks += [lines for child in rest for lines in self._blocks(child)]
        return [[self._started(self._inline(term)), *hanging(": ", "  ", blocks)]]

    def _footnote_start(self, name: str) -> tuple[str, str]:
        return f"[^{name}]: ", "    "

    def _footnote_mark(self, name: str) -> str:
        return f"[^{name}]"

    def _join(self, text: str, piece: str, *, is_markup: bool) -> str:
        return text + piece

    def _link_out(self, text: str, address: str) -> str:
        return f"[{text}](<{address}>)"

    def _link_to(self, name: str, text: str) -> str:
        return f"[{text}](#{self.prefix}-{name})"

    def _escaped(self, text: str) -> str:
        return SPECIAL.sub(r"\\\1", text)

    def _started(self, text: str) -> str:
        """Return the text of a paragraph so that its beginning is not taken for a list."""
        if found := LOOKS_LIKE_MARKUP.match(text):
            at = len(found[1] or "")
            return f"{text[:at]}\\{text[at:]}"
        return text


class MaterialWriter(MystWriter):
    """Writes one page for MkDocs: tables of pipes, and places as elements of HTML."""

    def _front(self) -> list[str]:
        return [
            f"{meta['name']}: {meta['content']!r}" for meta in self.document.findall(nodes.meta)
        ]

    def _label(self, name: str) -> list[str]:
        return [f'<span id="{self.prefix}-{name}"></span>']

    def _labels(self, names: list[str]) -> list[str]:
        # In the line of what they name.
        return ["".join(lines)] if (lines := super()._labels(names)) else []

    def _heading(self, text: str, names: list[str]) -> list[str]:
        return [f"{'#' * (self.depth + 1)} {''.join(self._labels(names))}{text}"]

    def _table_lines(
        self, caption: str, columns: list[nodes.colspec], head: nodes.thead | None, rows: list
    ) -> list[str]:
        cells = [
            "| " + " | ".join(self._cells(row, len(columns))) + " |"
            for row in ([] if head else [None]) + rows
        ]
        return [f"**{caption}**", "", cells[0], "|" + " --- |" * len(columns), *cells[1:]]

    def _cells(self, row: nodes.row | None, columns: int) -> list[str]:
        if row is None:
            return [""] * columns
        spans = [1 + cell.get("morecols", 0) for cell in row.children]
        cells = [""] * (columns - sum(spans))
        for cell, span in zip(row.children, spans, strict=True):
            blocks = ("".join(lines) for lines in self._blocks(cell))
            cells += ["<br>".join(blocks), *([""] * (span - 1))]
        return cells
