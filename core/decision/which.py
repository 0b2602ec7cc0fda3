"""Which version a name means for a case: the law of a day, a proposal, or the case's own law.

>>> from core.case.case import Case
>>> case = Case.from_data({"journey": {"into": "ca"}, "claim": {"date": "2018-05-02"}})
>>> version_for(case, "own").asked
'own'
"""

from __future__ import annotations

from datetime import date

from core.case.case import Case
from core.case.setup import Setup
from core.case.view import View
from core.law.provisions import Law
from core.law.version import Version, VersionError, find_version, is_own, own_day, own_version


def version_for(
    case: Case, text: str, setup: Setup | None = None, of: Law | None = None
) -> Version:
    """The version ``text`` for ``case``, of the program's law or of another. Raises VersionError."""
    into = case.get("journey.into")
    if not is_own(text):
        return find_version(text, into, of)
    readings = (setup or Setup()).readings
    view = View(case, {("reading", name): position for name, position in readings.items()})
    claimed = view.value("claim.date")
    if not isinstance(claimed, date):
        raise VersionError(
            f"{text}: the case's own law is picked by the day of its claim; state that day first"
        )
    stated = view.value("claim.decision_date")
    decided = own_day(text) or (stated if isinstance(stated, date) else claimed)
    return own_version(text, into, claimed, decided, of)
