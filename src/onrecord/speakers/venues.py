"""Whom a statement was made to, or where: "told Channel 1", "in a letter to the court", "at a news conference"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.records import Span
from onrecord.speakers.lexicon import CLAUSE_WORDS, MEDIA_NOUNS, PRONOUNS
from onrecord.speakers.outline import Outline, Token

TELLING: Final = frozenset("tell tells told telling informed informs informing briefed testified".split())
ASKING: Final = frozenset("asked questioned pressed quizzed".split())
GENERAL: Final = frozenset("reporters journalists press media newsmen lawmakers supporters crowd audience".split())
"""Listeners who say less than the stage does: "told reporters at a news conference"."""
_WRITTEN: Final = (
    "statement|statements|letter|letters|press release|news release|release|email|e-mail|emails|memo|memorandum|tweet|"
    "tweets|post|posts|blog post|message|messages|column|op-ed|editorial|essay|article|report|filing|lawsuit|complaint|"
    "affidavit|notice|petition|note|newsletter|text message|motion|brief|decree|resolution|declaration|appeal"
)
_STAGES: Final = (
    f"{_WRITTEN}|speech|speeches|address|interview|interviews|blog|testimony|news conference|press conference|"
    "conference call|conference|briefing|rally|rallies|debate|debates|hearing|meeting|summit|forum|town hall|podcast|"
    "broadcast|video|announcement|appearance|event|ceremony|fundraiser|dinner|campaign stop|phone call|"
    "conversation|remarks|survey|poll|trial|court|convention|gathering|sermon|"
    "book|memoir|documentary|paper|journal|magazine|show|program|programme|series of tweets|thread|"
    "voicemail|question-and-answer session|webinar|lecture|press briefing|presser|court appearance|"
    "ruling|decision|opinion|caption|story|stories|clip|segment|stream|live stream|livestream|"
    "transcript|documents|document|papers|commentary|press statement|comment|episode|panel|session|ad|advert"
)
_STAGE: Final = re.compile(
    rf"\b(?:in|at|during|on|via|through|by)\s+(?P<venue>(?:[\w’'.&-]+\s+){{0,6}}?(?:{_STAGES}))\b(?!-)",
    re.IGNORECASE,
)
_ISSUED: Final = re.compile(
    r"\b(?:sent|wrote|penned|issued|released|published|posted|filed|signed|held|gave|delivered|shared)\s+"
    rf"(?P<venue>(?:an?|the|his|her|their|its)\s+(?:[\w’'.&-]+\s+){{0,3}}?(?:{_WRITTEN}|press conference|"
    r"news conference|speech|interview|briefing))\b",
    re.IGNORECASE,
)
_PLATFORM: Final = re.compile(
    r"\b(?:on|via)\s+(?:the\s+)?(?:(?:social media|social|messaging|microblogging|video|short-video)\s+"
    r"(?:platform|site|network|app|service)\s+)?(?P<venue>(?:(?:his|her|its|their)\s+)?(?:[A-Z][\w.]*\s+){0,2}?"
    r"(?:Twitter|X|Facebook|Instagram|Truth Social|Telegram|TikTok|YouTube|Snapchat|Weibo|LinkedIn|WeChat|Reddit|"
    r"Threads|Bluesky|Medium|Tumblr|CNN|MSNBC|Fox News|NBC|CBS|ABC|BBC|PBS|NPR|TV|television|radio|"
    r"(?:live|state|national)\s+(?:television|TV|radio)|GoFundMe|social media|WhatsApp))\b(?!\s+(?:platform|site))"
)
_FROM: Final = re.compile(
    r"\bfrom\s+(?P<venue>(?:the\s+)?(?:[A-Z][\w’'-]*\s+)+(?:crossing|[a-z]+\s+crossing|podium))\b"
)
_TWEETING: Final = frozenset("tweet tweets tweeted tweeting retweeted".split())
_STOP: Final = frozenset(
    "that in on at during after before when while as by about of for if whether how why what where who which not "
    "never to last this next earlier late early from over because since via through and but yesterday today tonight "
    "monday tuesday wednesday thursday friday saturday sunday".split()
)
_PRONOUN_LISTENERS: Final = frozenset(PRONOUNS | {"me", "us", "him", "them"})
_MONTHS: Final = (
    "January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|"
    "Thursday|Friday|Saturday|Sunday"
)
_MORE: Final = re.compile(
    rf"(?:\s+(?:{_MONTHS}))?\s+(?:with|to|on|for|by|in)\s+(?!{_MONTHS})(?:(?:the|a|an|his|her|their|its)\s+)?"
    r"(?:[A-Z][\w’'.&-]*\s*)+"
)
_ADDRESSEE: Final = re.compile(
    rf"\b(?:letter|email|memo|note|petition)\s+(?:(?:{_MONTHS})\s+)?to\s+(?P<venue>(?:the\s+)?(?:[A-Z][\w’'.&-]*\s*)+)"
)
_NO_STAGE: Final = re.compile(r"\b(?:who|which|that|said|after|before|and|of the report)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stage:
    """A place or medium told near a cue: where its words stand, and what they are."""

    span: Span
    words: str


def find_stages(plan: Outline, clause: Sequence[Span], source: Span | None) -> Iterator[Stage]:
    """The stages told in the stretches of a clause, outside of the source."""
    for stretch in clause:
        text = stretch.of(plan.text)
        for pattern in (_STAGE, _ISSUED, _PLATFORM, _FROM):
            for match in pattern.finditer(text):
                at = stretch.start + match.start("venue")
                end = stretch.start + match.end("venue")
                in_source = source is not None and source.start <= at < source.end
                if in_source or _NO_STAGE.search(match.group("venue")):
                    continue
                yield Stage(Span(stretch.start + match.start(), end), extended(plan, stretch, at, end))


def told_whom(plan: Outline, cue: Span, content: Sequence[Span], source: Span | None) -> str | None:
    """The noun phrase after "told", up to a preposition, a time or the content; None after other cues.

    Where the source stands behind the cue ("informs Dean Moor"), nobody else does.
    """
    words = {token.word.lower() for token in plan.tokens_in(cue)}
    if not words & TELLING:
        return "Twitter" if words & _TWEETING else None
    sentence = plan.sentences[plan.sentence_at(cue.start)]
    end = min((piece.start for piece in content if piece.start >= cue.end), default=sentence.span.end)
    taken: list[Token] = []
    for token in plan.tokens_in(Span(cue.end, min(end, sentence.span.end))):
        lower = token.word.lower()
        if lower in _STOP or lower in CLAUSE_WORDS or not (token.word[0].isalnum() or token.word in ("'s", "’s", "&")):
            break
        taken.append(token)
    if source is not None and any(source.start <= token.start < source.end for token in taken):
        return None
    if not taken or (len(taken) == 1 and taken[0].word.lower() in _PRONOUN_LISTENERS):
        return None
    return tidy(plan.text[taken[0].start : taken[-1].end])


def addressee(text: str) -> str | None:
    """To whom the letter of an article is addressed."""
    match = _ADDRESSEE.search(text)
    return tidy(match.group("venue")) if match else None


def points_back(listener: str) -> bool:
    """Whether a listener is a medium named before: "the outlet", "the paper"."""
    return listener.lower() in MEDIA_NOUNS | {"publication", "broadcaster", "newspaper"}


def extended(plan: Outline, stretch: Span, start: int, end: int) -> str:
    """A stage with what tells which one it is: "an interview with Channel 1", "a letter to the court"."""
    more = _MORE.match(plan.text[end : stretch.end])
    return tidy(plan.text[start : end + (more.end() if more else 0)])


def tidy(words: str) -> str:
    """Words on one line without marks at the ends and without "the" before them."""
    line = " ".join(words.split()).strip(' ,;:"“”')
    return line[4:] if line.startswith("the ") else line
