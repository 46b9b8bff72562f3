"""What the furniture of news sites looks like, whatever the site: share bars, sign-ups, players, related stories.

Rules go by whole lines, never by words inside prose: a paragraph that speaks of subscribers or of sharing stays.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

PROSE_LENGTH = 80
_SENTENCE_END = re.compile(r"[.!?…:;。！？؟۔।]['\"”’»)\]」』]*$")
# Scripts written without spaces between words: prose is told by length alone.
_SPACELESS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_MARKS = re.compile(r"[\W_]+")
_LETTER_WORD = re.compile(r"[^\W\d_]{2,}")

# Whole lines, punctuation at their end set aside. Each row is one kind of furniture.
_WHOLE_LINES = (
    # buttons and share bars
    r"(?:please )?(?:share|tweet|pin|e-?mail|print|save|copy(?: link)?|link copied|like|reply|follow(?: us)?|bookmark)",
    r"whatsapp|facebook|twitter|x|linkedin|reddit|telegram|messenger|flipboard|pocket|bluesky|threads|instagram",
    r"youtube",
    r"(?:share|tweet|save|bookmark|gift|print|e-?mail|listen to|read|follow) this(?: (?:article|story|page|post|"
    r"topic))?",
    r"share (?:on|via|to|with|by) [\w ,/&]{1,40}|share options|\d[\d.,]*k? (?:shares?|likes|views)|shares?:? \d+",
    r"(?:show|hide|view|load|see|read|expand) (?:more|less|all|full|comments|caption|gallery|replies)(?: \w+)?",
    r"close|menu|search|home|more|next|previous|prev|back|skip|loading|open|cancel|submit|ok|done|dismiss|settings",
    r"skip to (?:main )?(?:content|navigation)|back to (?:top|home|article)|scroll (?:down|to continue)|toggle \w+",
    r"view image in full-?screen|enlarge(?: this)?(?: image)?|image|text size|font size",
    r"report (?:an? |this )?(?:error|typo|ad)",
    # players
    r"play|pause|mute|unmute|listen|watch|live|now playing|up next|full-?screen|captions|auto-?play|volume",
    r"playback speed",
    r"play video|watch live|listen (?:now|live)|listen to (?:this )?(?:article|story|episode|podcast).*|podcasts?",
    r"videos?|audio",
    r"(?:\d+|one) ?(?:min(?:ute)?s?|mins?)(?: (?:read|listen|ago))?|estimated read(?:ing)? time.*|\d+ of \d+|\d+/\d+",
    # accounts, money, law
    r"subscribe(?: now| today)?|log ?in|sign (?:in|up|out)|register|my account|donate|newsletters?|e-?paper",
    r"subscriptions?",
    r"advertisement.*|ad|ads|advertising|sponsored(?: content)?|promoted(?: stories)?|promotion",
    r"paid (?:content|post)|ad feedback",
    r"(?:article|story|content) continues (?:below|after).*|end of (?:advertisement|ad)|continue reading.*",
    r"keep reading",
    r"all rights reserved|contact(?: us)?|about(?: us)?|terms(?: (?:of (?:use|service)|and conditions|& conditions))?",
    r"privacy(?: (?:policy|notice|settings))?|cookies?(?: (?:policy|settings))?|manage (?:cookies|consent|preferences)",
    r"(?:accept|reject|allow)(?: all)?(?: cookies)?|do not sell (?:or share )?my (?:personal )?information",
    r"your privacy choices",
    r"(?:purchase )?reprints(?: (?:and|&) permissions)?|permissions|licen[sc]ing|submit a correction",
    r"send a letter to the editor",
    # other stories, topics, comments
    r"comments?|leave a (?:comment|reply)|post a comment|join the (?:conversation|discussion)",
    r"(?:view )?\d+ comments?|comments? \(?\d+\)?",
    r"topics?|tags?|filed under|in this (?:article|story|video)|on this page|(?:table of )?contents",
    r"key (?:points|takeaways)|image \d+ of \d+",
    r"related(?: (?:stories|articles|news|content|topics|coverage|reading|links|videos?|tags|items|posts))?",
    r"trending(?: now)?|popular|breaking(?: news)?|top (?:stories|news|headlines)",
    r"most (?:read|popular|viewed|shared|commented|recent)",
    r"recommended(?: (?:for you|stories|reading|videos?|articles))?|editor['’]?s['’]? (?:picks?|choice)",
    r"you may have missed",
    r"latest(?: (?:news|stories|headlines|videos?|posts))?|what to read next|read (?:next|also|more)|see also",
    r"also read|don['’]t miss",
    r"more (?:stories|news|on this(?: story| topic)?|like this|to read|coverage|top stories|headlines|for you|in \w+)",
    r"more from (?:the )?[\w’' .&]{1,40}|you (?:may|might) (?:also )?(?:like|be interested in|enjoy).*|around the web",
    r"from (?:our|around) .{0,30}(?:partners|web)|(?:recommended|suggested) by \w+",
    r"(?:instagram|twitter|tiktok|facebook) content",
)
_LINE = re.compile(rf"^\W*(?:{'|'.join(_WHOLE_LINES)})\W*$", re.I)

# The start of a sentence that speaks to the visitor, not of the news.
_CALL_STARTS = (
    r"(?:please\s+)?(?:share|tweet|pass\s+on|spread)\s+(?:this|the|our)\s+(?:story|article|news|post|page|piece|video)",
    r"think\s+your\s+friends\s+would\s+be\s+interested|tell\s+(?:a|your)\s+friends?\b[^.?!]{0,60}!",
    r"(?:like|enjoy(?:ed|ing)?|love)\s+(?:this|our|what\s+you)\b[^.?!]{0,60}\?",
    r"sign\s+up\s+(?:for|to|here|now|today|with|and)\b.{0,120}(?:newsletters?|inbox|alerts?|briefing|e-?mails?|"
    r"updates|free|our)",
    r"sign\s+up\s+(?:for|to)\s+(?:the\s+)?(?:\w+\s+){1,4}(?:newsletter|e-?mail|briefing)",
    r"would\s+you\s+like\s+to\s+comment\b",
    r"subscribe\s+(?:to|now|for|here|today)\b.{0,100}(?:newsletters?|inbox|channel|podcast|now|unlimited|digital|"
    r"today|our|updates|free|alerts|magazine)",
    r"(?:get|receive|have)\s+.{0,100}(?:delivered|straight|direct(?:ly)?|sent)\s.{0,20}(?:to\s+)?(?:you|"
    r"your\s+(?:inbox|phone|e-?mail))",
    r"(?:follow|find|like|join|connect\s+with)\s+(?:us|our|me|the\s+author|@?\w+(?:\s\w+)?)\s+on\s+(?:x|twitter|"
    r"facebook|instagram|whatsapp|telegram|linkedin|youtube|google|threads|bluesky|social|tiktok)\b",
    r"click\s+here\s+(?:to|for)\b|tap\s+here\s+to\b|click\s+to\s+(?:get|read|watch|view|share|subscribe)\b",
    r"(?:download|get|install)\s+(?:the|our)\s+(?:free\s+|new\s+)?(?:[\w’']+\s+){0,4}app\b",
    r"(?:read|see|watch|listen|related|more|also|recommended|explore|must[\s-]read|required\s+reading|"
    r"don['’]t\s+miss)(?:\s+(?:more|also|next|now|live|on|video|story|article|stories))?\s*[:|»→]\s",
    r"(?:read|see)\s+(?:more|also)\s+(?:from|of|about|on|at|here)\b.{0,60}$",
    r"(?:this\s+(?:article|story|post|report)\s+)?(?:was\s+)?(?:originally|first)\s+(?:appeared|"
    r"published)\s+(?:on|in|at|by)\b",
    r"this\s+(?:article|story|post|report|column)\s+(?:was\s+|is\s+)?(?:originally|first)?\s*(?:appeared|"
    r"published|republished|syndicated)\b",
    r"copyright\s+(?:©|\(c\)|\d{4}|the)|(?:©|\(c\))\s*(?:copyright|\d{4}|[A-Z])|all\s+rights\s+reserved",
    r"do\s+you\s+have\s+(?:a\s+(?:story|tip|news)|any\s+(?:information|news)|more\s+(?:information|on\s+this))",
    r"(?:got|have)\s+a\s+(?:news\s+)?(?:tip|story)\b",
    r"(?:we\s+use|this\s+(?:web)?site\s+uses|our\s+(?:web)?site\s+uses|we\s+and\s+our\s+partners)\s+.{0,40}cookies",
    r"by\s+(?:signing\s+up|subscribing|clicking|continuing|submitting|using\s+this\s+site|"
    r"entering\s+your)\b.{0,80}\b(?:agree|accept|consent|confirm|acknowledge)",
    r"(?:already|not)\s+(?:a\s+)?(?:subscriber|subscribed|registered|a\s+member)\b|to\s+(?:continue|keep)\s+reading\b",
    r"(?:support|donate\s+to)\s+(?:our\s+|independent\s+|quality\s+)journalism",
    r"your\s+(?:e-?mail\s+address|browser\s+does\s+not|support\s+makes)",
    r"this\s+(?:content|video|feature|site|page)\s+(?:is\s+(?:not|only)\s+available|requires|can(?:not|'t)\s+be|"
    r"is\s+protected\s+by|can\s+also\s+be\s+viewed)",
    r"please\s+(?:enable\s+javascript|try\s+again|enter\s+(?:a|your)|check\s+your|disable\s+your|log\s+in|"
    r"sign\s+in|turn\s+on|subscribe|update\s+your)",
    r"thank(?:s|\s+you)\s+for\s+(?:signing\s+up|subscribing|your\s+(?:interest|feedback|subscription)|reading)",
    r"an\s+error\s+(?:has\s+)?occurred",
    r"(?:photo(?:graph)?s?|image|picture|pic|photo\s+credit|image\s+credit|video|graphic|illustration)\s*(?:by|"
    r"credit|source|courtesy)?\s*:\s",
    r"want\s+to\s+bookmark\b|start\s+your\s+(?:free\s+)?[\w\s]{0,40}(?:subscription|trial)\b",
    r"subscribe\s+to\s+[\w\s]{3,40}\s+to\s+(?:bookmark|read|continue|unlock|access)\b",
    r"send\s+(?:us\s+)?(?:your\s+)?(?:tips|story\s+ideas|comments|feedback|a\s+(?:tip|letter))\s+to\b",
    r"(?:e-?mail|contact|reach|write\s+to)\s+(?:the\s+)?(?:reporter|author|writer|us|me|him|her)\b",
    r"a\s+version\s+of\s+this\s+(?:article|story)\s+(?:appear|was\s+(?:first\s+)?published|ran)|more\s+about\s+[A-Z]",
    r"our\s+standards\s*:|contact\s+(?:reporter\s+)?[A-Z]\w+(?:\s[A-Z]\w+){0,2}\s+at\s+\S+@",
    r"an\s+earlier\s+version\s+of\s+this\s+(?:article|story)\s+.{0,40}photo",
)
_CALL = re.compile(rf"(?:^|[.!?]\s+)(?:{'|'.join(_CALL_STARTS)})", re.I)
# What a byline's footnote says, wherever in the line it stands.
_CONTACT = re.compile(
    r"\b(?:can\s+be\s+(?:reached|contacted|emailed|followed)\s+(?:at|on|via|by)|send\s+tips\s+to|"
    r"follow\s+(?:him|her|them|\w+(?:\s\w+)?)\s+(?:on\s+(?:x|twitter|instagram|facebook|threads|bluesky|"
    r"linkedin)\b|@|at\s+@))",
    re.I,
)
# Consent dialogues and legal notices speak of the visitor's data to the visitor.
_NOTICE = re.compile(
    r"\bcookies?\b|\bconsent\b|\bprivacy\b|\bopt(?:ing|ed)?[ -]?(?:out|in)\b|\bpersonal (?:data|information)\b|"
    r"\bthird part(?:y|ies)\b|\b(?:web)?sites?\b|\bbrowser\b|\badvertis\w+|\bpreferences\b|\bdevice\b|"
    r"\bterms of (?:use|service)\b|\bsubscri\w+|\bnewsletters?\b|\be-?mail address\b|\bpassword\b|\baccount\b",
    re.I,
)
_VISITOR = re.compile(r"\b(?:you|your|we|our|us)\b", re.I)
_CLOCKS = re.compile(r"^(?:[\s/|·-]*\d{1,2}:\d\d(?::\d\d)?)+[\s/|·-]*$")
_BYLINE = re.compile(
    r"^(?:(?:(?i:written|reported|posted|published|story|words|edited)\s+)?(?i:by):?\s+[A-Z]|By[A-Z][a-z])"
)
_CREDIT = re.compile(
    r"getty\s+images|/\s?(?:getty|reuters|afp|ap|epa)\b|\b(?:reuters|ap|afp|epa|pa|via\s+ap)\s*/\s*\w|"
    r"\((?:ap|afp|reuters)\s+photo|shutterstock|alamy|file\s+photo|\bphoto(?:graph)?\s+by\b|\bimage\s+credit\b",
    re.I,
)
_CLOSING_CREDIT = re.compile(
    r"\((?:[^()]*\b(?:ap|afp|reuters|getty|photos?|images?|epa|shutterstock|file photo|courtesy)\b[^()]*|"
    r"(?-i:[A-Z])[\w .'’-]+/\s?(?-i:[A-Z])[\w .'’/-]+)\)\.?$"
    r"|\b(?:photo|image|picture|photograph|credit|illustration)(?:\s+(?:by|credit))?\s*:\s*[\w .,'’/()&-]{3,60}$"
    r"|(?:[/|]\s*|\bvia\s+)(?:afp|reuters|ap|associated press|epa|getty|shutterstock)\)?\.?$|\bgetty images\)?\.?$",
    re.I,
)
_OTHER_STORIES = re.compile(
    r"^\W*(?:(?:related|recommended|trending|latest|popular|top|featured|other|editor['’]?s['’]?)"
    r"(?:\s+(?:stories|news|articles|content|topics|coverage|reading|links|videos?|items|posts|headlines|now|"
    r"for you|picks?|choice))?"
    r"|more (?:from|on|stories|news|in|like|by)\b[^:]{0,40}|(?:read|see|watch) (?:more|next|also)(?: (?:from|on|"
    r"about|in)\b[^:]{0,40})?"
    r"|what to read next|most (?:read|popular|viewed|shared|commented)(?:\s+\w+){0,3}|up next|don['’]t miss|"
    r"in other news"
    r"|you (?:may|might) (?:also )?(?:like|be interested in|enjoy|have missed)[^:]{0,30}|from (?:our|around|"
    r"the web)[^:]{0,40}"
    r"|(?:\d+\s+)?comments?(?: \(?\d+\)?| are closed)?|leave a (?:comment|reply)|"
    r"join the conversation|about the (?:author|writer)s?)\W*$",
    re.I,
)


@lru_cache(maxsize=2048)  # the same lines are asked about by every step of reading a page
def is_prose(line: str) -> bool:
    """Whether a line reads as a sentence or more of running text: long enough and closed like a sentence."""
    ends = bool(_SENTENCE_END.search(line))
    if len(_SPACELESS.findall(line)) > 0.4 * len(line):
        return (ends and len(line) >= PROSE_LENGTH / 4) or len(line) >= PROSE_LENGTH
    words = _LETTER_WORD.findall(line)
    if len(words) < 8 or is_repetitive(line):
        return False
    upper = sum(word[0].isupper() for word in words)
    return upper <= 0.6 * len(words) and (ends or len(line) >= 2 * PROSE_LENGTH)


def is_repetitive(line: str) -> bool:
    """Whether one word or word part makes up much of a line, as in the names of an icon font."""
    words = [word.lower() for word in _LETTER_WORD.findall(line)]
    if len(words) < 6:
        return False
    (_, most), *_ = Counter(words).most_common(1)
    if most > 0.34 * len(words) and most > 3:
        return True
    endings = Counter(word[-4:] for word in words if len(word) > 4)
    return len(words) > 12 and bool(endings) and max(endings.values()) > 0.34 * len(words)


@lru_cache(maxsize=2048)
def is_furniture(line: str) -> bool:
    """Whether a line is site furniture by its own words and shape, wherever it stands."""
    if len(line) < 80 and _LINE.match(line):
        return True
    if not _WORD.search(line) or _CLOCKS.match(line):
        return True
    if len(line) < 400 and line[0] not in "\"“'‘«" and (_CALL.search(line) or _CONTACT.search(line)):
        return True
    return is_repetitive(line)


def is_notice(line: str) -> bool:
    """Whether a line of prose is a notice to the visitor: of cookies, privacy, accounts or subscriptions."""
    if any(mark in line for mark in '"“”«»') or not _VISITOR.search(line):
        return False
    return len({found.lower() for found in _NOTICE.findall(line)}) >= (2 if len(line) < 200 else 3)


def opens_other_stories(line: str) -> bool:
    """Whether a heading opens a list of other stories, comments or the writer's portrait."""
    return len(line) < 80 and bool(_OTHER_STORIES.match(line))


def is_byline(line: str) -> bool:
    """Whether a short line names the writer ("By Ada Brook")."""
    return len(line) < 120 and bool(_BYLINE.match(line)) and not _SENTENCE_END.search(line)


def is_credit(line: str) -> bool:
    """Whether a short line credits a picture."""
    return len(line) < 200 and bool(_CREDIT.search(line))


def is_captioned(line: str) -> bool:
    """Whether a line of prose closes with the credit of a picture in brackets, as captions do."""
    return len(line) < 500 and line[0] not in "\"“'‘«" and bool(_CLOSING_CREDIT.search(line))


def is_shouted(line: str) -> bool:
    """Whether a line is set in capitals, as links to other stories are inside some."""
    letters = [char for char in line if char.isalpha()]
    return len(line.split()) >= 5 and sum(char.isupper() for char in letters) > 0.85 * len(letters)


def dense(text: str) -> str:
    """Letters and digits only, folded, for comparing words whatever their spacing and marks."""
    return _MARKS.sub("", text.casefold())
