"""Everybody and every body that an article names, each with all its names and places: who "Stone" is in this text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from onrecord.records import Article, Span, Speaker, SpeakerType, digest
from onrecord.speakers.facts import countries, is_common_word, is_given_name, plain_letters
from onrecord.speakers.kinds import Guess, gender_of_name
from onrecord.speakers.lexicon import FAMOUS, HONORIFICS, PLATFORMS, RANKS, RELATIONAL, SAME_BODY
from onrecord.speakers.names import NameMention
from onrecord.speakers.outline import Outline
from onrecord.speakers.roles import body_role, is_party_member, person_role
from onrecord.speakers.solitary import with_persons_of_one_name

_NICKNAME: Final = re.compile(r"\s*[\"“”'‘’][^\"“”'‘’]+[\"“”'‘’]\s*")
_SUFFIXES: Final = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
OFFICES: Final = frozenset(word.rstrip(".") for word in RANKS)
_HEADS: Final = frozenset("president premier chancellor minister pope".split())
"""Offices that one person of a name holds, and that the tables of offices know."""
_BODY: Final = frozenset({Guess.ORGANIZATION, Guess.GOVERNMENT})


@dataclass(eq=False, slots=True)
class Entity:
    """Somebody or something that may speak. `forms`: its names in plain letters; `keys`: what else it may be called.

    silent: a place (behind "in" or "near" wherever it stands) or a thing by its look;
    no pronoun means it until it speaks.
    """

    type: SpeakerType
    name: str
    gender: str | None = None
    sure_gender: bool = False
    plural: bool = False
    role: str | None = None
    age: int | None = None
    roles: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    offices: set[str] = field(default_factory=set)
    forms: dict[str, str] = field(default_factory=dict)
    keys: set[str] = field(default_factory=set)
    mentions: list[Span] = field(default_factory=list)
    certain: bool = True
    spoke: bool = False
    silent: bool = False
    parts: list[str] = field(init=False)

    def __post_init__(self) -> None:
        self.parts = name_parts(self.name)

    def rename(self, name: str) -> None:
        """Go by a fuller name."""
        self.add_form(self.name)
        self.name, self.parts = name, name_parts(name)

    @property
    def supported(self) -> bool:
        """Whether more than the look of its name tells a person: an office, an age, a title, a surname, words."""
        return bool(self.roles or self.titles or self.age or self.sure_gender or len(self.forms) > 1 or self.spoke)

    def add_form(self, name: str) -> None:
        """Remember one more name."""
        self.forms.setdefault(plain_letters(name), name)

    def take_role(self, role: str | None) -> None:
        """Keep the first role told, or one that says the same and more; remember all, to know the person by."""
        if not role or role.split()[-1].lower() in RELATIONAL:
            return
        told, known = set(role.lower().split()), set((self.role or "").lower().split())
        if self.role is None or known < told:
            self.role = role
        self.roles.add(role)

    def speaker(self, article: Article) -> Speaker:
        """The record of this entity."""
        local = self.type in (SpeakerType.UNNAMED, SpeakerType.GROUP, SpeakerType.DOCUMENT)
        key = plain_letters(self.name)
        parts = ("speaker", article.id, self.type, key) if local else ("speaker", self.type, key)
        others = tuple(name for form, name in self.forms.items() if form != key)
        return Speaker(digest(*parts), self.name, self.type, self.role, others, tuple(sorted(set(self.mentions))))


@dataclass(frozen=True, slots=True)
class Named:
    """A name at a place, with whom it means. `mention` keeps how it stood there."""

    mention: NameMention
    entity: Entity


@dataclass(slots=True)
class Cast:
    """The named entities of an article, and their mentions in text order."""

    entities: list[Entity] = field(default_factory=list)
    named: list[Named] = field(default_factory=list)
    governments: dict[str, Entity] = field(default_factory=dict)

    def within(self, span: Span) -> list[Named]:
        """The names that lie within a span."""
        return [named for named in self.named if span.start <= named.mention.span.start < span.end]

    def persons(self) -> Iterator[Entity]:
        """The people among them."""
        return (entity for entity in self.entities if entity.type is SpeakerType.PERSON)

    def government(self, country: str) -> Entity:
        """The government of a country, as a speaker."""
        entity = self.governments.get(country)
        if entity is None:
            entity = Entity(SpeakerType.GOVERNMENT, f"{country} (government)")
            self.governments[country] = entity
            self.entities.append(entity)
        return entity


class Directory:
    """People by each word of their names, bodies by their forms; of rivals the first entered comes first."""

    def __init__(self) -> None:
        self.people: list[Entity] = []
        self.bodies: list[Entity] = []
        self.by_word: dict[str, list[Entity]] = {}
        self.by_form: dict[str, Entity] = {}
        self.by_first_word: dict[str, Entity] = {}

    def add_person(self, entity: Entity) -> None:
        """Enter a person."""
        self.people.append(entity)
        for word in dict.fromkeys(entity.parts):
            self.by_word.setdefault(word, []).append(entity)

    def add_body(self, entity: Entity) -> None:
        """Enter a body, after its forms are known."""
        self.bodies.append(entity)
        for form in (plain_letters(entity.name), *entity.forms, *sorted(entity.keys)):
            self.by_form.setdefault(form, entity)
        self.by_first_word.setdefault(plain_letters(entity.name).partition(" ")[0], entity)

    def full_name(self, parts: list[str]) -> Entity | None:
        """The person whose name these words are a form of."""
        telling = next((word for word in reversed(parts[1:]) if len(word) > 1), parts[-1])
        people = self.by_word.get(telling, ())
        whole = next((person for person in people if fits_full(parts, person.parts)), None)
        if whole is not None:
            return whole
        tails = [person for person in people if person.parts[1:] == parts and len(parts[0].replace(".", "")) > 2]
        return tails[0] if len(tails) == 1 else None

    def family(self, plural: str) -> bool:
        """Whether a word is the plural of somebody's surname: "the Stones"."""
        stems = {plural.removesuffix("s"), plural.removesuffix("es")} - {plural}
        return any(person.parts[-1] == stem for stem in stems for person in self.by_word.get(stem, ()))


