"""Names in a text, found by the shape of their words: who has a title, what has a body's noun in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from onrecord.records import ParagraphKind, Span
from onrecord.speakers.facts import countries, is_first_name, plain_letters, usual_gender
from onrecord.speakers.lexicon import (
    DAYS,
    DOCUMENT_NOUNS,
    FEMALE_NOUNS,
    FUNCTION_WORDS,
    GOVERNMENT_NOUNS,
    GROUP_NOUNS,
    HONORIFICS,
    MALE_NOUNS,
    NAME_GOVERNMENT,
    NAME_ORGANIZATION,
    ORG_CONNECTORS,
    ORGANIZATION_NOUNS,
    PERSON_NOUNS,
    PERSON_PARTICLES,
    PREPOSITIONS,
    PRONOUNS,
    RANKS,
    REGIONS,
    WELL_KNOWN,
)
from onrecord.speakers.outline import Outline, Sentence, Token

_MONTHS: Final = frozenset(
    "january february march april may june july august september october november december jan. feb. mar. apr. aug. "
    "sept. oct. nov. dec.".split()
)
_APPOSITION_ENDS: Final = frozenset(
    [",", ".", ";", "who", "whose", "which", "—", "–", "(", ":", "told", "said", "says"]
)
_BODY_NOUNS: Final = (ORGANIZATION_NOUNS | GOVERNMENT_NOUNS | frozenset({"administration", "officials", "aides"})) - {
    "show", "force", "forces", "guard", "patrol", "brand", "label", "chain", "service", "services", "state", "defense",
    "defence", "party", "court", "store", "center", "centre", "board",
}  # fmt: skip
_KINDS_OF_BODY: Final = frozenset(
    "newspaper daily weekly tabloid magazine broadcaster network channel outlet website publication platform company "
    "firm retailer airline carrier manufacturer automaker carmaker maker bank charity foundation think-tank thinktank "
    "agency watchdog group organization organisation union supplier developer publisher startup insurer".split()
)
_COMMON_NOUNS: Final = (
    ORGANIZATION_NOUNS | GOVERNMENT_NOUNS | GROUP_NOUNS | DOCUMENT_NOUNS - {"bible", "koran", "quran"}
)
_NUMBERED: Final = frozenset("no no. number channel fox radio bbc itv tv kanal abc nbc cbs sky".split())
_OWNERS: Final = frozenset(
    "attorney sheriff prosecutor governor mayor coroner people women children men secretary president king queen "
    "examiner commissioner ombudsman".split()
)
_APOSTROPHE: Final = re.compile("['’]")
_DEGREES: Final = frozenset("MD PhD MSc MBA BA JD RN OBE CBE MBE QC KC Esq AM EST EDT GMT".split())
_ARABIC: Final = re.compile(r"(?:al|el|ad|an|ar|as|at|az|bin|ibn|abu|ul|ur)-[^\W\d_]")
_DOUBTFUL_LAST: Final = frozenset(
    "house hill church court star bush banks post mail sun power gas force guard fox press city hall trust service "
    "fund world west east north south summers day days rice price field park parks wood woods brown green "
    "greens labour tory gazette times sales bishop pope king".split()
)
_QUOTES: Final = frozenset("\"“”'‘’")
_PARTY: Final = frozenset("republican democrat democratic labour tory conservative liberal gop".split())
_OPEN_ROLE: Final = frozenset(
    "former ex-president acting deputy senior chief vice executive top assistant associate interim prime foreign "
    "first second general lead founding managing retired veteran fellow co-host regional local national federal state "
    "city county senior junior chief political military press public police campaign party policy security defense "
    "defence finance health education justice interior home communications media business legal medical science "
    "opposition government company university school law human rights world research right wing left conservative "
    "liberal".split()
)


class Guess(StrEnum):
    """What a name looks like by itself."""

    PERSON = "person"
    ORGANIZATION = "organization"
    GOVERNMENT = "government"
    COUNTRY = "country"
    CAPITAL = "capital"
    PEOPLE = "people"
    PLACE = "place"
    GROUP = "group"
    OTHER = "other"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class NameMention:
    """A name at one place. `span` leaves titles out; `role` is the office or description that stands before it.

    titled: "m" or "f" where an honorific or the role tells. weak: a single word that opens a sentence.
    """

    span: Span
    name: str
    guess: Guess
    role: Span | None = None
    apposed: Span | None = None
    age: int | None = None
    titled: str | None = None
    has_title: bool = False
    weak: bool = False
    after_the: bool = False
    possessive: bool = False
    modifies: bool = False
    placed: bool = False
    sentence: int = 0


def find_names(outline: Outline) -> tuple[NameMention, ...]:
    """All names of a text in order; headlines and lines in capitals or Title Case are left aside."""
    found: list[NameMention] = []
    for number, sentence in enumerate(outline.sentences):
        if sentence.kind is ParagraphKind.HEADLINE or all_capitals(outline, sentence):
            continue
        index = after_dateline(outline.tokens, sentence)
        while index < sentence.last:
            end = run_end(outline.tokens, index, sentence)
            if end == index:
                index += 1
                continue
            found.extend(read_run(outline, index, end, sentence, number))
            index = end
    spelled = spelled_out(outline)
    kept = [mention for mention in found if not any(mention.span.overlaps(other.span) for other in spelled)]
    return tuple(sorted([*kept, *spelled], key=lambda mention: mention.span))


def spelled_out(outline: Outline) -> list[NameMention]:
    """Bodies named in full before their acronym: "Roads, Rivers and Rails Northland (RRRN)"."""
    found: list[NameMention] = []
    tokens = outline.tokens
    for number, sentence in enumerate(outline.sentences):
        for index in range(sentence.first + 2, sentence.last - 1):
            letters = tokens[index + 1].word if tokens[index].word == "(" else ""
            if not (
                letters.isupper()
                and 2 < len(letters) <= 8
                and tokens[index + 2 - (index + 2 >= len(tokens))].word == ")"
            ):
                continue
            begin = initials_begin(tokens, index, sentence, letters)
            if begin is None:
                continue
            span = Span(tokens[begin].start, tokens[index - 1].end)
            lowers = {plain_letters(token.word) for token in tokens[begin:index]}
            official = bool(lowers & NAME_GOVERNMENT) or plain_letters(tokens[index - 1].word) in countries().by_name
            guess = Guess.GOVERNMENT if official else Guess.ORGANIZATION
            found.append(NameMention(span, " ".join(span.of(outline.text).split()), guess, sentence=number))
    return found


def initials_begin(tokens: tuple[Token, ...], end: int, sentence: Sentence, letters: str) -> int | None:
    """Where the words begin whose initials an acronym is, small words and commas passed over; None where none fit."""
    wanted = list(letters.lower())
    index = end
    while wanted and index > sentence.first and end - index < 12:
        index -= 1
        word = tokens[index].word
        if word[0].lower() == wanted[-1] and (word[0].isupper() or word in ("from", "and", "of")):
            wanted.pop()
        elif not (word in ("of", "and", "for", "the", "on", "in", "from", ",", "&", "to") or word[0].isupper()):
            return None
    return index if not wanted and tokens[index].word[0].isupper() else None


def after_dateline(tokens: tuple[Token, ...], sentence: Sentence) -> int:
    """Where a sentence begins behind a dateline: "LOWICK, Northland (Reuters) —"."""
    if not (tokens[sentence.first].word.isupper() and len(tokens[sentence.first].word) > 2):
        return sentence.first
    for index in range(sentence.first + 1, min(sentence.first + 10, sentence.last)):
        word = tokens[index].word
        if word in "—–-―" or word == "--":
            return index + 1
        if not (word[0].isupper() or word in "(),./" or word.isdigit()):
            break
    return sentence.first


def all_capitals(outline: Outline, sentence: Sentence) -> bool:
    """Whether nearly every long word begins with a capital, so that capitals tell nothing."""
    words = [token.word for token in outline.tokens[sentence.first : sentence.last] if len(token.word) > 3]
    return len(words) >= 5 and sum(word[0].isupper() for word in words) >= 0.85 * len(words)


def is_capital(tokens: tuple[Token, ...], index: int, sentence: Sentence) -> bool:
    """Whether a token can be part of a name."""
    word = tokens[index].word
    if not word[0].isupper():
        return bool(_ARABIC.match(word)) and word.split("-", 1)[1][0].isupper()
    lower = word.lower()
    bare = _APOSTROPHE.split(lower, maxsplit=1)[0]
    if (
        lower in DAYS
        or bare == "i"
        or word in _DEGREES
        or (word.isupper() and len(word) > 2 and lower in FUNCTION_WORDS)
    ):
        return False
    if bare != lower and bare in FUNCTION_WORDS:
        return False
    if lower in _MONTHS:
        return not month_here(tokens, index, sentence)
    opening = index == sentence.first or not tokens[index - 1].word[0].isalnum()
    return not (opening and lower in FUNCTION_WORDS and not (word.isupper() and len(word) in (2, 3)))


def month_here(tokens: tuple[Token, ...], index: int, sentence: Sentence) -> bool:
    """Whether a month's name means the month: beside a number, or after a preposition."""
    before = tokens[index - 1].word.lower() if index > sentence.first else ""
    after = tokens[index + 1].word if index + 1 < sentence.last else ""
    if before[:1].isupper() or (is_first_name(before) and tokens[index - 1].word[0].isupper()):
        return False
    return after[:1].isdigit() or not (after[:1].isupper())


