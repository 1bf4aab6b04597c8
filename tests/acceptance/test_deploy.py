"""The example configurations of deploy/, with the real web servers: headers, compression, types, caches and missing pages."""

from __future__ import annotations

import gzip
import http.client
import os
import re
import shutil
import ssl
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from support.browser import launched, needs_browser
from support.site import ROOT, HtmlPage
from support.web_servers import PATH, NamedConnection, certificate, free_ports, mime_types, program, started

DEPLOY = ROOT / "deploy"
OWN_HOST, SHARED_HOST = "beleid.example.nl", "www.example.nl"
MODULES = (
    "mpm_event", "authz_core", "dir", "mime", "headers", "rewrite", "filter", "deflate", "alias", "ssl", "socache_shmcb", "http2",
)  # fmt: skip

HEADERS = {
    "Content-Security-Policy": "frame-ancestors 'none'; base-uri 'none'",
    "Strict-Transport-Security": "max-age=31536000",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), display-capture=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
ASK_AGAIN, SHORT = "no-cache", "public, max-age=300, must-revalidate"
LONG, FOR_EVER = "public, max-age=31536000", "public, max-age=31536000, immutable"
# Whichever of a kind the site has.
A_FONT, A_PICTURE, A_LICENCE = "*.woff2", "*.webp", "LICENSE"
PATTERNS = (A_FONT, A_PICTURE, A_LICENCE)
# Names with a digest of the contents, as the build and Pagefind make them, and names without.
A_STYLE, A_DIGESTED_STYLE, A_SCRIPT, A_DIGESTED_SCRIPT = (
    "proef.css",
    "proef.0a1b2c3d4e.css",
    "proef.js",
    "proef.0a1b2c3d4e.js",
)
MADE = (A_STYLE, A_DIGESTED_STYLE, A_SCRIPT, A_DIGESTED_SCRIPT)
A_PAGE = "kernopgaven/iedereen-doet-mee/"
# What a file is, and how long a browser may keep it without asking.
FILES = {
    "": ("text/html; charset=utf-8", ASK_AGAIN),
    A_PAGE: ("text/html; charset=utf-8", ASK_AGAIN),
    "feeds/alles.xml": ("application/atom\\+xml; charset=utf-8", ASK_AGAIN),
    "data/agenda.ics": ("text/calendar; charset=utf-8", ASK_AGAIN),
    "data/kernopgaven/iedereen-doet-mee.yaml": ("text/plain; charset=utf-8", ASK_AGAIN),
    A_LICENCE: ("text/plain; charset=utf-8", ASK_AGAIN),
    A_STYLE: ("text/css; charset=utf-8", SHORT),
    A_SCRIPT: ("(text|application)/javascript; charset=utf-8", SHORT),
    A_DIGESTED_STYLE: ("text/css; charset=utf-8", FOR_EVER),
    A_DIGESTED_SCRIPT: ("(text|application)/javascript; charset=utf-8", FOR_EVER),
    "proef.nl_0a1b2c3.pf_fragment": ("(application/octet-stream)?", FOR_EVER),
    "proef.nl.pagefind": ("(application/octet-stream)?", ASK_AGAIN),
    "assets/favicon.svg": ("image/svg\\+xml(; charset=utf-8)?", SHORT),
    A_PICTURE: ("image/webp", SHORT),
    A_FONT: ("font/woff2", LONG),
    "sitemap.xml": ("(text|application)/xml; charset=utf-8", ASK_AGAIN),
    "proef.wasm": ("application/wasm", ASK_AGAIN),
}


