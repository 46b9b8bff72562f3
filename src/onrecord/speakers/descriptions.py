"""Sources told by a description: "the deputy minister" of somebody named, "officials", "a report", "the company"."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from onrecord.records import Span, SpeakerType
from onrecord.speakers.cast import Cast, Entity
from onrecord.speakers.everyday import Look, first_name_of, look_of
from onrecord.speakers.facts import is_first_name, plain_letters
from onrecord.speakers.incumbents import incumbent
from onrecord.speakers.lexicon import (
    FEMALE_NOUNS,
    FUNCTION_WORDS,
    MALE_NOUNS,
    MEDIA_NOUNS,
    OFFICE_KIN,
    PERSON_NOUNS,
    RANKS,
)
from onrecord.speakers.outline import Outline
from onrecord.speakers.phrases import KNOWN_NOUNS, Phrase, describe_type, singular
from onrecord.speakers.roles import person_role
from onrecord.speakers.scene import Scene
from onrecord.speakers.wording import description

_POSSESSIVES: Final = frozenset("his her their its my our your whose".split())
_BODIES: Final = frozenset({SpeakerType.ORGANIZATION, SpeakerType.GOVERNMENT})
_COMPANY: Final = frozenset(
    "company firm corporation business manufacturer retailer supermarket airline carrier automaker carmaker maker "
    "giant bank startup start-up developer publisher operator provider supplier utility insurer lender brand "
    "chain studio platform partner producer exporter builder restaurant".split()
)
_AGENCY: Final = frozenset(
    "agency organization organisation body union charity association nonprofit watchdog institute foundation ngo "
    "group regulator bureau department ministry embassy office think-tank thinktank network union institution".split()
)
_STAYS: Final = frozenset(
    "police army military navy government state country city nation court prosecution defence defense opposition "
    "administration campaign party house senate council force forces regime cabinet tribunal".split()
)
_MEDIA_NAME: Final = re.compile(
    r"\b(?:News|Times|Post|Herald|Tribune|Journal|Gazette|Guardian|Telegraph|Mail|Mirror|Press|TV|Radio|Magazine|Daily|"
    r"Weekly|Chronicle|Observer|Independent|Review|Today|Reuters|BBC|CNN|NBC|CBS|ABC|Bloomberg|Politico|POLITICO|"
    r"Globe|Star|Sun|Standard|Record|Citizen|Examiner)\b|\.com\b|\.org\b|\.net\b"
)
_FLAGS: Final = frozenset("deputy vice assistant acting former ex associate junior".split())
_PAIR: Final = frozenset("couple pair duo two both siblings twins spouses newlyweds".split())
_BOTH_BODIES: Final = frozenset("companies firms groups organisations organizations parties teams clubs banks".split())
_BOTH_STATES: Final = frozenset("sides nations countries governments states capitals".split())
_MANY: Final = frozenset("many multiple several most numerous some various few dozens".split())
_NEWNESS: Final = re.compile(r"^((?:an?\s+)?)(?:(?:new|latest|recent|previous|earlier)\s+)+(?=\S)", re.IGNORECASE)
"""How new a document was when it was told of, before its noun: no part of its name."""
_LIKE_YOU: Final = re.compile(r"(?i:uni[^nm]|use|usu|eu|one\b|once)|U[A-Z]")
_SPOKEN_VOWEL: Final = (
    "hour",
    "honest",
    "honour",
    "honor",
    "heir",
    "8",
    "11",
    "18",
    "FBI",
    "MP",
    "NBC",
    "NHS",
    "MSNBC",
)
FALLBACK_SENTENCES: Final = 4
OFFICE_DECAY: Final = 0.05


class Descriptions:
    """The descriptions of one article, each a source of its own or somebody named."""

    def __init__(self, plan: Outline, cast: Cast, scene: Scene, published: date | None = None) -> None:
        self.plan = plan
        self.cast = cast
        self.scene = scene
        self.published = published
        self.known: dict[str, Entity] = {}

    def resolve(self, phrase: Phrase, *, owner: Entity | None, last: Entity | None, quoted: bool = False) -> Entity:
        """The speaker of a description: somebody named whom it fits, else itself, as its own kind of source.

        owner: whom a possessive pronoun in front means. last: who spoke before. quoted: whether somebody else says it.
        """
        words = [token.word.lower() for token in phrase.core]
        first = words[0] if words else ""
        kind = describe_type(phrase.head)
        found: Entity | None = None
        if first in ("the", "this", "that", "these", "both"):
            found = self.definite(phrase, words, kind, last, quoted=quoted)
        elif kind is SpeakerType.UNNAMED and first not in ("a", "an", "another", "one", "some", "no", "any"):
            found = self.by_office(phrase, words, last) or self.in_office(phrase)
        elif kind is SpeakerType.UNNAMED and first in ("a", "an", "one"):
            found = self.named_next(phrase)
        if found is not None:
            if found.type is SpeakerType.PERSON and found.role is None and (len(words) > 2 or phrase.head in RANKS):
                found.role = person_role(description((phrase.whole or phrase.span).of(self.plan.text)))
            return found
        return self.itself(phrase, kind, owner)

    def definite(
        self, phrase: Phrase, words: list[str], kind: SpeakerType, last: Entity | None, *, quoted: bool
    ) -> Entity | None:
        """Whom "the ..." means: somebody introduced before."""
        if kind is SpeakerType.UNNAMED:
            found = self.by_age(phrase.head) or self.by_office(phrase, words, last)
            found = found or self.in_office(phrase) or self.introduced(phrase)
            return found or (None if quoted else self.nearest(phrase, last))
        if kind in _BODIES:
            return self.body(phrase)
        if kind is SpeakerType.GROUP and (phrase.head in _PAIR or "two" in words[:2] or words[0] == "both"):
            return self.pair(phrase)
        return self.same_noun(phrase, kind)

    def by_age(self, head: str) -> Entity | None:
        """The person of that age: "the 42-year-old"."""
        age = re.fullmatch(r"(\d+)-year-old", head)
        if age is None:
            return None
        return next((person for person in self.cast.persons() if person.age == int(age.group(1))), None)

    def by_office(self, phrase: Phrase, words: list[str], last: Entity | None) -> Entity | None:
        """The person whose office fits best, of those seen before; of those still to come only by the same noun."""
        kin = OFFICE_KIN.get(phrase.head, frozenset())
        modifiers = {word for word in words[:-1] if word not in ("the", "this", "that", "'s", "’s")}
        seen = [sighting.entity for _, sighting in self.scene.before(phrase.span.start)]
        best: tuple[float, Entity] | None = None
        for person in self.cast.persons():
            for told in (*person.roles, *person.titles):
                role = set(plain_letters(told).replace("’s", " ").replace("'s", " ").replace("-", " ").split())
                score = 2.0 * (phrase.head in role) or 1.5 * bool(kin & role)
                if not score:
                    continue
                score += 0.8 * len(modifiers & role) - 3.0 * len((modifiers ^ role) & _FLAGS)
                if person in seen:
                    score += 1.0 - min(1.0, OFFICE_DECAY * seen[::-1].index(person)) + (person is last)
                else:
                    score -= 0.9
                if score >= 1.1 and (best is None or score > best[0]):
                    best = score, person
        return best[1] if best else None

    def in_office(self, phrase: Phrase) -> Entity | None:
        """Who held the office of a country on the day of the article, where the sentence tells of no other year."""
        words = (phrase.whole or phrase.span).of(self.plan.text)
        sentence = self.plan.sentences[self.plan.sentence_at(phrase.span.start)].span.of(self.plan.text)
        years = set(re.findall(r"\b(?:1[89]|20)\d\d\b", sentence))
        if self.published is None or years - {str(self.published.year)}:
            return None
        return incumbent(words, self.cast, self.published)

    def introduced(self, phrase: Phrase) -> Entity | None:
        """An unnamed somebody introduced before by the same noun: "a judge in Lowick ... the judge"."""
        same = self.same_noun(phrase, SpeakerType.UNNAMED)
        if same is not None:
            return same
        noun = re.escape(phrase.head)
        before = self.plan.text[: phrase.span.start]
        found = list(re.finditer(rf"\b(?:an?|another|one)\s+((?:[\w’'-]+\s+){{0,3}}?{noun})\b", before, re.IGNORECASE))
        if not found:
            return None
        return self.enter(found[-1].group(), SpeakerType.UNNAMED, phrase)

    def nearest(self, phrase: Phrase, last: Entity | None) -> Entity | None:
        """The person on the scene, for a description that nobody was introduced by."""
        if phrase.head not in PERSON_NOUNS and phrase.head not in RANKS and "-year-old" not in phrase.head:
            return None
        complemented = phrase.whole is not None and phrase.core and phrase.whole.end > phrase.core[-1].end + 2
        people = {form for person in self.cast.persons() if person.certain for form in person.forms}
        if complemented or any(plain_letters(token.word) in people for token in phrase.core):
            return None
        gender = "m" if phrase.head in MALE_NOUNS else "f" if phrase.head in FEMALE_NOUNS else None
        return self.scene.best(
            phrase.span.start,
            types=frozenset({SpeakerType.PERSON}),
            gender=gender,
            last_speaker=last,
            within=FALLBACK_SENTENCES,
            certain=True,
        )

    def named_next(self, phrase: Phrase) -> Entity | None:
        """Whom "a harbour official" turns out to be, where the name with a like office follows at once."""
        kin = OFFICE_KIN.get(phrase.head, frozenset()) | {phrase.head}
        here = self.plan.sentence_at(phrase.span.start)
        for named in self.cast.named:
            if named.mention.span.start < phrase.span.end or named.entity.type is not SpeakerType.PERSON:
                continue
            if self.plan.sentence_at(named.mention.span.start) - here > 2:
                return None
            told = named.mention.role or named.mention.apposed
            if named.entity.mentions[0] != named.mention.span or told is None:
                continue
            role = set(plain_letters(told.of(self.plan.text)).replace("-", " ").split())
            if role & kin:
                return named.entity
        return None

    def body(self, phrase: Phrase) -> Entity | None:
        """The organisation or ministry that "the company", "the agency", "the paper" means."""
        head = phrase.head
        sightings = [item for item in self.scene.before(phrase.span.start) if item[1].entity.type in _BODIES]
        for _, sighting in reversed(sightings):
            if head in plain_letters(sighting.entity.name).split() and not sighting.entity.name.endswith(
                "(government)"
            ):
                return sighting.entity
            if sighting.entity.role and head in plain_letters(sighting.entity.role).split():
                return sighting.entity
        capitals = {plain_letters(token.word) for token in phrase.core if token.word[0].isupper()}
        later = self.told_later(head, capitals)
        if later is not None:
            return later
        if head in _STAYS or (head not in _COMPANY | _AGENCY | MEDIA_NOUNS):
            return None
        scores: dict[Entity, float] = {}
        for back, sighting in sightings:
            entity = sighting.entity
            if entity.name.endswith("(government)") or not entity.certain or entity.name[:1].islower():
                continue
            told = set(plain_letters(entity.role or "").split())
            media = bool(_MEDIA_NAME.search(entity.name) or told & (MEDIA_NOUNS - {"agency", "network"}))
            if head in MEDIA_NOUNS - {"agency", "network"} and not (media or sighting.source):
                continue
            if head in _COMPANY and (media or entity.type is SpeakerType.GOVERNMENT):
                continue
            official = head in ("department", "ministry", "embassy", "bureau")
            if official and entity.type is not SpeakerType.GOVERNMENT:
                continue
            score = -back + 1.0 * sighting.source + 0.5 * sighting.subject - 0.5 * sighting.possessive
            scores[entity] = max(score, scores.get(entity, score))
        return max(scores, key=lambda entity: scores[entity], default=None)

    def told_later(self, head: str, capitals: set[str]) -> Entity | None:
        """A body whose full name holds the noun and a capitalised word of a description: "the House committee"."""
        found = [
            entity
            for entity in self.cast.entities
            if entity.type in _BODIES and head in plain_letters(entity.name).split()
            if capitals & set(plain_letters(entity.name).split())
        ]
        return found[0] if len(found) == 1 else None

    def pair(self, phrase: Phrase) -> Entity | None:
        """The two people named together last, or last at all: "the couple", "the two presidents"."""
        if phrase.head in _BOTH_BODIES:
            return self.two_bodies(phrase)
        if phrase.head in _BOTH_STATES:
            return None
        people: list[Entity] = []
        together = self.scene.pairs_before(phrase.span.start)
        if together:
            return self.enter(together[-1].name, SpeakerType.GROUP, phrase, plural=True)
        for _, sighting in reversed(self.scene.before(phrase.span.start)):
            if sighting.entity.type is SpeakerType.PERSON and sighting.entity.certain and sighting.entity not in people:
                people.append(sighting.entity)
            if len(people) == 2:
                break
        if len(people) < 2:
            return None
        people.sort(key=lambda person: person.mentions[0])
        return self.enter(f"{people[0].name} and {people[1].name}", SpeakerType.GROUP, phrase, plural=True)

    def two_bodies(self, phrase: Phrase) -> Entity | None:
        """The two companies named last: "both companies"."""
        found: list[Entity] = []
        for _, sighting in reversed(self.scene.before(phrase.span.start)):
            fits = sighting.entity.type is SpeakerType.ORGANIZATION and sighting.entity.certain
            if fits and sighting.entity not in found:
                found.append(sighting.entity)
            if len(found) == 2:
                break
        if len(found) < 2:
            return None
        name = f"{found[1].name} and {found[0].name}"
        return self.enter(name, SpeakerType.GROUP, phrase, plural=True)

    def same_noun(self, phrase: Phrase, kind: SpeakerType) -> Entity | None:
        """An earlier source of that kind told by the same noun."""
        stem = singular(phrase.head)
        for entity in reversed(list(self.known.values())):
            heads = {singular(word) for word in re.findall(r"[\w-]+", plain_letters(entity.name))}
            if entity.type is kind and stem in heads and len(entity.name.split()) > 1:
                return entity
        return None

    def itself(self, phrase: Phrase, kind: SpeakerType, owner: Entity | None) -> Entity:
        """The description as a source of its own."""
        name = description((phrase.whole or phrase.span).of(self.plan.text), proper=self.is_proper(phrase))
        if len(phrase.core) == 1 and lone_name(phrase.core[0].word):
            name = phrase.core[0].word
            kind = SpeakerType.PERSON if is_first_name(name) else SpeakerType.ORGANIZATION
            return self.enter(name, kind, phrase)
        if kind is SpeakerType.DOCUMENT:
            bare = _NEWNESS.sub(r"\1", name)
            name = with_article(bare) if bare != name else name
        if kind is SpeakerType.UNNAMED and signed(phrase):
            return self.enter(name, SpeakerType.PERSON, phrase)
        if kind is SpeakerType.UNNAMED and any(token.word.lower() in _MANY for token in phrase.core):
            kind = SpeakerType.GROUP
        first, _, rest = name.partition(" ")
        if owner is not None and rest and first.lower() in _POSSESSIVES:
            name = f"{owner.name}'s {rest}"
        return self.enter(name, kind, phrase, plural=kind is SpeakerType.GROUP or phrase.head.endswith("s"))

    def is_proper(self, phrase: Phrase) -> bool:
        """Whether the capital of a description's first word is its own: within a sentence, here or elsewhere."""
        first = phrase.core[0] if phrase.core else None
        if first is None or not first.word[0].isupper() or len(phrase.core) < 2:
            return False
        if first.word.lower() in FUNCTION_WORDS:
            return False
        within = re.compile(rf"[a-z,]\s{re.escape(first.word)}\b")
        return bool(within.search(self.plan.text))

    def enter(self, name: str, kind: SpeakerType, phrase: Phrase, *, plural: bool = False) -> Entity:
        """The entity of a description, made on its first mention."""
        key = plain_letters(name).removeprefix("a ").removeprefix("an ")
        entity = self.known.get(key)
        if entity is None:
            entity = Entity(kind, name, plural=plural)
            if phrase.head in MALE_NOUNS | FEMALE_NOUNS:
                entity.gender = "m" if phrase.head in MALE_NOUNS else "f"
            self.known[key] = entity
        entity.mentions.append(Span(phrase.span.start, phrase.span.end))
        return entity


