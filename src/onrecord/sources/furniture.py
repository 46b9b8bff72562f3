"""What the furniture of news sites looks like, whatever the site: share bars, sign-ups, players, related stories.

Rules go by whole lines, never by words inside prose: a paragraph that speaks of subscribers or of sharing stays.
"""

from __future__ import annotations

import re
from collections import Counter

PROSE_LENGTH = 80
_SENTENCE_END = re.compile(r"[.!?…:;]['\"”’»)\]]*$")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_LETTER_WORD = re.compile(r"[^\W\d_]{2,}")

_LINES = re.compile(
    r"""^(?:
      (?:please\s+)?(?:share|tweet|pin|email|e-mail|print|whatsapp|facebook|twitter|x|linkedin|reddit|telegram|copy\ link|messenger|flipboard|pocket|bluesky|threads|save|listen|watch|play|pause|mute|unmute|close|menu|search|home|subscribe|log\ ?in|sign\ (?:in|up|out)|register|comments?|reply|follow(?:\ us)?|more|next|previous|back|skip|loading|advertisement|ad|advertising|sponsored|promoted|promotion|newsletters?|podcasts?|videos?|photos?|gallery|live|topics?|tags?|related|trending|popular|most\ (?:read|popular|viewed|shared|commented)|recommended|editor['’]?s['’]?\ picks?|latest(?:\ (?:news|stories|headlines|videos?))?|top\ stories|breaking\ news|read\ (?:more|next|also)|see\ also|also\ read|related\ (?:stories|articles|news|content|topics|coverage|reading|links|video|tags)|more\ (?:stories|news|from|on\ this|like\ this|to\ read|coverage|top\ stories)|up\ next|now\ playing|in\ this\ (?:article|story)|on\ this\ page|table\ of\ contents|skip\ to\ (?:main\ )?content|back\ to\ top|scroll\ (?:down|to\ continue)|view\ (?:all|more|comments|gallery|image\ in\ fullscreen)|show\ (?:more|less|comments|caption)|hide\ caption|toggle\ caption|enlarge(?:\ (?:this\ )?image)?|image|text\ size|font\ size|report\ (?:an?\ )?(?:error|typo|ad|this\ ad)|article\ continues\ (?:below|after).*|story\ continues\ (?:below|after).*|(?:end\ of\ )?advertisement.*|promoted\ stories|what\ to\ read\ next|you\ (?:may|might)\ (?:also\ )?(?:like|be\ interested\ in).*|recommended\ (?:for\ you|stories|reading)|from\ (?:our|around)\ .{0,30}(?:partners|web)|around\ the\ web|paid\ (?:content|post)|continue\ reading|keep\ reading|load\ more|all\ rights\ reserved\.?|contact\ us|about\ us|terms(?:\ of\ (?:use|service))?|privacy(?:\ policy)?|cookies?(?:\ policy)?|manage\ cookies|accept(?:\ all)?|reject(?:\ all)?|article\ (?:share\ options|content)|gift\ (?:this\ )?article|bookmark|purchase\ reprints|reprints|permissions|leave\ a\ comment|post\ a\ comment|join\ the\ (?:conversation|discussion)|(?:\d+\s+)?comments?(?:\ \d+)?|\d+\s+(?:shares?|likes|views)|(?:\d+|one)\s*(?:min(?:ute)?s?)(?:\s+(?:read|listen|ago))?|estimated\ read(?:ing)?\ time.*|listen\ to\ (?:this\ )?(?:article|story).*|listen\ now.*
      ))\s*[:.!›»>→…]*$""",
    re.I | re.X,
)
_CALLS = re.compile(
    r"""(?:^|[.!?]\s+)(?:
      (?:please\s+)?(?:share|tweet|pass\ on|spread)\s+(?:this|the|our)\s+(?:story|article|news|post|page|piece|video)
      |think\s+your\s+friends\s+would\s+be\s+interested
      |sign\s+up\s+(?:for|to|here|now|today|with|and)\b.{0,120}(?:newsletters?|inbox|alerts?|briefing|emails?|updates|free|our)
      |subscribe\s+(?:to|now|for|here|today)\b.{0,100}(?:newsletters?|inbox|channel|podcast|now|unlimited|digital|today|our|updates|free|alerts)
      |(?:get|receive)\s+.{0,80}(?:delivered|straight|direct(?:ly)?|sent)\s.{0,20}(?:to\s+)?(?:you|your\s+(?:inbox|phone|e-?mail))
      |follow\s+(?:us|our|me|him|her|the\s+author|@?\w+(?:\s\w+)?)\s+on\s+(?:x|twitter|facebook|instagram|whatsapp|telegram|linkedin|youtube|google|threads|bluesky|social)
      |(?:like|find|join)\s+us\s+on\s+(?:facebook|twitter|instagram|whatsapp|telegram)
      |click\s+here\s+(?:to|for)\b
      |(?:download|get)\s+(?:the|our)\s+(?:free\s+)?.{0,30}\bapp\b
      |(?:read|see|watch|listen)\s+(?:more|also|next|now|live)\s*:
      |(?:read|see)\s+more\s+(?:from|of|about|on|at|here)\b.{0,60}$
      |more\s+(?:from|on)\s+(?:this|our|the)\b.{0,50}$
      |(?:this\s+(?:article|story|post)\s+)?(?:originally|first)\s+(?:appeared|published)\s+(?:on|in|at|by)\b
      |copyright\s+(?:©|\(c\)|\d{4}|the)|(?:©|\(c\))\s*(?:copyright|\d{4})|all\s+rights\s+reserved
      |do\s+you\s+have\s+(?:a\s+(?:story|tip|news)|any\s+(?:information|news)|more\s+(?:information|on\s+this))
      |(?:got|have)\s+a\s+(?:news\s+)?(?:tip|story)\b
      |(?:we\s+use|this\s+(?:web)?site\s+uses|our\s+(?:web)?site\s+uses)\s+(?:our\s+own\s+)?cookies
      |by\s+(?:signing\s+up|subscribing|clicking|continuing|submitting|using\s+this\s+site|entering\s+your)\b.{0,80}\b(?:agree|accept|consent|confirm|acknowledge)
      |(?:already|not)\s+(?:a\s+)?(?:subscriber|subscribed|registered|a\s+member)\b
      |to\s+(?:continue|keep)\s+reading\b
      |(?:support|donate\s+to)\s+(?:our\s+|independent\s+|quality\s+)journalism
      |your\s+(?:e-?mail\s+address|browser\s+does\s+not|support\s+makes)
      |this\s+(?:content|video|feature|site)\s+(?:is\s+(?:not|only)\s+available|requires|can(?:not|'t)\s+be|is\s+protected\s+by)
      |please\s+(?:enable\s+javascript|try\s+again|enter\s+a|check\s+your|disable\s+your|log\s+in|sign\s+in|turn\s+on)
      |thank(?:s|\s+you)\s+for\s+(?:signing\s+up|subscribing|your\s+(?:interest|feedback|subscription)|reading)
      |an\s+error\s+(?:has\s+)?occurred
      |(?:the\s+)?views\s+expressed\s+(?:in\s+this|here|are|by)
      |(?:photo(?:graph)?s?|image|picture|pic|photo\s+credit|image\s+credit|photo\s+illustration|illustration)\s*(?:by|credit|source|courtesy)?\s*:\s
    )""",
    re.I | re.X,
)
_CLOCKS = re.compile(r"^(?:[\s/|·-]*\d{1,2}:\d\d(?::\d\d)?)+[\s/|·-]*$")
_BYLINE = re.compile(r"^(?:(?:written|reported|posted|published|story|words|edited)\s+)?by:?\s+[A-Z]", re.I)
_CREDIT = re.compile(
    r"(?:getty\s+images|/\s?(?:getty|reuters|afp|ap|epa)\b|\b(?:reuters|ap|afp|epa|pa|via\s+ap)\s*/\s*\w|\((?:ap|afp|reuters)\s+photo|shutterstock|alamy|file\s+photo)",
    re.I,
)


