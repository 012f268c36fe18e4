"""Makes the pictures of the README: `python web/screenshots.py [ADDRESS]`, small files in docs/images.

ADDRESS is a running server; without one, a server is started. The first picture is made in the dark as well.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
IMAGES = ROOT / "docs" / "images"
SIZE = {"width": 1280, "height": 800}
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
QUALITY = 72
SHOTS = {
    "explorer": ("", SIZE),
    "allegation": ("?entity=iran&sel=e:iran.shelters.militants-involved-in-the-balochistan-attack", SIZE),
    "document": ("?page=source:pakistan-iran-relations-under-imran-khan", SIZE),
    "explain": ("?tool=explain&start=iran&end=cpec&path=0", SIZE),
    "map": ("?view=map", SIZE),
    "match": ("?tool=match&pattern=?a~threatens~?b!?a~expands_in~?c;?a=ArmedGroup", SIZE),
    "phone": ("?entity=pakistan&type=threatens", {"width": 390, "height": 780}),
}


def main(address: str | None) -> None:
    """Start a server where none is named, and take the pictures."""
    server = None
    if address is None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        address = f"http://127.0.0.1:{port}"
        server = subprocess.Popen([sys.executable, "-m", "app", "serve", "--port", str(port)], cwd=ROOT)  # noqa: S603
        wait_for(f"{address}/readyz")
    try:
        take(address)
    finally:
        if server:
            server.terminate()
            server.wait()


def wait_for(url: str) -> None:
    """Until the server is ready, for half a minute."""
    for _ in range(300):
        try:
            urllib.request.urlopen(url).close()  # noqa: S310 - an address of this machine
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit(f"no answer from {url}")


def take(address: str) -> None:
    """All pictures; the explorer in both schemes."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        for name, (query, size) in SHOTS.items():
            for scheme in ("light", "dark")[: 2 if name == "explorer" else 1]:
                page = browser.new_page(viewport=size, color_scheme=scheme, reduced_motion="reduce")
                page.goto(f"{address}/{query}")
                ready(page)
                if name == "document":
                    page.locator("#p7").hover()
                page.wait_for_timeout(400)
                page.screenshot(path=IMAGES / f"{name}-{scheme}.jpg", type="jpeg", quality=QUALITY)
                page.close()
        browser.close()
    for file in sorted(IMAGES.glob("*.jpg")):
        print(f"{file.relative_to(ROOT)} {file.stat().st_size // 1024} kB")


def ready(page: Any) -> None:
    """Until the view stands: drawn, with its typeface, and nothing under way."""
    page.locator(".drawing .label, .world .node").first.wait_for(state="attached")
    page.evaluate("document.fonts.ready")
    while page.evaluate("document.querySelector('.progress.on') !== null"):
        page.wait_for_timeout(50)


if __name__ == "__main__":
    main(sys.argv[1].rstrip("/") if len(sys.argv) > 1 else None)
