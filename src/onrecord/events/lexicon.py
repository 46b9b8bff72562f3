"""The types of a newsroom's diary and words that tell them, a row a type; the first type that has a word keeps it."""

from __future__ import annotations

from typing import Final

from onrecord.events.stems import stem_of
from onrecord.model.events import TYPES

_WORDS: Final = {
    "meeting": "meeting meetings convention gathering session encounter conference assembly retreat reception meet "
    "convene gather reconvene assemble",
    "call": "call phone telephone",
    "visit": "visit trip tour stop travel arrival departure return voyage arrive fly depart leave attend",
    "talks": "talks negotiations negotiation dialogue consultations consultation mediation negotiate discuss consult",
    "summit": "summit",
    "speech": "speech address remarks keynote sermon interview lecture rally rallies appearance debate speak "
    "campaign appear",
    "briefing": "briefing brief",
    "hearing": "hearing trial inquiry inquest testimony arraignment proceedings impeachment lawsuit appeal "
    "parliament testify sue file impeach plead",
    "ruling": "ruling verdict decision judgment judgement sentence sentencing conviction injunction acquittal "
    "approval rule convict acquit decide overturn uphold approve reject find",
    "vote": "vote election elections referendum primary primaries caucus caucuses ballot polls runoff recall "
    "voting nomination elect nominate reelect run win lose",
    "agreement": "agreement deal treaty accord pact truce ceasefire settlement merger partnership contract sign agree "
    "ratify settle merge",
    "law": "law bill act legislation budget reform ban amendment order tax policy sanctions tariff tariffs "
    "measure regulation rules proclamation decree plan enact repeal pass legislate veto amend abolish "
    "impose require proclaim expand tighten",
    "appointment": "appointment resignation inauguration dismissal retirement succession takeover promotion "
    "replacement reshuffle appoint resign retire fire dismiss inaugurate oust succeed step quit replace hire name",
    "report": "report study survey publication disclosure book memoir data findings release publish disclose unveil",
    "launch": "launch opening premiere debut rollout start unveiling reopening expansion construction relaunch "
    "introduction inception project creation open begin introduce reopen build construct ship",
    "protest": "protest protests demonstration march strike walkout boycott petition riot riots unrest demonstrate",
    "attack": "attack attacks bombing shooting assault raid airstrike airstrikes strikes explosion killing murder "
    "massacre invasion offensive war shelling stabbing robbery kidnapping hijacking coup clash clashes "
    "operation bomb shoot kill stab invade rob hijack",
    "deployment": "deployment withdrawal mobilization evacuation mission airlift exercise drill deploy withdraw send "
    "mobilize evacuate dispatch pull",
    "arrest": "arrest arrests detention extradition indictment charges custody execution detain charge indict jail "
    "extradite capture execute seize",
    "disaster": "crash accident storm hurricane earthquake flood floods outbreak collapse death deaths tornado "
    "wildfire typhoon cyclone eruption derailment landslide pandemic injury blaze drought die burn "
    "explode drown erupt hit collide derail injure sink",
    "contest": "match race game final finals tournament championship cup olympics competition contest season fight "
    "qualifier derby playoff playoffs semifinal bout tie fixture play compete face beat defeat",
    "ceremony": "ceremony funeral wedding anniversary festival parade celebration memorial vigil burial concert award "
    "awards exhibition show christening baptism coronation engagement marriage graduation celebrate marry "
    "bury commemorate wed",
    "deadline": "deadline expiry expiration expire end",
    "economy": "purchase acquisition sale layoffs cuts cut increase raise hike investment bailout loan payment "
    "auction rise fall bankruptcy transfer stipend funding donation fundraiser ipo listing buy sell "
    "acquire spend pay invest fund donate",
}
_BY_STEM: Final = {stem_of(word): kind for kind, words in reversed(_WORDS.items()) for word in words.split()}
# How much likelier the type of the table is than the model alone holds it: by the types of annotated mentions.
TABLE_WEIGHT: Final = 5.0


def with_table(word: str, chances: tuple[float, ...]) -> tuple[float, ...]:
    """The model's probabilities of every type, in the order of `TYPES`, with the table's type weighed in."""
    kind = _BY_STEM.get(stem_of(word))
    if kind is None:
        return chances
    raised = [chance * (TABLE_WEIGHT if name == kind else 1.0) for name, chance in zip(TYPES, chances, strict=True)]
    total = sum(raised)
    return tuple(chance / total for chance in raised)
