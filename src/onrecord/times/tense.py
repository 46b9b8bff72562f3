"""The tense of the verb near a time expression, from short tables: it decides which way "on Thursday" points."""

from __future__ import annotations

from typing import Literal

from onrecord.times.grammar import KIND_CODES
from onrecord.times.lexer import Tokens
from onrecord.times.vocabulary import word_set

Tense = Literal["past", "future", "present"]

_FUTURE = word_set("will shall ll may might can must should would could won't upcoming")
# Followed by "to" and a verb, or by "for" and a day, these look ahead.
_AHEAD = word_set(
    """expected expects expect scheduled slated due set planned plans plan planning hopes hope hoped hoping intends
    intend intended aims aim aimed agreed agrees wants want wanted going likely unlikely supposed ready poised bound
    vowed vows promised promises pledged pledges preparing prepares prepared ordered asked urged invited threatened
    threatens decided decides seeks seeking needs need needed forecast obliged required deadline called calls
    scheduling postponed delayed extended extend extends extending deadline instructed directed told"""
)
_PLANNED = word_set("planned plans plan planning")
_AHEAD_ALONE = word_set("scheduled slated due expected")
_PRESENT = word_set("is are am 's 're has have")
# Present forms that news uses of what is on the diary.
_DIARY = word_set(
    """meets opens begins starts leaves arrives heads goes takes returns resumes convenes reconvenes expires votes
    plays faces holds hosts visits travels ends closes runs comes kicks departs launches debuts premieres airs speaks
    host meet open begin start leave resume convene expire vote return run continue fly flies"""
)
_PAST = word_set(
    """set said says told was were had did been went came took gave made saw got met won lost left held kept began broke
    brought built bought caught chose dealt drew drove fell felt fought found flew forgot froze grew heard hid hit hurt
    knew laid led lent lit meant paid quit ran rang rose sang sank sat sent shot shook shut slept sold sought spent
    spoke spread sprang stole stood struck stuck swept swore swung taught tore thought threw understood woke wore wrote
    became withdrew undertook overthrew died ate cast cut put beat fled bled forbade arose bore bound wound dug fed
    according"""
)
_NO_PAST = word_set(
    """need needs speed seed feed indeed hundred united red bed shed exceed proceed succeed breed weed bleed fred ted
    reed seabed embed deed greed creed naked wicked sacred so-called armed alleged limited unprecedented retired
    renowned aged talented advanced infrared sled wed"""
)
_NO_VERB_AFTER_TO = word_set(
    "the a an his her their its our my your this that these those some any all each president prime"
)
_TITLES = word_set(
    """mr mrs ms dr st sen gov gen rep lt col sgt capt rev hon prof inc corp co ltd no vs jr sr u s e i n w d p m a
    jan feb mar apr jun jul aug sep sept oct nov dec mass calif ill conn fla tex pa va ga ky tenn mich minn wis ala
    miss del md colo ore wash okla kan neb"""
)
# "gave them until Friday", "set for Monday": after these an ahead-looking word needs no verb.
_DEADLINES = word_set("until till by for")
_AHEAD_OF_BE = word_set("will shall ll to must should may might can")
_MOVED = word_set("postponed delayed moved rescheduled adjourned pushed extended")
_STOPS = frozenset(";!?")
_SKIPPED = word_set(
    """on in by at of to for since until till before after from the early late earlier later mid as next last this
    coming between and about around through during over"""
)
# Behind one of these, with or without an adverb, a participle is no verb: "a proposed sale", "a still unnamed date".
_ARTICLES = word_set("the a an its his their our my your")
_ADVERBS = word_set("still newly already previously recently once long so as yet well much")
_REACH = 40


def tense_near(tokens: Tokens, first: int, last: int) -> Tense | None:
    """The tense of the verb nearest to `tokens[first:last]` in its sentence; None where no verb is known.

    Looks back first, and forward first where the expression opens its sentence or clause ("On Friday, the ...").
    """
    if tokens.words[max(0, first - 1) : first] in (
        ["starting"],
        ["effective"],
        ["toward"],
        ["towards"],
    ) or tokens.words[max(0, first - 3) : first] in (["as", "early", "as"], ["as", "soon", "as"]):
        return "future"
    opening = first - 1
    while opening >= max(0, first - _REACH) and tokens.words[opening] in _SKIPPED:
        opening -= 1
    opens = opening < 0 or tokens.words[opening] == "," or ends_sentence(tokens, opening)
    if opens:
        return _ahead_of(tokens, last) or _back_from(tokens, first - 1)
    return _back_from(tokens, first - 1) or _ahead_of(tokens, last)


