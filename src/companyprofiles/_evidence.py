"""Archived texts of sources: read within bounds, and searched for what is quoted from them."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from companyprofiles.errors import InvalidValueError

__all__ = ["LARGEST_TEXT", "comparable", "decoded", "occurs", "read_archived"]

LARGEST_TEXT = 8 * 1024 * 1024
"""Bytes of the largest archived text that is read."""

QUOTATION_MARKS = {
    **dict.fromkeys("‘’‚‛′`´＇", "'"),
    **dict.fromkeys("“”„‟″«»「」『』〝〞＂", '"'),
}
"""Marks that one text has and its transcript writes otherwise, and what stands for them."""
TRANSLATION = str.maketrans({**QUOTATION_MARKS, "\u00ad": None, "\u200b": None, "\ufeff": None})
OMISSION = re.compile(r"[\[(]?(?:\.{3}|…+)[\])]?")
SPACE = re.compile(r"\s+")
IDEOGRAPH = r"[\u2e80-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
SPACE_OF_NO_WORDS = re.compile(rf"(?<={IDEOGRAPH}) | (?={IDEOGRAPH})")


def read_archived(folder: Path, name: str) -> bytes:
    """Return the content of an archived text.

    Args:
        folder: The folder of the data.
        name: Name of the file, below that folder.

    Raises:
        InvalidValueError: There is no such file, it leads out of the folder, or it is too large.
    """
    file = folder / name
    try:
        if not file.resolve().is_relative_to(folder.resolve()):
            raise InvalidValueError("a file below the folder of the data", name)
        if not file.is_file():  # A pipe would keep us waiting for ever.
            raise InvalidValueError("a file that there is", name)
        with file.open("rb") as stream:
            content = stream.read(LARGEST_TEXT + 1)
    except OSError as error:
        raise InvalidValueError("a file that can be read", name, f"{error.strerror}.") from None
    if len(content) > LARGEST_TEXT:
        raise InvalidValueError(f"a file of at most {LARGEST_TEXT} bytes", name)
    return content


def decoded(content: bytes, name: str) -> str:
    """Return the text of an archived file.

    Raises:
        InvalidValueError: It is not UTF-8.
    """
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InvalidValueError("a file in UTF-8", name) from None


def comparable(text: str) -> str:
    """Return a text with one form of each letter, quotation mark and space (Unicode NFKC)."""
    plain = unicodedata.normalize("NFKC", text.translate(TRANSLATION))
    spaced = SPACE_OF_NO_WORDS.sub("", SPACE.sub(" ", plain)).strip()
    return unicodedata.normalize("NFC", spaced)


def occurs(quoted: str, text: str) -> bool:
    """Tell whether a text has what is quoted from it; an ellipsis stands for what is left out.

    Args:
        quoted: Words of the text, in order.
        text: The text, as :func:`comparable` returns it.
    """
    at = 0
    for part in OMISSION.split(quoted):
        words = comparable(part)
        found = text.find(words, at)
        if found < 0:
            return False
        at = found + len(words)
    return True
