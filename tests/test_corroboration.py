"""How many independent publishers stand behind a statement."""

import pytest

from companyprofiles import Entity, Reference, Source
from companyprofiles.vocabulary import CLAIM
from tests.samples import profile, statement

TITLE = {"title": {"en": "A document"}}
SOURCES = (
    Source("own-site", **TITLE, kind="self_declaration", publisher="Acme"),
    Source("own-report", **TITLE, kind="self_declaration", publisher="Acme Holding"),
    Source("paper", **TITLE, kind="press", publisher="The Paper"),
    Source("paper-again", **TITLE, kind="press", publisher="the  paper"),
    Source("journal", **TITLE, kind="press", publisher="Journal"),
    Source("repost", **TITLE, kind="third_party", publisher="Copies", mirror=True),
    Source("unnamed", **TITLE, kind="third_party"),
    Source("unnamed-too", **TITLE, kind="third_party"),
)
ENTITIES = (
    Entity("acme", "group", name={"en": "Acme"}),
    Entity("ann-lee", "person", name={"en": "Ann Lee"}),
)


@pytest.mark.parametrize(
    "references, count",
    [
        (["paper"], 1),
        (["paper", "journal"], 2),
        (["paper", "paper-again"], 1),
        (["own-site", "own-report"], 1),
        (["own-site", "own-report", "paper"], 2),
        (["repost"], 0),
        (["paper", "repost"], 1),
        (["unnamed", "unnamed-too"], 1),
        (["unnamed", "paper"], 2),
        # Whoever reports what the company says of itself adds no voice.
        ([Reference("paper", attributed_to="acme"), Reference("journal", attributed_to="acme")], 1),
        ([Reference("paper", attributed_to="acme"), "own-site"], 1),
        ([Reference("paper", attributed_to="ann-lee"), "journal"], 2),
    ],
)
def test_independent_voices_are_counted(references, count):
    cited = [r if isinstance(r, Reference) else Reference(r) for r in references]
    stated = statement(CLAIM, {"en": "The largest."}, references=cited)
    made = profile(stated, sources=SOURCES, entities=ENTITIES)

    assert made.corroboration(made.statements[0]) == count
