# SPDX-License-Identifier: GPL-3.0-or-later
"""Step 1: every table of the newsroom, and the full-text index with its triggers."""

from pathlib import Path

from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Run the statements beside this file, in order."""
    script = Path(__file__).with_name("step_0001_newsroom.sql").read_text(encoding="utf-8")
    for statement in script.split("\n--;;\n"):
        op.execute(statement.strip())
