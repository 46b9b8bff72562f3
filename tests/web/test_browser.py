"""The pages in a real browser: Debian's Chromium, driven headless against a server on this machine."""

# ruff: noqa: E501 - scripts for the browser stay on one line

from __future__ import annotations

import json
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn

from onrecord.web import create_app

from .invented import ORLOW, REGATTA, UPDATED, attack, harbour, regatta

pytestmark = pytest.mark.browser

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
if CHROMIUM is None or DRIVER is None:
    pytest.skip("no Chromium: apt-get install chromium chromium-driver", allow_module_level=True)
webdriver = pytest.importorskip("selenium.webdriver", reason="no selenium: pip install 'onrecord[test]'")

from selenium.webdriver.chrome.service import Service  # noqa: E402
from selenium.webdriver.common.by import By  # noqa: E402
from selenium.webdriver.common.keys import Keys  # noqa: E402
from selenium.webdriver.support.ui import WebDriverWait  # noqa: E402

ARTICLE = f"/articles/{harbour().article.id}"
EVIL = f"/articles/{attack().article.id}"
REGATTA_ARTICLE = f"/articles/{regatta().article.id}"
RACE, VOTE, SECOND, VISIT, TALKS, TOLL = regatta().events
AHEAD = "/ahead?from=2026-03-16"
MONTH = "/ahead?view=month&month=2026-03&called_off=true"
FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage --disable-background-networking "
    "--disable-component-update --disable-sync --no-first-run --no-default-browser-check --disable-extensions "
    "--hide-scrollbars"
).split()


class Browser:
    """A page open in Chromium."""

    def __init__(self, origin: str) -> None:
        options = webdriver.ChromeOptions()
        options.binary_location = CHROMIUM
        for flag in FLAGS:
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service(DRIVER))
        self.origin = origin
        self.reset()

    def reset(self) -> None:
        self.look()
        self.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
        self.driver.get_log("performance")
        self.driver.get_log("browser")

    def look(self, *, width: int = 1280, height: int = 900, scheme: str = "light", media: str = "screen") -> None:
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media, "features": features})

    def open(self, path: str) -> None:
        self.driver.get(self.origin + path)

    @property
    def path(self) -> str:
        return str(self.driver.current_url).removeprefix(self.origin)

    def find(self, css: str):  # type: ignore[no-untyped-def]
        return self.driver.find_element(By.CSS_SELECTOR, css)

    def all(self, css: str):  # type: ignore[no-untyped-def]
        return self.driver.find_elements(By.CSS_SELECTOR, css)

    def js(self, script: str, *args: object):  # type: ignore[no-untyped-def]
        return self.driver.execute_script(script, *args)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.driver.switch_to.active_element.send_keys(key)

    def wait(self, condition) -> None:  # type: ignore[no-untyped-def]
        WebDriverWait(self.driver, 10).until(lambda _: condition())

    def requests(self) -> list[str]:
        messages = [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]
        return [m["params"]["request"]["url"] for m in messages if m["method"] == "Network.requestWillBeSent"]

    def complaints(self) -> list[str]:
        return [entry["message"] for entry in self.driver.get_log("browser")]


