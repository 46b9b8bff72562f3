"""Word lists that tell what a noun phrase can be: an office, a body, a public, a document, a pronoun.

Facts of English usage, small on purpose; names of people, countries and places are in `facts.py`.
"""

from __future__ import annotations


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


DAYS = _words("monday tuesday wednesday thursday friday saturday sunday")

HONORIFICS = {
    "mr": "m", "mr.": "m", "sir": "m", "lord": "m", "mister": "m", "mrs": "f", "mrs.": "f", "ms": "f", "ms.": "f",
    "miss": "f", "lady": "f", "dame": "f", "madam": "f", "baroness": "f", "baron": "m", "dr": None, "dr.": None,
    "prof": None, "prof.": None, "rev": None, "rev.": None, "hon": None, "hon.": None, "st": None, "saint": None,
    "father": "m", "sister": "f", "brother": "m", "king": "m", "queen": "f", "prince": "m", "princess": "f",
    "duke": "m", "duchess": "f", "pope": "m", "sheikh": "m", "imam": "m", "ayatollah": "m", "rabbi": None,
    "pastor": None, "bishop": None, "archbishop": None, "cardinal": "m", "grandma": "f", "grandpa": "m",
    "uncle": "m", "aunt": "f", "prophet": "m",
}  # fmt: skip
"""Titles that stand before a name and are no part of it, with the gender that they tell."""

FIRST_NAME_TITLES = _words("sir dame lady lord king queen prince princess pope father sister brother")
"""Titles that go with a first name alone."""

RANKS = _words(
    "sen sen. rep rep. gov gov. gen gen. lt lt. col col. capt capt. sgt sgt. maj maj. adm adm. cmdr cmdr. pres "
    "pres. supt supt. det det. insp insp. cpl cpl. pvt pvt. brig brig. dep dep. asst asst. atty atty. sens. reps. "
    "senator representative governor general lieutenant colonel captain sergeant major admiral commander "
    "president superintendent detective inspector corporal private brigadier marshal sheriff constable officer "
    "judge justice chancellor premier mayor minister secretary ambassador congressman congresswoman councillor "
    "councilman councilwoman councilor deputy chief director chairman chairwoman chair chairperson professor ceo "
    "cfo coo cto vp vice-president co-founder founder attorney solicitor commissioner envoy consul treasurer "
    "speaker whip leader pm assemblymember councilmember congressmember "
    "spokesman spokeswoman spokesperson spox emir sultan prosecutor coroner counsel "
    "rear-admiral undersecretary mp mep mps msp delegate alderman assemblyman assemblywoman rear vice-chair "
    "vice-chairman"
)
"""Ranks and offices that may stand right before a name, capitalised or not."""