def ends_sentence(tokens: Tokens, place: int) -> bool:
    """Whether the token at `place` ends a sentence: no dot of a title or an abbreviated month."""
    word = tokens.words[place]
    if word == ".":
        return place == 0 or tokens.words[place - 1] not in _TITLES
    return word in _STOPS or tokens.codes[place] == KIND_CODES["BREAK"]


def _back_from(tokens: Tokens, place: int) -> Tense | None:
    to_verb = to_do = False
    to_time = tokens.words[place : place + 1] == ["to"]
    for at in range(place, max(-1, place - _REACH), -1):
        if ends_sentence(tokens, at):
            return None
        word = tokens.words[at]
        if word == "after" and place > at and tokens.words[at + 1].endswith("ing"):
            return "past"  # "after hosting the champions on Friday, the team will ..."
        if word in _DEADLINES:
            to_verb = True
        elif to_time and word in _MOVED:
            return "future"
        elif word == "to":
            to_do = to_do or _leads_verb(tokens, at)
            to_verb = to_verb or to_do
        elif (tense := _verb_tense(tokens, at, to_verb=to_verb)) is not None:
            return "future" if tense == "present" and to_do else tense
    return None


def _ahead_of(tokens: Tokens, place: int) -> Tense | None:
    for at in range(place, min(len(tokens.words), place + _REACH)):
        if ends_sentence(tokens, at):
            return None
        to_verb = any(word == "to" for word in tokens.words[at + 1 : at + 3])
        if (tense := _verb_tense(tokens, at, to_verb=to_verb)) is not None:
            return tense
    return None


def _leads_verb(tokens: Tokens, at: int) -> bool:
    if at + 1 >= len(tokens.words):
        return False
    following = tokens.words[at + 1]
    printed = tokens.text[tokens.starts[at + 1]]
    return printed.islower() and following not in _NO_VERB_AFTER_TO


def _verb_tense(tokens: Tokens, at: int, *, to_verb: bool) -> Tense | None:
    word = tokens.words[at]
    if word in _AHEAD and (to_verb or word in _AHEAD_ALONE):
        return "past" if tokens.words[max(0, at - 2) : at] == ["had", "been"] else "future"
    if word in _PLANNED and tokens.words[at + 1 : at + 2] in (["a"], ["an"], ["another"]):
        return "future"
    if word in ("may", "will"):
        return "future" if tokens.text[tokens.starts[at]].islower() else None
    if word == "won" and tokens.words[at + 1 : at + 3] == ["'", "t"]:
        return "future"
    if word in _FUTURE:
        following = tokens.words[at + 1 : at + 3]
        return "past" if "have" in following and word not in ("will", "ll") else "future"
    if word in _DIARY:
        return None if at and tokens.words[at - 1] == "to" else "future"
    if word == "have" and at and tokens.words[at - 1] in _FUTURE:
        return None  # "will have a runoff": the word before tells
    if word in ("has", "have"):
        return "future" if tokens.words[at + 1 : at + 2] == ["to"] else "past"
    if word in _PRESENT:
        following = tokens.words[at + 1 : at + 4]
        return "future" if any(near in _AHEAD_ALONE or near in ("set", "going") for near in following) else "present"
    if tokens.words[max(0, at - 1) : at] == ["be"] and (word in _PAST or word.endswith("ed")):
        return "future" if not _AHEAD_OF_BE.isdisjoint(tokens.words[max(0, at - 3) : at - 1]) else None
    if word in ("set", "gave", "given") and to_verb:
        return "future"
    if word.endswith("ed") and _is_adjective(tokens, at):
        return None
    if word in _PAST or (word.endswith("ed") and len(word) > 3 and word not in _NO_PAST):
        printed = tokens.text[tokens.starts[at]]
        return "past" if printed.islower() or word in _PAST else None
    return None


def _is_adjective(tokens: Tokens, at: int) -> bool:
    """Whether the participle at `at` describes a noun: "a proposed sale", "its previously announced plan"."""
    before = tokens.words[max(0, at - 2) : at]
    adverb = len(before) == 2 and (before[1] in _ADVERBS or before[1].endswith("ly"))
    return bool(before) and before[0 if adverb else -1] in _ARTICLES
