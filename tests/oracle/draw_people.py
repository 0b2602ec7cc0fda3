"""The people of a drawn case: birthdays, and relatives who help, nearly help or are in the way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, NamedTuple, TypeVar

T = TypeVar("T")
Facts = dict[str, Any]
Draw = Callable[[], float]

# By R5(a), since 2015-06-10, a foreign national under 18 is not the spouse or partner of anyone.
# The oracle knows that, but no reading names it; no such spouse is drawn unless this is set.
FOREIGN_SPOUSES_UNDER_18 = True

RELATIVE_AGES = (1, 12, 17, 17, 18, 18, 19, 30, 50)
ADULT_AGES = (18, 18, 18, 19, 30, 50)
ANCHOR_RELATIONS = (
    *("spouse",) * 3,
    *("common_law_partner",) * 2,
    *("guardian",) * 3,
    *("parent",) * 3,
    *("child",) * 2,
    *("sibling",) * 3,
    "grandparent",
    "grandchild",
    *("aunt_or_uncle",) * 2,
    *("niece_or_nephew",) * 2,
)
OUTSIDERS = ("cousin", "in_law", "fiance", "godparent", "other")
TIED = frozenset(
    {
        "parent",
        "child",
        "sibling",
        "grandparent",
        "grandchild",
        "aunt_or_uncle",
        "niece_or_nephew",
    }
)
SPOUSES = frozenset({"spouse", "common_law_partner"})
PROTECTED = ("protected", "permanent_resident", "removal_stayed")
POOR_STATUSES = ("visitor", "other_lawful", "none")
ENDED_CLAIMS = ("rejected", "rejected", "rejected", "withdrawn", "abandoned", "ended", "nullified")


def pick(draw: Draw, values: Sequence[T]) -> T:
    """Take one of the values, each as often as it stands there."""
    return values[int(draw() * len(values))]


def listed(items: list[Any]) -> Facts:
    """Give a complete list."""
    return {"complete": "all", "items": items}


def day(ordinal: int) -> str:
    """Write a day as the case file does."""
    return date.fromordinal(ordinal).isoformat()


class Days(NamedTuple):
    """The days of a case that count, as ordinals; the claim may count as made on two."""

    entry: int
    first_claim: int
    last_claim: int
    decision: int


def birth_date(draw: Draw, age: int, days: Days) -> str:
    """Draw a day of birth that gives this age on every day on which the claim may count as made.

    Most birthdays fall shortly before the claim or shortly after it, many of them on the very day
    of the entry, the claim or the decision, so that the age at the entry or at the decision is
    another.
    """
    first, last = days.first_claim, days.last_claim
    same_year = first - days.entry < 330
    turned, years = first - 20 - int(draw() * 120), age
    chance = draw()
    if chance < 0.2:
        turned = first - int(draw() * 16)
    elif chance < 0.35 and same_year:
        turned = days.entry
    elif chance < 0.5 and same_year:
        turned = min(days.entry + 1, first)
    elif chance < 0.65 and last < days.decision < first + 330:
        turned, years = days.decision, age + 1
    elif chance < 0.8:
        turned, years = last + 1 + int(draw() * 16), age + 1
    birthday = date.fromordinal(turned)
    if birthday.month == 2 and birthday.day == 29:  # those birthdays are left to other tests
        birthday = date.fromordinal(turned - 1 if years == age else turned + 1)
    return f"{birthday.year - years:04d}{birthday.isoformat()[4:]}"


def draw_relatives(draw: Draw, age: int, days: Days) -> list[Facts]:
    """Draw none to four relatives: near-anchors, and for a minor also parents and the like."""
    chance = draw()
    count = 0 if chance < 0.3 else 1 if chance < 0.65 else 2 if chance < 0.87 else 3
    if chance > 0.95:
        count = 4
    relatives = []
    for number in range(1, count + 1):
        if draw() < (0.5 if age < 18 else 0.25):
            relative = bystander(draw, age, days)
        else:
            relative = near_anchor(draw, age, days)
        relative["id"] = f"r{number}"
        relatives.append(relative)
    return relatives


def person(draw: Draw, relation: str, claimant_age: int, days: Days) -> Facts:
    """Draw a relative in Canada, shown and by blood, with nothing that helps yet."""
    if relation in ("child", "grandchild") and claimant_age == 0:
        relation = "sibling"
    if relation in ("parent", "grandparent"):
        age = claimant_age + pick(draw, (15, 18, 22, 40))
    elif relation in ("child", "grandchild"):
        age = min(pick(draw, RELATIVE_AGES), claimant_age - 1)
    else:
        age = pick(draw, RELATIVE_AGES)
    relative: Facts = {
        "id": "",
        "relation": relation,
        "shown": True,
        "whereabouts": "destination",
        "birth_date": birth_date(draw, age, days),
        "age": age,
        "travels_with": draw() < 0.1,
        "statuses": listed([pick(draw, POOR_STATUSES)]),
        "permits": listed([]),
        "claims": listed([]),
    }
    if relation in TIED:
        relative["tie"] = "blood" if draw() < 0.8 else "adoptive"
    return relative


def move(draw: Draw, relative: Facts, where: str) -> None:
    """Put a relative somewhere else than in Canada."""
    relative["whereabouts"] = where
    relative["away_temporarily"] = draw() < 0.6
    if where == "elsewhere":
        relative["travels_with"] = False


def bystander(draw: Draw, claimant_age: int, days: Days) -> Facts:
    """Draw someone who matters, if at all, to whether a minor is alone."""
    relation = pick(
        draw, ("parent", "parent", "parent", "guardian", "spouse", "common_law_partner", "cousin")
    )
    relative = person(draw, relation, claimant_age, days)
    chance = draw()
    if chance < 0.7:
        move(draw, relative, "elsewhere")
    elif chance < 0.88:
        move(draw, relative, "origin")
    if relative["whereabouts"] != "elsewhere":
        relative["travels_with"] = draw() < 0.3
    if relation == "parent" and draw() < 0.2:
        relative["tie"] = "step" if draw() < 0.6 else "marriage"
    relative["shown"] = draw() < 0.7
    settle_spouse(relative)
    return relative


def near_anchor(draw: Draw, claimant_age: int, days: Days) -> Facts:
    """Draw a relative who meets one of R159.5(a) to (d), or misses it by one element."""
    spoilt = int(draw() * 12)  # 0 to 6 spoil one element
    relation = pick(draw, OUTSIDERS if spoilt == 0 else ANCHOR_RELATIONS)
    relative = person(draw, relation, claimant_age, days)
    relation = relative["relation"]
    if spoilt == 1 and relation in TIED:
        relative["tie"] = "step" if draw() < 0.5 else "marriage"
    elif spoilt == 2:
        relative["shown"] = False
    elif spoilt == 3:
        move(draw, relative, "origin" if draw() < 0.4 else "elsewhere")
    limb = draw()
    weak = spoilt in (4, 5, 6)
    if limb < 0.18:
        if not weak:
            relative["statuses"]["items"] = ["citizen"]
    elif limb < 0.36:
        if not weak:
            relative["statuses"]["items"] = [pick(draw, PROTECTED)]
    else:
        if relation not in ("child", "grandchild") and relative["age"] < 17 and draw() < 0.7:
            make_adult(draw, relative, claimant_age, days)
        if limb < 0.68:
            relative["claims"]["items"] = draw_relative_claims(draw, weak)
        else:
            relative["permits"]["items"] = draw_permits(draw, weak)
    settle_spouse(relative)
    return relative


def make_adult(draw: Draw, relative: Facts, claimant_age: int, days: Days) -> None:
    """Give a young relative an age of at least 18, and for a parent one above the claimant's."""
    relative["age"] = max(pick(draw, ADULT_AGES), claimant_age + 1)
    relative["birth_date"] = birth_date(draw, relative["age"], days)