PERSON_NOUNS = _words(
    "activist actor actress adviser advisor agent aide ally analyst anchor architect artist astronaut athlete "
    "attorney author banker baker biologist blogger boss boy boyfriend brother builder businessman businesswoman "
    "candidate captain celebrity chef chemist child citizen cleric client climatologist coach colleague collector "
    "columnist comedian commentator commissioner composer conservative consultant contractor correspondent cousin "
    "cricketer critic curator customer dad dancer daughter dealer defender defendant demonstrator dentist deputy "
    "designer developer diplomat director doctor donor driver economist editor educator employee employer "
    "engineer entrepreneur epidemiologist executive expert eyewitness farmer father fighter filmmaker firefighter "
    "fiance fiancee fisherman founder friend geologist girl girlfriend goalkeeper grandfather grandmother guard "
    "guest guide guitarist head helper historian host hunter husband inmate insider inspector instructor "
    "interpreter inventor investigator investor jihadist journalist judge juror kid lady landlord lawmaker lawyer "
    "leader lecturer legend legislator liaison lobbyist man manager mathematician mayor mechanic medic member "
    "midfielder midwife migrant militant millionaire billionaire minister model moderator mom mother mum musician "
    "neighbor neighbour nephew newcomer niece nominee novelist nurse observer officer official onlooker operative "
    "opponent organiser organizer owner painter paramedic parent partner passenger pastor patient person "
    "pharmacist philosopher photographer physician physicist pilot player playwright plumber poet policeman "
    "policewoman politician politico pollster poster presenter president priest principal prisoner producer "
    "professor professional progressive promoter prosecutor protester protestor psychiatrist psychologist "
    "publicist publisher pundit rapper rebel receptionist recipient refugee relative reporter representative "
    "republican democrat researcher resident respondent retiree rival runner sailor salesman scholar scientist "
    "scout secretary senator sergeant shopper shopkeeper singer sister skipper socialist sociologist soldier son "
    "songwriter source specialist spokesman spokesperson spokeswoman spouse staffer star stepfather stepmother "
    "steward strategist striker student superintendent supporter surgeon survivor suspect teacher teammate "
    "technician teenager tenant therapist tourist trader trainer translator treasurer trustee tutor tycoon user "
    "veteran vet viewer villager volunteer voter waiter waitress whistleblower widow widower wife winner witness "
    "woman worker writer youth youngster insurgent gunman shooter attacker bomber hijacker killer murderer thief "
    "victim complainant plaintiff claimant coordinator fellow associate assistant auditor ombudsman regulator "
    "negotiator mediator lieutenant governor chairman chairwoman chairperson chair chief ceo premier chancellor "
    "ambassador envoy commander general colonel admiral sheriff constable marshal king queen prince princess pope "
    "bishop archbishop emperor incumbent frontrunner front-runner hopeful contender challenger newsman newswoman "
    "meteorologist forecaster virologist immunologist cardiologist oncologist astronomer archaeologist "
    "anthropologist ecologist conservationist environmentalist campaigner bartender server dean provost rector "
    "alumnus graduate freshman senior congressman congresswoman councillor councilman councilwoman barrister "
    "solicitor magistrate clerk fundraiser sponsor backer shareholder stakeholder seller buyer vendor one "
    "self-described icon influencer streamer youtuber wrestler boxer golfer swimmer cyclist sprinter racer "
    "footballer quarterback rookie umpire referee jockey gymnast skater skier surfer climber explorer hiker "
    "motorist pedestrian counterpart predecessor successor heir descendant beneficiary philanthropist mogul "
    "magnate oligarch dictator ruler tyrant warlord separatist nationalist"
)
"""Singular nouns for a person; with -s they are a group."""

GROUP_NOUNS = _words(
    "people men women children police-officers families parents residents locals crowd crowds public voters "
    "electorate analysts experts economists scientists researchers officials authorities lawmakers politicians "
    "critics supporters opponents protesters activists users customers fans observers witnesses eyewitnesses "
    "lawyers attorneys prosecutors doctors nurses teachers students workers employees staff staffers crew "
    "passengers relatives friends neighbors neighbours villagers media press reporters journalists outlets "
    "websites networks newspapers polls-takers conservatives liberals republicans democrats progressives "
    "americans family couple pair duo trio siblings twins some many most several others few none everyone "
    "everybody nobody anybody somebody both all those these majority minority half third quarter thirds quarters "
    "percent number dozens hundreds thousands millions audience investors traders markets businesses companies "
    "firms countries nations states leaders ministers presidents governments sides parties groups organisations "
    "organizations charities unions universities agencies departments advocates campaigners environmentalists "
    "rebels militants forces troops soldiers insurgents farmers drivers shareholders creditors donors sponsors "
    "executives bosses chiefs heads police-chiefs allies rivals aides advisers advisors colleagues viewers "
    "readers listeners commentators pundits historians academics scholars clergy youth elders tribes community "
    "communities population society world humanity mankind elite establishment folks guys jurors jury panelists "
    "sources consumers homeowners travelers travellers tourists members delegates representatives senators mps "
    "legislators judges justices officers detectives investigators firefighters paramedics medics crews producers "
    "writers directors actors players coaches teams clubs owners managers competitors participants attendees "
    "organisers organizers respondents veterans survivors victims suspects defendants plaintiffs patients "
    "dad-and-mom politicos insiders newcomers visitors guests pilgrims adults teens teenagers kids mothers "
    "fathers mediators academia press-corps per-cent lot lots sections two three four five six seven eight nine "
    "ten"
)
"""Nouns for several people or a public, whatever their number in grammar."""

