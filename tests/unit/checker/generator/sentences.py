"""Sentences in the manners of six kinds of report, each right or with one planted error."""

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from random import Random

Maker = Callable[[Random, bool], str]
WORDS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
]


def shared(count: int, base: int, decimals: int = 0) -> str:
    """The percentage as printed, half rounded up."""
    exact = Decimal(count) * 100 / Decimal(base)
    return str(exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP))


def pair(rng: Random, low: int = 20, high: int = 240) -> tuple[int, int]:
    """A count and its base."""
    base = rng.randint(low, high)
    return rng.randint(max(2, base // 8), base - base // 6), base


def off(rng: Random, value: int, least: int = 3) -> int:
    """Another number, plainly away from this one."""
    return (
        value + rng.choice([-1, 1]) * rng.randint(least, least + 6)
        if value > least + 8
        else value + rng.randint(least, least + 6)
    )


def fraction(form: str, decimals: int = 0, low: int = 20, high: int = 240) -> Maker:
    """A maker of sentences with n, m and p in them; the planted error is in p."""

    def make(rng: Random, wrong: bool) -> str:
        count, base = pair(rng, low, high)
        share = shared(count if not wrong else min(base, off(rng, count, max(3, base // 15))), base, decimals)
        if wrong and share == shared(count, base, decimals):
            share = str(abs(Decimal(share) - 7))
        return form.format(n=count, m=base, p=share, w=WORDS[count] if count < 17 else count)

    return make


def change(form: str) -> Maker:
    """From a to b by d, a share."""

    def make(rng: Random, wrong: bool) -> str:
        first, step = rng.randint(12, 50), rng.randint(6, 30)
        return form.format(a=first, b=first + step, d=off(rng, step) if wrong else step)

    return make


def parts(form: str) -> Maker:
    """Three parts of a total."""

    def make(rng: Random, wrong: bool) -> str:
        each = [rng.randint(5, 60) for _ in range(3)]
        total = sum(each)
        return form.format(t=off(rng, total) if wrong else total, a=each[0], b=each[1], c=each[2])

    return make


def mean(form: str) -> Maker:
    """A mean of a sum over a number."""

    def make(rng: Random, wrong: bool) -> str:
        number, total = rng.randint(10, 40), rng.randint(60, 300)
        exact = (Decimal(total) / number).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)
        return form.format(s=total, m=number, r=exact + Decimal("0.6") if wrong else exact)

    return make


def times(form: str, factor: int) -> Maker:
    """A multiple in words."""

    def make(rng: Random, wrong: bool) -> str:
        first = rng.randint(4, 30)
        return form.format(a=first, b=first * factor + (max(2, first // 2) if wrong else 0))

    return make


def direction(form: str) -> Maker:
    """A rise; planted: it falls."""

    def make(rng: Random, wrong: bool) -> str:
        first, step = rng.randint(30, 60), rng.randint(5, 20)
        return form.format(a=first, b=first - step if wrong else first + step)

    return make


def money(form: str) -> Maker:
    """A part of a sum of money, with its share."""

    def make(rng: Random, wrong: bool) -> str:
        whole = rng.randint(30, 90)
        part = rng.randint(8, whole - 8)
        share = Decimal(shared(part, whole))
        return form.format(n=f"{part / 10:.1f}", m=f"{whole / 10:.1f}", p=share + 9 if wrong else share)

    return make


def words(form: str, top: int, bottom: int) -> Maker:
    """A fraction in words with its numbers."""

    def make(rng: Random, wrong: bool) -> str:
        unit = rng.randint(4, 20)
        count = unit * top + (max(2, unit * bottom // 6) if wrong else 0)
        return form.format(n=count, m=unit * bottom)

    return make


def rest(form: str) -> Maker:
    """What remains of a whole."""

    def make(rng: Random, wrong: bool) -> str:
        first, second = rng.randint(8, 40), rng.randint(5, 30)
        return form.format(t=first + second, a=first, b=off(rng, second) if wrong else second)

    return make


# Manner, template. The rules were written beside these: they guard against falling back, and are no held-out set.
MAKERS: tuple[tuple[str, Maker], ...] = (
    ("council", fraction("Of the files read, {n} of {m} ({p}%) held a plan.")),
    ("council", fraction("{n} out of {m} audits ({p}%) were graded as Good.")),
    ("council", fraction("Supervision was recorded in {n}/{m} cases ({p}%).")),
    ("council", parts("A total of {t} audits were returned: {a} in April, {b} in May and {c} in June.")),
    ("council", fraction("In the month {w} of {m} ({p}%) were late.", low=12, high=16)),
    ("clinical", fraction("{p}% ({n}/{m}) of patients had a falls assessment within 24 hours.", 1)),
    ("clinical", fraction("We identified {m} patients, of whom {n} ({p}%) were women.", 1)),
    ("clinical", fraction("Consent was documented in {n} of {m} records [{p}%]; the standard is 95%.")),
    ("clinical", mean("There were {s} visits to {m} wards, an average of {r} per ward.")),
    ("clinical", change("Compliance rose from {a}% to {b}%, a rise of {d} percentage points.")),
    (
        "inspection",
        fraction("Inspectors looked at {m} files; in {n} of these ({p}%) the voice of the child was clear."),
    ),
    ("inspection", fraction("Just {n} of the {m} homes visited ({p}%) met the standard.")),
    ("inspection", parts("We visited {a} homes, {b} schools and {c} clinics, {t} settings in all.")),
    ("inspection", times("The number of complaints doubled from {a} to {b}.", 2)),
    ("inspection", words("Two thirds of leaders ({n} of {m}) said that this had helped.", 2, 3)),
    ("survey", fraction("Most respondents, {p}% ({n} of {m}), agreed or strongly agreed.")),
    ("survey", fraction("A total of {m} people replied. Of these, {n} ({p}%) were satisfied.", 1)),
    ("survey", fraction("{n} respondents ({p}%) out of {m} had heard of the service.")),
    ("survey", words("Half of those asked ({n} of {m}) would come again.", 1, 2)),
    ("survey", rest("Of the {t} people who replied, {a} lived in the city and the remaining {b} lived outside it.")),
    ("trial", fraction("The primary outcome occurred in {n} of {m} participants ({p}%) in the intervention arm.", 1)),
    ("trial", fraction("Adverse events were reported by {n} ({p}%) of {m} participants.", 1)),
    ("trial", fraction("At 12 weeks, {p}% ({n}/{m}) remained in the study.", 1)),
    ("trial", mean("The mean number of sessions was {r} (total {s}, n = {m}).")),
    ("trial", direction("Adherence increased from {a}% to {b}% over the study.")),
    ("finance", money("The service spent £{n}m of £{m}m ({p}%).")),
    ("finance", fraction("Of {m} invoices sampled, {n} ({p}%) had been paid on time.")),
    ("finance", times("The debt tripled from £{a}m to £{b}m.", 3)),
    ("finance", parts("Spending came to £{t}m: £{a}m on staff, £{b}m on buildings and £{c}m on transport.")),
    ("finance", direction("Late payments went up from {a} in March to {b} in April.")),
    ("council", change("The share graded Good was {b}%, up from {a}% last year, an increase of {d} points.")),
    ("clinical", fraction("Handover was complete for {n} out of {m} patients, or {p}%.")),
    ("survey", fraction("In all, {m} forms came back, and {n} ({p}%) named a key worker.")),
    ("trial", fraction("Of {m} people randomised, {n} ({p}%) completed follow-up.", 1)),
    ("finance", change("Overdue payments fell to {a} from {b}, a fall of {d}.")),
    ("inspection", fraction("{p} per cent of staff ({n} of {m}) were up to date with training.")),
    ("inspection", parts("Taken together, {a} written, {b} spoken and {c} electronic complaints make a total of {t}.")),
    ("survey", times("Replies from young people halved from {b} to {a}.", 2)),
    ("council", rest("Of {t} complaints, {a} were upheld; the other {b} were not.")),
    ("finance", mean("The {m} contracts cost £{s}k in total, an average of £{r}k each.")),
)