def name_parts(name: str) -> list[str]:
    """The words of a person's name in plain letters, without nickname and "Jr."."""
    bare = _NICKNAME.sub(" ", name)
    return [word.rstrip(".,") for word in plain_letters(bare).replace(",", " ").split() if word not in _SUFFIXES]


def build_cast(outline: Outline, mentions: Sequence[NameMention]) -> Cast:
    """Join the names of an article into people and bodies."""
    cast = Cast()
    directory = Directory()
    alone = lone_names(mentions)
    titled = frozenset(plain_letters(mention.name) for mention in mentions if mention.has_title)
    places = only_places(outline, mentions)
    mentions = with_persons_of_one_name(outline, [by_surname(mention, alone, titled) for mention in mentions])
    bodies = [mention for mention in mentions if is_body(mention)]
    known = {plain_letters(mention.name) for mention in bodies}
    join_people(directory, outline, [item for item in mentions if is_full_person(item) and not known_body(item, known)])
    join_bodies(directory, outline, bodies)
    cast.entities += [*directory.people, *directory.bodies]
    for mention in mentions:
        entity = find_entity(mention, directory, cast, outline)
        if entity is None:
            continue
        note(outline, entity, mention)
        entity.silent = entity.silent or plain_letters(entity.name) in places
        cast.named.append(Named(mention, entity))
    return cast


def lone_names(mentions: Sequence[NameMention]) -> frozenset[str]:
    """The names of one word that stand by themselves within a sentence, without "the", in plain letters."""
    return frozenset(
        plain_letters(mention.name)
        for mention in mentions
        if " " not in mention.name
        and (mention.has_title or (mention.guess is Guess.UNKNOWN and not (mention.after_the or mention.placed)))
    )