@dataclass
class Answer:
    """What a web server answers."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes


@dataclass(frozen=True)
class Server:
    """A web server that runs with an example configuration, and the place of the site on it."""

    name: str
    host: str
    base: str
    port: int
    plain_port: int
    place: Path

    def file(self, path: str) -> Path:
        """Return the file that stands behind a path of the site, or behind a pattern the first one of its kind."""
        site = self.place / "site"
        if path in PATTERNS:
            return min(site.rglob(path))
        return site / (f"{path}index.html" if path.endswith("/") or not path else path)

    def get(self, path: str, *, whole: bool = False, **headers: str) -> Answer:
        """Return what the server answers to a path of the site, or of the host when it is `whole`."""
        context = ssl.create_default_context(cafile=self.place / "cert.pem")
        context.check_hostname = False
        connection = NamedConnection("127.0.0.1", self.port, context=context, timeout=20)
        connection.server_name = self.host
        if path in PATTERNS:
            path = self.file(path).relative_to(self.place / "site").as_posix()
        return self._ask(connection, path if whole else f"{self.base}{path}", headers)

    def get_plain(self, path: str) -> Answer:
        """Return what the server answers without encryption."""
        return self._ask(http.client.HTTPConnection("127.0.0.1", self.plain_port, timeout=20), path, {})

    def _ask(self, connection: http.client.HTTPConnection, path: str, headers: dict[str, str]) -> Answer:
        names = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            connection.request("GET", path, headers={"Host": self.host, **names})
            answer = connection.getresponse()
            return Answer(answer.status, answer.headers, answer.read())
        finally:
            connection.close()


# The servers


@pytest.fixture(scope="module")
def place(site):
    """A folder that a web server of another user can read: the site, compressed, and a certificate for both hosts."""
    if not any(shutil.which(name, path=PATH) for name in STARTERS):
        pytest.skip(
            "no web server is installed (Debian: apt install nginx), so the example configurations are not tested"
        )
    folder = Path(tempfile.mkdtemp(prefix="polderkoers-deploy-"))
    folder.chmod(0o755)
    shutil.copytree(site.folder, folder / "site").chmod(0o755)
    (folder / "site" / "proef.wasm").write_bytes(b"\0asm\1\0\0\0")
    for name in MADE:
        (folder / "site" / name).write_text("/* é */" * 1000, encoding="utf-8")
    for name in ("proef.nl_0a1b2c3.pf_fragment", "proef.nl.pagefind"):
        (folder / "site" / name).write_bytes(gzip.compress(b"pagefind"))
    (folder / "site" / ".geheim").write_text("van niemand", encoding="utf-8")
    subprocess.run(["sh", DEPLOY / "compress.sh", folder / "site"], check=True)
    certificate(folder, OWN_HOST, SHARED_HOST)
    yield folder
    shutil.rmtree(folder)


def adapted(name: str, place: Path, changes: dict[str, str]) -> str:
    """Return an example configuration with other places and ports; the test fails when one of them is not in there."""
    text = (DEPLOY / name).read_text("utf-8")
    common = {
        "/etc/letsencrypt/live/beleid.example.nl/fullchain.pem": f"{place}/cert.pem",
        "/etc/letsencrypt/live/beleid.example.nl/privkey.pem": f"{place}/key.pem",
    }
    for old, new in {**{old: new for old, new in common.items() if old in text}, **changes}.items():
        assert old in text, f"{name} has no {old!r}"
        text = text.replace(old, new)
    return text


def nginx(place: Path, port: int, plain_port: int) -> list[str | Path]:
    """Write the configurations of nginx, with what Debian's nginx.conf has around them, and return the command."""
    own = adapted(
        "nginx.conf",
        place,
        {
            "listen 80;": f"listen 127.0.0.1:{plain_port};",
            "listen 443 ssl http2;": f"listen 127.0.0.1:{port} ssl http2;",
            "listen [::]:80;": "",
            "listen [::]:443 ssl http2;": "",
            "/srv/polderkoers/site": f"{place}/site",
        },
    )
    below = adapted("nginx-path.conf", place, {"/srv/polderkoers/site/": f"{place}/site/"})
    (place / "own.conf").write_text(own, encoding="utf-8")
    (place / "path.conf").write_text(below, encoding="utf-8")
    (place / "nginx.conf").write_text(
        f"""
        daemon off; master_process off; pid {place}/nginx.pid; error_log stderr; events {{}}
        http {{
            include {mime_types()}; default_type application/octet-stream; access_log {place}/nginx-access.log;
            client_body_temp_path {place}/t1; proxy_temp_path {place}/t2; fastcgi_temp_path {place}/t3;
            uwsgi_temp_path {place}/t4; scgi_temp_path {place}/t5;
            include {place}/own.conf;
            server {{
                listen 127.0.0.1:{port} ssl http2; server_name {SHARED_HOST};
                ssl_certificate {place}/cert.pem; ssl_certificate_key {place}/key.pem;
                add_header X-Of-The-Host yes always;
                location / {{ return 200 "something else"; }}
                include {place}/path.conf;
            }}
        }}""",
        encoding="utf-8",
    )
    return [program("nginx"), "-p", place, "-c", place / "nginx.conf"]


