"""What a set of law files must not contain, looked at as a whole.

Names that lead nowhere, circles, texts that overlap or leave a gap, two grounds at one place in the
officer's order, an exemption of something that is no ground: each is refused with file and line.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from core.calendar import parse_moment
from core.case.tables import tables
from core.law.provisions import CONSEQUENCE, Law, Proposal, Provision, Text
from core.law.shape import LawError
from core.logic.tree import Choose, Chosen, Condition, Limb, Result, Table, Term, walk
from core.logic.tree import Provision as ProvisionRef

EFFECTS = ("ground", "exemption")
"""The kinds of provision that bring an outcome, or the way to one."""


def refuse(law: Law) -> None:
    """Raise LawError listing every mistake that only shows when the files are read together."""
    problems: list[str] = []
    for provision in law.provisions.values():
        where = f"{provision.file}:{provision.line}: {provision.id}"
        problems.extend(f"{where}: {fault}" for fault in _provision_faults(provision, law))
    for proposal in law.proposals.values():
        problems.extend(_proposal_faults(proposal, law))
    problems.extend(_order_faults(law))
    problems.extend(_node_faults(law))
    problems.extend(_circles(law))
    if problems:
        raise LawError(problems)


def refuse_proposal(proposal: Proposal, law: Law) -> None:
    """Raise LawError listing every mistake of one proposal against a law that is sound."""
    problems = list(_proposal_faults(proposal, law))
    if problems:
        raise LawError(problems)


def _provision_faults(provision: Provision, law: Law) -> Iterator[str]:
    yield from _period_faults(provision)
    yield from _link_faults(provision, law)
    for text in provision.texts:
        yield from _text_faults(text, law, {})
        yield from _result_faults(provision, text, law)


def _period_faults(provision: Provision) -> Iterator[str]:
    for earlier, later in zip(provision.texts, provision.texts[1:], strict=False):
        end = parse_moment(earlier.until) if earlier.until else None
        start = parse_moment(later.start)
        if end is None or end > start:
            yield f"two texts overlap: one to {earlier.until or 'today'}, the next from {later.start}"
        elif end < start:
            yield (
                f"a gap between texts: none from {earlier.until} to {later.start}; "
                "write from: of the next text as until: of the one before"
            )
    for text in provision.texts:
        if text.until and parse_moment(text.until) <= parse_moment(text.start):
            yield f"a text ends ({text.until}) before it begins ({text.start})"


def _link_faults(provision: Provision, law: Law) -> Iterator[str]:
    if provision.node not in law.nodes:
        yield f"node: {provision.node!r} is not in nodes.yaml"
    for key in provision.sources:
        if key not in law.sources:
            yield f"sources: {key!r} is not in sources.yaml"
    if provision.kind == "ground" and not (provision.outcome and provision.how):
        yield "a ground needs effect: {outcome: …, how: …}"
    for target in provision.exempts:
        ground = law.provisions.get(target)
        if ground is None:
            yield f"exempts: {target!r} does not exist"
        elif ground.kind != "ground":
            yield f"exempts: {target!r} is a {ground.kind}, not a ground"
    if provision.kind == "exemption" and not provision.exempts:
        yield "an exemption says which ground it exempts from, exempts: [ID]"
    if provision.kind == "part":
        chapeau = law.provisions.get(provision.of)
        if chapeau is None or not chapeau.parts:
            yield f"of: {provision.of!r} is no provision with parts:"


def _text_faults(text: Text, law: Law, assumes: dict[str, frozenset[str]]) -> Iterator[str]:
    limbs = [limb.condition for limb in text.limbs.values()]
    for root in (text.when, text.gate, text.applies, *limbs):
        for node in walk(root):
            fault = _node_fault(node, law, assumes)
            if fault:
                yield fault


def _node_fault(node: Condition, law: Law, assumes: dict[str, frozenset[str]]) -> str:
    match node:
        case ProvisionRef(id=name) if name not in law.provisions:
            return f"refers to the provision {name!r}, which does not exist"
        case Term(id=name):
            found = law.provisions.get(name)
            if found is None or found.kind != "term":
                return f"refers to the term {name!r}, which does not exist"
        case Limb(id=name) if not _has_limb(name, law):
            return f"refers to the limb {name!r}, which does not exist"
        case Table(name=name) if name not in tables():
            return f"refers to the table {name!r}, which is not in resources/data"
        case Chosen(kind=kind, id=name, position=position):
            return _choice_fault(kind, name, [position], law, assumes, whole=False)
        case Choose(kind=kind, id=name, cases=cases):
            return _choice_fault(kind, name, [p for p, _ in cases], law, assumes, whole=True)
    return ""


def _result_faults(provision: Provision, text: Text, law: Law) -> Iterator[str]:
    """What came of a decision may be asked by what follows from it, and by nothing else."""
    roots = (text.when, text.gate, text.applies, *(limb.condition for limb in text.limbs.values()))
    for node in (n for root in roots for n in walk(root) if isinstance(n, Result)):
        if provision.kind != CONSEQUENCE:
            yield f"{node.kind}: only a consequence may ask what came of the decision"
        elif node.kind in ("ground", "only_ground"):
            ground = law.provisions.get(node.id)
            if ground is None or ground.kind != "ground":
                yield f"{node.kind}: {node.id!r} is no ground"
        elif node.kind == "counts":
            if node.id not in law.provisions:
                yield f"counts: {node.id!r} does not exist"
        elif node.id not in _results(law, node.kind):
            known = ", ".join(sorted(_results(law, node.kind)))
            yield f"{node.kind}: found {node.id!r}, expected one of {known}"


def _results(law: Law, kind: str) -> set[str]:
    """The outcomes, or the ways to them, that the law itself can bring."""
    found = {getattr(p, kind) for p in law.provisions.values()} - {""}
    return found | {name for words in law.outcomes.values() for name in words if kind == "outcome"}


def _has_limb(name: str, law: Law) -> bool:
    owner, _, key = name.rpartition("#")
    provision = law.provisions.get(owner)
    texts = list(provision.texts) if provision else []
    texts += [
        a.text for p in law.proposals.values() for a in p.amends if a.text and a.target == owner
    ]
    return any(key in text.limbs for text in texts)


def _choice_fault(
    kind: str,
    name: str,
    positions: list[str],
    law: Law,
    assumes: dict[str, frozenset[str]],
    *,
    whole: bool,
) -> str:
    if kind == "reading":
        known = frozenset(law.readings[name].positions) if name in law.readings else None
    else:
        known = assumes.get(name)
    if known is None:
        return f"refers to the {kind} {name!r}, which does not exist"
    wrong = [position for position in positions if position not in known]
    if wrong:
        return f"{name}: the position {wrong[0]!r} is not one of {', '.join(sorted(known))}"
    if whole and set(positions) != known:
        return (
            f"choose {name}: a condition is missing for {', '.join(sorted(known - set(positions)))}"
        )
    return ""


# --- proposals -------------------------------------------------------------------------------------
def _proposal_faults(proposal: Proposal, law: Law) -> Iterator[str]:
    where = f"proposals/{proposal.id}.yaml:1: {proposal.id}"
    wider = law.under(proposal)
    if proposal.id not in law.proposals:
        wider = replace(wider, proposals={**wider.proposals, proposal.id: proposal})
    assumes = {name: frozenset(a.positions) for name, a in proposal.assumes.items()}
    for key in proposal.sources:
        if key not in law.sources:
            yield f"{where}: sources: {key!r} is not in sources.yaml"
    for amendment in proposal.amends:
        made = amendment.inserted
        if made is not None:
            here = f"{made.file}:{made.line}: {made.id}"
            yield from (f"{here}: {fault}" for fault in _inserted_faults(made, wider))
        if amendment.text is not None:
            faults = _text_faults(amendment.text, wider, assumes)
            yield from (f"{where}: {fault}" for fault in faults)
            provision = wider.provisions[amendment.target]
            faults = _result_faults(provision, amendment.text, wider)
            yield from (f"{where}: {fault}" for fault in faults)
    yield from (f"{where}: {fault}" for fault in _amended_circles(proposal, wider))


def _inserted_faults(made: Provision, law: Law) -> Iterator[str]:
    """What an inserted provision must not be, beside what no provision may be."""
    yield from _link_faults(made, law)
    for other in law.provisions.values():
        same_place = (other.country, other.order) == (made.country, made.order)
        if other.id != made.id and made.is_row and other.is_row and same_place:
            yield _taken(made, other)
    in_law = [p for p in law.provisions.values() if p.kind == made.kind and p.texts]
    for key in ("outcome", "how"):
        found, known = getattr(made, key), sorted({getattr(p, key) for p in in_law} - {""})
        if made.kind in EFFECTS and found not in known:
            yield f"effect: {key}: found {found!r}, expected one of {', '.join(known)}"
    if made.kind == "term" and not made.over:
        yield "a term says of which list it speaks, over: LIST"


def _amended_circles(proposal: Proposal, law: Law) -> Iterator[str]:
    """Circles by way of a clause, whichever of the other clauses are switched off."""
    both: dict[str, Provision] = {}
    for amendment in proposal.amends:
        if amendment.text is not None:
            known = law.provisions[amendment.target]
            both[amendment.target] = replace(known, texts=(*known.texts, amendment.text))
    wider = replace(law, provisions={**law.provisions, **both})
    for name in both:
        trail = _circle(name, wider, ())
        if trail:
            yield f"{name}: refers to itself in a circle: " + " → ".join(trail)


def _node_faults(law: Law) -> Iterator[str]:
    for node in law.nodes.values():
        for country, root in node.holds.items():
            for part in walk(root):
                fault = _node_fault(part, law, {})
                if fault:
                    yield f"law/nodes.yaml:1: {node.id}: {country}: {fault}"


def _order_faults(law: Law) -> Iterator[str]:
    seen: dict[tuple[str, int], Provision] = {}
    for provision in law.provisions.values():
        if not provision.is_row:
            continue
        other = seen.setdefault((provision.country, provision.order), provision)
        if other is not provision:
            yield f"{provision.file}:{provision.line}: {provision.id}: {_taken(provision, other)}"


def _taken(provision: Provision, other: Provision) -> str:
    return (
        f"order: {provision.order} is already the place of {other.id}; "
        "the officer's order must be unique"
    )


def _circles(law: Law) -> Iterator[str]:
    for provision in law.provisions.values():
        trail = _circle(provision.id, law, ())
        if trail:
            yield (
                f"{provision.file}:{provision.line}: {provision.id}: refers to itself in a circle: "
                + " → ".join(trail)
            )


def _circle(name: str, law: Law, trail: tuple[str, ...]) -> tuple[str, ...]:
    if name in trail:
        return (*trail, name) if name == trail[0] else ()
    for target in sorted(_targets(name, law)):
        found = _circle(target, law, (*trail, name))
        if found:
            return found
    return ()


def _targets(name: str, law: Law) -> set[str]:
    """The provisions and limbs that a provision or limb refers to."""
    owner, _, key = name.rpartition("#")
    if name in law.provisions:
        roots = [r for t in law.provisions[name].texts for r in (t.when, t.gate, t.applies)]
    elif owner in law.provisions:
        found = [t.limbs[key] for t in law.provisions[owner].texts if key in t.limbs]
        roots = [limb.condition for limb in found]
    else:
        roots = []
    return {
        node.id
        for root in roots
        for node in walk(root)
        if isinstance(node, ProvisionRef | Term | Limb)
    }
