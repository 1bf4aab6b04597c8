"""The examples of deploy/werkbank/: proxies that sign people on, a service and a container, held to what they promise."""

from __future__ import annotations

import http.client
import json
import re
import shlex
import shutil
import signal
import ssl
import subprocess
import tempfile
import threading
import tomllib
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlencode

import lxml.html
import pytest

from support.git import git
from support.proposing import bare
from support.served import running, served
from support.site import ROOT
from support.web_servers import PATH, NamedConnection, certificate, free_ports, mime_types, program, started

DEPLOY = ROOT / "deploy" / "werkbank"
HOST = "werkbank.example.nl"
SIGNED_ON = {"Cookie": "aangemeld=ja"}
FORGED = {
    "X-Forwarded-User": "Directeur",
    "X-Forwarded-Email": "directeur@example.nl",
    "X-Forwarded-Groups": "beslissers",
    "X-Auth-Request-Email": "directeur@example.nl",
    "X-Forwarded-For": "203.0.113.7",
}


class Heard(BaseHTTPRequestHandler):
    """In the place of oauth2-proxy and of the werkbank: knows one person, and tells what reached it."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        if self.path.startswith("/oauth2/auth"):
            is_known = "aangemeld=ja" in self.headers.get("Cookie", "")
            self._answer(202 if is_known else 401, b"", _PERSON if is_known else {})
        elif self.path.startswith("/oauth2/"):
            self._answer(302, b"", {"Location": "https://aanmelden.example.nl/"})
        else:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            told = {"path": self.path, "size": len(body), "headers": self.headers.items()}
            self._answer(200, json.dumps(told).encode(), {"X-Frame-Options": "SAMEORIGIN"})

    do_POST = do_GET  # noqa: N815 - so the class above asks for it

    def log_message(self, *_):
        """Say nothing."""

    def _answer(self, status, body, headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


_PERSON = {
    "X-Auth-Request-Preferred-Username": "An de Boer",
    "X-Auth-Request-Email": "an@example.nl",
    "X-Auth-Request-Groups": "redactie,medewerkers",
}


@pytest.fixture(scope="module")
def place():
    """A folder with a certificate."""
    folder = Path(tempfile.mkdtemp(prefix="polderkoers-deploy-"))
    certificate(folder, HOST)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def behind():
    """The port of what stands behind a proxy."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Heard)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_address[1]
    server.shutdown()
    server.server_close()


def adapted(name, place, behind, werkbank):
    """Return an example with our certificate, and with sign-on and werkbank at other ports."""
    text = (DEPLOY / name).read_text("utf-8")
    for port, other in (("4180", behind), ("8010", werkbank)):
        assert f"127.0.0.1:{port}" in text
        text = text.replace(f"127.0.0.1:{port}", f"127.0.0.1:{other}")
    text = text.replace("/etc/letsencrypt/live/werkbank.example.nl/fullchain.pem", f"{place}/cert.pem")
    return text.replace("/etc/letsencrypt/live/werkbank.example.nl/privkey.pem", f"{place}/key.pem")


def nginx(place, behind, werkbank, port, plain_port):
    """Write the configuration of nginx with what Debian has around it, and return the command."""
    own = adapted("nginx.conf", place, behind, werkbank)
    own = own.replace("listen 80;", f"listen 127.0.0.1:{plain_port};").replace("listen [::]:80;", "")
    own = own.replace("listen 443 ssl", f"listen 127.0.0.1:{port} ssl").replace("listen [::]:443 ssl http2;", "")
    (place / "own.conf").write_text(own, encoding="utf-8")
    (place / "nginx.conf").write_text(
        f"""
        daemon off; master_process off; pid {place}/nginx.pid; error_log stderr; events {{}}
        http {{
            include {mime_types()}; access_log off;
            client_body_temp_path {place}/t1; proxy_temp_path {place}/t2; fastcgi_temp_path {place}/t3;
            uwsgi_temp_path {place}/t4; scgi_temp_path {place}/t5;
            include {place}/own.conf;
        }}""",
        encoding="utf-8",
    )
    return [program("nginx"), "-p", place, "-c", place / "nginx.conf"]