def apache(place: Path, port: int, plain_port: int) -> list[str | Path]:
    """Write the configuration of Apache, with the modules of Debian around it, and return the command."""
    (place / "deploy").mkdir(exist_ok=True)
    shutil.copy(DEPLOY / ".htaccess", place / "deploy" / ".htaccess")
    own = adapted(
        "apache.conf",
        place,
        {
            "*:80>": f"127.0.0.1:{plain_port}>",
            "*:443>": f"127.0.0.1:{port}>",
            "/srv/polderkoers/": f"{place}/",
            "/var/log/apache2/polderkoers.log": f"{place}/apache2-access.log",
        },
    )
    (place / "apache-own.conf").write_text(own, encoding="utf-8")
    # Below a path only the file in the folder of the site is used.
    shutil.copytree(place / "site", place / "www" / "beleid", dirs_exist_ok=True)
    (place / "www" / "beleid" / ".htaccess").write_text(
        adapted(".htaccess", place, {"ErrorDocument 404 /404.html": "ErrorDocument 404 /beleid/404.html"}),
        encoding="utf-8",
    )
    modules = next(
        Path(folder) for folder in ("/usr/lib/apache2/modules", "/usr/lib64/httpd/modules") if Path(folder).is_dir()
    )
    loads = "\n".join(f"LoadModule {name}_module {modules}/mod_{name}.so" for name in MODULES)
    (place / "apache.conf").write_text(
        f"""
        ServerRoot {place}
        ServerName localhost
        PidFile {place}/apache.pid
        ErrorLog /dev/stderr
        DefaultRuntimeDir {place}
        {loads}
        LogFormat "%h %r" common
        {"User www-data" if os.geteuid() == 0 else ""}
        {"Group www-data" if os.geteuid() == 0 else ""}
        TypesConfig /etc/mime.types
        ServerTokens Prod
        Listen 127.0.0.1:{port}
        Listen 127.0.0.1:{plain_port}
        <Directory />
            Options FollowSymLinks
            AllowOverride None
            Require all denied
        </Directory>
        Include {place}/apache-own.conf
        <VirtualHost 127.0.0.1:{port}>
            ServerName {SHARED_HOST}
            SSLEngine on
            SSLCertificateFile {place}/cert.pem
            SSLCertificateKeyFile {place}/key.pem
            DocumentRoot {place}/www
            <Directory {place}/www>
                AllowOverride All
                Require all granted
            </Directory>
        </VirtualHost>
        """,
        encoding="utf-8",
    )
    return [program("apache2"), "-X", "-f", place / "apache.conf"]


def caddy(place: Path, port: int, plain_port: int) -> list[str | Path]:
    """Write the configuration of Caddy with a certificate of our own instead of one that it gets, and return the command."""
    tls = f"{{\n\ttls {place}/cert.pem {place}/key.pem\n\tbind 127.0.0.1\n"
    text = adapted(
        "Caddyfile",
        place,
        {
            "/srv/polderkoers/site": f"{place}/site",
            f"\n{OWN_HOST} {{\n": f"\n{OWN_HOST} {tls}",
            f"\n{SHARED_HOST} {{\n": f"\n{SHARED_HOST} {tls}",
        },
    )
    options = (
        f"{{\n\tadmin off\n\thttp_port {plain_port}\n\thttps_port {port}\n\tstorage file_system {place}/caddy\n}}\n"
    )
    (place / "Caddyfile").write_text(options + text, encoding="utf-8")
    return [program("caddy"), "run", "--config", place / "Caddyfile", "--adapter", "caddyfile"]


STARTERS = {"nginx": nginx, "apache2": apache, "caddy": caddy}