UNNAMED_PLURALS = _words("sources insiders aides whistleblowers")
"""Plurals that mean a few people who are not named."""

DOCUMENT_NOUNS = _words(
    "report reports study studies survey surveys poll polls letter letters statement statements affidavit "
    "complaint filing filings lawsuit suit indictment law laws bill act amendment constitution ruling rulings "
    "verdict judgment judgement order orders decree directive memo memos memorandum email emails e-mail e-mails "
    "message messages text texts tweet tweets post posts article articles book books memoir document documents "
    "paper-trail transcript transcripts record records data figures statistics numbers results tallies "
    "projections estimates forecast forecasts index census analysis assessment audit review research findings "
    "evidence investigation inquiry probe manifesto plan plans proposal proposals agreement treaty accord deal "
    "resolution resolutions petition guidelines guidance rules rule policy policies regulations regulation code "
    "contract contracts clause website webpage page site-notice sign signs banner banners poster placard placards "
    "warning warnings doctrine doctrines ranking rankings average averages description schedule opinion slogan "
    "headline headlines editorial editorials column op-ed story stories footage video videos recording recordings "
    "audio photo photos images image map chart graph slideshow presentation brief briefing-paper communique "
    "release releases notice notices advisory bulletin ad ads advert advertisement commercial documentary film "
    "programme-notes show-notes diary diaries note notes database databases dataset biography obituary bible "
    "scripture koran quran motion warrant subpoena testimony deposition confession interview interviews dossier "
    "cable cables leak leaks ballot referendum test tests model models simulation simulations trial trials "
    "experiment experiments history source-code caption captions label labels brochure leaflet pamphlet flyer "
    "newsletter blog logs log archive archives invoice receipt certificate licence license application "
    "complaint-letter account accounts dispatch wire platform-text protocol charter statute statutes ordinance "
    "measure mandate provision standard standards handbook manual textbook dictionary encyclopedia wikipedia "
    "quote quotes saying proverb hashtag fundraiser sentence declaration agenda"
)
"""Nouns for something written, drawn or counted that can say something."""

GOVERNMENT_NOUNS = _words(
    "city county town province ministry government administration department embassy consulate treasury cabinet "
    "state country nation republic kingdom regime bureau agency directorate junta monarchy presidency governorate "
    "commonwealth inspectorate authority secretariat"
)
"""Nouns for ministries, agencies and states."""

ORGANIZATION_NOUNS = _words(
    "company firm automaker carmaker faction camp corporation business bank airline carrier manufacturer retailer "
    "supermarket newspaper paper daily weekly tabloid magazine journal broadcaster network channel station outlet "
    "site website publication platform police court courts tribunal army navy military force forces guard party "
    "campaign committee commission council board panel association union federation league club team charity "
    "foundation institute institution university college school hospital church mosque agency group organisation "
    "organization body ngo nonprofit think-tank thinktank society academy parliament senate congress assembly "
    "legislature house office service services fund trust cooperative coalition alliance militia brigade wing "
    "branch movement startup start-up studio label publisher developer giant maker chain brand operator provider "
    "supplier utility insurer lender brokerage consultancy lab laboratory center centre museum gallery theatre "
    "theater zoo airport port railway department-store store shop restaurant hotel newsroom tv radio press-agency "
    "newswire wire watchdog regulator confederation consortium partnership venture coast-guard opposition "
    "majority-party prosecution defense defence programme program show podcast unit squad division task-force "
    "taskforce administration-arm patrol fire-service constabulary cartel gang franchise"
)
"""Nouns for companies, courts, police, armies, parties, media and associations."""

MEDIA_NOUNS = _words(
    "newspaper paper daily weekly tabloid magazine journal broadcaster network channel station outlet site "
    "website publication agency newswire wire"
)

NAME_GOVERNMENT = _words(
    "ministry department agency bureau administration government embassy consulate treasury office authority "
    "directorate inspectorate cabinet secretariat state commission service survey exchequer attorney's"
)
"""Words that make a capitalised name a ministry's, an agency's or a state's."""