def is_prose(line: str) -> bool:
    """Whether a line reads as a sentence or more of running text: long enough and closed like a sentence."""
    words = _LETTER_WORD.findall(line)
    if len(words) < 8 or is_repetitive(line):
        return False
    lower = sum(word[0].islower() for word in words)
    return lower >= 0.4 * len(words) and (bool(_SENTENCE_END.search(line)) or len(line) >= 2 * PROSE_LENGTH)


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


def is_furniture(line: str) -> bool:
    """Whether a line is site furniture by its own words and shape, wherever it stands."""
    return bool(
        _LINES.match(line)
        or _CLOCKS.match(line)
        or not _WORD.search(line)
        or (len(line) < 400 and _CALLS.search(line) and not _is_quoted(line))
        or is_repetitive(line)
    )


def _is_quoted(line: str) -> bool:
    return line[0] in "\"“'‘«"


def is_byline(line: str) -> bool:
    """Whether a short line names the writer ("By Ada Brook")."""
    return len(line) < 120 and bool(_BYLINE.match(line)) and not _SENTENCE_END.search(line)


def is_credit(line: str) -> bool:
    """Whether a short line credits a picture."""
    return len(line) < 200 and bool(_CREDIT.search(line))


def dense(text: str) -> str:
    """Letters and digits only, folded, for comparing words whatever their spacing and marks."""
    return "".join(char for char in text.casefold() if char.isalnum())
