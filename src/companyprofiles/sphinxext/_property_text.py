"""What the definition of a property means, in sentences."""

from __future__ import annotations

from typing import Any

from companyprofiles._identifiers import SCHEMES
from companyprofiles._property import Property, Time, type_name
from companyprofiles._texts import Text
from companyprofiles.sphinxext._words import _

__all__ = ["comparison", "dimension", "grammar", "time", "unit"]


def grammar(prop: Property[Any]) -> str:
    """Return how a value is written."""
    sentence = {
        "text": _("Words whose very wording is the fact, one statement for each language."),
        "language-map": _("A sentence in one language or more."),
        "date": _(
            "A date in EDTF: a day, month, quarter, year, decade or a day between two, perhaps "
            "marked as approximate (~) or uncertain (?)."
        ),
        "quantity": _(
            "A number and its unit, bounded or approximate where the source says so: 124320, "
            ">45E6 users, 20E9..90E9, ~30E9."
        ),
        "money": _(
            "A number and the ISO 4217 code of its currency, perhaps per something: "
            "941168E6 CNY, >600E6 USD, 59.9 CNY/month."
        ),
        "share": _(
            "A number in percent, bounded or approximate where the source says so: 36 %, >50 %, "
            "20..30 %."
        ),
        "identifier": _("A code as its register writes it."),
        "entity": _("The id of an entity of the profile."),
        "url": _("An http or https address."),
        "position": _("Who holds the office (holder), and perhaps what it is called (role)."),
        "listing": _(
            "The exchange by its ISO 10383 code and the ticker there, perhaps with the kind of "
            "security, its identifier and the currency of trade."
        ),
        "ownership": _(
            "The other party, perhaps with its share and votes in percent, by what right "
            "(interest) and whether directly."
        ),
        "address": _(
            "The country by its ISO 3166-1 code, perhaps with city, region, postal code, lines "
            "and what it is the address of (kind)."
        ),
    }[type_name(prop)]
    scheme = SCHEMES.get(prop.scheme)
    if scheme is None:
        return sentence
    if scheme.check is None:
        return sentence + " " + _("Its form is checked.")
    return sentence + " " + _("Its form and check digits are checked.")


def unit(prop: Property[Any]) -> str:
    """Return in which unit its numbers are; empty where they bring their own."""
    return _("%s, whether written or not; no other is read.") % prop.unit if prop.unit else ""


def time(prop: Property[Any]) -> str:
    """Return what its period of validity means."""
    sentence = {
        Time.INSTANT: _("It was so at one moment: valid is a single date."),
        Time.DURATION: _("It came about over a whole period: valid has both its ends."),
        Time.STATE: _("It held throughout a period: valid may have an open end, or be left out."),
    }[prop.time]
    if prop.requires_valid:
        return sentence + " " + _("It means nothing without its period, which must be given.")
    return sentence


def comparison(prop: Property[Any]) -> str:
    """Return when two statements of it contradict each other."""
    if not prop.single:
        sentences = [_("A subject may have several values at one time.")]
    elif prop.value_type is Text and prop.dimensions:
        sentences = [
            _("A subject has one value at a time for each language and each set of dimensions.")
        ]
    elif prop.value_type is Text:
        sentences = [_("A subject has one value at a time for each language.")]
    elif prop.dimensions:
        sentences = [_("A subject has one value at a time for each set of dimensions.")]
    else:
        sentences = [_("A subject has one value at a time.")]
    if prop.tolerance:
        part = f"{(prop.tolerance * 100).normalize():f}"
        sentences.append(_("Figures that differ by no more than %s %% agree.") % part)
    if prop.rising:
        sentences.append(_("Its figures never become smaller."))
    return " ".join(sentences)


def dimension(name: str) -> str:
    """Return what a dimension tells of a value; empty where nothing is known of it."""
    return {
        "against": _("compared with what"),
        "attributable_to": _("to whom it is due"),
        "basis": _("before or after the new money"),
        "benchmark": _("which benchmark"),
        "class": _("which class of shares"),
        "condition": _("on which condition"),
        "configuration": _("in which configuration"),
        "degree": _("which degree"),
        "direction": _("which way, such as in or out"),
        "kind": _("which of several kinds"),
        "list": _("on which list"),
        "market": _("in which market"),
        "metric": _("by which measure"),
        "model": _("which one of a series of models"),
        "of": _("of which figure"),
        "participant": _("by which participant"),
        "party": _("on or by which party"),
        "plan": _("under which plan"),
        "precision": _("at which precision of numbers"),
        "product": _("of which product"),
        "programme": _("under which programme"),
        "provider": _("who counted"),
        "purpose": _("for what"),
        "region": _("in which part of the world"),
        "register": _("in which register"),
        "role": _("in which role"),
        "scenario": _("on which condition of a forecast"),
        "security": _("of which security"),
        "segment": _("of which part of the business"),
        "setting": _("in which setting"),
        "stage": _("at which stage"),
        "standard": _("by which accounting standard, such as GAAP or IFRS"),
        "status": _("in which state, such as suspended"),
    }.get(name, "")
