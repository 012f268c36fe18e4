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
from collections.abc import Callable, Iterator
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
COMBINATIONS = [(size, scheme) for size in ("desktop", "phone") for scheme in ("light", "dark")]
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


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """A browser for these tests. It holds an event loop while it lives, which tests elsewhere must not meet."""
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


def watch(page: Any, fault: Callable[[str], None], base_url: str) -> None:
    """Write down every fault of a page."""
    own = (base_url, "data:", "blob:")
    page.on("pageerror", lambda e: fault(f"exception: {e}"))
    page.on("console", lambda m: fault(f"console: {m.text}") if m.type == "error" else None)
    page.on(
        "requestfailed",
        lambda r: fault(f"failed: {r.url} {r.failure}") if "ERR_ABORTED" not in str(r.failure) else None,
    )
    page.on("request", lambda r: fault(f"elsewhere: {r.url}") if not r.url.startswith(own) else None)


class Kept:
    """A page that stays open from test to test: another address costs a third of what a new window costs.

    What a test may leave behind is taken away after it: storage, routes, the emulated medium, the faults' list.
    """

    def __init__(self, browser: Browser, base_url: str, size: str) -> None:
        self.page = fresh(browser, base_url, size=size)
        self._faults = Faults()
        watch(self.page, lambda text: self._faults.add(text), base_url)

    def take(self, faults: Faults, scheme: str) -> Any:
        """The page for a test: its faults go to the test's list."""
        self._faults = faults
        self.page.emulate_media(media="null", color_scheme=scheme)
        return self.page

    def clear(self) -> None:
        """Leave nothing behind. What is under way ends when the next test opens its address: in the same process."""
        self.page.unroute_all()
        self.page.evaluate("localStorage.clear()")
        self._faults = Faults()


def fresh(browser: Any, base_url: str, *, size: str, **options: Any) -> Any:
    """A page in a window of its own."""
    usual = {"viewport": SIZES[size], "reduced_motion": "reduce", "has_touch": size == "phone"}
    context = browser.new_context(base_url=base_url, **{**usual, **options})
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=base_url)
    page = context.new_page()
    page.set_default_timeout(20_000)  # a busy machine is no fault of the page
    return page


@pytest.fixture(scope="package")
def kept(browser: Browser) -> dict[tuple[str, str], Kept]:
    """The pages that stay open, by server and size; a worker keeps its own."""
    return {}


@pytest.fixture
def open_page(browser: Browser, base_url: str, faults: Faults, kept: dict[tuple[str, str], Kept]) -> Iterator[Any]:
    """Opens the explorer at an address: `open_page("?entity=iran", size="phone", scheme="dark")`.

    The first of a test comes in the page that is kept; a second one, or one with options, in a window of its own.
    """
    taken: list[Kept] = []
    contexts = []

    def opened(
        address: str = "",
        *,
        size: str = "desktop",
        scheme: str = "light",
        wait: bool = True,
        server: str = base_url,
        **options: Any,
    ) -> Any:
        if taken or options:
            page = fresh(browser, server, size=size, color_scheme=scheme, **options)
            contexts.append(page.context)
            watch(page, faults.add, server)
        else:
            if (server, size) not in kept:
                kept[server, size] = Kept(browser, server, size)
            taken.append(kept[server, size])
            page = taken[0].take(faults, scheme)
        page.goto(f"/{address}")
        if wait:
            drawn(page)
        return page

    yield opened
    for one in taken:
        one.clear()
    for context in contexts:
        context.close()
    assert faults == []


@pytest.fixture(params=COMBINATIONS, ids="-".join)
def at(request: pytest.FixtureRequest, open_page: Any) -> Any:
    """Opens the explorer at one of the combinations; `at.phone` tells which."""
    size, scheme = request.param

    def opened(address: str = "", **options: Any) -> Any:
        return open_page(address, size=size, scheme=scheme, **options)

    opened.phone = size == "phone"  # type: ignore[attr-defined]
    return opened


def drawn(page: Any) -> None:
    """Wait until something stands on the stage."""
    page.locator(".drawing .node, .tablestage tbody tr, .world .node, .absence, .reading article").first.wait_for(
        state="attached"
    )
    page.locator(".canvas[aria-busy=true]").wait_for(state="detached")