def caddy(place, behind, werkbank, port, plain_port):
    """Write the configuration of Caddy with a certificate of our own, and return the command."""
    own = adapted("Caddyfile", place, behind, werkbank)
    tls = f"{HOST} {{\n\ttls {place}/cert.pem {place}/key.pem\n\tbind 127.0.0.1\n"
    assert f"\n{HOST} {{\n" in own
    options = (
        f"{{\n\tadmin off\n\thttp_port {plain_port}\n\thttps_port {port}\n\tstorage file_system {place}/caddy\n}}\n"
    )
    (place / "Caddyfile").write_text(options + own.replace(f"{HOST} {{\n", tls, 1), encoding="utf-8")
    return [program("caddy"), "run", "--config", place / "Caddyfile", "--adapter", "caddyfile"]


STARTERS = {"nginx": nginx, "caddy": caddy}


@contextmanager
def asking(name, place, behind, werkbank):
    """Give a function that asks a proxy that is installed for something, and returns its answer with its body."""
    program(name)
    port, plain_port = free_ports(2)
    command = STARTERS[name](place, behind, werkbank, port, plain_port)

    def asked(path, *, method="GET", body=None, **headers):
        context = ssl.create_default_context(cafile=place / "cert.pem")
        context.check_hostname = False
        connection = NamedConnection("127.0.0.1", port, context=context, timeout=60)
        connection.server_name = HOST
        try:
            connection.request(method, path, body, {"Host": HOST, **headers})
            answer = connection.getresponse()
            return answer, answer.read()
        except (BrokenPipeError, http.client.RemoteDisconnected):
            return None, b""
        finally:
            connection.close()

    with started(command, place, port, name):
        yield asked


@pytest.fixture(scope="module", params=STARTERS)
def ask(request, place, behind):
    """Ask a proxy for something, with what tells all that it hears in the place of the werkbank."""
    with asking(request.param, place, behind, behind) as asked:
        yield asked


@pytest.fixture(scope="module")
def repository(place):
    """A bare repository in which everybody may propose whom the sign-on knows."""
    return bare(place / "beleid.git")


@pytest.fixture(scope="module", params=STARTERS)
def ask_werkbank(request, place, behind, repository):
    """Ask a proxy for something of a real werkbank, with the settings of the example as they stand."""
    program(request.param)
    with (
        served(repository, "--instellingen", str(DEPLOY / "werkbank.toml")) as address,
        asking(request.param, place, behind, address.rpartition(":")[2]) as asked,
    ):
        yield asked


def test_who_is_signed_on_is_told_to_the_werkbank(ask):
    """The name, the mail and the groups are those that the sign-on gave; the address asked for stays as it is."""
    answer, body = ask("/onderdeel/fijn-wonen/doel%20x?a=b", **SIGNED_ON)
    told = json.loads(body)
    headers = dict(told["headers"])
    assert answer.status == 200
    assert told["path"] == "/onderdeel/fijn-wonen/doel%20x?a=b"
    assert headers["X-Forwarded-User"] == "An de Boer"
    assert headers["X-Forwarded-Email"] == "an@example.nl"
    assert headers["X-Forwarded-Groups"] == "redactie,medewerkers"
    assert headers["Host"] == HOST
    assert answer.headers["Strict-Transport-Security"]
    assert answer.headers["X-Frame-Options"] == "SAMEORIGIN"


def test_nobody_says_herself_who_she_is(ask):
    """What a browser sends under the names that the werkbank believes never reaches it."""
    _, body = ask("/", **SIGNED_ON, **FORGED)
    told = json.loads(body)["headers"]
    for name, value in FORGED.items():
        believed = [each for header, each in told if header.lower() == name.lower()]
        assert value not in believed
        assert len(believed) <= 1
    assert "directeur@example.nl" not in json.dumps(told)