@pytest.fixture(scope="module", params=STARTERS)
def running(request, place):
    """Each web server that is installed, running with its example configuration on this machine only."""
    program(request.param)
    port, plain_port = free_ports(2)
    command = STARTERS[request.param](place, port, plain_port)
    with started(command, place, port, request.param):
        yield request.param, port, plain_port


@pytest.fixture(scope="module", params=["/", "/beleid/"], ids=["root", "below-a-path"])
def server(request, running, place):
    """Each web server, with the site on a host of its own and below a path of another."""
    name, port, plain_port = running
    host = OWN_HOST if request.param == "/" else SHARED_HOST
    return Server(name, host, request.param, port, plain_port, place)


# What they must do


@pytest.mark.parametrize(
    "path", ["", A_PAGE, A_STYLE, A_FONT, "feeds/alles.xml", "bestaat-niet/", "data/bestaat-niet.yaml"]
)
def test_every_answer_has_the_headers_that_a_page_cannot_carry(server, path):
    """A page, a file and a page that is not found all have the same headers, each once."""
    found = server.get(path).headers
    assert {name: found.get_all(name) for name in HEADERS} == {name: [value] for name, value in HEADERS.items()}


def test_the_header_says_nothing_else_than_the_pages_themselves(server):
    """Of the policy in the header a page says the same, or it is something that only a header can say."""
    page = HtmlPage()
    answer = server.get(A_PAGE)
    page.feed(answer.body.decode())
    (meta,) = (
        element for element in page.all("meta") if element.attributes.get("http-equiv") == "Content-Security-Policy"
    )
    said = [part.strip() for part in meta.attributes["content"].split(";")]
    only_here = [
        part.strip() for part in answer.headers["Content-Security-Policy"].split(";") if part.strip() not in said
    ]
    assert only_here == ["frame-ancestors 'none'"]
    (referrer,) = (element for element in page.all("meta") if element.attributes.get("name") == "referrer")
    assert referrer.attributes["content"] == answer.headers["Referrer-Policy"]


@pytest.mark.parametrize("path", FILES)
def test_a_file_has_its_type_and_its_time(server, path):
    """Every kind of file comes with the right type and with how long a browser may keep it."""
    answer = server.get(path)
    kind, cache = FILES[path]
    assert answer.status == 200
    assert re.fullmatch(kind, (answer.headers["Content-Type"] or "").lower()), answer.headers["Content-Type"]
    assert answer.headers.get_all("Cache-Control") == [cache]


@pytest.mark.parametrize(
    "path", ["", A_PAGE, A_STYLE, A_SCRIPT, "feeds/alles.xml", "data/kernopgaven/iedereen-doet-mee.yaml"]
)
def test_text_is_compressed_for_who_can_read_that(server, path):
    """Text is sent compressed when asked, with the same type and words, and plainly otherwise."""
    plain, small = server.get(path), server.get(path, Accept_Encoding="gzip, br")
    assert plain.headers["Content-Encoding"] is None
    assert small.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(small.body) == plain.body
    assert small.headers["Content-Type"] == plain.headers["Content-Type"]
    assert small.headers["Cache-Control"] == plain.headers["Cache-Control"]
    assert "accept-encoding" in small.headers["Vary"].lower()
    file = server.file(path)
    if server.name != "apache2":  # it compresses at every request
        assert small.body == file.with_name(f"{file.name}.gz").read_bytes()


def test_what_is_compressed_already_is_sent_as_it_is(server):
    """A font, a picture and the index of the search are not compressed again."""
    for path in (A_FONT, A_PICTURE, "proef.nl_0a1b2c3.pf_fragment", "proef.nl.pagefind"):
        assert server.get(path, Accept_Encoding="gzip").headers["Content-Encoding"] is None


@pytest.mark.parametrize("encoding", ["identity", "gzip"])
@pytest.mark.parametrize("path", ["", A_STYLE])
def test_what_did_not_change_is_not_sent_again(server, path, encoding):
    """A browser that asks whether a file changed hears in a few bytes that it did not."""
    first = server.get(path, Accept_Encoding=encoding).headers
    known = {"If_None_Match": first["ETag"]} if first["ETag"] else {"If_Modified_Since": first["Last-Modified"]}
    again = server.get(path, Accept_Encoding=encoding, **known)
    assert again.status == 304
    assert again.body == b""


