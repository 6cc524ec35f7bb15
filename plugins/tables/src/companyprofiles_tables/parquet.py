"""A profile as Parquet: every statement as a row of one table, with types."""

from __future__ import annotations

from companyprofiles import Profile
from companyprofiles_tables.frames import table

__all__ = ["export"]


def export(profile: Profile) -> bytes:
    """Return every statement of a profile as a row of a Parquet file.

    The file names the profile, its licence and the day up to which it goes.

    Raises:
        MissingLibraryError: pyarrow is not installed.
    """
    rows = table(profile)  # which tells where pyarrow is missing
    import pyarrow as pa  # type: ignore[import-untyped]
    from pyarrow import parquet

    about = {
        "profile": profile.id,
        "licence": profile.licence or "",
        "data_cut_off": str(profile.data_cut_off or ""),
    }
    written = pa.BufferOutputStream()
    parquet.write_table(rows.replace_schema_metadata(about), written, compression="zstd")
    content: bytes = written.getvalue().to_pybytes()
    return content