def run_end(tokens: tuple[Token, ...], index: int, sentence: Sentence) -> int:
    """End of the run of capitalised words that begins at `index` (`index` itself where none does)."""
    if not is_capital(tokens, index, sentence):
        return index
    end = index + 1
    while end < sentence.last:
        word = tokens[end].word
        numbered = word.isdigit() and len(word) <= 3 and tokens[end - 1].word.lower() in _NUMBERED
        if numbered or (is_capital(tokens, end, sentence) and not new_name(tokens, end)):
            end += 1
        elif word in PERSON_PARTICLES or word == "&":
            ahead = end + 1
            while ahead < sentence.last and tokens[ahead].word in PERSON_PARTICLES:
                ahead += 1
            if ahead < sentence.last and is_capital(tokens, ahead, sentence):
                end = ahead + 1
            else:
                break
        elif word in ("'s", "’s") and owned_office(tokens, end, sentence):
            end += 2
        elif word in _QUOTES and nickname(tokens, end, sentence):
            end += 4
        else:
            break
    return end


def owned_office(tokens: tuple[Token, ...], index: int, sentence: Sentence) -> bool:
    """Whether a possessive stands within a body's name: "Lowick County Sheriff's Office"."""
    owner = tokens[index - 1].word.lower()
    owned = tokens[index + 1].word if index + 1 < sentence.last else ""
    return owner in _OWNERS and owned[:1].isupper() and owned.lower() in NAME_GOVERNMENT | NAME_ORGANIZATION