NAME_ORGANIZATION = _words(
    "party group company corporation corp corp. inc inc. ltd ltd. llc plc co co. bank association union "
    "university college school institute institution foundation society club league federation council committee "
    "board court police army navy force forces guard network news times post tribune herald journal gazette "
    "guardian telegraph magazine press media radio tv television channel hospital church center centre trust fund "
    "partners holdings industries airlines airways motors motor energy oil gas electric systems technologies "
    "technology labs laboratory team united city fc house senate congress parliament assembly coalition alliance "
    "front movement brotherhood campaign organization organisation international academy museum studios pictures "
    "entertainment records project action watch rights aid relief coast conservatives democrats republicans "
    "tories labour greens lords commons teachers workers nations nato opec bbc cnn nbc cbs abc reuters afp "
    "chamber exchange services solutions consulting capital ventures airport railway railways transport brigade "
    "brigades corps regiment battalion command legion defenders constabulary sheriff's supreme tribunal federal "
    "national global world registry wire review daily weekly chronicle observer independent mail mirror express "
    "standard sun star globe inquirer bulletin dispatch examiner monitor tennessean economist atlantic verge hill"
)
"""Words that make a capitalised name an organisation's."""

ABBREVIATIONS = _words(
    "ok imo imho diy pc pcs tv tvs vpn vpns gpu gpus cpu cpus suv suvs dna rna usb url pdf led hvac gfci faq faqs ceo "
    "cfo gdp vr hiv aids rpm gps atm llm llms api apis app iq pr hr abv srp msrp mvp rbi pms ppm pto rsvp asap diys "
    "ct icu er ptsd adhd std ufo ufos vip vips mri lgbt lgbtq ev evs ipo esg kpi roi seo mba phd gcse psa ivf"
)
"""What stands in capitals for a thing and never speaks."""

WELL_KNOWN = {
    "white house": "organization-government",
    "kremlin": "organization-government", "pentagon": "organization-government",
    "downing street": "organization-government",
    "no 10": "organization-government", "no. 10": "organization-government",
    "number 10": "organization-government", "capitol hill": "organization", "elysee": "organization-government",
    "state department": "organization-government", "home office": "organization-government",
    "foreign office": "organization-government", "fbi": "organization-government", "cia": "organization-government",
    "nsa": "organization-government", "irs": "organization-government", "epa": "organization-government",
    "fda": "organization-government", "cdc": "organization-government", "doj": "organization-government",
    "nasa": "organization-government", "fsb": "organization-government", "mi5": "organization-government",
    "mi6": "organization-government", "faa": "organization-government", "fema": "organization-government",
    "european commission": "organization-government", "eu": "organization-government",
    "european union": "organization-government", "e.u.": "organization-government",
    "vatican": "organization-government", "hmrc": "organization-government", "nhs": "organization",
    "un": "organization", "u.n.": "organization", "united nations": "organization", "who": "organization",
    "unesco": "organization", "unicef": "organization", "nato": "organization", "opec": "organization",
    "imf": "organization", "hamas": "organization", "hezbollah": "organization", "taliban": "organization",
    "islamic state": "organization", "isis": "organization", "fatah": "organization", "labour": "organization",
    "tories": "organization", "conservatives": "organization", "democrats": "group", "republicans": "group",
    "gop": "organization", "facebook": "organization", "google": "organization", "twitter": "organization",
    "apple": "organization", "amazon": "organization", "microsoft": "organization", "meta": "organization",
    "tesla": "organization", "boeing": "organization", "airbus": "organization", "tesco": "organization",
    "walmart": "organization", "netflix": "organization", "uber": "organization", "youtube": "organization",
    "instagram": "organization", "tiktok": "organization", "reuters": "organization", "bloomberg": "organization",
    "politico": "organization", "buzzfeed": "organization", "breitbart": "organization", "axios": "organization",
    "tass": "organization", "xinhua": "organization", "al jazeera": "organization", "interfax": "organization",
    "wikileaks": "organization", "wikipedia": "organization", "wikinews": "organization", "gallup": "organization",
    "greenpeace": "organization", "oxfam": "organization", "interpol": "organization", "fox": "organization",
    "msnbc": "organization", "espn": "organization", "npr": "organization", "pbs": "organization",
    "supreme court": "organization", "congress": "organization", "senate": "organization", "parliament": "organization",
    "house of commons": "organization", "house of lords": "organization", "knesset": "organization",
    "bundestag": "organization", "scotland yard": "organization", "wall street": "group", "brexit": "none",
    "covid": "none", "covid-19": "none", "coronavirus": "none", "internet": "none", "christmas": "none",
    "easter": "none", "ramadan": "none", "god": "none", "islam": "none", "christianity": "none", "muslims": "group",
    "christians": "group", "jews": "group", "catholics": "group", "ai": "none",
    "emergencies ministry": "organization-government", "x": "organization", "linkedin": "organization",
    "snapchat": "organization", "telegram": "organization", "whatsapp": "organization", "cnn": "organization",
    "bbc": "organization", "espn.com": "organization", "the sun": "organization", "ap": "organization",
}  # fmt: skip
"""Names that everybody shortens or that carry no word telling what they are."""

