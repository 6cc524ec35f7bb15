"""What the core itself offers, registered as any plugin is; everything by name, imported late."""

from __future__ import annotations

from companyprofiles._texts import LanguageMap
from companyprofiles.hookspecs import Check, Exporter, Section, Vocabulary, hookimpl

__all__: list[str] = []

TOPICS = {
    "names": "What a company, product or person is called",
    "organisation": "What an organisation is, where it sits and when it began",
    "identifiers": "How registers and exchanges name it",
    "people": "Who leads an organisation",
    "finance": "Figures from accounts and reports",
    "market": "Who uses and buys it, at which price, and how it stands against others",
    "holdings": "Who has a part in whom",
    "events": "What happened: rounds, deals, launches",
    "products": "What a company makes and offers, and how its products relate",
    "claims": "What somebody says",
}

SECTIONS = {
    "infobox": ("At a glance", "概览"),
    "identity": ("Names and identity", "名称与身份"),
    "timeline": ("Timeline", "时间线"),
    "products": ("Products", "产品"),
    "holdings": ("Deals and holdings", "交易与持股"),
    "people": ("People", "人物"),
    "finance": ("Figures", "财务数据"),
    "market": ("Market and users", "市场与用户"),
    "claims": ("Claims, opinions and plans", "说法、观点与计划"),
    "disputes": ("Where the sources disagree", "来源分歧之处"),
    "other": ("Further statements", "其他陈述"),
    "coverage": ("How complete this is", "完整程度"),
    "sources": ("Sources", "来源"),
}


@hookimpl
def companyprofiles_vocabulary() -> list[Vocabulary]:
    """Offer the core's own properties."""
    return [
        Vocabulary(
            name, summary=summary, properties=f"companyprofiles.vocabulary.{name}:PROPERTIES"
        )
        for name, summary in TOPICS.items()
    ]


@hookimpl
def companyprofiles_exporters() -> list[Exporter]:
    """Offer JSON."""
    return [
        Exporter(
            "json",
            summary="The whole profile as one JSON document, which reads back without loss",
            media_type="application/json",
            suffix=".json",
            export="companyprofiles._formats.json:export",
        )
    ]


@hookimpl
def companyprofiles_checks() -> list[Check]:
    """Offer the rules that any profile is held to."""
    from companyprofiles._checks import builtin_checks

    return builtin_checks()


@hookimpl
def companyprofiles_sections() -> list[Section]:
    """Offer the sections of a company's page."""
    return [
        Section(
            name,
            title=LanguageMap({"en": english, "zh": chinese}),
            order=10 * (number + 1),
            render=f"companyprofiles.sphinxext.sections.{name}:render",
        )
        for number, (name, (english, chinese)) in enumerate(SECTIONS.items())
    ]