def settle_spouse(relative: Facts) -> None:
    """Keep clear of spouses under 18 who are foreign nationals, unless these are wanted."""
    if FOREIGN_SPOUSES_UNDER_18 or relative["relation"] not in SPOUSES or relative["age"] > 18:
        return
    # 18 at the claim may be 17 at the entry.
    statuses = relative["statuses"]["items"]
    if "citizen" not in statuses and "permanent_resident" not in statuses:
        relative["age"] += 20
        born = relative["birth_date"]
        relative["birth_date"] = f"{int(born[:4]) - 20}{born[4:]}"


def draw_relative_claims(draw: Draw, weak: bool) -> list[Facts]:
    """Draw a relative's claims: a live one, or only such as do not count."""
    claims: list[Facts] = []
    if weak or draw() < 0.2:
        if draw() < 0.2:
            claims.append({"referred": False, "stage": "first_instance", "result": "none"})
        else:
            result = pick(draw, ENDED_CLAIMS)
            appeal = result == "rejected" and draw() < 0.7
            claims.append(
                {
                    "referred": draw() < 0.9,
                    "stage": "appeal_open" if appeal else "closed",
                    "result": result,
                }
            )
    if not weak:
        accepted = draw() < 0.15
        claims.append(
            {
                "referred": True,
                "stage": "closed" if accepted else "first_instance",
                "result": "accepted" if accepted else "none",
            }
        )
    for number, claim in enumerate(claims, 1):
        claim["id"] = f"k{number}"
    return claims


def draw_permits(draw: Draw, weak: bool) -> list[Facts]:
    """Draw a relative's permits: one that counts, or only such as do not."""
    permits: list[Facts] = []
    if weak or draw() < 0.2:
        if draw() < 0.5:
            permits.append({"kind": "work", "under": "unenforceable_removal_order", "valid": True})
        elif draw() < 0.5:
            permits.append({"kind": "study", "valid": False})
        else:
            permits.append({"kind": "work", "under": "other", "valid": False})
    if not weak:
        if draw() < 0.4:
            permits.append({"kind": "study", "valid": True})
        else:
            under = "claimant_awaiting_decision" if draw() < 0.5 else "other"
            permits.append({"kind": "work", "under": under, "valid": True})
    for number, permit in enumerate(permits, 1):
        permit["id"] = f"p{number}"
    return permits