NO_OFFICE = _words(
    "young old elder younger late former current new then senior junior fellow longtime outgoing incoming veteran "
    "acting retired renowned famous controversial embattled disgraced beloved local national international"
)
"""Adjectives that are no office where they stand by themselves."""

SHOP_NAMES = _words(
    "macy mcdonald lowe wendy kohl sainsbury moody sotheby christie bloomingdale harrod lloyd domino arby denny levi "
    "bonham ladbroke dillard zabar chili applebee"
)
"""Names of companies that end in 's."""

SAME_BODY = {
    "no 10": "downing street", "no. 10": "downing street", "number 10": "downing street",
    "no 10 downing street": "downing street", "number 10 downing street": "downing street",
    "10 downing street": "downing street",
    "eu": "european union", "e.u.": "european union", "un": "united nations", "u.n.": "united nations",
    "gop": "republican party", "bbc news": "bbc", "cnn news": "cnn", "scotland yard": "metropolitan police",
    "nyt": "new york times", "ap": "associated press", "agence france-presse": "afp",
}  # fmt: skip
"""Names of one body that no letters join, each to the one that it is entered under."""

RELATIONAL = _words("counterpart rival opponent predecessor successor colleague friend mr. mrs. ms. mr mrs ms")
"""Nouns that say what somebody is to somebody else, and no office."""

MALE_NOUNS = _words(
    "man boy husband father son brother uncle nephew grandfather grandson king prince businessman spokesman "
    "chairman congressman councilman policeman gunman salesman stepfather dad boyfriend widower actor fisherman "
    "waiter fireman frenchman englishman irishman dutchman assemblyman stepson groom"
)
FEMALE_NOUNS = _words(
    "woman girl wife mother daughter sister aunt niece grandmother granddaughter queen princess businesswoman "
    "spokeswoman chairwoman congresswoman councilwoman policewoman stepmother mum mom girlfriend widow actress "
    "waitress assemblywoman frenchwoman stepdaughter bride midwife"
)

REGIONS = frozenset(
    "alabama,alaska,arizona,arkansas,california,colorado,connecticut,delaware,florida,hawaii,idaho,illinois,"
    "indiana,iowa,kansas,kentucky,louisiana,maine,maryland,massachusetts,michigan,minnesota,mississippi,"
    "missouri,montana,nebraska,nevada,new hampshire,new jersey,new mexico,new york,north carolina,"
    "north dakota,ohio,oklahoma,oregon,pennsylvania,rhode island,south carolina,south dakota,tennessee,texas,"
    "utah,vermont,west virginia,wisconsin,wyoming,ontario,quebec,british columbia,alberta,manitoba,"
    "saskatchewan,nova scotia,new brunswick,england,scotland,wales,northern ireland,new south wales,"
    "queensland,western australia,south australia,tasmania,gaza,gaza strip,west bank,crimea,europe,asia,"
    "africa,middle east,los angeles,san francisco,chicago,boston,new york city,brooklyn,manhattan,hollywood,"
    "silicon valley,cincinnati,philadelphia,houston,dallas,atlanta,miami,seattle,detroit,las vegas,el paso,san diego,"
    "san jose,san antonio,kansas city,cleveland,denver,phoenix,milwaukee,minneapolis,st. louis,st louis,new orleans,"
    "baltimore,pittsburgh,memphis,nashville,sacramento,honolulu,salt lake city,oklahoma city,tampa,orlando,toronto,"
    "montreal,vancouver,calgary,sydney,melbourne,brisbane,perth,manchester,liverpool,birmingham,leeds,glasgow,"
    "edinburgh,bristol,sheffield,belfast,cardiff,barcelona,milan,munich,frankfurt,hamburg,istanbul,mumbai,shanghai,"
    "hong kong,new delhi,karachi,lagos,johannesburg,dubai,tel aviv,st. petersburg,rio de janeiro,sao paulo,"
    "latin america,north america,south america,central america,southeast asia,caribbean,balkans,scandinavia".split(",")
)
"""Places that speak for nobody, as often named as countries."""