def test_who_is_not_signed_on_is_sent_to_sign_on(ask):
    """Nothing reaches the werkbank before that, whatever is asked and sent."""
    for more in ({}, FORGED):
        answer, body = ask("/beslissen", **more)
        assert answer.status == 302
        assert b"headers" not in body
    answer, body = ask("/beslissen", method="POST", body=b"neem=over", **FORGED)
    assert answer.status in (302, 401, 405)
    assert b"headers" not in body


def test_a_form_gets_through_and_what_is_too_large_does_not(ask):
    """The werkbank takes 1 MB at most, and so do the proxies."""
    answer, body = ask("/onderdeel/x", method="POST", body=b"a" * 200_000, **SIGNED_ON)
    assert answer.status == 200
    assert json.loads(body)["size"] == 200_000
    answer, body = ask("/onderdeel/x", method="POST", body=b"a" * 3_000_000, **SIGNED_ON)
    assert answer is None or answer.status in (413, 502)


def test_somebody_who_signed_on_changes_the_policy_through_a_proxy(ask_werkbank, repository):
    """She opens a form, saves, and is the author; who says herself that she decides, is who the sign-on knows and may not decide."""
    answer, body = ask_werkbank("/onderdeel/fijn-wonen/doel-leegstand", **SIGNED_ON, **FORGED)
    page = lxml.html.fromstring(body)
    assert (answer.status, "An de Boer" in page.text_content()) == (200, True)
    session = answer.headers["Set-Cookie"].partition(";")[0]
    assert {"secure", "httponly"} <= {part.strip().lower() for part in answer.headers["Set-Cookie"].split(";")}
    form = next(each for each in page.forms if each.get("action", "").startswith("/onderdeel/"))
    told = [
        (name, "Minder lege huizen" if name == "naam" else value.removeprefix("\n"))
        for name, value in form.form_values()
    ]
    sent = {
        "Cookie": f"{SIGNED_ON['Cookie']}; {session}",
        "Origin": f"https://{HOST}",
        "Content-Type": "application/x-www-form-urlencoded",
    }
    body = urlencode([*told, ("doe", "bewaar")])
    answer, _ = ask_werkbank(form.get("action"), method="POST", body=body, **{**FORGED, **sent})
    assert answer.status == 303
    name = answer.headers["Location"].partition("voorstel=")[2]
    assert git(repository, "log", "-1", "--format=%an <%ae>", f"voorstel/{name}") == "An de Boer <an@example.nl>"
    _, body = ask_werkbank(f"/voorstel/{name}", **{**FORGED, **sent})
    assert "Inleveren" in body.decode()
    assert "Neem over" not in body.decode()


def test_apache_understands_its_example(place):
    """Apache finds no fault in it, with the modules of Debian."""
    apache, modules = program("apache2"), Path("/usr/lib/apache2/modules")
    if not (modules / "mod_auth_openidc.so").is_file():
        pytest.skip("the sign-on of Apache is not installed (Debian: apt install libapache2-mod-auth-openidc)")
    names = (
        "mpm_event", "authz_core", "authz_user", "authn_core", "headers", "proxy", "proxy_http", "alias", "ssl", "socache_shmcb", "http2",
        "auth_openidc",
    )  # fmt: skip
    loads = "\n".join(f"LoadModule {name}_module {modules}/mod_{name}.so" for name in names)
    own = adapted_for_apache(place)
    (place / "apache.conf").write_text(
        f"ServerRoot {place}\nServerName localhost\nErrorLog /dev/stderr\nDefaultRuntimeDir {place}\n{loads}\n{own}",
        encoding="utf-8",
    )
    done = subprocess.run(
        [apache, "-t", "-f", place / "apache.conf"], capture_output=True, text=True, check=False, env={"PATH": PATH}
    )
    assert "Syntax OK" in done.stderr


