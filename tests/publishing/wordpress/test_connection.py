# SPDX-License-Identifier: GPL-3.0-or-later
"""The line to a site: what it does with hostile, slow and broken servers, and with the secret."""

from __future__ import annotations

import socket
import ssl
import subprocess
import threading
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

import pytest

from editor_app.domain.errors import (
    AuthRefused,
    EndpointBusy,
    EndpointError,
    EndpointRefused,
    EndpointUnknown,
)
from editor_app.publishing.endpoints.wordpress.connection import (
    Connection,
    Credential,
    Limits,
    ReplyTooLarge,
)
from editor_app.publishing.endpoints.wordpress.discovery import find_rest_root
from editor_app.publishing.endpoints.wordpress.replies import Reply
from editor_app.publishing.endpoints.wordpress.rest import Rest
from tests.servers.fault_proxy import Fault, FaultProxy

SECRET = "abcd efgh ijkl mnop qrst uvwx"
QUICK = Limits(connect_s=2, silence_s=2, request_s=0.6)


@pytest.fixture
def proxy() -> Iterator[FaultProxy]:
    """A proxy whose server is not there: only its own answers come."""
    line = FaultProxy("127.0.0.1", 9)
    yield line
    line.close()


@pytest.fixture
def line() -> Iterator[Connection]:
    connection = Connection(Credential("ida", lambda: SECRET), limits=QUICK)
    yield connection
    connection.close()


@pytest.mark.parametrize("fault", [Fault.SLOW_LORIS, Fault.SLOW_BODY])
def test_a_server_that_drips_for_ever_is_left_after_the_limit(
    proxy: FaultProxy, line: Connection, fault: Fault
) -> None:
    proxy.fail(fault, fault)
    with pytest.raises(EndpointBusy):
        line.get(proxy.url)
    with pytest.raises(EndpointUnknown):
        line.post(proxy.url, {"title": "x"})


def test_an_endless_answer_is_cut_off(proxy: FaultProxy) -> None:
    line = Connection(Credential(), limits=Limits(reply_bytes=1 << 20))
    proxy.fail(Fault.HUGE, Fault.HUGE)
    with pytest.raises(ReplyTooLarge, match="1 MB"):
        line.get(proxy.url)
    with pytest.raises(EndpointUnknown):
        line.post(proxy.url, {})
    line.close()


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (Fault.OTHER_HOST, EndpointBusy),
        (Fault.MOVED, EndpointRefused),
        (Fault.CIRCLE, EndpointRefused),
    ],
)
def test_a_redirect_never_takes_the_secret_to_another_host(
    proxy: FaultProxy, line: Connection, fault: Fault, error: type[EndpointError]
) -> None:
    proxy.fail(*[fault] * 9)
    with pytest.raises(error) as refused:
        line.get(f"{proxy.url}/wp-json/")
    assert "elsewhere.invalid" in str(refused.value) or fault is Fault.CIRCLE
    assert all(seen.authorized for seen in proxy.log), "each of these went to the site itself"


def test_a_login_page_of_the_network_is_waited_out_and_after_a_write_nothing_is_known(
    proxy: FaultProxy, line: Connection
) -> None:
    proxy.fail(Fault.CAPTIVE_PORTAL, Fault.CAPTIVE_PORTAL)
    with pytest.raises(EndpointBusy, match="accept the terms"):
        line.get(proxy.url).json()
    with pytest.raises(EndpointUnknown):
        line.post(proxy.url, {}).json()


def test_json_of_another_shape_is_refused_with_a_sentence(proxy: FaultProxy) -> None:
    rest = Rest(proxy.url, Credential("ida", SECRET), root=f"{proxy.url}/wp-json/")
    proxy.fail(Fault.WRONG_SHAPE)
    with pytest.raises(EndpointRefused, match="form WordPress does not use"):
        rest.get("wp/v2/posts")


@pytest.mark.parametrize("body", [b"[" * 100_000, b'{"a":', b"\xff\xfe", b"", b"NaN{"])
def test_json_that_is_none_is_no_crash(body: bytes) -> None:
    with pytest.raises(EndpointBusy):
        Reply(200, {}, body, writing=False).json()


def test_a_byte_order_mark_before_the_json_does_no_harm() -> None:
    assert Reply(200, {}, b'\xef\xbb\xbf{"id": 3}', writing=False).json() == {"id": 3}