FAMOUS = _words(
    "trump clinton obama biden bush putin medvedev merkel scholz macron sarkozy johnson cameron blair starmer "
    "sunak truss zelensky zelenskyy poroshenko erdogan netanyahu abbas assad khamenei rouhani modi xi trudeau "
    "harper lula bolsonaro maduro chavez castro mugabe mandela zuma ramaphosa duterte kim musk bezos zuckerberg "
    "gates sanders cruz rubio kasich romney mccain pence harris pelosi mcconnell giuliani comey mueller snowden "
    "assange lavrov peskov orban tusk berlusconi salvini thatcher reagan nixon kennedy gorbachev yeltsin "
    "stoltenberg guterres"
)
"""Surnames that stand alone in the news."""

PLATFORMS = _words("twitter facebook instagram youtube tiktok x snapchat telegram whatsapp linkedin reddit weibo")
"""Names that are a place to speak at far more often than a speaker."""

PRONOUNS_MALE = _words("he him his himself")
PRONOUNS_FEMALE = _words("she her hers herself")
PRONOUNS_THING = _words("it its itself")
PRONOUNS_PLURAL = _words("they them their theirs themselves")
PRONOUNS_FIRST = _words("i me my mine myself")
PRONOUNS_FIRST_PLURAL = _words("we us our ours ourselves")
PRONOUNS_SECOND = _words("you your yours yourself")
RELATIVES = _words("who which that whom whose")
PRONOUNS = (
    PRONOUNS_MALE
    | PRONOUNS_FEMALE
    | PRONOUNS_THING
    | PRONOUNS_PLURAL
    | PRONOUNS_FIRST
    | PRONOUNS_FIRST_PLURAL
    | PRONOUNS_SECOND
    | RELATIVES
)

PREPOSITIONS = _words(
    "of for from in at with on to by near under over about against among between within without during after "
    "before since until through across throughout amid beyond below around inside outside behind like as via per "
    "including"
)
DETERMINERS = _words(
    "the a an this that these those his her its their our my your some many most several both all each every "
    "another other any no few"
)
CLAUSE_WORDS = _words("who which that whom whose when where while as if because although though but whose")

FUNCTION_WORDS = (
    PRONOUNS
    | PREPOSITIONS
    | DETERMINERS
    | CLAUSE_WORDS
    | _words(
        "and or nor so yet still however meanwhile then now today tomorrow yesterday also even just only not is are "
        "was were be been being has have had do does did will would can could may might must shall should there here "
        "what why how yes well perhaps maybe once twice again ever never despite instead earlier later last next "
        "first second one two three four five six seven eight nine ten more much such same own too very asked "
        "according former late new old top senior read watch see share related photo image video advertisement "
        "updated published breaking exclusive opinion analysis monday tuesday wednesday thursday friday saturday "
        "sunday january february march april june july august september october november december speaking following "
        "given born let nobody nothing something someone everyone everything anyone anything because since unless "
        "whether neither either whatever whoever whenever wherever indeed thus hence therefore moreover furthermore "
        "additionally overall finally eventually recently currently previously responding writing citing saying "
        "adding noting calling referring amid although though while thanks thank please sorry hello hi ok okay oh no "
        "afterwards afterward elsewhere separately nonetheless nevertheless similarly likewise accordingly "
        "consequently subsequently initially originally reportedly allegedly apparently presumably importantly "
        "unsurprisingly interestingly notably specifically asking replying reacting appearing testifying"
    )
)
"""Words that are no name when a sentence starts with them."""

