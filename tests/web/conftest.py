"""The explorer in a real browser: the system's Chromium against a server of our own on a free port.

A test fails on any console error, uncaught exception, failed request, or request to another host. Without Chromium or
without the built explorer the tests are skipped, and say so; where CI is set they fail instead.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.web.support import BUILT, ROOT

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SIZES = {"desktop": {"width": 1360, "height": 850}, "phone": {"width": 390, "height": 844}}


def chromium() -> str | None:
    """The browser: the one that CHROMIUM names, else the system's."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


def missing() -> str:
    """What is not there to test with, or nothing."""
    if not chromium():
        return "no Chromium: install the package chromium, or name one with CHROMIUM"
    if not BUILT.is_file():
        return "the explorer is not built: python hatch_build.py"
    return ""


@pytest.fixture(scope="session", autouse=True)
def _ready() -> None:
    reason = missing()
    if reason and os.environ.get("CI"):
        pytest.fail(reason)
    if reason:
        pytest.skip(reason)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser for the tests of one module. It holds an event loop while it lives, which other tests must not meet."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def base_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server of our own; EXPLORER_URL names one that runs already."""
    if os.environ.get("EXPLORER_URL"):
        yield os.environ["EXPLORER_URL"].rstrip("/")
        return
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "app", "serve", "--port", str(port), "--root", str(ROOT)]
    log = tmp_path_factory.mktemp("server") / "log.txt"  # a pipe that nobody reads would fill up and stop it
    with log.open("w") as written:
        server = subprocess.Popen(command, cwd=ROOT, stdout=written, stderr=written)
    url = f"http://127.0.0.1:{port}"
    deadline = time.monotonic() + 30
    while True:
        try:
            urllib.request.urlopen(f"{url}/readyz", timeout=2).close()
            break
        except OSError:
            if server.poll() is not None or time.monotonic() > deadline:
                server.kill()
                pytest.fail(f"the server did not come up: {log.read_text()}")
            time.sleep(0.05)
    yield url
    server.terminate()
    server.wait(timeout=20)


class Faults(list[str]):
    """What went wrong on a page. `allowed` are parts of messages that a test provokes."""

    def __init__(self) -> None:
        super().__init__()
        self.allowed: list[str] = []

    def add(self, text: str) -> None:
        if not any(part in text for part in self.allowed):
            self.append(text)


@pytest.fixture
def faults() -> Faults:
    return Faults()


@pytest.fixture(params=["desktop", "phone"])
def size(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def watch(page: Any, faults: Faults, base_url: str) -> None:
    """Write down every fault of a page."""
    page.on("pageerror", lambda e: faults.add(f"exception: {e}"))
    page.on("console", lambda m: faults.add(f"console: {m.text}") if m.type == "error" else None)
    page.on(
        "requestfailed",
        lambda r: faults.add(f"failed: {r.url} {r.failure}") if "ERR_ABORTED" not in str(r.failure) else None,
    )
    page.on(
        "request",
        lambda r: faults.add(f"elsewhere: {r.url}") if not r.url.startswith((base_url, "data:", "blob:")) else None,
    )


@pytest.fixture
def open_page(browser: Any, base_url: str, faults: Faults) -> Iterator[Any]:
    """Opens the explorer at an address: `open_page("?entity=iran", size="phone", scheme="dark")`."""
    contexts = []

    def opened(
        address: str = "", *, size: str = "desktop", scheme: str = "light", wait: bool = True, **options: Any
    ) -> Any:
        touch = {"has_touch": True} if size == "phone" else {}
        context = browser.new_context(
            base_url=base_url, viewport=SIZES[size], color_scheme=scheme, reduced_motion="reduce", **touch, **options
        )
        context.grant_permissions(["clipboard-read", "clipboard-write"], origin=base_url)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(20_000)  # a busy machine is no fault of the page
        watch(page, faults, base_url)
        page.goto(f"/{address}")
        if wait:
            drawn(page)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert faults == []


def drawn(page: Any) -> None:
    """Wait until something stands on the stage."""
    page.locator(".drawing .node, .tablestage tbody tr, .world .node, .absence, .reading article").first.wait_for(
        state="attached"
    )
    page.locator(".canvas[aria-busy=true]").wait_for(state="detached")
