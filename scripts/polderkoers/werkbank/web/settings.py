"""The settings of a werkbank, from its file (`--instellingen werkbank.toml`); without one it is for whoever sits at this machine."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

from polderkoers.errors.serving import WerkbankSettingsWrong
from polderkoers.werkbank.web.people import ROLES, WebRole

LOCAL_NAMES = frozenset({"127.0.0.1", "localhost", "[::1]"})
WAYS = ("alleen", "kop", "oidc")
_AFTER = "na_overnemen"
_TOP = {"adres", "hoofdtak", _AFTER, "aanmelden", "rollen"}
_SIGN_ON = {
    "alleen": frozenset({"soort"}),
    "kop": frozenset({"soort", "proxy", "naam", "mail", "groepen", "afmelden"}),
    "oidc": frozenset({"soort", "uitgever", "client", "groepen"}),
}


@dataclass(frozen=True)
class SignOnSettings:
    """How people sign on: `alleen`, `kop` (headers of a proxy, named by its address) or `oidc` (OpenID Connect).

    `sign_out` is where a proxy signs people out, empty when that is not known.
    """

    way: str = "alleen"
    proxies: frozenset[str] = frozenset()
    name_header: str = "X-Forwarded-User"
    mail_header: str = "X-Forwarded-Email"
    groups: str = ""
    issuer: str = ""
    client: str = ""
    sign_out: str = ""


@dataclass(frozen=True)
class WebSettings:
    """All of a werkbank that an organisation decides; `address` is where it stands for the people, empty on this machine.

    `after` is the program with its arguments that runs when something came in force.
    """

    address: str = ""
    main: str = "main"
    sign_on: SignOnSettings = field(default_factory=SignOnSettings)
    roles: Mapping[WebRole, frozenset[str]] = field(default_factory=lambda: MappingProxyType({}))
    after: tuple[str, ...] = ()

    @property
    def is_secure(self) -> bool:
        """Whether people come by https, so that a cookie travels no other way."""
        return self.address.startswith("https:")

    @property
    def hosts(self) -> frozenset[str]:
        """The names by which a browser may ask for it, without port."""
        if not self.address:
            return LOCAL_NAMES
        return frozenset({_host(urlsplit(self.address).netloc)})


def read_settings(path: Path) -> WebSettings:
    """Return the settings of a file in TOML. Raises `WerkbankSettingsWrong` for what cannot be followed, `OSError` when it cannot be read."""
    name = path.name
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise WerkbankSettingsWrong(name, f"dit is geen TOML ({error})", "volg het voorbeeld in deploy/") from error
    _only(name, found, frozenset(_TOP), "")
    sign_on = _sign_on(name, _table(name, found, "aanmelden"))
    address = _address(name, found.get("adres", ""))
    if sign_on.way == "alleen" and address:
        raise WerkbankSettingsWrong(
            name,
            "met een adres werken er meer mensen, en dan moet bekend zijn wie wat doet",
            "kies bij [aanmelden] soort kop of oidc",
        )
    if sign_on.way != "alleen" and not address:
        raise WerkbankSettingsWrong(
            name,
            "bij aanmelden hoort het adres van de werkbank",
            'schrijf bijvoorbeeld: adres = "https://werkbank.voorbeeld.nl"',
        )
    main = _text(name, "hoofdtak", found.get("hoofdtak", "main"))
    roles = _roles(name, _table(name, found, "rollen"))
    return WebSettings(address, main, sign_on, roles, _command(name, found.get(_AFTER, [])))


def _command(name: str, found: Any) -> tuple[str, ...]:
    if not isinstance(found, list) or not all(isinstance(each, str) and each for each in found):
        raise WerkbankSettingsWrong(
            name,
            f"'{_AFTER}' is geen opdracht",
            f'schrijf het programma en wat erachter komt elk apart: {_AFTER} = ["make", "site"]',
        )
    return tuple(found)


def _sign_on(name: str, found: Mapping[str, Any]) -> SignOnSettings:
    way = found.get("soort", "alleen")
    if way not in WAYS:
        raise WerkbankSettingsWrong(name, f"bij [aanmelden] kan soort niet '{way}' zijn", f"kies uit {', '.join(WAYS)}")
    _only(name, found, _SIGN_ON[way], "aanmelden.")
    texts = {
        key: _text(name, f"aanmelden.{key}", value) for key, value in found.items() if key not in ("soort", "proxy")
    }
    if way == "kop":
        return SignOnSettings(
            way,
            _proxies(name, found.get("proxy")),
            texts.get("naam", "X-Forwarded-User"),
            texts.get("mail", "X-Forwarded-Email"),
            texts.get("groepen", ""),
            sign_out=_sign_out(name, texts.get("afmelden", "")),
        )
    if way == "oidc":
        return _oidc(name, texts)
    return SignOnSettings()


def _sign_out(name: str, address: str) -> str:
    if address and not address.startswith(("https://", "/")):
        raise WerkbankSettingsWrong(
            name,
            f"'{address}' kan niet het adres zijn waar mensen zich afmelden",
            'schrijf het met https, of vanaf de eerste schuine streep: afmelden = "/oauth2/sign_out"',
        )
    return address


def _oidc(name: str, texts: Mapping[str, str]) -> SignOnSettings:
    issuer, client = texts.get("uitgever", ""), texts.get("client", "")
    if urlsplit(issuer).scheme != "https" or not client:
        raise WerkbankSettingsWrong(
            name,
            "bij oidc horen uitgever (met https) en client",
            "vraag ze aan wie de aanmelding van je organisatie beheert",
        )
    return SignOnSettings("oidc", issuer=issuer, client=client, groups=texts.get("groepen", "groups"))


def _proxies(name: str, found: Any) -> frozenset[str]:
    cure = 'noem het IP-adres van de proxy: proxy = ["10.0.0.5"]'
    if not isinstance(found, list) or not found:
        raise WerkbankSettingsWrong(name, "een kop wordt alleen geloofd van een proxy die bij adres is genoemd", cure)
    try:
        return frozenset(str(ip_address(each)) for each in found)
    except ValueError as error:
        raise WerkbankSettingsWrong(name, f"dit is geen IP-adres ({error})", cure) from error


def _roles(name: str, found: Mapping[str, Any]) -> Mapping[WebRole, frozenset[str]]:
    _only(name, found, frozenset(ROLES), "rollen.")
    given: dict[WebRole, frozenset[str]] = {}
    for word, people in found.items():
        if not isinstance(people, list) or not all(isinstance(each, str) for each in people):
            cure = f'schrijf een lijst: {word} = ["iemand@voorbeeld.nl", "groep:redactie"]'
            raise WerkbankSettingsWrong(name, f"rollen.{word} is geen lijst van mailadressen", cure)
        given[ROLES[word]] = frozenset(map(str.casefold, people))
    return MappingProxyType(given)


def _address(name: str, found: Any) -> str:
    address = _text(name, "adres", found).rstrip("/")
    parts = urlsplit(address)
    if address and (parts.scheme != "https" or not parts.netloc or parts.path):
        raise WerkbankSettingsWrong(
            name,
            f"'{address}' kan niet het adres zijn",
            'schrijf het met https en zonder pad: adres = "https://werkbank.voorbeeld.nl"',
        )
    return address


def _only(name: str, found: Mapping[str, Any], known: frozenset[str], within: str) -> None:
    for key in found.keys() - known:
        raise WerkbankSettingsWrong(name, f"'{within}{key}' is geen instelling", f"kies uit {', '.join(sorted(known))}")


def _table(name: str, found: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = found.get(key, {})
    if not isinstance(value, dict):
        raise WerkbankSettingsWrong(name, f"'{key}' is geen groep instellingen", f"schrijf een kop: [{key}]")
    return value


def _text(name: str, key: str, value: Any) -> str:
    if not isinstance(value, str):
        raise WerkbankSettingsWrong(name, f"'{key}' is geen tekst", "zet het tussen aanhalingstekens")
    return value


def _host(netloc: str) -> str:
    name, _, port = netloc.lower().rpartition(":")
    return name if name and port.isdigit() else netloc.lower()