def new_name(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether a capitalised word cannot go on from the one before: a function word in the middle of Title Case."""
    return tokens[index].word.lower() in {"the", "and", "that", "who", "which", "he", "she", "in", "on", "at"}


def nickname(tokens: tuple[Token, ...], index: int, sentence: Sentence) -> bool:
    """Whether a quoted nickname and one more capitalised word follow: Robert "Bob" Stone."""
    return (
        index + 3 < sentence.last
        and tokens[index + 1].word[0].isupper()
        and tokens[index + 2].word in _QUOTES
        and tokens[index + 3].word[0].isupper()
        and tokens[index + 3].start > tokens[index + 2].end
    )


def read_run(outline: Outline, begin: int, end: int, sentence: Sentence, number: int) -> list[NameMention]:
    """The name, or names, of a run of capitalised words, with the title before it."""
    tokens = outline.tokens
    lowers = [plain_letters(token.word) for token in tokens[begin:end]]
    split = place_before_person(lowers)
    if split:
        return [
            *read_run(outline, begin, begin + split, sentence, number),
            *read_run(outline, begin + split, end, sentence, number),
        ]
    the = begin > sentence.first and tokens[begin - 1].word.lower() == "the"
    cut, titled, has_title = title_end(lowers, the=the)
    if cut == 0:
        cut = office_of(tokens, begin, lowers, sentence)
        has_title = cut > 0
    if cut == len(lowers):
        return []
    first = begin + cut
    words = [token.word for token in tokens[first:end]]
    guess = guess_name(lowers[cut:], words, has_title=has_title, the=the)
    lone = lone_noun(lowers[cut:], guess) and not has_title
    if guess in (Guess.ORGANIZATION, Guess.GOVERNMENT, Guess.OTHER, Guess.UNKNOWN) and not has_title:
        extended = extend_body(tokens, first, end, sentence)
        if lone and extended == end:
            return []
        if extended > end and guess in (Guess.OTHER, Guess.UNKNOWN):
            guess = Guess.ORGANIZATION
        end = extended
    elif guess is Guess.PERSON and cut == 0 and end < sentence.last and tokens[end].word == ",":
        end = end + 2 if end + 1 < sentence.last and tokens[end + 1].word in ("Jr.", "Sr.") else end
    role = role_before(outline, first, sentence) if guess in (Guess.PERSON, Guess.UNKNOWN, Guess.OTHER) else None
    if role is not None and guess is not Guess.PERSON and not the and role_is_personal(role, outline):
        guess = Guess.PERSON
    if role is None and not has_title and guess in (Guess.UNKNOWN, Guess.OTHER, Guess.PERSON, Guess.ORGANIZATION):
        body = body_before(outline, first, sentence)
        if body is not None:
            guess, role = Guess.ORGANIZATION, body
    apposed, age = after_name(outline, end, sentence)
    if guess is Guess.UNKNOWN and len(words) > 1 and (apposed is not None or age is not None):
        guess = Guess.PERSON
    told = role if role is not None else apposed
    if titled is None and told is not None:
        titled = gender_of_role(told.of(outline.text))
    after = tokens[end].word if end < len(tokens) else ""
    return [
        NameMention(
            Span(tokens[first].start, tokens[end - 1].end),
            " ".join(outline.text[tokens[first].start : tokens[end - 1].end].split()),
            guess,
            role,
            apposed,
            age,
            titled,
            has_title,
            weak=end - first == 1 and not has_title and opens(tokens, first, sentence),
            after_the=the and cut == 0,
            possessive=after in ("'s", "’s") or (after in "'’" and after != "" and lowers[-1].endswith("s")),
            modifies=after in _BODY_NOUNS or (after.endswith("s") and after[:-1] in PERSON_NOUNS),
            placed=first > sentence.first and tokens[first - 1].word.lower() in ("in", "from", "to", "at", "near"),
            sentence=number,
        )
    ]


def office_of(tokens: tuple[Token, ...], begin: int, lowers: list[str], sentence: Sentence) -> int:
    """How many words of a run still belong to an office before it ("Chief of Staff Ada Stone")."""
    if begin - 2 < sentence.first or tokens[begin - 1].word not in ("of", "for"):
        return 0
    if tokens[begin - 2].word.lower() not in RANKS:
        return 0
    return next((cut for cut in range(1, len(lowers) - 1) if is_first_name(lowers[cut])), 0)


def place_before_person(lowers: list[str]) -> int:
    """How many words of a run name a country or capital before a person's name; 0 where none do."""
    table = countries()
    for size in (3, 2, 1):
        head = " ".join(lowers[:size])
        rest = lowers[size:]
        if (
            len(rest) >= 2
            and (head in table.by_name or head in table.by_capital or head in REGIONS)
            and is_first_name(rest[0])
            and not is_first_name(head)
            and rest[-1] not in NAME_ORGANIZATION | NAME_GOVERNMENT | RANKS
        ):
            return size
    return 0


def lone_noun(lowers: list[str], guess: Guess) -> bool:
    """Whether a run is a single common noun with a capital: "Researchers", "Police"."""
    if len(lowers) != 1 or guess not in (Guess.UNKNOWN, Guess.ORGANIZATION, Guess.GOVERNMENT, Guess.OTHER):
        return False
    word = lowers[0]
    return word in _COMMON_NOUNS or (word.endswith("s") and word[:-1] in PERSON_NOUNS)


def opens(tokens: tuple[Token, ...], index: int, sentence: Sentence) -> bool:
    """Whether a word's capital may come from its place: first in a sentence, a quotation or after a colon."""
    return index == sentence.first or tokens[index - 1].word in "\"“‘'’:—–•*-("


def after_name(outline: Outline, end: int, sentence: Sentence) -> tuple[Span | None, int | None]:
    """The apposition after a name ("Ada Stone, 42, a teacher from Lowick, ...") and the age told there."""
    tokens = outline.tokens
    age: int | None = None
    index = end
    if index + 1 < sentence.last and tokens[index].word == "," and tokens[index + 1].word.isdigit():
        age = int(tokens[index + 1].word) if len(tokens[index + 1].word) <= 2 else None
        index += 2
    if index + 1 >= sentence.last or tokens[index].word != ",":
        return None, age
    begin = index + 1
    stop = begin
    while stop < sentence.last and stop - begin < 16 and tokens[stop].word not in _APPOSITION_ENDS:
        stop += 1
    if stop >= sentence.last or stop == begin or tokens[stop].word not in _APPOSITION_ENDS:
        return None, age
    if any(token.word in _QUOTES for token in tokens[end:stop]):
        return None, age
    first = tokens[begin].word.lower()
    if first in ("a", "an", "the"):
        begin += 1
    elif first in FUNCTION_WORDS and first not in _OPEN_ROLE and first not in ("his", "her", "their"):
        return None, age
    for token in tokens[begin:stop]:
        lower = token.word.lower()
        if lower in PERSON_NOUNS or lower in RANKS:
            return Span(tokens[begin].start, tokens[stop - 1].end), age
        if lower in PREPOSITIONS or lower in PRONOUNS:
            break
    return None, age


def title_end(lowers: list[str], *, the: bool) -> tuple[int, str | None, bool]:
    """How many words of a run are titles before the name, the gender they tell, and whether there is any title.

    All of them where the run is an office without a name ("Prime Minister").
    """
    last = lowers[-1]
    if last in RANKS and len(lowers) > 1 and not is_first_name(lowers[0]):
        return len(lowers), None, True
    if len(lowers) == 1 and (last in RANKS or last in HONORIFICS or (last in PERSON_NOUNS and not is_first_name(last))):
        return len(lowers), None, True
    body = last in NAME_ORGANIZATION | NAME_GOVERNMENT and last not in _DOUBTFUL_LAST
    if not body:
        for index in range(len(lowers) - 2, -1, -1):
            if lowers[index] in HONORIFICS or lowers[index] in RANKS:
                return index + 1, HONORIFICS.get(lowers[index]), True
        for index in range(len(lowers) - 3, -1, -1):
            if lowers[index] in NAME_ORGANIZATION | NAME_GOVERNMENT and is_first_name(lowers[index + 1]):
                return index + 1, None, True
    table = countries()
    for size in (2, 1):
        head = " ".join(lowers[:size])
        rest = lowers[size:]
        stripped = head in table.by_people or (size == 1 and head in _PARTY)
        if stripped and len(rest) >= 2 and is_first_name(rest[0]) and not body and not the:
            return size, None, False
    return 0, None, False


def guess_name(lowers: list[str], words: list[str], *, has_title: bool, the: bool) -> Guess:
    """What a name looks like, from its words and what stands before it."""
    table = countries()
    whole = " ".join(lowers)
    if not has_title:
        if whole in table.by_name:
            return Guess.COUNTRY
        if whole in table.by_capital:
            return Guess.CAPITAL
        if whole in table.by_people:
            return Guess.PEOPLE
        if whole in REGIONS:
            return Guess.PLACE
        known = WELL_KNOWN.get(whole)
        if known:
            return {
                "organization": Guess.ORGANIZATION,
                "organization-government": Guess.GOVERNMENT,
                "group": Guess.GROUP,
            }.get(known, Guess.OTHER)
    personal = len(words) >= 2 and is_first_name(lowers[0]) and not the and lowers[0] not in NAME_ORGANIZATION
    last = lowers[-1]
    if lowers[-1] in ("agency", "service") and {"press", "news"} & set(lowers):
        return Guess.ORGANIZATION
    if last in NAME_GOVERNMENT and not (has_title and len(words) > 1 and is_first_name(lowers[0])):
        return Guess.GOVERNMENT
    if last in NAME_ORGANIZATION and not (personal and len(words) == 2 and last in _DOUBTFUL_LAST) and not has_title:
        return Guess.ORGANIZATION
    if has_title:
        return Guess.PERSON
    if any(word in NAME_GOVERNMENT for word in lowers):
        return Guess.GOVERNMENT
    if any(word in NAME_ORGANIZATION and word not in _DOUBTFUL_LAST for word in lowers[1:]):
        return Guess.ORGANIZATION
    if len(words) == 1:
        return guess_single(words[0])
    if personal and len(words) <= 5:
        return Guess.PERSON
    if re.fullmatch(r"(?:[A-Z]\.)+", words[0]) and len(words) <= 4 and whole not in table.by_name:
        return Guess.OTHER if words[0] in ("U.S.", "U.K.", "U.N.", "E.U.") else Guess.PERSON
    return Guess.OTHER if the else Guess.UNKNOWN


def guess_single(word: str) -> Guess:
    """What a name of one word looks like."""
    letters = re.sub(r"[^\w]", "", word)
    if len(letters) >= 2 and letters.isupper():
        return Guess.ORGANIZATION
    if "." in word.strip(".") and word[-1].isalpha():
        return Guess.ORGANIZATION
    return Guess.UNKNOWN


def extend_body(tokens: tuple[Token, ...], first: int, end: int, sentence: Sentence) -> int:
    """Carry a body's name over "of", "for" and "on" to the capitalised words after them."""
    head = plain_letters(tokens[end - 1].word)
    if head not in NAME_ORGANIZATION | NAME_GOVERNMENT | {"bank", "centers", "joint", "secretary", "houses", "chiefs"}:
        return end
    ahead = end
    while ahead < sentence.last and tokens[ahead].word in ORG_CONNECTORS and ahead - end < 3:
        ahead += 1
    if ahead == end or ahead >= sentence.last or tokens[end].word in ("and", "at", "to", "against", "with", "in"):
        return end
    if not is_capital(tokens, ahead, sentence):
        return end
    end = run_end(tokens, ahead, sentence)
    if (
        end + 1 < sentence.last
        and tokens[end].word == "and"
        and is_capital(tokens, end + 1, sentence)
        and run_end(tokens, end + 1, sentence) == end + 2
        and tokens[end + 1].word.lower() not in countries().by_name
        and not (len(tokens[end + 1].word) <= 4 and tokens[end + 1].word.isupper())
    ):
        end += 2
    return end


def role_before(outline: Outline, first: int, sentence: Sentence) -> Span | None:
    """The office or description right before a name: "Harbour spokesman", "Moscow's Deputy Foreign Minister"."""
    tokens = outline.tokens
    index = first - 1
    if index < sentence.first:
        return None
    last = tokens[index].word.lower()
    office = index - 2 >= sentence.first and tokens[index - 1].word == "of" and tokens[index - 2].word.lower() in RANKS
    if last not in RANKS and last not in PERSON_NOUNS and not office:
        return None
    begin = index
    while begin > sentence.first and (
        goes_with_role(tokens, begin - 1, sentence)
        or (
            tokens[begin - 1].word in ("of", "for")
            and begin - 2 >= sentence.first
            and tokens[begin - 2].word.lower() in RANKS
        )
    ):
        begin -= 1
    while begin < index and tokens[begin].word in ("'s", "’s"):
        begin += 1
    words = [token.word.lower() for token in tokens[begin : index + 1]]
    if all(word in HONORIFICS for word in words):
        return None
    return Span(tokens[begin].start, tokens[index].end)


def body_before(outline: Outline, first: int, sentence: Sentence) -> Span | None:
    """The kind of body right before its name: "the newspaper", "Swedish carmaker"."""
    tokens = outline.tokens
    index = first - 1
    if index < sentence.first or tokens[index].word not in _KINDS_OF_BODY:
        return None
    begin = index
    while begin > sentence.first and (
        tokens[begin - 1].word[0].isupper() or tokens[begin - 1].word in _KINDS_OF_BODY | _OPEN_ROLE | {"news", "daily"}
    ):
        begin -= 1
    return Span(tokens[begin].start, tokens[index].end)


def goes_with_role(tokens: tuple[Token, ...], index: int, sentence: Sentence) -> bool:
    """Whether a word left of an office still belongs to it."""
    word = tokens[index].word
    lower = word.lower()
    if word in ("'s", "’s"):
        return index > sentence.first and tokens[index - 1].word[0].isupper()
    if word[0].isupper():
        return lower not in DAYS and (lower not in FUNCTION_WORDS or index > sentence.first or lower in _OPEN_ROLE)
    return lower in _OPEN_ROLE or lower in PERSON_NOUNS or lower in RANKS or lower in NAME_ORGANIZATION or "-" in lower


def role_is_personal(role: Span, outline: Outline) -> bool:
    """Whether a role's last word is a person's office or noun."""
    last = role.of(outline.text).split()[-1].lower()
    return last in RANKS or last in PERSON_NOUNS


def gender_of_role(role: str) -> str | None:
    """ "m" or "f" where a description tells it ("spokeswoman", "his wife")."""
    words = {word.strip(".,").lower() for word in re.split(r"[\s-]+", role)}
    if words & FEMALE_NOUNS:
        return "f"
    return "m" if words & MALE_NOUNS else None


def gender_of_name(name: str) -> str | None:
    """The gender that a full name's first word usually tells."""
    words = name.split()
    for word in words[: max(1, len(words) - 1)]:
        if len(word.rstrip(".")) > 1:
            return usual_gender(word)
    return None
