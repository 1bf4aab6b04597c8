"""What is sent to the werkbank over a real connection: too much, broken off, or never coming."""

from __future__ import annotations

import logging
import socket
import threading
import time

import pytest
import uvicorn
from starlette.responses import PlainTextResponse

from polderkoers.werkbank.web.body import LARGEST, BodyKeeper


async def told(scope, receive, send):
    """Answer with how much was received."""
    message = await receive()
    await PlainTextResponse(f"ontvangen: {len(message['body'])}")(scope, receive, send)


@pytest.fixture
def port(caplog):
    """Serve an application behind the keeper of bodies, that waits a short time; nothing may be logged."""
    caplog.set_level(logging.WARNING)
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    listening.listen()
    server = uvicorn.Server(uvicorn.Config(BodyKeeper(told, idle=0.5, longest=1.5), log_level="warning"))
    running = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    running.start()
    yield listening.getsockname()[1]
    server.should_exit = True
    running.join()
    assert caplog.records == []


def sent(port: int, head: str, *pieces: bytes, pause: float = 0) -> tuple[str, float]:
    """Return what is answered to a form that is sent in pieces, and after how many seconds it was there and the connection closed."""
    begun = time.monotonic()
    with socket.create_connection(("127.0.0.1", port), timeout=20) as line:
        line.sendall(f"POST / HTTP/1.1\r\nHost: x\r\n{head}\r\n\r\n".encode())
        for piece in pieces:
            line.sendall(piece)
            time.sleep(pause)
        answer = b""
        while part := line.recv(65536):
            answer += part
            if answer.endswith(b"ontvangen: 3"):
                break
    return answer.decode(), time.monotonic() - begun


@pytest.mark.parametrize("head", ["Content-Length: {}", "Transfer-Encoding: chunked"])
def test_too_much_is_answered_in_dutch_to_who_sends_it_all(port, head):
    """Whether the size was told or not, the answer arrives after all was sent, and says what to do."""
    size = LARGEST + (LARGEST >> 1)
    pieces = [b"x" * size]
    if "chunked" in head:
        pieces = [f"{size:x}\r\n".encode(), *pieces, b"\r\n0\r\n\r\n"]
    answer, _ = sent(port, head.format(size), *pieces)
    assert answer.startswith("HTTP/1.1 413")
    assert "Dit is te veel in één keer" in answer
    assert 'lang="nl"' in answer


@pytest.mark.parametrize("head", ["Content-Length: 100", "Transfer-Encoding: chunked"])
def test_a_form_that_does_not_come_holds_no_place(port, head):
    """Who tells of a body and sends none of it, or falls silent, is answered after the time that one may be silent."""
    answer, took = sent(port, head)
    assert answer.startswith("HTTP/1.1 408")
    assert "Er is niets opgeslagen" in answer
    assert took < 10


def test_a_form_that_comes_by_drops_holds_no_place(port):
    """Who sends a little all the time is answered after the longest time that a form may take."""
    with pytest.raises((BrokenPipeError, ConnectionResetError)):
        sent(port, "Content-Length: 1000", *(b"x" for _ in range(100)), pause=0.2)


def test_who_breaks_off_is_no_fault(port):
    """Nothing is logged of a form that was broken off, and the next one is answered."""
    with socket.create_connection(("127.0.0.1", port)) as line:
        line.sendall(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nnaam=")
    answer, _ = sent(port, "Content-Length: 3", b"a=b")
    assert answer.endswith("ontvangen: 3")
