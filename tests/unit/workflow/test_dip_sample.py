"""The draw of single audits to moderate: a set share, at random, repeatable; the others are settled."""

import pytest
from tests.unit.workflow.service_world import council

from looped.errors import UsageError
from looped.records.models import AuditInHand, DipDraw, Grading, Letter
from looped.sampling.draw import draw
from looped.workflow.dip_sample import draw_dip_sample
from looped.workflow.moderating import Decision, moderate
from looped.workflow.refusals import NotThere, TooLate
from looped.workflow.settings_deeds import change_setting


def stages():
    return dict(AuditInHand.objects.values_list("audit", "stage"))


def test_the_set_share_is_drawn_and_the_rest_settled(record):
    """Ten percent of eleven is two; a looped audit is in no frame; anybody can draw it again from what was kept."""
    world = council()
    audits = [world.single(f"S-{number}") for number in range(11)]
    for audit in audits:
        world.submit(audit, "Ann", 3)
    world.pair(3, 3, "L-1")

    drawn = draw_dip_sample(by=world.id("Queenie"), round_=world.round, now=world.now())

    assert (drawn.share, drawn.frame, len(drawn.drawn)) == (10, 11, 2)
    found = stages()
    assert {audit for audit in audits if found[audit] == "to_moderate"} == set(drawn.drawn)
    assert {audit for audit in audits if found[audit] == "settled"} == set(audits) - set(drawn.drawn)
    kept = DipDraw.objects.get()
    frame = dict.fromkeys(kept.frame.split(), "returned")
    again = draw(frame, {"returned": 2}, seed=kept.seed)
    assert (again.frame_hash, tuple(audit for audit, _ in again.drawn)) == (kept.frame_hash, drawn.drawn)
    assert Letter.objects.filter(kind="shown", person=world.id("Pat")).count() == 9 + 1


def test_what_was_drawn_is_moderated(record):
    """Retained or changed, it comes out of the gradings; why is the draw."""
    world = council()
    audit = world.single()
    world.submit(audit, "Ann", 3)
    draw_dip_sample(by=world.id("Queenie"), round_=world.round, share=1, now=world.now())

    decisions = {"overall": Decision(2, 2, "weighed", "The plan is late."), "plans": Decision(3, 3, "none", "Fair.")}
    moderate(by=world.id("Mo"), audit=audit, decisions=decisions, learning={"lead": "Dates."}, now=world.now())

    given = Grading.objects.filter(audit=audit, source="moderation").order_by("domain")
    assert list(given.values_list("domain", "grade", "why_moderated")) == [
        ("overall", 2, "dip_sample"),
        ("plans", 3, "dip_sample"),
    ]
    assert stages() == {audit: "settled"}


def test_a_second_draw_takes_what_came_since(record):
    """Late returns have their own draw; a share of nothing settles all."""
    world = council()
    first, late = world.single("S-1"), world.single("S-2")
    world.submit(first, "Ann", 3)
    draw_dip_sample(by=world.id("Queenie"), round_=world.round, share=100, seed="7", now=world.now())
    world.submit(late, "Ann", 3)

    drawn = draw_dip_sample(by=world.id("Queenie"), round_=world.round, share=0, now=world.now())

    assert (drawn.frame, drawn.drawn) == (1, ())
    assert stages() == {first: "to_moderate", late: "settled"}


def test_every_inadequate_by_rule_isnt_in_the_frame(record):
    """Where the setting says so it goes to a moderator at once, looped and agreed too."""
    world = council()
    change_setting(by=world.id("Queenie"), name="moderate_ladder", value="yes", now=world.now())
    single = world.single("S-1")
    world.submit(single, "Ann", {"overall": 1})
    looped = world.pair({"overall": 1}, {"overall": 1}, "L-1")
    fine = world.pair({"plans": 1}, {"plans": 1}, "L-2")

    assert stages() == {single: "to_moderate", looped: "to_moderate", fine: "settled"}
    assert set(AuditInHand.objects.exclude(audit=fine).values_list("why_moderated", flat=True)) == {"rule"}
    with pytest.raises(TooLate, match="No single audit"):
        draw_dip_sample(by=world.id("Queenie"), round_=world.round, now=world.now())


def test_who_may_not_and_what_may_not(record):
    """Not everybody, not any share, not any round."""
    world = council()
    world.submit(world.single(), "Ann", 3)

    for share in (-1, 101):
        with pytest.raises(UsageError, match="between 0 and 100"):
            draw_dip_sample(by=world.id("Queenie"), round_=world.round, share=share, now=world.now())
    for name, round_ in (("Di", world.round), ("Queenie", "r-none")):
        with pytest.raises(NotThere):
            draw_dip_sample(by=world.id(name), round_=round_, now=world.now())
    assert DipDraw.objects.count() == 0