def signed(phrase: Phrase) -> bool:
    """Whether a source of capitals only is a full name that stands where names are not sought: a signature."""
    words = [token.word for token in phrase.core]
    lowers = [plain_letters(word) for word in words]
    return 2 <= len(words) <= 4 and all(word[0].isupper() for word in words) and full_name(lowers, words)


def full_name(lowers: list[str], words: list[str]) -> bool:
    """Whether words begin with a first name, and none of them speaks against a person."""
    return first_name_of(lowers) and look_of(lowers, words) is Look.NAME and lowers[-1] not in KNOWN_NOUNS


def with_article(name: str) -> str:
    """A name with "a" or "an" as the word behind it asks, which may be another than in the article: "a law"."""
    article, _, rest = name.partition(" ")
    if article.lower() not in ("a", "an") or not rest:
        return name
    right = "an" if rest[0].lower() in "aeiou" and not _LIKE_YOU.match(rest) else "a"
    right = "an" if rest.startswith(_SPOKEN_VOWEL) else right
    return f"{right if article.islower() else right.capitalize()} {rest}"


def lone_name(word: str) -> bool:
    """Whether a source of one word is a name that nothing else in the article explains."""
    lower = word.lower()
    return word[:1].isupper() and lower not in KNOWN_NOUNS and singular(lower) not in KNOWN_NOUNS | PERSON_NOUNS