def only_places(outline: Outline, mentions: Sequence[NameMention]) -> set[str]:
    """The names of one word that stand behind "in" or "near" wherever they stand: places that nothing else tells."""
    told: dict[str, bool] = {}
    for mention in mentions:
        if mention.guess is Guess.UNKNOWN and " " not in mention.name and not is_given_name(mention.name):
            key = plain_letters(mention.name)
            told[key] = told.get(key, True) and stands_in(outline, mention.span)
    return {key for key, placed in told.items() if placed}


def stands_in(outline: Outline, name: Span) -> bool:
    """Whether "in" or "near" stands right before a name."""
    return outline.text[max(0, name.start - 6) : name.start].lower().endswith((" in ", " near ", "\nin ", "\nnear "))


def by_surname(mention: NameMention, alone: frozenset[str], titled: frozenset[str]) -> NameMention:
    """A name of doubtful look as a person's where its last word has a title, or stands alone and its first does not."""
    words = name_parts(mention.name)
    if mention.guess is not Guess.MIXED or not 2 <= len(words) <= 3 or is_common_word(words[-1]):
        return mention
    person = words[-1] in titled or (words[-1] in alone and words[0] not in alone)
    return replace(mention, guess=Guess.PERSON) if person else mention


def note(outline: Outline, entity: Entity, mention: NameMention) -> None:
    """Add a mention to an entity, with what it tells of gender and office."""
    entity.mentions.append(mention.span)
    if entity.type is not SpeakerType.GOVERNMENT or not entity.name.endswith("(government)"):
        entity.add_form(mention.name)
    if mention.titled and not entity.sure_gender:
        entity.gender, entity.sure_gender = mention.titled, True
    if entity.type is SpeakerType.PERSON:
        entity.gender = entity.gender or mention.leaning
        entity.age = entity.age or mention.age
        if mention.has_title and (title := title_before(outline, mention.span)) in HONORIFICS:
            entity.titles.add(title)
        rank = mention.role is not None and " " not in mention.role.of(outline.text)
        rank = rank and mention.apposed is not None and not is_party_member(mention.apposed.of(outline.text))
        for role in (mention.apposed, mention.role) if rank else (mention.role, mention.apposed):
            if role is not None:
                entity.take_role(person_role(role.of(outline.text)))
    elif mention.role is not None and entity.type in (SpeakerType.ORGANIZATION, SpeakerType.GOVERNMENT):
        entity.take_role(body_role(mention.role.of(outline.text)))


def title_before(outline: Outline, name: Span) -> str:
    """The word right before a name, in plain letters: its title."""
    before = outline.text[max(0, name.start - 24) : name.start].split()
    return plain_letters(before[-1]) if before else ""


def known_body(mention: NameMention, bodies: set[str]) -> bool:
    """Whether a name that may be a person's is told elsewhere to be a body's: "the newspaper Lowick Blad"."""
    return mention.guess is Guess.UNKNOWN and plain_letters(mention.name) in bodies


def is_full_person(mention: NameMention) -> bool:
    """Whether a mention gives a person's name in two words or more."""
    return len(name_parts(mention.name)) >= 2 and (
        mention.guess is Guess.PERSON or (mention.guess is Guess.UNKNOWN and not mention.after_the)
    )


def is_body(mention: NameMention) -> bool:
    """Whether a mention names an organisation or a ministry."""
    return mention.guess in _BODY


def join_people(directory: Directory, outline: Outline, mentions: Sequence[NameMention]) -> None:
    """Enter one entity for each person, the longest names first, so that shorter forms join them."""
    for mention in sorted(mentions, key=lambda item: (-len(name_parts(item.name)), item.span.start)):
        same = directory.full_name(name_parts(mention.name))
        if same is None:
            same = Entity(SpeakerType.PERSON, mention.name, certain=mention.guess is Guess.PERSON)
            same.gender = gender_of_name(mention.name)
            directory.add_person(same)
        same.certain = same.certain or mention.guess is Guess.PERSON
        same.add_form(mention.name)
        for told in (mention.role, mention.apposed):
            same.offices |= office_words(told, outline)


