"""A profile as JSON."""

from __future__ import annotations

import json

from companyprofiles._profile import Profile

__all__ = ["export"]


def export(profile: Profile) -> str:
    """Return the profile as one JSON document; :meth:`Profile.from_dict` reads it back."""
    return json.dumps(profile.to_dict(), ensure_ascii=False, indent=2) + "\n"
