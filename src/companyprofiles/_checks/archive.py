"""CP6: what is quoted, held against archived texts of the sources."""

from __future__ import annotations

from collections.abc import Iterator

from companyprofiles._check_context import CheckContext
from companyprofiles._checks.printed import each_reference
from companyprofiles._evidence import decoded, occurs, read_archived
from companyprofiles._profile import Profile
from companyprofiles._sources import Source
from companyprofiles._texts import TextKind
from companyprofiles.errors import InvalidValueError, shown
from companyprofiles.hookspecs import Check, Finding

__all__ = ["CHECKS"]


def text_unreadable(profile: Profile, context: CheckContext) -> Iterator[Finding]:
    """Find archived texts that cannot be read (CP601)."""
    for source, content in _archived(profile, context):
        if isinstance(content, InvalidValueError):
            yield Finding(str(content), source, path="text")


def text_changed(profile: Profile, context: CheckContext) -> Iterator[Finding]:
    """Find archived texts that are not those whose hash is given (CP602)."""
    from hashlib import sha256

    for source, content in _archived(profile, context):
        if not isinstance(content, InvalidValueError):
            found = sha256(content).hexdigest()
            if source.sha256 is None:
                message = f"must be given with text. The file's is {found}."
                yield Finding(message, source, path="sha256")
            elif source.sha256 != found:
                message = f"must be the hash of {source.text}, which is {found}. Restore the file."
                yield Finding(message, source, path="sha256")


def quote_missing(profile: Profile, context: CheckContext) -> Iterator[Finding]:
    """Find quotations that the archived text has not (CP603)."""
    for statement, number, reference, source in each_reference(profile):
        quote, text = reference.quote, context.archived_text(source)
        if quote is None or text is None or quote.kind is not TextKind.ORIGINAL:
            continue
        if not occurs(quote.text, text):
            message = f"is not in {source.text}: {shown(quote.text)}. Quote word for word."
            yield Finding(message, statement, path=f"references[{number}].quote")


def printed_missing(profile: Profile, context: CheckContext) -> Iterator[Finding]:
    """Find printed values that the archived text has not (CP604)."""
    for statement, number, reference, source in each_reference(profile):
        printed, text = reference.as_printed, context.archived_text(source)
        if printed is not None and text is not None and not occurs(printed, text):
            message = f"is not in {source.text}: {shown(printed)}. Give it as it is printed."
            yield Finding(message, statement, path=f"references[{number}].as_printed")


def _archived(
    profile: Profile, context: CheckContext
) -> Iterator[tuple[Source, bytes | InvalidValueError]]:
    """Yield the sources that have archived texts, each with its content or why there is none."""
    for source in profile.sources:
        if source.text is not None and context.folder is not None:
            try:
                content = read_archived(context.folder, source.text)
                decoded(content, source.text)
                yield source, content
            except InvalidValueError as error:
                yield source, error


EMPLOYEES = """\
[[employees]]
value = "1250"
valid = "2024-03"
references = [{{ source = "press-release"{} }}]

"""
SOURCE = """\
[[sources]]
id = "press-release"
title.en = "Acme opens its second plant"
kind = "self_declaration"
published = "2024-04-02"
lang = "en"
text = "archive/press-release.txt"
sha256 = "2d02c65c00d6d9252a84f788674cf0d00830d6865e32527e3533d0fd4669b0d4"
"""

CHECKS = (
    Check(
        "CP601",
        summary="An archived text can be read",
        explanation="""\
A source may name the file with its text (`text = "archive/report.txt"`), below the folder of the
data, so that what is quoted can be checked without the network, and still when the page is gone.
The file is missing, too large, not in UTF-8, or leads out of the folder.

Add the file, or leave `text` out. Only keep texts that you may pass on.""",
        failing=EMPLOYEES.format("") + SOURCE.replace("/press-release", "/interview"),
        passing=EMPLOYEES.format("") + SOURCE,
        run=text_unreadable,
    ),
    Check(
        "CP602",
        summary="An archived text is the one that was read",
        explanation="""\
The hash of a source (`sha256`) tells which copy was read. An archived text with another hash was
changed since, by whomever: what is quoted from it proves nothing any more.

Restore the file. If it is right that it changed, look at all that is taken from it, and give the
new hash.""",
        failing=EMPLOYEES.format("") + SOURCE.replace("2d02", "0000"),
        passing=EMPLOYEES.format("") + SOURCE,
        run=text_changed,
    ),
    Check(
        "CP603",
        summary="A quotation stands in the archived text",
        explanation="""\
A `quote` is what the source says, word for word. It was looked for in the archived text, whatever
the spaces, quotation marks and line ends; an ellipsis stands for words left out. Translations are
not looked for.

Correct the quotation. Words of your own belong in `note`.""",
        failing=EMPLOYEES.format(', quote.en = "the company employs 1,250 people"') + SOURCE,
        passing=EMPLOYEES.format(', quote.en = "the company employed 1,250 people"') + SOURCE,
        run=quote_missing,
    ),
    Check(
        "CP604",
        summary="A value as printed stands in the archived text",
        explanation="""\
What `as_printed` gives is the value in the words of the source. It was looked for in the archived
text, whatever the spaces, quotation marks and line ends; an ellipsis stands for words left out.

Give it as it is printed.""",
        failing=EMPLOYEES.format(', as_printed = "1250 employees"') + SOURCE,
        passing=EMPLOYEES.format(', as_printed = "1,250 people"') + SOURCE,
        run=printed_missing,
    ),
)