def office_words(role: Span | None, outline: Outline) -> set[str]:
    """The offices and ranks among the words of a role, in small letters."""
    words = plain_letters(role.of(outline.text)).replace("-", " ").split() if role is not None else []
    return {word.strip(",.") for word in words} & OFFICES


def fits_full(short: list[str], full: list[str]) -> bool:
    """Whether one full name is a form of another: same first name or initial, its other words all in the longer."""
    if short == full:
        return True
    first_fits = short[0] == full[0] or (
        min(len(short[0]), len(full[0])) == 1 and short[0][0] == full[0][0] and len(short) > 1
    )
    if not first_fits:
        return False
    rest = [word for word in short[1:] if len(word) > 1]
    return bool(rest) and all(word in full[1:] for word in rest)


def join_bodies(directory: Directory, outline: Outline, mentions: Sequence[NameMention]) -> None:
    """Enter one entity for each organisation or ministry; an acronym in brackets after a name is the same body."""
    bodies: list[Entity] = []
    index: dict[str, Entity] = {}
    acronyms: list[NameMention] = []
    for mention in sorted(mentions, key=lambda item: -len(item.name)):
        key = plain_letters(mention.name)
        usual = SAME_BODY.get(key, key)
        if key in index or usual in index:
            index.setdefault(key, index.get(usual) or index[key])
            index[key].add_form(mention.name)
            continue
        if " " not in key and mention.name.isupper() and len(acronym_key(key)) <= 9:
            acronyms.append(mention)
            continue
        kind = SpeakerType.GOVERNMENT if mention.guess is Guess.GOVERNMENT else SpeakerType.ORGANIZATION
        entity = Entity(kind, mention.name, certain=key not in PLATFORMS)
        index[key] = index[usual] = entity
        entity.add_form(mention.name)
        bracketed = re.match(
            r"\s*\(\s*(?:the\s+)?([A-Z][\w&.-]{1,9})\s*\)", outline.text[mention.span.end : mention.span.end + 20]
        )
        for form in filter(None, (bracketed.group(1) if bracketed else "", initials(mention.name))):
            index.setdefault(acronym_key(form), entity)
        bodies.append(entity)
    for mention in acronyms:
        key = plain_letters(mention.name)
        same = index.get(key) or index.get(acronym_key(key))
        if same is None:
            kind = SpeakerType.GOVERNMENT if mention.guess is Guess.GOVERNMENT else SpeakerType.ORGANIZATION
            same = Entity(kind, mention.name)
            bodies.append(same)
            index[key] = same
        same.add_form(mention.name)
    for key, entity in index.items():
        if key not in SAME_BODY.values():
            entity.keys.add(key)
    for entity in bodies:
        directory.add_body(entity)


def acronym_key(name: str) -> str:
    """An acronym without its dots and hyphens, in lower case."""
    return plain_letters(name).replace(".", "").replace("-", "")


def initials(name: str) -> str:
    """The acronym that a name would have; empty for names of fewer than three words."""
    letters = [word[0] for word in re.split(r"[\s-]+", name) if word and word[0].isupper()]
    return "".join(letters) if len(letters) >= 3 else ""