@pytest.mark.parametrize("path", ["bestaat-niet/", "kernopgaven/bestaat-niet", "assets/css/bestaat-niet.css", "data/", ".geheim", "404.html/x", ".git/config"])  # fmt: skip
def test_what_is_not_there_gives_our_own_page(server, path):
    """A missing page or file, a folder without a page and a hidden file give status 404 and the page of the site, which is not kept."""
    answer = server.get(path)
    assert answer.status == 404
    assert "Deze pagina is er niet" in answer.body.decode()
    assert answer.headers["Content-Type"].lower() == "text/html; charset=utf-8"
    assert answer.headers.get_all("Cache-Control") == [ASK_AGAIN]


def test_an_address_without_its_last_slash_leads_to_the_page(server):
    """An address that somebody types without the slash leads to the page, on the same host and below the same path."""
    paths = [A_PAGE.rstrip("/")] + ([""] if server.base != "/" else [])
    for path in paths:
        wanted = f"{server.base}{path}/" if path else server.base
        answer = server.get(wanted.rstrip("/"), whole=True)
        assert answer.status in (301, 308)
        target = urlsplit(answer.headers["Location"])
        assert target.path == wanted
        assert target.hostname in (None, server.host)
        assert target.scheme in ("", "https")


def test_who_comes_without_encryption_is_sent_to_the_same_page_with_it(server):
    """Plain http leads to https with the same path and question, and to no other host."""
    if server.base != "/":
        return  # the redirect belongs to the host, and the example shows it for a host of its own
    answer = server.get_plain(f"/{A_PAGE}?a=b")
    assert answer.status in (301, 308)
    target = urlsplit(answer.headers["Location"])
    assert (target.scheme, target.hostname, target.path, target.query) == ("https", OWN_HOST, f"/{A_PAGE}", "a=b")


def test_no_log_holds_what_a_reader_looks_for(server, place):
    """The log of a server has the pages that were asked for, but no words that somebody searched for."""
    word = f"schulden-{server.name}{server.base}".replace("/", "-")
    assert server.get(f"zoeken/?q={word}").status == 200
    server.get(f"{A_PAGE}?log={word[::-1]}")
    # Caddy keeps no log unless it is told to, and on shared hosting the log is not ours.
    keeps_one = server.name == "nginx" or (server.name == "apache2" and server.base == "/")
    logs = "".join(log.read_text("utf-8") for log in place.glob(f"{server.name}*.log"))
    assert word not in logs
    assert (word[::-1] in logs) == keeps_one


def test_no_server_tells_its_version(server):
    """Nobody needs to know which version of a web server answers."""
    assert not re.search(r"\d", server.get("").headers.get("Server", ""))


@needs_browser
def test_a_browser_understands_every_header_and_loads_all(server):
    """In a real browser pages load whole below these headers, and the browser complains of none of them."""
    with launched(f"--host-resolver-rules=MAP {server.host}:443 127.0.0.1:{server.port}") as browser:
        page = browser.new_context(ignore_https_errors=True).new_page()
        said, failed, whole = [], [], f"https://{server.host}{server.base}"
        page.on("console", lambda message: said.append(f"{message.type} {message.text}"))
        page.on("requestfailed", lambda request: failed.append(request.url))
        page.on(
            "response",
            lambda answer: (
                failed.append(answer.url) if answer.status >= 400 or not answer.url.startswith(whole) else None
            ),
        )
        for where in ("", A_PAGE, "zoeken/?q=mantelzorg", "tijdlijn/"):
            page.goto(f"{whole}{where}", wait_until="networkidle")
            assert page.locator("h1").first.is_visible()
        assert page.evaluate("document.fonts.size") > 0
        assert (said, failed) == ([], [])


def test_the_examples_below_a_path_and_for_a_host_say_the_same():
    """The two examples for nginx have the same headers, the same compression and the same types."""
    said = [
        sorted(
            line.strip()
            for line in (DEPLOY / name).read_text("utf-8").splitlines()
            if re.match(r"\s+(add_header|gzip|charset)", line)
        )
        for name in ("nginx.conf", "nginx-path.conf")
    ]
    assert said[0] == said[1]
    assert len(said[0]) > 12
