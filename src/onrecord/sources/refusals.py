"""Pages that are no article, told by what they show: bot challenges, consent walls, index pages, paywall stubs.

A page is judged only where it has little running text: an article about cookies or robots stays an article.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from onrecord.errors import NotAnArticle
from onrecord.sources.blocks import HEADINGS, Block
from onrecord.sources.furniture import is_prose

SHORT_PAGE = 3000
_DENIED = re.compile(
    r"access (?:to this page (?:has been|is) )?denied|permission to access|403 forbidden|\bforbidden\b|"
    r"you have been blocked|request (?:has been )?blocked|"
    r"(?:verify|confirm|prove)(?: that)? you(?: are|['’]re) (?:a )?(?:human|not a (?:robot|bot))|"
    r"are you a (?:robot|human)|unusual (?:traffic|activity)|"
    r"checking (?:if the site connection is secure|your browser)|enable javascript and cookies|"
    r"just a moment\.\.\.|attention required|captcha|"
    r"security (?:check|verification)|automated (?:access|requests|traffic)|"
    r"not available in your (?:region|country|location)|unavailable for legal reasons|pardon our interruption",
    re.I,
)
_GONE = re.compile(
    r"\b404\b|page (?:you (?:requested|were looking for|are looking for) )?(?:(?:was|is|could|"
    r"can) ?not (?:be )?found|not found|does(?:n['’]t| not) exist|no longer (?:exists|available))|"
    r"(?:article|story|page) (?:has been|was) (?:removed|deleted)|oops[!,. ]",
    re.I,
)
_ERROR = re.compile(
    r"\b50[0234]\b|internal server error|bad gateway|service (?:temporarily )?unavailable|gateway time-?out", re.I
)
_CONSENT = re.compile(
    r"before you continue|we value your privacy|your privacy (?:matters|is important|choices)|(?:accept|allow|"
    r"reject|refuse|decline) (?:all|cookies)|manage (?:your )?(?:preferences|choices|settings|cookies|consent)|"
    r"(?:we and )?our (?:\d+ )?partners|store and/?(?:or)? access information|"
    r"personal(?:ised|ized) (?:ads|advertising)|legitimate interest|cookie (?:policy|notice|consent)|consent to",
    re.I,
)
_PAYWALL = re.compile(
    r"subscribe (?:now )?to (?:continue|keep|read|unlock|access)|to (?:continue|keep) reading|(?:to|"
    r"and) read the (?:full|rest of the|whole|entire) (?:story|article)|"
    r"(?:article|story|content|page) is (?:(?:reserved )?for|only available to|available to|exclusive to|"
    r"limited to) (?:our )?(?:paying |premium |registered )?(?:subscribers|members|readers)|subscriber[- ](?:only|"
    r"exclusive)|exclusive to subscribers|"
    r"(?:already|not) (?:yet )?a (?:subscriber|member)\?|you(?:['’]ve| have) (?:reached|hit|used|read) (?:your|"
    r"the|all).{0,40}(?:limit|free articles?)|unlock (?:this|the|full) (?:article|story|access)|"
    r"(?:register|log ?in|sign (?:in|up)) to (?:continue|read|keep)|continue reading with a|"
    r"start your (?:free )?(?:trial|subscription) to",
    re.I,
)
PAYWALL_NOTE = "paywall: only the first paragraphs are on the page"


@dataclass(frozen=True, slots=True)
class Page:
    """What the judgement rests on. story: the blocks taken for the story. free: whether the markup says it is free."""

    name: str
    blocks: Sequence[Block]
    story: Sequence[Block]
    url: str | None = None
    says_article: bool = False
    free: bool | None = None


def refuse_if_no_article(page: Page) -> tuple[str, ...]:
    """The notes that a reader of this page needs. Raises NotAnArticle, with its kind, if the page holds no article."""
    shown = [block.text for block in page.blocks if not block.hidden]
    words = " \n ".join(shown)
    running = sum(len(block.text) for block in page.story if is_prose(block.text))
    if not words.strip():
        raise NotAnArticle(page.name, "nothing to read on this page", "save it once it has loaded", kind="empty")
    _refuse_barrier(page, words, running)
    # The pattern is dear on a long page, and nothing hangs on it where there is running text enough.
    barred = running < 1500 and bool(_PAYWALL.search(words))
    told = sum(len(block.text) for block in page.story)
    if running == 0 and page.says_article and told > 300:
        return ()  # a list that is an article: the winners, the results
    if running == 0:
        if barred or page.free is False:
            raise NotAnArticle(
                page.name, "a paywall and no story", "save the page as a subscriber sees it", kind="paywall"
            )
        if _looks_like_index(page, words):
            raise _index(page)
        raise NotAnArticle(page.name, "no running text on this page", "give the page of a single story", kind="no-text")
    if not page.says_article and _looks_like_index(page, words) and running < 0.35 * len(words):
        raise _index(page)
    if barred or (page.free is False and running < 500):
        return (PAYWALL_NOTE,)
    return ()


def _refuse_barrier(page: Page, words: str, running: int) -> None:
    """Challenges, errors and consent dialogues: short pages that speak of nothing else."""
    if len(words) > SHORT_PAGE and running > 600:
        return
    hint = "open it in a browser, save the page and give the file"
    consents = sum(len(block.text) for block in page.blocks if _CONSENT.search(block.text))
    marks = len({match.lower() for match in _CONSENT.findall(words)})
    if marks >= 3 and (consents > 0.4 * len(words) or running == 0) and not page.says_article:
        raise NotAnArticle(page.name, "a consent wall, not an article", hint, kind="consent-wall")
    if len(words) > SHORT_PAGE or running > 600 or page.says_article:
        return
    if _DENIED.search(words):
        raise NotAnArticle(page.name, "access denied, or a test for robots", hint, kind="access-denied")
    if _GONE.search(words[:1500]):
        raise NotAnArticle(page.name, "the site says that the page is not there", "check the address", kind="not-found")
    if _ERROR.search(words[:1000]):
        raise NotAnArticle(page.name, "an error of the site", "try again later", kind="site-error")


def _index(page: Page) -> NotAnArticle:
    return NotAnArticle(
        page.name, "a list of stories, not a story", "give the address of a single story", kind="index-page"
    )


def _looks_like_index(page: Page, words: str) -> bool:
    """Whether linked headlines make up the page and its running text is scattered over teasers."""
    heads = sum(
        b.link_share > 0.8 and len(b.text.split()) >= 3 and (b.tag in HEADINGS or b.tag in ("div", "li"))
        for b in page.blocks
    )
    linked = sum(b.linked for b in page.blocks)
    section = len([part for part in urlsplit(page.url or "").path.split("/") if part]) <= 1
    homes = {block.element.getparent() for block in page.story if is_prose(block.text)}
    paragraphs = sum(is_prose(block.text) for block in page.story)
    scattered = paragraphs == 0 or len(homes) > 0.6 * paragraphs
    return heads >= 5 and (linked > 0.25 * len(words)) and scattered and (section or heads >= 12 or paragraphs < 3)