def find_entity(mention: NameMention, directory: Directory, cast: Cast, outline: Outline) -> Entity | None:
    """Whom a mention means; None for places, and for a lone capital that only opens a sentence."""
    table = countries()
    key = plain_letters(mention.name)
    parts = name_parts(mention.name)
    if not parts:  # "Jr." by itself, cut off its name by a comma
        return None
    if mention.guess in (Guess.PERSON, Guess.UNKNOWN, Guess.MIXED, Guess.OTHER):
        person = find_person(mention, parts, directory, outline)
        if person is not None:
            return person
    if mention.guess in (Guess.COUNTRY, Guess.CAPITAL, Guess.PLACE) and len(parts) == 1 and not mention.placed:
        namesakes = (person for person in directory.by_word.get(parts[0], ()) if person.parts[-1] == parts[0])
        namesake = next((person for person in namesakes if person.certain), None)
        if namesake is not None:
            return namesake
    if mention.guess is Guess.COUNTRY:
        return cast.government(table.by_name[key])
    if mention.guess is Guess.CAPITAL:
        return cast.government(table.by_capital[key])
    if mention.guess in (Guess.PEOPLE, Guess.PLACE, Guess.NOBODY):
        return None
    if mention.after_the and len(parts) == 1 and directory.family(parts[0]):
        mention = replace(mention, guess=Guess.GROUP)
    body = directory.by_form.get(key)
    if body is None and len(parts) == 1 and mention.guess is not Guess.PERSON:
        body = directory.by_first_word.get(key)
    return body or new_entity(mention, directory, cast)


def find_person(mention: NameMention, parts: list[str], directory: Directory, outline: Outline) -> Entity | None:
    """The person of a mention: by full name, surname, or first name; of two, by sex, title, and who was named last."""
    if len(parts) >= 2:
        return directory.full_name(parts)
    word = parts[0]
    people = directory.by_word.get(word, [])
    by_surname = [person for person in people if person.parts[-1] == word]
    by_other = [person for person in people if word in person.parts[1:-1]]
    by_first = [person for person in people if person.parts[0] == word and (mention.given or not mention.has_title)]
    for group in (by_surname, by_other, by_first):
        fitting = [
            person for person in group if not (contradicts(mention, person) and (len(group) > 1 or person.sure_gender))
        ]
        if len(fitting) > 1 and (titles := office_words(mention.role, outline)):
            holding = [person for person in fitting if titles & person.offices]
            if not holding and titles & _HEADS:
                return None  # somebody else: "President Stone" where two other Stones are named
            fitting = holding or fitting
        if mention.leaning and len(fitting) > 1:
            fitting = [person for person in fitting if person.gender in (None, mention.leaning)] or fitting
        if fitting:
            return latest(fitting, mention.span.start)
    return None


def contradicts(mention: NameMention, person: Entity) -> bool:
    """Whether the title of a mention speaks against a person's gender."""
    return bool(mention.titled and person.gender and mention.titled != person.gender)


def latest(people: list[Entity], before: int) -> Entity:
    """Of several people, the one mentioned last before a place; else the first in the text."""
    return max(
        people,
        key=lambda person: max((span.start for span in person.mentions if span.start < before), default=-1),
    )


def new_entity(mention: NameMention, directory: Directory, cast: Cast) -> Entity | None:
    """An entity of its own for a name that nothing longer explains."""
    if mention.guess is Guess.GROUP:
        entity = Entity(SpeakerType.GROUP, mention.name, plural=True)
        directory.add_body(entity)
    elif mention.guess in _BODY or (mention.guess in (Guess.OTHER, Guess.MIXED) and not mention.has_title):
        kind = SpeakerType.GOVERNMENT if mention.guess is Guess.GOVERNMENT else SpeakerType.ORGANIZATION
        entity = Entity(kind, mention.name, certain=mention.guess in _BODY)
        entity.silent = not entity.certain and not mention.after_the
        directory.add_body(entity)
    else:
        unexplained = (
            mention.guess is Guess.UNKNOWN and " " not in mention.name and not is_given_name(mention.name, alone=True)
        )
        known = plain_letters(mention.name) in FAMOUS
        if mention.weak and unexplained and not known:
            return None
        kind = SpeakerType.ORGANIZATION if unexplained and not known else SpeakerType.PERSON
        entity = Entity(kind, mention.name, certain=mention.guess is Guess.PERSON)
        entity.gender = mention.titled or (gender_of_name(f"{mention.name} X") if not mention.has_title else None)
        entity.sure_gender = mention.titled is not None
        (directory.add_person if kind is SpeakerType.PERSON else directory.add_body)(entity)
    entity.add_form(mention.name)
    cast.entities.append(entity)
    return entity
