"""Every question is one standard SQL text that runs unchanged on each engine."""

import re
from importlib.resources import files

import pytest

from looped.figures.asking import question_text
from looped.figures.schema import TABLES

QUESTIONS = sorted(path.name.removesuffix(".sql") for path in files("looped.figures").joinpath("questions").iterdir())
# What one of the engines lacks, or reads otherwise than the others.
VENDORS = r"arg_max|qualify|filter \(|boolean|::|\bilike\b|group by all|%|true|false|distinct from|date_trunc|strftime"


@pytest.mark.parametrize("question", QUESTIONS)
def test_question_has_nothing_of_one_vendors_own(question):
    """Nor a moment by CAST, which SQLite answers with no rows and no error."""
    text = question_text(question).lower()

    assert re.findall(VENDORS, text) == []
    assert re.findall(r"as (timestamp|date)\b", text) == []


@pytest.mark.parametrize("question", QUESTIONS)
def test_question_begins_with_what_it_is_for(question):
    """The remark is for readers; engines don't get it."""
    whole = files("looped.figures").joinpath("questions", f"{question}.sql").read_text(encoding="utf-8")

    assert whole.startswith("-- ")
    assert "--" not in question_text(question)


@pytest.mark.parametrize("question", sorted({*QUESTIONS} - {"reported", "marks"}))
def test_latest_is_told_by_both_moment_and_seq(question):
    """Every window that asks for the latest breaks ties by `seq`, and every table is read up to the moment."""
    text = " ".join(question_text(question).split())

    assert text.count("recorded_at desc") == len(re.findall(r"recorded_at desc, (?:g\.)?seq desc", text))
    read = len(re.findall(r"(?:from|join) (?:audits|gradings|feedback|actions)\b", text))
    assert text.count("recorded_at <= :moment") >= read - text.count("join cases")


def test_questions_read_the_tables_of_the_schema_alone():
    """And the sections named in them."""
    for question in QUESTIONS:
        text = question_text(question)
        named = set(re.findall(r"(?:from|join) ([a-z_]+)", text))
        own = set(re.findall(r"([a-z_]+) as (?:(?:not )?materialized )?\(", text))
        assert named - own <= set(TABLES)
