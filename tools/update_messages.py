"""Bring the message catalogs up to the code, and compile them.

Words that are new in the code come without a translation, those that are gone go; a test says which
words are still to be translated. A new catalog begins with the template. Labels and
definitions of properties and headings of sections have languages of their own, and are in the
catalogs of other languages alone.
"""

import io
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from companyprofiles import LanguageMap
from companyprofiles._messages import DEFINITION, HEADING, LABEL, TEMPLATE
from companyprofiles.testing import IsolatedCatalog

SOURCE = Path(__file__).resolve().parent.parent / "src" / "companyprofiles"
HEADER = """\
# Words of companyprofiles; see tools/update_messages.py.
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plural_forms}\\n"

"""

NO_DATE = datetime(2000, 1, 1, tzinfo=UTC)
"""Stands in a compiled catalog instead of today, so that the same words give the same bytes."""


def template(language: str) -> Catalog:
    """Return the words that the code has, and what it words itself but not in the language."""
    words = Catalog()
    for _file, _line, message, *_ in extract_from_dir(
        SOURCE, directory_filter=lambda _folder: True
    ):
        words.add(message)
    for context, wording in worded_in_code():
        if language not in wording:
            words.add(wording["en"], context=context)
    return words


def _is_translated(message: Message) -> bool:
    """Tell whether a message has every form that its language needs."""
    forms = message.string if isinstance(message.string, tuple) else (message.string,)
    return all(forms)


def worded_in_code() -> Iterator[tuple[str, LanguageMap]]:
    """Yield what has its languages beside each other, with the context that tells what it is."""
    core = IsolatedCatalog()
    for prop in core.vocabulary.values():
        yield LABEL, prop.label
        yield DEFINITION, prop.description
    for section in core.host.sections():
        yield HEADING, section.title


def text_of(catalog: Catalog, language: str, plural_forms: str) -> str:
    """Return a catalog as text."""
    written = io.BytesIO()
    options = {"width": 0, "omit_header": True, "sort_output": True, "ignore_obsolete": True}
    write_po(written, catalog, **options)
    header = HEADER.format(language=language, plural_forms=plural_forms)
    return header + written.getvalue().decode().strip() + "\n"


def compile_catalog(file: Path) -> None:
    """Write the compiled catalog beside a catalog."""
    compiled = read_po(io.BytesIO(file.read_bytes()), locale=file.parts[-3])
    compiled.creation_date = compiled.revision_date = NO_DATE
    with file.with_suffix(".mo").open("wb") as output:
        write_mo(output, compiled)


def main() -> None:
    """Update every catalog; that of the theme's words is compiled as it is."""
    text = text_of(template(""), "", "nplurals=2; plural=(n != 1);")
    TEMPLATE.write_text(text, encoding="utf-8")
    for file in sorted(SOURCE.glob("locale/*/LC_MESSAGES/*.po")):
        language = file.parts[-3]
        catalog = read_po(io.BytesIO(file.read_bytes()), locale=language)
        catalog.update(template(language), no_fuzzy_matching=True)
        text = text_of(catalog, language, catalog.plural_forms)
        file.write_text(text, encoding="utf-8")
        compile_catalog(file)
        missing = sum(not _is_translated(message) for message in catalog if message.id)
        print(f"{file}: {len(catalog)} words, {missing} to be translated")
    for file in sorted(SOURCE.glob("_site/theme/locale/*/LC_MESSAGES/*.po")):
        compile_catalog(file)


if __name__ == "__main__":
    sys.exit(main())
