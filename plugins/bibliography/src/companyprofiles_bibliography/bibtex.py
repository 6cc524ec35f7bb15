"""The sources of a profile as BibTeX, with the fields that biblatex has besides."""

from __future__ import annotations

from companyprofiles import PartialDate, Precision, Profile, Source, SourceKind
from companyprofiles_bibliography.citations import Citation, citations

__all__ = ["entry", "export"]

ESCAPED = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "#$%&_"},
    }
)
"""What LaTeX would take for markup; braces by name, since BibTeX counts escaped ones too."""

BABEL = {
    "ar": "arabic",
    "cs": "czech",
    "da": "danish",
    "de": "ngerman",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "fi": "finnish",
    "fr": "french",
    "he": "hebrew",
    "hi": "hindi",
    "hu": "hungarian",
    "id": "indonesian",
    "it": "italian",
    "ja": "japanese",
    "ko": "korean",
    "nl": "dutch",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sv": "swedish",
    "th": "thai",
    "tr": "turkish",
    "uk": "ukrainian",
    "vi": "vietnamese",
    "zh": "chinese",
}
"""What babel and polyglossia call a language, by its BCP 47 tag."""

IN_BIBLATEX = (
    Precision.DAY,
    Precision.MONTH,
    Precision.SEASON,
    Precision.YEAR,
    Precision.DECADE,
)
"""How finely the dates are known that biblatex reads."""


def export(profile: Profile) -> str:
    """Return the sources that a profile cites as a BibTeX file."""
    return "\n".join(map(entry, citations(profile)))


def entry(citation: Citation) -> str:
    """Return one source as a BibTeX entry."""
    fields = _fields(citation)
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@{_type(citation.source)}{{{citation.key},\n{lines}}}\n"


def _type(source: Source) -> str:
    """Return the type of a source's entry: that of its kind if it has the fields for it."""
    dated = _year(source.published)
    if source.kind is SourceKind.REGULATORY_FILING and source.publisher and dated:
        return "techreport"
    if source.kind is SourceKind.PRESS and source.author and source.publisher and dated:
        return "article"
    return "online" if source.url else "misc"


def _fields(citation: Citation) -> dict[str, str]:
    source, type_ = citation.source, _type(citation.source)
    title = source.title.best(*filter(None, [source.lang]))
    # A filing is written by whoever makes it, if nobody is named.
    author = source.author or (source.publisher if type_ == "techreport" else None)
    archived = f"Archived copy: {_escaped(source.archive_url)}" if source.archive_url else ""
    return {
        "author": _verbatim(author),
        "title": _verbatim(title.text),
        **_publisher(source, type_),
        "date": _date(source.published),
        "year": _year(source.published),
        "url": source.url or "",
        "urldate": _exact(citation.retrieved),
        "note": archived,
        "langid": _language(source.lang or title.lang),
        "keywords": _escaped(source.kind.value.replace("_", " ")),
        "annote": _escaped(citation.remark),
    }


def _publisher(source: Source, type_: str) -> dict[str, str]:
    """Return the publisher in the fields in which the styles of BibTeX and biblatex show it."""
    publisher = _verbatim(source.publisher)
    if type_ == "techreport":
        return {"institution": publisher, "type": "Regulatory filing"}
    if type_ == "article":
        return {"journal": publisher}
    if type_ == "online":
        return {"organization": publisher, "howpublished": publisher}
    return {"howpublished": publisher}


def _escaped(text: str) -> str:
    return text.translate(ESCAPED)


def _verbatim(text: str | None) -> str:
    """Return a text in braces, so that no style changes its letters or takes it for names."""
    return f"{{{_escaped(text)}}}" if text else ""


def _date(date: PartialDate | None) -> str:
    return date.text if date is not None and date.precision in IN_BIBLATEX else ""


def _exact(date: PartialDate | None) -> str:
    return "" if date is None or date.is_marked else _date(date)


def _year(date: PartialDate | None) -> str:
    """Return the year for BibTeX, which knows no other date."""
    if date is None or date.earliest.year != date.latest.year:
        return ""
    return f"{date.earliest.year:04}"


def _language(tag: str) -> str:
    return "brazilian" if tag == "pt-BR" else BABEL.get(tag.partition("-")[0], "")
