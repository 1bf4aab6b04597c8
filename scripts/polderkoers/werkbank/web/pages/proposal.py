"""A proposal: what it changes and why, who said what about it, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from importlib import import_module

from starlette.responses import HTMLResponse, Response

from polderkoers.errors.werkbank import NotHandedIn, NothingToUndo, ProposalUnknown, StepRefused, WerkbankError
from polderkoers.werkbank.forges.bundle import bundle_of
from polderkoers.werkbank.forges.values import ForgeKind
from polderkoers.werkbank.store.values import HasFaults, Moved, Proposal, ProposalState
from polderkoers.werkbank.web import answers, handing, judged
from polderkoers.werkbank.web.answers import sent_to, shown
from polderkoers.werkbank.web.changed import changed_in
from polderkoers.werkbank.web.once import once
from polderkoers.werkbank.web.people import WebRole
from polderkoers.werkbank.web.visit import Page, Visit


def proposal_page(visit: Visit) -> Response:
    """Show a proposal with all that is known of it; one that was thrown away can be brought back there."""
    try:
        return page_of(visit, named(visit))
    except ProposalUnknown:
        gone: Callable[[Visit], Response] = import_module("polderkoers.werkbank.web.pages.discarding").gone_page
        return gone(visit)


def page_of(visit: Visit, proposal: Proposal, status: int = 200, said: str = "") -> Response:
    """Return the page of a proposal; `said` is why what was asked did not happen."""
    store = visit.workplace.store
    forge = handing.kind_of(visit.workplace)
    may_propose = visit.visitor.may(WebRole.VOORSTELLEN)
    is_leading = leads(visit, proposal)
    return shown(
        visit,
        "voorstel.html.j2",
        status,
        proposal=proposal,
        said=said,
        saves=store.saves(proposal.id),
        account=changed_in(visit, proposal),
        full=True,
        problems=judged.problems_of(visit, proposal),
        later=() if proposal.state is ProposalState.OVERGENOMEN else store.since(proposal.base),
        may_change=may_propose and proposal.state.can_change,
        leads=is_leading,
        may_update=may_update(visit, proposal),
        can_go=is_leading and proposal.state not in (ProposalState.INGEDIEND, ProposalState.OVERGENOMEN),
        may_decide=visit.visitor.may(WebRole.BESLISSEN) and proposal.state is ProposalState.INGEDIEND,
        may_take_back=is_leading and proposal.state is ProposalState.INGEDIEND,
        forge=handing.name_of(forge),
        is_file=forge is ForgeKind.BUNDLE and proposal.state is ProposalState.INGEDIEND,
    )


def leads(visit: Visit, proposal: Proposal) -> bool:
    """Return whether somebody may say what becomes of a proposal: who made it, and who may decide."""
    is_own = proposal.author.mail == visit.visitor.person.mail
    return visit.visitor.may(WebRole.BESLISSEN) or (is_own and visit.visitor.may(WebRole.VOORSTELLEN))


def may_update(visit: Visit, proposal: Proposal) -> bool:
    """Return whether somebody may bring a proposal up to date: who may write in it, and of one that was handed in who leads it."""
    if proposal.state is ProposalState.INGEDIEND:
        return leads(visit, proposal)
    return proposal.state.can_change and visit.visitor.may(WebRole.VOORSTELLEN)


def leading(page: Page) -> Page:
    """Return a page that is for who made a proposal and who may decide; all others are told what they can do."""

    @wraps(page)
    def asked(visit: Visit) -> Response:
        proposal = named(visit)
        if leads(visit, proposal):
            return page(visit)
        return for_who_leads(visit, proposal)

    return asked


def for_who_leads(visit: Visit, proposal: Proposal) -> Response:
    """Return the page of a proposal for who asked what is for who leads it."""
    said = f"Dat kan alleen wie dit voorstel maakte ({proposal.author.name}), of wie beslist. Zet het in een opmerking."
    return page_of(visit, proposal, 403, said)


def difference(visit: Visit) -> Response:
    """Return what a proposal changes as a piece of a page, for a script to put beside a form."""
    proposal = named(visit)
    account = changed_in(visit, proposal)
    return HTMLResponse(answers.part(visit, "verschil.html.j2", proposal=proposal, account=account, full=False))


@leading
def describe(visit: Visit) -> Response:
    """Give a proposal another title, reason and council document."""
    proposal = named(visit)
    try:
        _while_moving(
            visit,
            lambda now: visit.workplace.store.describe(
                now.id,
                now.tip,
                visit.visitor.person,
                title=visit.text("titel"),
                reason=visit.text("reden"),
                document=visit.text("raadsstuk"),
            ),
        )
    except WerkbankError as error:
        return page_of(visit, named(visit), 409, f"Niet opgeslagen. {error.told}")
    visit.say("De beschrijving is opgeslagen.")
    return sent_to(f"/voorstel/{proposal.id}")


@leading
def undo(visit: Visit) -> Response:
    """Take the last save back."""
    return _step(
        visit, lambda now: visit.workplace.store.undo(now.id, now.tip, visit.visitor.person), "ongedaan gemaakt"
    )


@leading
def redo(visit: Visit) -> Response:
    """Do again what was taken back last."""
    return _step(visit, lambda now: visit.workplace.store.redo(now.id, now.tip, visit.visitor.person), "opnieuw gedaan")


@once
def remark(visit: Visit) -> Response:
    """Say something about a proposal or one of its changes."""
    proposal = named(visit)
    about = visit.text("over")
    try:
        visit.workplace.store.remark(proposal.id, visit.visitor.person, about, visit.text("tekst"))
    except WerkbankError as error:
        return page_of(visit, named(visit), 409, f"Niet geplaatst. {error.told}")
    visit.say("Je opmerking staat erbij.")
    return sent_to(f"/voorstel/{proposal.id}#opmerkingen")


@leading
def hand_in(visit: Visit) -> Response:
    """Hand a proposal in: refused with the list while there are faults in it."""
    proposal = named(visit)
    wrong = judged.problems_of(visit, proposal)
    if wrong.faults:
        said = "Niet ingeleverd: er zit nog iets in dat niet klopt. Hieronder staat wat, met een link naar het veld."
        return page_of(visit, proposal, 409, said)
    if wrong.unknown:
        return page_of(visit, proposal, 409, f"Nog niet ingeleverd. {wrong.unknown}")
    try:
        visit.say(handing.hand_in(visit, proposal))
    except (Moved, HasFaults, StepRefused, NotHandedIn) as error:
        return page_of(visit, named(visit), 409, f"Niet ingeleverd. {error.told}")
    return sent_to(f"/voorstel/{proposal.id}")


def bundle(visit: Visit) -> Response:
    """Return a proposal as a file of Git, to send to who decides."""
    proposal = named(visit)
    content = bundle_of(visit.workplace.root, proposal.id, proposal.base, proposal.tip)
    headers = {"content-disposition": f'attachment; filename="{proposal.id}.bundle"'}
    return Response(content, media_type="application/octet-stream", headers=headers)


@leading
def take_back(visit: Visit) -> Response:
    """Bring a proposal that was handed in back to its author, to go on with it."""
    proposal = named(visit)
    visit.workplace.store.move_to(proposal.id, ProposalState.CONCEPT, visit.visitor.person)
    visit.say("Je kunt weer verder met dit voorstel.")
    return sent_to(f"/voorstel/{proposal.id}")


@once
@leading
def begin_again(visit: Visit) -> Response:
    """Begin a new proposal with the changes of one that was turned down, for who wants to go on with them."""
    try:
        made = visit.workplace.store.begin_again(visit.place["id"], visit.visitor.person)
    except StepRefused as error:
        return page_of(visit, named(visit), 409, error.told)
    visit.say("Dit is een nieuw voorstel met dezelfde wijzigingen. Het afgewezen voorstel blijft zoals het was.")
    return sent_to(f"/voorstel/{made.id}")


def named(visit: Visit) -> Proposal:
    """Return the proposal of the address. Raises `ProposalUnknown`."""
    return visit.workplace.store.proposal(visit.place["id"])


def _step(visit: Visit, step: Callable[[Proposal], object], done: str) -> Response:
    proposal = named(visit)
    try:
        _while_moving(visit, step)
        visit.say(f"De laatste stap is {done}.")
    except NothingToUndo as error:
        visit.say(error.what)
    return sent_to(f"/voorstel/{proposal.id}#stappen")


def _while_moving(visit: Visit, step: Callable[[Proposal], object]) -> None:
    """Do a step on a proposal as it is now, once more when somebody else was just before."""
    try:
        step(named(visit))
    except Moved as moved:
        step(moved.newer)