@pytest.fixture(scope="module")
def origin(record_path: Path) -> Iterator[str]:
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(create_app(record_path), log_level="error"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture(scope="module")
def chromium(origin: str) -> Iterator[Browser]:
    browser = Browser(origin)
    yield browser
    browser.driver.quit()


@pytest.fixture
def browser(chromium: Browser) -> Browser:
    chromium.reset()
    return chromium


def test_a_search_by_form_then_by_facet_stands_in_the_url(browser: Browser) -> None:
    browser.open("/")
    browser.find("#q").send_keys("harbour", Keys.ENTER)
    browser.wait(lambda: browser.path == "/search?q=harbour")
    before = len(browser.all(".statement"))
    facet = next(a for a in browser.all(".facets a") if a.text == "Lena Orlow")
    facet.click()
    browser.wait(lambda: browser.path == f"/search?q=harbour&speaker_id={ORLOW.id}")
    names = {who.text.split(",")[0] for who in browser.all(".statement .who")}
    assert names == {"Lena Orlow"}
    assert 0 < len(browser.all(".statement")) < before
    next(a for a in browser.all(".chips a") if "Lena Orlow" in a.text).click()
    browser.wait(lambda: browser.path == "/search?q=harbour")
    browser.driver.back()
    browser.wait(lambda: "speaker_id" in browser.path)
    browser.find("#speaker").send_keys("orlow", Keys.ENTER)
    browser.wait(lambda: browser.path == f"/search?q=harbour&speaker=orlow&speaker_id={ORLOW.id}")


def test_a_permalink_scrolls_to_the_statement_and_marks_it(browser: Browser) -> None:
    browser.look(height=420)
    browser.open(ARTICLE)
    marker = browser.all(".num")[-1]
    anchor = marker.get_attribute("id")
    assert not browser.js("return arguments[0].getBoundingClientRect().top < innerHeight", marker)
    browser.open(f"{ARTICLE}#{anchor}")
    in_view = "const r = document.getElementById(arguments[0]).getBoundingClientRect(); return r.top >= 0 && r.bottom < innerHeight"
    browser.wait(lambda: browser.js(in_view, anchor))
    assert [run.text for run in browser.all(".m.chosen.content")] == ["the dredger stays"]
    assert [run.text for run in browser.all(".m.chosen.source")] == ["Harbour master Tomas Vance"]


def test_the_text_on_screen_is_the_article_s(browser: Browser) -> None:
    browser.open(ARTICLE)
    shown = browser.js("return [...document.querySelectorAll('h1, .body .row > p, .body h2')].map(e => e.textContent)")
    assert "\n\n".join(shown) == UPDATED


def test_roles_are_told_apart_without_colour(browser: Browser) -> None:
    browser.open(ARTICLE)
    script = "const s = getComputedStyle(document.querySelector(arguments[0])); return [s.fontWeight, s.fontStyle, s.boxShadow, s.textDecorationStyle]"
    looks = [
        tuple(browser.js(script, css))
        for css in (".body .m.source", ".body .m.cue", ".body .m.content:not(.source):not(.cue)", ".body .m.deep")
    ]
    assert len(set(looks)) == 4
    assert looks[0][0] == "700"
    assert looks[1][1] == "italic"
    assert looks[2][2] != "none"


def test_everything_is_reached_by_keyboard(browser: Browser) -> None:
    browser.open("/")
    browser.press(Keys.TAB)
    skip = browser.driver.switch_to.active_element
    assert skip.text == "Skip to the content"
    assert browser.js("return arguments[0].getBoundingClientRect().left >= 0", skip)
    assert browser.js("return getComputedStyle(document.activeElement).outlineStyle") != "none"
    browser.press(Keys.ENTER)
    assert browser.js("return document.activeElement.id") == "main"
    browser.press(Keys.TAB)
    assert browser.js("return document.activeElement.id") == "q"
    browser.press("dredger", Keys.ENTER)
    browser.wait(lambda: "q=dredger" in browser.path)
    for _ in range(60):
        browser.press(Keys.TAB)
        assert browser.js("return document.activeElement.getClientRects().length") > 0
        outline = browser.js("return getComputedStyle(document.activeElement).outlineStyle")
        assert outline != "none", browser.js("return document.activeElement.outerHTML")
        if browser.js("return document.activeElement.classList.contains('perma')"):
            break
    browser.press(Keys.ENTER)
    browser.wait(lambda: browser.path.startswith("/statements/"))
    assert "the dredger stays" in browser.find(".body").text


@pytest.mark.parametrize("width", [320, 360, 768])
def test_nothing_scrolls_sideways(browser: Browser, width: int) -> None:
    browser.look(width=width, height=740)
    speaker = attack().speakers[0].id
    for path in [
        "/",
        "/search?q=vote&publisher=x&from=2020-01-01",
        ARTICLE,
        f"{ARTICLE}?version=1",
        EVIL,
        f"{AHEAD}&called_off=true&status=confirmed&status=likely&type=vote&place=brackwater",
        AHEAD,
        MONTH,
        "/ahead?view=undated",
        f"/events/{RACE.id}",
        f"/events/{attack().events[0].id}",
        REGATTA_ARTICLE,
        f"/speakers/{speaker}",
        "/speakers",
        "/articles",
        "/refused",
        "/about",
        "/api",
        "/nowhere",
    ]:
        browser.open(path)
        browser.js("document.querySelectorAll('details').forEach(d => d.open = true)")
        assert browser.js("return document.documentElement.scrollWidth") <= width, path


def test_on_a_phone_notes_follow_their_paragraph(browser: Browser) -> None:
    browser.look(width=360, height=740)
    browser.open(ARTICLE)
    row = browser.all(".row")[1]
    tops = [row.find_element(By.CSS_SELECTOR, css).rect["y"] for css in ("p", ".notes")]
    assert tops[0] < tops[1]


def test_dark_and_light_have_readable_contrast(browser: Browser) -> None:
    grounds = {}
    statuses = (".status.confirmed", ".status.possible", ".status.cancelled", ".month .within .facts", ".month td a")
    article = ("body", ".facts", "a", ".m.source", ".m.cue", ".m.content", ".m.deep", ".num", ".num.ev")
    asked = [
        (scheme, path, css) for scheme in ("light", "dark") for path, css in ((ARTICLE, article), (MONTH, statuses))
    ]
    for scheme, path, looks in asked:
        browser.look(scheme=scheme)
        browser.open(path)
        grounds[scheme] = _luminance(browser.js("return getComputedStyle(document.body).backgroundColor"))
        for css in looks:
            colours = browser.js(
                "let e = document.querySelector(arguments[0]); const c = getComputedStyle(e).color; let b;"
                "do { b = getComputedStyle(e).backgroundColor; e = e.parentElement } while (b === 'rgba(0, 0, 0, 0)' && e);"
                "return [c, b]",
                css,
            )
            light, dark = sorted((_luminance(colour) for colour in colours), reverse=True)
            assert (light + 0.05) / (dark + 0.05) >= 4.5, (scheme, css, colours)
    assert grounds["light"] > 0.8
    assert grounds["dark"] < 0.1


def _luminance(colour: str) -> float:
    channels = [int(part) / 255 for part in colour[colour.index("(") + 1 : -1].split(",")[:3]]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_everything_works_without_javascript(browser: Browser) -> None:
    browser.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    browser.open("/search?q=dredger")
    browser.find(".statement .facts a").click()
    browser.wait(lambda: browser.path.startswith(ARTICLE))
    assert "#s-" in browser.path
    assert browser.find(".num:target").rect["y"] > 0
    browser.find("#quick").send_keys("court", Keys.ENTER)
    browser.wait(lambda: browser.path == "/search?q=court")


def test_no_request_leaves_the_server_and_no_page_breaks_its_own_policy(browser: Browser) -> None:
    events = [AHEAD, MONTH, f"/events/{RACE.id}"]
    for path in ["/", "/search?q=harbour", ARTICLE, EVIL, *events, f"/speakers/{ORLOW.id}", "/refused", "/api"]:
        browser.open(path)
    asked = browser.requests()
    assert len(asked) > 7
    assert {url for url in asked if not url.startswith((browser.origin, "data:", "chrome"))} == set()
    assert [words for words in browser.complaints() if "Content Security Policy" in words] == []


def test_a_hostile_article_runs_nothing(browser: Browser) -> None:
    events = ["/ahead?from=2026-03-01", "/ahead?view=month&month=2026-03", f"/events/{attack().events[0].id}"]
    for path in [EVIL, "/search?q=vote", *events, f"/speakers/{attack().speakers[0].id}", "/articles", "/refused"]:
        browser.open(path)
        assert "owned" not in browser.driver.title or "<script>" in browser.driver.title
        assert browser.js("return document.body.children.length") == 4
        assert browser.js("return getComputedStyle(document.body).display") != "none"
        assert browser.all("iframe, svg, img, style, [onerror], [onload], [onfocus]") == []
        hrefs = browser.js("return [...document.links].map(a => a.protocol)")
        assert set(hrefs) <= {"http:", "https:"}
    browser.open(EVIL)
    assert "</p></article></main><style>body{display:none}</style> the vote was fair" in browser.find(".body").text


def test_what_is_ahead_is_filtered_by_form_then_by_link_and_shown_as_a_month(browser: Browser) -> None:
    browser.open(AHEAD)
    assert [e.text for e in browser.all(".event h3 a")][:2] == ["Vote on the regatta's new date", "New toll"]
    browser.find("#place").send_keys("brack", Keys.ENTER)
    browser.wait(lambda: browser.path == "/ahead?place=brack&from=2026-03-16")
    assert [e.text for e in browser.all(".event h3 a")] == ["Brackwater regatta"]
    next(a for a in browser.all(".facets a") if "cancelled" in a.text).click()
    browser.wait(lambda: "called_off=true" in browser.path)
    struck = browser.find(f".event.cancelled a[href='/events/{VISIT.id}']")
    assert browser.js("return getComputedStyle(arguments[0]).textDecorationLine", struck) == "line-through"
    next(a for a in browser.all(".views a") if a.text == "Month").click()
    browser.wait(lambda: "view=month" in browser.path)
    assert browser.find(".month-head h2").text == "March 2026"
    for words, month in (("Month after →", "April 2026"), ("← Month before", "March 2026")):
        next(a for a in browser.all(".month-head a") if a.text == words).click()
        browser.wait(lambda month=month: browser.find(".month-head h2").text == month)
    next(a for a in browser.all(".chips a") if "Place" in a.text).click()
    browser.wait(lambda: "place" not in browser.path)
    assert "Vote on the regatta's new date" in browser.find(".month").text


def test_a_status_has_a_look_of_its_own_without_colour(browser: Browser) -> None:
    browser.open(AHEAD)
    browser.js("document.querySelector('.legend-status').open = true")
    script = (
        "return [...document.querySelectorAll('.legend-status .status')].map(e => { const s = getComputedStyle(e);"
        "return [s.borderTopStyle, s.borderTopWidth, s.fontWeight, s.backgroundColor !== 'rgba(0, 0, 0, 0)', e.innerText] })"
    )
    looks = {words: tuple(look) for *look, words in browser.js(script)}
    assert len(looks) == 10
    firm = ("Confirmed", "Likely", "Tentative", "Possible", "Unlikely", "Postponed")
    assert len({looks[words] for words in firm}) == len(firm)


def test_an_event_s_page_leads_to_its_very_words(browser: Browser) -> None:
    browser.look(height=420)
    browser.open(f"/events/{TOLL.id}")
    next(a for a in browser.all(".mentions a") if a.text.startswith("in the article")).send_keys(Keys.ENTER)
    browser.wait(lambda: browser.path == f"{REGATTA_ARTICLE}#e-{TOLL.id}")
    assert [run.text for run in browser.all(".m.chosen.event")] == ["new toll applies"]
    in_view = "const r = document.querySelector('.m.chosen').getBoundingClientRect(); return r.top >= 0 && r.bottom < innerHeight"
    browser.wait(lambda: browser.js(in_view))
    browser.find("#ne-6 strong a").send_keys(Keys.ENTER)
    browser.wait(lambda: browser.path == f"/events/{TOLL.id}")


def test_an_article_with_events_shows_its_words_and_no_others(browser: Browser) -> None:
    browser.open(REGATTA_ARTICLE)
    shown = browser.js("return [...document.querySelectorAll('h1, .body .row > p, .body h2')].map(e => e.textContent)")
    assert "\n\n".join(shown) == REGATTA
    frame = browser.js(
        "const s = getComputedStyle(document.querySelector('.body .m.event')); return [s.outlineStyle, s.outlineWidth]"
    )
    assert frame == ["solid", "1px"]


def test_a_month_on_a_phone_lists_the_days_that_have_something(browser: Browser) -> None:
    browser.look(width=360, height=740)
    browser.open(MONTH)
    days = [cell.text.split("\n")[0].strip() for cell in browser.all(".month .num-day") if cell.is_displayed()]
    assert days == ["Sunday 15", "Tuesday 17"]
    assert browser.find(f".month a[href='/events/{VOTE.id}']").is_displayed()


def test_what_is_ahead_is_reached_by_keyboard(browser: Browser) -> None:
    browser.open(MONTH)
    for _ in range(80):
        browser.press(Keys.TAB)
        assert browser.js("return document.activeElement.getClientRects().length") > 0
        assert browser.js("return getComputedStyle(document.activeElement).outlineStyle") != "none"
        if browser.js("return document.activeElement.getAttribute('href')") == f"/events/{VOTE.id}":
            break
    browser.press(Keys.ENTER)
    browser.wait(lambda: browser.path == f"/events/{VOTE.id}")


def test_what_is_ahead_works_without_javascript(browser: Browser) -> None:
    browser.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    browser.open(AHEAD)
    browser.find("#person").send_keys("ferries", Keys.ENTER)
    browser.wait(lambda: "person=ferries" in browser.path)
    browser.find(f".event a[href='/events/{TALKS.id}']").click()
    browser.wait(lambda: browser.path == f"/events/{TALKS.id}")
    browser.find(".mentions a[href*='#e-']").click()
    browser.wait(lambda: browser.path.startswith(REGATTA_ARTICLE))
    assert browser.find(".num:target").rect["y"] > 0


def test_print_leaves_the_words_and_drops_the_furniture(browser: Browser) -> None:
    browser.look(media="print")
    browser.open(ARTICLE)
    assert not browser.find(".masthead nav").is_displayed()
    assert browser.find(".body").is_displayed()
    assert browser.js("return getComputedStyle(document.querySelector('.m.content')).textDecorationLine") == "underline"
