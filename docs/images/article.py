"""Draws docs/images/article.png from a true reading of a sample: `python docs/images/article.py`; needs Chromium."""

from __future__ import annotations

import shutil
import socket
import tempfile
import threading
import time
from pathlib import Path

import uvicorn
from selenium import webdriver
from selenium.webdriver.chrome.service import Service

import onrecord
from onrecord.record import open_record
from onrecord.web import create_app

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "samples" / "harrowmere-council-budget.html"
WIDTH, HEIGHT = 1180, 840


def main() -> None:
    """Read the sample into a record of its own, show it in Chromium and write the picture."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "news.db"
        reading = onrecord.read(SAMPLE)
        with open_record(path, create=True) as record:
            record.add(reading, origin=SAMPLE.name)
        listening = socket.socket()
        listening.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(create_app(path), log_level="error"))
        threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True).start()
        while not server.started:
            time.sleep(0.02)
        _take(
            f"http://127.0.0.1:{listening.getsockname()[1]}/articles/{reading.article.id}",
            Path(__file__).parent / "article.png",
        )
        server.should_exit = True


def _take(address: str, path: Path) -> None:
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for flag in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars"):
        options.add_argument(flag)
    driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
    try:
        metrics = {"width": WIDTH, "height": HEIGHT, "deviceScaleFactor": 1, "mobile": False}
        driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        driver.get(address)
        driver.save_screenshot(str(path))
    finally:
        driver.quit()


if __name__ == "__main__":
    main()