INVERTED_CUES = _words(
    "says said adds added asks asked writes wrote tells told replies replied explains explained recalls recalled "
    "continues continued insists insisted admits admitted argues argued claims claimed warns warned agrees agreed "
    "jokes joked laughs laughed tweets tweeted quips quipped muses mused notes noted observes observed reflects "
    "reflected reckons reckoned concludes concluded declares declared announces announced counters countered cries "
    "cried shouts shouted sighs sighed shrugs shrugged enthuses responds responded remembers remembered"
)
"""Verbs of saying that stand before their subject, with a capital where they open a line: "Says Stone"."""

PERSON_PARTICLES = _words("de la van von bin al el da di del der den dos du ibn ben ter y al- ul ur abu bint le")
ORG_CONNECTORS = _words("of for and the on & in to at with against")

OFFICE_KIN = {
    "diplomat": _words("minister ambassador envoy diplomat secretary consul"),
    "official": _words(
    "minister secretary spokesman spokeswoman spokesperson director chief commissioner deputy officer head "
    "official aide adviser advisor ambassador envoy governor mayor administrator superintendent chairman manager"
),
    "politician": _words(
    "senator minister president governor mayor mp leader congressman congresswoman chancellor premier candidate "
    "representative councillor deputy sen sen. rep rep. gov gov."
),
    "lawmaker": _words("senator mp congressman congresswoman representative councillor sen sen. rep rep. deputy"),
    "legislator": _words("senator mp congressman congresswoman representative sen sen. rep rep."),
    "leader": _words("president premier chancellor leader minister chairman king pope secretary head director"),
    "candidate": _words("candidate nominee senator governor sen sen. gov gov. hopeful contender businessman"),
    "senator": _words("senator sen sen."),
    "governor": _words("governor gov gov."),
    "congressman": _words("representative congressman rep rep."),
    "congresswoman": _words("representative congresswoman rep rep."),
    "scientist": _words("professor researcher scientist biologist physicist chemist virologist epidemiologist"),
    "academic": _words("professor lecturer researcher academic scholar fellow"),
    "researcher": _words("professor researcher scientist author fellow"),
    "expert": _words("professor expert analyst researcher fellow specialist"),
    "lawyer": _words("attorney lawyer solicitor barrister counsel"),
    "attorney": _words("attorney lawyer prosecutor"),
    "spokesman": _words("spokesman spokesperson secretary"),
    "spokeswoman": _words("spokeswoman spokesperson secretary director"),
    "spokesperson": _words("spokesman spokeswoman spokesperson secretary director"),
    "officer": _words("officer constable sergeant detective inspector captain col. capt. sgt. lt. chief"),
    "commander": _words("commander general colonel admiral gen. col. chief"),
    "executive": _words("ceo executive chief director chairman president officer"),
    "boss": _words("ceo executive chief director chairman head manager coach"),
    "premier": _words("premier minister"),
    "doctor": _words("doctor physician surgeon dr dr."),
    "physician": _words("doctor physician surgeon dr dr."),
    "actor": _words("actor star"),
    "actress": _words("actress star"),
    "star": _words("star actor actress singer rapper player"),
    "singer": _words("singer star rapper musician"),
    "mogul": _words("businessman billionaire mogul"),
    "billionaire": _words("businessman billionaire mogul ceo"),
    "businessman": _words("businessman billionaire mogul ceo"),
    "head": _words("head chief director chairman leader president"),
    "chief": _words("chief head director"),
    "democrat": _words("democrat democratic d"),
    "republican": _words("republican r"),
    "pm": _words("minister premier"),
    "mum": _words("mother"), "mom": _words("mother"), "dad": _words("father"), "mother": _words("mum mom"),
    "father": _words("dad"), "coach": _words("manager"), "manager": _words("coach"),
    "reporter": _words("journalist correspondent"), "journalist": _words("reporter correspondent editor"),
}  # fmt: skip
"""What a description may be said of: "the diplomat" of a minister or an ambassador."""
