"""The same page as somebody would write it by hand: document nodes as reStructuredText.

Tables become list tables, numbered sources footnotes, links to places on the page named
references with labels. What markup has no way to say is left out: classes, languages of words,
texts that are shown when pointing at a footnote number. All visible text stays, except that a
footnote number stands for a number in brackets.
"""

import re
from collections.abc import Callable, Iterator

from docutils import nodes

from companyprofiles.sphinxext._source_links import back_links, source_links

ADORNMENTS = "=-~^"

SPECIAL = re.compile(r"([\\*`_|<>])")
LOOKS_LIKE_MARKUP = re.compile(r"([-+•–—]|\\\*|\.\.|\(?\w+[.)])(\s|$)|:\w|>|[-=~^#'\"]+$")


class Writer:
    """Writes one page.

    Args:
        document: The page, as it was read.
        prefix: What its labels begin with; they are shared by all pages of a site.
        lean: Whether to leave out what docutils does by itself or nobody writes: the lists of
            places that cite a source, and labels that nothing on the page links to.
    """

    def __init__(self, document: nodes.document, prefix: str, *, lean: bool = False) -> None:
        self.document = document
        self.prefix = prefix
        self.lean = lean
        self.footnotes = {
            link.source for links in document.findall(source_links) for link in links["links"]
        }
        self.places = dict(self._places())
        self.wanted = set(self._wanted())
        self.depth = 0
        self.written: set[str] = set()

    def page(self) -> str:
        """Return the text of the page."""
        blocks = [[":orphan:"], *self._blocks(self.document)]
        return "\n\n".join("\n".join(block) for block in blocks) + "\n"

    # -- what leads where --------------------------------------------------------------------

    def _places(self) -> Iterator[tuple[str, str]]:
        """Yield for each citing number the label nearest to it, on its paragraph or section."""
        for links in self.document.findall(source_links):
            for link in links["links"]:
                yield link.anchor, _nearest_label(links)

    def _wanted(self) -> Iterator[str]:
        for link in self.document.findall(nodes.reference):
            if "refid" in link:
                yield link["refid"]
        for back in [] if self.lean else self.document.findall(back_links):
            for part in back["parts"]:
                if not isinstance(part, str):
                    yield self.places[part[0]]

    def _labels(self, names: list[str]) -> list[str]:
        """Return the lines that give the next block its labels."""
        shown = [
            name
            for name in names
            if name not in self.footnotes
            and name not in self.written
            and (name in self.wanted or not self.lean)
        ]
        self.written.update(shown)
        return [line for name in shown for line in self._label(name)]

    def _label(self, name: str) -> list[str]:
        return [f".. _{self.prefix}-{name}:", ""]

    # -- blocks ------------------------------------------------------------------------------

    def _blocks(self, parent: nodes.Element) -> list[list[str]]:
        return [lines for child in parent.children for lines in self._block(child)]

    def _block(self, node: nodes.Node) -> list[list[str]]:
        kinds: dict[type, Callable] = {
            nodes.section: self._section,
            nodes.table: self._table,
            nodes.enumerated_list: self._list,
            nodes.bullet_list: self._list,
            nodes.definition_list_item: self._definition,
            nodes.meta: self._meta,
        }
        for kind, write in kinds.items():
            if isinstance(node, kind):
                return write(node)
        if isinstance(node, back_links):
            return [] if self.lean else [[self._started(self._back_links(node))]]
        if isinstance(node, nodes.TextElement):
            return self._paragraph(node)
        return self._blocks(node) if isinstance(node, nodes.Element) else []

    def _section(self, node: nodes.section) -> list[list[str]]:
        title, *rest = node.children
        heading = self._heading(self._escaped(title.astext()), node["ids"])
        self.depth += 1
        blocks = [lines for child in rest for lines in self._block(child)]
        self.depth -= 1
        return [heading, *blocks]

    def _heading(self, text: str, names: list[str]) -> list[str]:
        return [*self._labels(names), text, ADORNMENTS[self.depth] * 2 * len(text)]

    def _meta(self, node: nodes.meta) -> list[list[str]]:
        return [[".. meta::", f"   :{node['name']}: {node['content']}"]]

    def _paragraph(self, node: nodes.paragraph) -> list[list[str]]:
        names = [name for target in node.findall(nodes.target) for name in target["ids"]]
        labels, text = self._labels(names), self._inline(node)
        return [[*labels, *([self._started(text)] if text else [])]] if labels or text else []

    def _list(self, node: nodes.Element) -> list[list[str]]:
        return [self._item(item) for item in node.children]

    def _item(self, node: nodes.Element) -> list[str]:
        names = {name for target in node.findall(nodes.target) for name in target["ids"]}
        cited = sorted(names & self.footnotes)
        mark, indent = self._footnote_start(self._footnote(cited[0])) if cited else ("* ", "  ")
        return hanging(mark, indent, self._blocks(node))

    def _footnote_start(self, name: str) -> tuple[str, str]:
        return f".. [#{name}] ", "   "

    def _definition(self, node: nodes.definition_list_item) -> list[list[str]]:
        term, *rest = node.children
        names = [name for target in term.findall(nodes.target) for name in target["ids"]]
        # Above the term, a label would end the list.
        blocks = [labels] if (labels := self._labels(names)[:-1]) else []
        blocks += [lines for child in rest for lines in self._blocks(child)]
        return [[self._started(self._inline(term)), *hanging("   ", "   ", blocks)]]

    def _table(self, node: nodes.table) -> list[list[str]]:
        group = next(node.findall(nodes.tgroup))
        columns = list(group.findall(nodes.colspec))
        title = next((c.astext() for c in node.children if isinstance(c, nodes.title)), "")
        head = next(group.findall(nodes.thead), None)
        rows = list(group.findall(nodes.row))
        return [self._table_lines(self._escaped(title), columns, head, rows)]

    def _table_lines(
        self, caption: str, columns: list[nodes.colspec], head: nodes.thead | None, rows: list
    ) -> list[str]:
        lines = [
            f".. list-table:: {caption}",
            f"   :widths: {' '.join(str(column['colwidth']) for column in columns)}",
            f"   :stub-columns: {sum(1 for column in columns if column.get('stub'))}",
            *([f"   :header-rows: {len(head.children)}"] if head else []),
            "",
        ]
        for row in rows:
            lines += [f"   {line}".rstrip() for line in self._row(row, len(columns))]
        return lines

    def _row(self, node: nodes.row, columns: int) -> list[str]:
        """Return the cells of a row; a list table has none across columns or rows."""
        spans = [1 + cell.get("morecols", 0) for cell in node.children]
        cells: list[list[list[str]]] = [[]] * (columns - sum(spans))
        for cell, span in zip(node.children, spans, strict=True):
            cells += [self._blocks(cell), *([[]] * (span - 1))]
        marks = ["* - ", *["  - "] * (columns - 1)]
        return [
            line
            for mark, blocks in zip(marks, cells, strict=True)
            for line in hanging(mark, "    ", blocks)
        ]

    # -- words -------------------------------------------------------------------------------

    def _escaped(self, text: str) -> str:
        return SPECIAL.sub(r"\\\1", text)

    def _started(self, text: str) -> str:
        """Return the text of a paragraph so that its beginning is not taken for a list."""
        text = f"\\{text}" if LOOKS_LIKE_MARKUP.match(text) else text
        return f"{text[:-1]}\\:" if text.endswith("::") else text

    def _footnote_mark(self, name: str) -> str:
        return f"[#{name}]_"

    def _footnote(self, name: str) -> str:
        return name.removeprefix("source-")

    def _inline(self, parent: nodes.Element) -> str:
        """Return the children's text, with markup kept apart from what stands beside it."""
        text = ""
        was_markup = False
        for piece, is_markup in self._pieces(parent):
            text = self._join(text, piece, is_markup=is_markup or was_markup)
            was_markup = is_markup
        return text.replace("\n", " ").strip()

    def _join(self, text: str, piece: str, *, is_markup: bool) -> str:
        touches = text and piece and not text[-1].isspace() and not piece[0].isspace()
        return text + ("\\ " if touches and is_markup else "") + piece

    def _pieces(self, parent: nodes.Element) -> Iterator[tuple[str, bool]]:
        for node in parent.children:
            if isinstance(node, nodes.Text):
                yield self._escaped(node.astext()), False
            elif isinstance(node, source_links):
                numbers = (
                    self._footnote_mark(self._footnote(link.source)) for link in node["links"]
                )
                yield " " + " ".join(numbers), True
            elif isinstance(node, nodes.reference):
                yield self._link(node), True
            elif isinstance(node, nodes.emphasis):
                yield f"*{self._escaped(node.astext())}*", True
            elif isinstance(node, nodes.superscript):
                yield " " + " ".join(piece for piece, _ in self._pieces(node)), True
            elif isinstance(node, nodes.Element):
                yield from self._pieces(node)

    def _link(self, node: nodes.reference) -> str:
        text = self._escaped(node.astext())
        if "refuri" in node:
            return self._link_out(text, node["refuri"])
        return self._link_to(node["refid"], text)

    def _link_out(self, text: str, address: str) -> str:
        return f"`{text} <{address.replace('_', chr(92) + '_')}>`__"

    def _link_to(self, name: str, text: str) -> str:
        return f"`{text} <{self.prefix}-{name}_>`__"

    def _back_links(self, node: back_links) -> str:
        """Return the text of a paragraph that leads from a source back to where it is cited."""
        return "".join(
            self._escaped(part)
            if isinstance(part, str)
            else self._link_to(self.places[part[0]], self._escaped(part[1]))
            for part in node["parts"]
        )


def _nearest_label(node: nodes.Node) -> str:
    while node.parent is not None:
        node = node.parent
        if isinstance(node, nodes.paragraph):
            for target in node.findall(nodes.target):
                return target["ids"][0]
        if isinstance(node, nodes.section):
            return node["ids"][0]
    raise LookupError("a citation outside any section")


def hanging(mark: str, indent: str, blocks: list[list[str]]) -> list[str]:
    """Return blocks below each other, the first beside a mark and the others indented."""
    lines: list[str] = []
    for block in blocks:
        lines += ["", *block] if lines else block
    first, *rest = lines or [""]
    return [(mark + first).rstrip(), *((indent + line).rstrip() for line in rest)]
