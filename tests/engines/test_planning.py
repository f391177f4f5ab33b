"""How PostgreSQL is made to count: it must not compare every audit with every other."""

import psycopg
import pytest

from looped.figures.asking import Source
from looped.figures.databases import source_on

pytestmark = [pytest.mark.slow, pytest.mark.postgres, pytest.mark.xdist_group("postgresql")]
SHOWN = "select current_setting('enable_nestloop')"


def test_questions_are_planned_without_nested_loops(postgresql):
    """With them 30,000 gradings took 40 seconds, and 300,000 did not end."""
    source: Source = source_on(postgresql, "postgresql")

    assert source.run(SHOWN, {}) == [("off",)]
    assert postgresql.execute(SHOWN).fetchall() == [("on",)]


def test_outside_a_transaction_too(figures_address):
    """A connection that commits by itself is left as it was."""
    with psycopg.connect(figures_address, autocommit=True) as connection:
        assert source_on(connection, "postgresql").run(SHOWN, {}) == [("off",)]
        assert connection.execute(SHOWN).fetchall() == [("on",)]


def test_a_question_that_fails_says_its_own_error(postgresql):
    """Not that a setting couldn't be put back; and the transaction's end puts it back."""
    source = source_on(postgresql, "postgresql")

    with pytest.raises(psycopg.errors.UndefinedTable):
        source.run("select 1 from nowhere", {})
    postgresql.rollback()
    assert postgresql.execute(SHOWN).fetchall() == [("on",)]


def test_a_failure_outside_a_transaction_puts_it_back(figures_address):
    """Nothing else would."""
    with psycopg.connect(figures_address, autocommit=True) as connection:
        with pytest.raises(psycopg.errors.UndefinedTable):
            source_on(connection, "postgresql").run("select 1 from nowhere", {})
        assert connection.execute(SHOWN).fetchall() == [("on",)]
