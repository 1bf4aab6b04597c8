"""The forms of single values: what an editor may write there, as JSON Schema says it."""

from __future__ import annotations

from typing import Annotated, Any

from polderkoers.policy.model.declared import Form, Role

_SLUG = "[a-z0-9]+(-[a-z0-9]+)*"
MARK_LENGTH = 10
MARK = f"[0-9a-f]{{{MARK_LENGTH}}}"
"""A mark of a text, as a regular expression; `policy/marks.py` makes them."""
_TEXT = {"minLength": 1, "pattern": r"\S"}


def _shared(role: Role, name: str, title: str, help_: str, **schema: Any) -> Form:
    return Form(role, {"title": title, "description": help_, **schema}, name)


def pattern(expression: str, *, longest: int | None = None, role: Role = Role.TECHNICAL) -> Form:
    """Return the form of a text that follows a regular expression."""
    limit = {} if longest is None else {"maxLength": longest}
    return Form(role, {"type": "string", "pattern": expression, **limit})


def words(title: str, help_: str, expression: str, **limits: int) -> Form:
    """Return the form of each of a list of words that someone may look for."""
    return Form(Role.TERM, {"type": "string", "title": title, "description": help_, **limits, "pattern": expression})


def choice(*values: str, **said: str) -> Form:
    """Return the form of one of a few words; `said` is what its schema says of each."""
    return Form(Role.CHOICE, {"type": "string", **said, "enum": list(values)})


Webadres = Annotated[str, pattern(r"^https://[^\s]+$", longest=500)]
Slug = Annotated[
    str,
    _shared(
        Role.TECHNICAL, "slug", "Id", "Kleine letters, cijfers en streepjes, bijvoorbeeld fijn-wonen.",
        type="string", pattern=f"^{_SLUG}$", maxLength=80,
    ),
]  # fmt: skip
Verwijzing = Annotated[
    str,
    _shared(
        Role.REFERENCE, "verwijzing", "Verwijzing",
        "Het id van een bestand (fijn-wonen), of een onderdeel daarin (fijn-wonen/doel-genoeg-huizen).",
        type="string", pattern=f"^{_SLUG}(/{_SLUG})?$", maxLength=161,
    ),
]  # fmt: skip
Regel = Annotated[
    str, _shared(Role.LINE, "regel", "Regel", "Korte tekst op één regel.", type="string", **_TEXT, maxLength=400)
]
Tekst = Annotated[
    str,
    _shared(
        Role.PROSE, "tekst", "Tekst", "Gewone tekst zonder opmaak. Een lege regel begint een nieuwe alinea.",
        type="string", **_TEXT, maxLength=6000,
    ),
]  # fmt: skip
KorteTekst = Annotated[str, Form(Role.PROSE, {"type": "string", **_TEXT, "maxLength": 600})]
KorteNaam = Annotated[str, Form(Role.LABEL, {"type": "string", "minLength": 1, "maxLength": 200})]
Datum = Annotated[
    str,
    _shared(
        Role.DATE, "datum", "Datum", "Een jaar (2030), maand (2030-09), kwartaal (2030-Q3) of dag (2030-09-30).",
        type=["string", "integer"], pattern="^[0-9]{4}(-(Q[1-4]|(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?))?$",
        minimum=1900, maximum=2100,
    ),
]  # fmt: skip
Jaar = Annotated[
    int | None,
    _shared(
        Role.DATE, "jaar", "Jaar", "Het jaar in vier cijfers. Laat weg, of schrijf null, als de bron het niet noemt.",
        type=["integer", "null"], minimum=1900, maximum=2100,
    ),
]  # fmt: skip
Status = Annotated[
    str | None,
    _shared(
        Role.CHOICE, "status", "Status",
        "concept: nog niet besloten. vastgesteld: besloten. ingetrokken: geldt niet meer. null: de bron zegt het niet.",
        type=["string", "null"], enum=["concept", "vastgesteld", "ingetrokken", None],
    ),
]  # fmt: skip
Richting = Annotated[
    str,
    _shared(
        Role.CHOICE, "richting", "Richting", "hoger: meer is beter. lager: minder is beter.",
        type="string", enum=["hoger", "lager"],
    ),
]  # fmt: skip
Versienummer = Annotated[
    str,
    _shared(
        Role.TECHNICAL, "versie", "Versie", 'Het versienummer van dit bestand, tussen aanhalingstekens: "1.0".',
        type="string", pattern=r"^[0-9]+\.[0-9]+$",
    ),
]  # fmt: skip
Werkveld = Annotated[
    str,
    _shared(
        Role.CHOICE, "werkveld", "Werkveld", "Waar een organisatie in werkt.",
        type="string",
        enum=[
            "onderwijs", "jeugd", "zorg", "welzijn", "wonen", "werk en inkomen", "sport", "cultuur", "veiligheid",
            "landbouw en natuur",
        ],
    ),
]  # fmt: skip
Getal = Annotated[float | int, Form(Role.FIGURE, {"type": "number"})]
Nummer = Annotated[int, Form(Role.NUMBER, {"type": "integer", "minimum": 1})]
Graden = Annotated[float | int, Form(Role.TECHNICAL, {"type": "number"})]
