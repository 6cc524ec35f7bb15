"""CP5: words that say more than a source can bear."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from companyprofiles._check_context import CheckContext
from companyprofiles._profile import Profile
from companyprofiles._statements import Modality
from companyprofiles._texts import LanguageMap
from companyprofiles.errors import shown
from companyprofiles.hookspecs import Check, Finding, Severity

__all__ = ["CHECKS"]

ENGLISH = (
    r"leading(?! to\b)",
    r"(?:market|industry|world|global) leaders?",
    r"(?:largest|biggest|strongest|finest|foremost|premier)",
    r"best(?! of\b)",
    r"most (?:advanced|powerful|innovative|successful|influential|important|popular|trusted)",
    r"(?:world|first|best)-(?:class|leading|rate|beating)",
    r"top-(?:tier|notch|class)",
    r"(?:cutting|leading|bleeding)-edge",
    r"state[- ]of[- ]the[- ]art",
    r"(?:unrivall?ed|unparallell?ed|unmatched|second to none|number one)",
    r"(?:groundbreaking|ground-breaking|revolutionary|game-changing|renowned|prestigious)",
)
CHINESE = (
    "领先",
    "領先",
    "最大",
    "最强",
    "最強",
    "最佳",
    "最好",
    "最先进",
    "最先進",
    "最具影响力",
    "一流",
    "顶尖",
    "頂尖",
    "顶级",
    "頂級",
    "世界级",
    "世界級",
    "首屈一指",
    "数一数二",
    "无与伦比",
    "龙头",
    "龍頭",
    "领军",
    "領軍",
    "革命性",
    "划时代",
)
WORDS: Mapping[str, str] = {
    "en": rf"(?i)\b(?:{'|'.join(ENGLISH)})\b",
    "zh": "|".join(CHINESE),
}
"""Words of praise that no measure stands behind, by language."""


def superlative(profile: Profile, context: CheckContext) -> Iterator[Finding]:
    """Find praise that nobody is named for (CP501)."""
    for statement in profile.statements:
        text = None if statement.absent else statement.value
        is_asserted = statement.modality is Modality.ASSERTED and not statement.is_deprecated
        speakers = [reference.attributed_to for reference in statement.references]
        if not isinstance(text, LanguageMap) or not is_asserted or any(speakers):
            continue
        found = [word for lang, wording in text.items() for word in _praise(lang, wording)]
        if found:
            words = ", ".join(map(shown, dict.fromkeys(found)))
            advice = "Give the measure, say who says so (attributed_to), or call it a claim."
            yield Finding(f"praises without a measure: {words}. {advice}", statement, path="value")


def _praise(lang: str, text: str) -> list[str]:
    pattern = _pattern(lang.partition("-")[0])
    return [match[0] for match in pattern.finditer(text)] if pattern else []


@cache
def _pattern(lang: str) -> re.Pattern[str] | None:
    return re.compile(WORDS[lang]) if lang in WORDS else None


CHECKS = (
    Check(
        "CP501",
        summary="Nobody is praised without a measure or a name",
        explanation="""\
Words such as "leading", "largest" or "world-class" read like facts, and are opinions: by which
measure, when, and who says so? As an assertion of the profile they are advertising.

Give the fact instead, with its figure. Where it matters that somebody said so, name the speaker in
the reference (`attributed_to`), or give the statement the `modality` "claimed" or "opinion". Only
wordings in English and Chinese are looked at, and no names.""",
        failing="""\
[[claim]]
value.en = "Acme is the leading maker of rockets."
references = [{ source = "newspaper" }]
""",
        passing="""\
[[claim]]
value.en = "Acme is the leading maker of rockets."
modality = "claimed"
references = [{ source = "newspaper", attributed_to = "ann-lee" }]
""",
        severity=Severity.WARNING,
        run=superlative,
    ),
)