@pytest.mark.parametrize(
    ("status", "headers", "body", "error"),
    [
        (401, {}, b'{"code":"rest_not_logged_in"}', AuthRefused),
        (400, {}, b'{"code":"rest_invalid_param","data":{"details":{"status":{"data":{"status":401}}}}}', AuthRefused),
        (403, {}, b'{"code":"rest_cannot_edit","message":"No."}', EndpointRefused),
        (403, {}, b"<html>Blocked</html>", EndpointRefused),
        (404, {}, b"<html>Not found</html>", EndpointRefused),
        (413, {}, b"<html>Too large</html>", EndpointRefused),
        (429, {"retry-after": "30"}, b"", EndpointBusy),
        (503, {"retry-after": "Mon, 01 Jan 2024 00:00:30 GMT", "date": "Mon, 01 Jan 2024 00:00:00 GMT"}, b"", EndpointBusy),
        (500, {}, b'{"code":"rest_upload_sideload_error","message":"No."}', EndpointRefused),
        (500, {}, b"<html>Critical error</html>", EndpointBusy),
        (412, {}, b'{"code":"rest_upload_hash_mismatch"}', EndpointBusy),
    ],
)  # fmt: skip
def test_each_answer_is_the_error_it_stands_for(
    status: int, headers: dict[str, str], body: bytes, error: type[EndpointError]
) -> None:
    found = Reply(status, headers, body, writing=False).error()
    assert type(found) in (error, *error.__subclasses__())
    if "retry-after" in headers:
        assert isinstance(found, EndpointBusy)
        assert found.retry_after_s == 30


@pytest.mark.parametrize(
    "shown", [SECRET, SECRET.replace(" ", ""), b64encode(f"ida:{SECRET}".encode()).decode()]
)
def test_a_server_that_repeats_the_secret_does_not_get_it_into_our_words(shown: str) -> None:
    listener = socket.create_server(("127.0.0.1", 0))

    def answer() -> None:
        client, _ = listener.accept()
        client.recv(65536)
        body = f'{{"code":"x","message":"you said {shown}"}}'.encode()
        client.sendall(b"HTTP/1.1 403 No\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body))
        client.close()

    thread = threading.Thread(target=answer)
    thread.start()
    credential = Credential("ida", SECRET)
    with pytest.raises(EndpointRefused) as refused:
        Connection(credential).get(f"http://127.0.0.1:{listener.getsockname()[1]}/")
    thread.join()
    listener.close()
    assert shown not in f"{refused.value} {refused.value.words} {refused.value.args}"
    assert "•••" in refused.value.words
    assert SECRET not in repr(credential)


def test_a_password_never_crosses_a_network_unencrypted() -> None:
    with pytest.raises(EndpointRefused, match="not reached over https"):
        Connection(Credential("ida", SECRET)).get("http://tide.example/wp-json/")


def test_no_connection_is_busy_also_for_a_write() -> None:
    line = Connection(Credential("ida", SECRET), limits=QUICK)
    for ask in (
        lambda: line.get("http://127.0.0.1:9/"),
        lambda: line.post("http://127.0.0.1:9/", {}),
    ):
        with pytest.raises(EndpointBusy, match="no connection"):
            ask()


def test_a_certificate_nobody_vouches_for_is_not_accepted(tmp_path: Path) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "cert.pem"
    made = subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=localhost",
         "-keyout", str(key), "-out", str(certificate)], capture_output=True,
    )  # fmt: skip
    if made.returncode:
        pytest.skip("there is no openssl to make a certificate with")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    listener = socket.create_server(("127.0.0.1", 0))
    received: list[bytes] = []

    def answer() -> None:
        client, _ = listener.accept()
        try:
            received.append(context.wrap_socket(client, server_side=True).recv(65536))
        except OSError:
            client.close()

    thread = threading.Thread(target=answer)
    thread.start()
    with pytest.raises(EndpointBusy, match="certificate is not valid"):
        Connection(Credential("ida", SECRET)).get(f"https://localhost:{listener.getsockname()[1]}/")
    thread.join()
    listener.close()
    assert received == []


@pytest.mark.parametrize(
    "address", ["", "ftp://x.example", "nonsense://", "http://u:p@x.example", "https://"]
)
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(EndpointRefused):
        find_rest_root(Connection(Credential()), address)


def test_a_site_that_is_no_wordpress_is_refused_with_a_sentence(proxy: FaultProxy) -> None:
    proxy.fail(*[Fault.CAPTIVE_PORTAL] * 20)
    with pytest.raises(EndpointRefused, match="not a WordPress site"):
        find_rest_root(Connection(Credential(), limits=QUICK), proxy.url)
    known = Rest(proxy.url, Credential("ida", SECRET), known=True)
    proxy.fail(*[Fault.CAPTIVE_PORTAL] * 20)
    with pytest.raises(EndpointBusy, match="when it was set up"):
        _ = known.root
