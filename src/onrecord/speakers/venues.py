"""Whom a statement was made to, or where: "told Channel 1", "in a letter to the court", "at a news conference"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from onrecord.records import Span
from onrecord.speakers.lexicon import CLAUSE_WORDS, PRONOUNS
from onrecord.speakers.outline import Outline, Token

TELLING: Final = frozenset("tell tells told telling informed informs informing briefed".split())
_STAGES: Final = (
    "statement|statements|letter|letters|speech|speeches|address|interview|interviews|press release|news release|"
    "release|email|e-mail|emails|memo|memorandum|tweet|tweets|post|posts|blog|blog post|message|messages|column|op-ed|"
    "editorial|essay|article|report|filing|lawsuit|complaint|affidavit|testimony|news conference|press conference|"
    "conference call|conference|briefing|rally|rallies|debate|debates|hearing|meeting|summit|forum|town hall|podcast|"
    "broadcast|video|announcement|appearance|event|ceremony|fundraiser|dinner|campaign stop|phone call|call|"
    "conversation|remarks|notice|petition|note|newsletter|survey|poll|trial|court|convention|gathering|sermon|"
    "book|memoir|documentary|paper|study|journal|magazine|show|program|programme|series of tweets|thread|"
    "text message|voicemail|question-and-answer session|webinar|lecture|press briefing|presser|court appearance|"
    "motion|brief|ruling|decision|opinion|caption|story|stories|clip|segment|stream|live stream|livestream|"
    "transcript|documents|document|papers|decree|resolution|declaration|commentary|response|reply|press statement"
)
_STAGE: Final = re.compile(
    rf"\b(?:in|at|during|on|via|through|by|from)\s+(?P<venue>(?:[^\W\d_][\w’'.&-]*\s+|\d{{4}}\s+){{0,6}}?"
    rf"(?:{_STAGES}))\b(?!-)",
    re.IGNORECASE,
)
_PLATFORM: Final = re.compile(
    r"\b(?:on|via)\s+(?P<venue>(?:his|her|its|their|the|a)?\s*(?:[A-Z][\w.]*\s+){0,2}?(?:Twitter|X|Facebook|Instagram|"
    r"Truth Social|Telegram|TikTok|YouTube|Snapchat|Weibo|LinkedIn|WeChat|Reddit|Threads|Bluesky|Medium|Tumblr|CNN|"
    r"MSNBC|Fox News|NBC|CBS|ABC|BBC|PBS|NPR|TV|television|radio|state television|state TV|GoFundMe|social media|"
    r"WhatsApp))\b(?:\s*,?\s+(?:formerly|previously)\s+(?:known as\s+)?Twitter)?"
)
_TWEETING: Final = frozenset("tweet tweets tweeted tweeting retweeted".split())
_STOP: Final = frozenset(
    "that in on at during after before when while as by about of for if whether how why what where who which not never "
    "to last this next earlier late early from over because since via through and but yesterday today tonight "
    "monday tuesday wednesday thursday friday saturday sunday".split()
)
_PRONOUN_LISTENERS: Final = frozenset(PRONOUNS - {"it"})


def find_venue(
    plan: Outline, cue: Span, source: Span | None, content: Sequence[Span], clause: Sequence[Span]
) -> str | None:
    """The venue told in the words around a cue, in the article's words; None where none is told.

    clause: the stretches of text of the cue's sentence that belong to no content.
    """
    words = {token.word.lower() for token in plan.tokens_in(cue)}
    if words & TELLING:
        listener = told_whom(plan, cue, content)
        if listener:
            return listener
    stages: list[tuple[int, str]] = []
    for stretch in clause:
        text = stretch.of(plan.text)
        for pattern in (_STAGE, _PLATFORM):
            for match in pattern.finditer(text):
                at = stretch.start + match.start("venue")
                if source is not None and source.start <= at < source.end:
                    continue
                stages.append((abs(at - cue.start), extended(plan, stretch, at, stretch.start + match.end("venue"))))
    if stages:
        return min(stages)[1]
    return "Twitter" if words & _TWEETING else None


def told_whom(plan: Outline, cue: Span, content: Sequence[Span]) -> str | None:
    """The noun phrase after "told", up to a preposition, a time or the content."""
    sentence = plan.sentences[plan.sentence_at(cue.start)]
    end = min((piece.start for piece in content if piece.start >= cue.end), default=sentence.span.end)
    taken: list[Token] = []
    for token in plan.tokens_in(Span(cue.end, min(end, sentence.span.end))):
        lower = token.word.lower()
        if lower in _STOP or lower in CLAUSE_WORDS or not (token.word[0].isalnum() or token.word in ("'s", "’s", "&")):
            break
        taken.append(token)
    if not taken or (len(taken) == 1 and taken[0].word.lower() in _PRONOUN_LISTENERS):
        return None
    return tidy(plan.text[taken[0].start : taken[-1].end])


def extended(plan: Outline, stretch: Span, start: int, end: int) -> str:
    """A stage with what tells which one it is: "an interview with Channel 1", "a letter to the court"."""
    rest = plan.text[end : stretch.end]
    more = re.match(
        r"\s+(?:with|to|on|for|by|in)\s+(?!Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|"
        r"March|April|May|June|July|August|September|October|November|December)"
        r"(?:(?:the|a|an|his|her|their|its)\s+)?(?:[A-Z][\w’'.&-]*\s*)+",
        rest,
    )
    return tidy(plan.text[start : end + (more.end() if more else 0)])


def tidy(words: str) -> str:
    """Words on one line without marks at the ends and without "the" before them."""
    line = " ".join(words.split()).strip(' ,;:"“”')
    return line[4:] if line.startswith("the ") else line