def adapted_for_apache(place):
    """Return the example of Apache with our certificate and without secrets in files."""
    text = (DEPLOY / "apache.conf").read_text("utf-8").replace("127.0.0.1:8010", "127.0.0.1:9")
    text = text.replace("/etc/letsencrypt/live/werkbank.example.nl/fullchain.pem", f"{place}/cert.pem")
    text = text.replace("/etc/letsencrypt/live/werkbank.example.nl/privkey.pem", f"{place}/key.pem")
    return re.sub(r'"exec:[^"]*"', '"geheim-van-de-test"', text)


def test_the_service_is_one_that_systemd_understands_and_that_may_do_little(tmp_path):
    """No setting is unknown, and what it could do to the machine is judged to be little."""
    analyze = shutil.which("systemd-analyze", path=PATH)
    if not analyze:
        pytest.skip("systemd is not installed, so the service is not tested")
    text = (DEPLOY / "polderkoers-werkbank.service").read_text("utf-8")
    unit = tmp_path / "polderkoers-werkbank.service"
    unit.write_text(text.replace("/opt/polderkoers/bin/polderkoers", shutil.which("true")), encoding="utf-8")
    done = subprocess.run([analyze, "verify", "--man=no", unit], capture_output=True, text=True, check=False)
    assert [line for line in done.stderr.splitlines() if unit.name in line] == []
    done = subprocess.run(
        [analyze, "security", "--offline=yes", "--threshold=20", unit], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-500:]


def test_all_start_the_same_command_with_the_settings_that_are_there():
    """Service and container start the werkbank with the options that the example of the settings is for, and not as root."""
    service = (DEPLOY / "polderkoers-werkbank.service").read_text("utf-8")
    start = shlex.split(re.search(r"^ExecStart=(.+)$", service, re.MULTILINE)[1])
    container = (DEPLOY / "Containerfile").read_text("utf-8")
    parts = re.findall(r"^(?:ENTRYPOINT|CMD) (\[.+\])$", container, re.MULTILINE)
    inside = [word for part in parts for word in json.loads(part)]
    options = [[word for word in words if word.startswith("--")] for words in (start, inside)]
    assert options[0] == options[1]
    assert start[1] == inside[1] == "werkbank"
    assert re.search(r"^USER (?!0\b|root\b)", container, re.MULTILINE)
    assert re.search(r"^User=(?!root\b)", service, re.MULTILINE)


def test_to_be_stopped_as_a_service_is_no_failure(tmp_path):
    """The signals that service and container stop it with end it well, so that nothing is started again or called failed."""
    told = [(DEPLOY / name).read_text("utf-8") for name in ("polderkoers-werkbank.service", "Containerfile")]
    names = {re.search(r"^(?:KillSignal=|STOPSIGNAL )(\w+)$", text, re.MULTILINE)[1] for text in told}
    root = bare(tmp_path / "beleid.git")
    git(root, "config", "user.name", "Anna de Vries")
    git(root, "config", "user.email", "anna@polderdam.example")
    for name in names:
        with running(root) as (_, werkbank):
            werkbank.send_signal(signal.Signals[name])
            assert werkbank.wait(timeout=60) == 0


def test_the_settings_say_what_the_proxies_send():
    """The names of the headers are those that each proxy sets, and they are believed of this machine alone."""
    settings = tomllib.loads((DEPLOY / "werkbank.toml").read_text("utf-8"))
    sign_on = settings["aanmelden"]
    assert sign_on["proxy"] == ["127.0.0.1"]
    assert settings["adres"] == f"https://{HOST}"
    for name in ("nginx.conf", "Caddyfile", "apache.conf"):
        text = (DEPLOY / name).read_text("utf-8")
        assert all(sign_on[key] in text for key in ("naam", "mail", "groepen"))
