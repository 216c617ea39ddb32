"""The register in memory: subjects by output file, with every reference checked at the end."""
import re

from .tables import TableError, expand, keyed, slug, values
from .turtle import date, text

# Type segment of an IRI -> prefix in the Turtle files (org: is the W3C Organization Ontology's).
SEGMENTS = {"state": "state", "government": "government", "place": "place", "org": "body", "party": "party",
            "person": "person", "post": "post", "membership": "membership", "named-event": "named-event",
            "election": "election", "work": "work", "ideology": "ideology", "group": "group"}
LABELS = {"alt": "skos:altLabel", "acr": "ent:acronym", "adj": "ent:adjective", "dem": "ent:demonym", "met": "ent:metonym"}
CLASSES = {"Person", "Politician", "Official", "Scholar", "Journalist", "MilitaryPerson", "State", "Government",
           "PoliticalParty", "InternationalOrganization", "Organization", "Military", "Media", "University", "Company",
           "ThinkTank", "Ministry", "Court", "Parliament", "ArmedGroup", "NGO", "Place", "Election", "NamedEvent", "Work",
           "Ideology", "ActorGroup", "Nationality", "Post", "OtherEntity"}
PARTICLES = {"de", "del", "della", "di", "da", "dos", "van", "von", "der", "den", "ter", "la", "le", "al", "el", "bin", "du"}


class Register:
    def __init__(self):
        self.files = {}      # output file -> subject -> predicate -> objects
        self.home = {}       # subject -> output file
        self.references = []  # (row, subject) to check
        self.adjectives = {}  # state key -> adjectives fit for "Russian president"
        self.composed = {}    # subject -> name as it stands after "of" ("the United States")

    def subject(self, segment, key, file, row):
        if segment not in SEGMENTS:
            row.fail(f"no type segment {segment!r}")
        if not re.fullmatch(r"[A-Za-z0-9_-]+", key):
            row.fail(f"bad key {key!r}")
        iri = f"{SEGMENTS[segment]}:{key}"
        self.files.setdefault(self.home.setdefault(iri, file), {}).setdefault(iri, {})
        return iri

    def predicates(self, iri):
        return self.files[self.home[iri]][iri]

    def add(self, iri, predicate, *objects):
        self.predicates(iri).setdefault(predicate, set()).update(objects)

    def refer(self, row, reference, default="state"):
        """`russia`, `org/nato` or `place/moscow` as a subject that must exist in the end."""
        segment, _, key = reference.rpartition("/")
        segment = segment or default
        if segment not in SEGMENTS:
            row.fail(f"no type segment {segment!r}")
        self.references.append((row, f"{SEGMENTS[segment]}:{key}"))
        return self.references[-1][1]

    def classify(self, iri, names):
        """Classes of the ontology; other words ("HeadOfState") are kinds, said as text ("head of state")."""
        for name in names:
            if name in CLASSES:
                self.add(iri, "a", f"ent:{name}")
            else:
                self.add(iri, "ent:kind", text(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()))

    def label(self, iri, name, row):
        """The one preferred label."""
        present = self.predicates(iri).get("skos:prefLabel", set())
        if present and present != {text(name.text, "en")}:
            row.fail(f"{iri} is {next(iter(present))} already, now {name.text!r}")
        self.add(iri, "skos:prefLabel", text(name.text, "en"))
        self.mark(iri, name)

    def names(self, iri, predicate, names):
        preferred = self.predicates(iri).get("skos:prefLabel", set())
        for name in names:
            literal = text(name.text, "en")
            chosen = "skos:hiddenLabel" if "hidden" in name.marks else "ent:acronym" if "acronym" in name.marks else predicate
            if not (chosen == "skos:altLabel" and literal in preferred):
                self.add(iri, chosen, literal)
            self.mark(iri, name)

    def mark(self, iri, name):
        for mark in name.marks & {"ambiguousName", "contextName"}:
            self.add(iri, f"ent:{mark}", text(name.text, "en"))

    def provenance(self, iri, row):
        self.add(iri, "dcterms:source", text(row["source"] or row.directives["source"]))
        self.add(iri, "ent:asOf", date(row["asof"] or row.directives["asof"]))

    def period(self, iri, row):
        for column, predicate in (("from", "ent:validFrom"), ("to", "ent:validTo")):
            if row[column]:
                if not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", row[column]):
                    row.fail(f"bad date {row[column]!r}")
                self.add(iri, predicate, date(row[column]))
        if row["from"] and row["to"] and row["to"] < row["from"][:len(row["to"])]:
            row.fail(f"ends {row['to']} before it begins {row['from']}")

    def check(self):
        for row, iri in self.references:
            if iri not in self.home:
                row.fail(f"nothing in the register is called {iri}")


def entity(register, row, file):
    """One row of a general table: `@type SEGMENT CLASS...` and the columns of docs/register.md."""
    segment, *classes = row.directives["type"].split()
    if segment == "person":
        iri, name = person(register, row["name"], row, file), keyed(row["name"].translate(BRACES))[1]
        key = iri.split(":")[1]
    else:
        key, name = keyed(row["name"])
        iri = register.subject(segment, key, file, row)
        register.label(iri, name, row)
    if name.text.isupper() and row.directives.get("acronyms") == "upper":
        register.add(iri, "ent:acronym", text(name.text, "en"))
    own = row["type"]  # `=Company` replaces the table's classes, `Court` adds to them
    register.classify(iri, values(own[1:]) if own.startswith("=") else classes + values(own))
    details(register, iri, row)
    if segment == "state":
        register.composed[iri] = ("the " if re.search(r"^Empire|(Union|Empire|Dynasty|Republic|America)$", name.text) else "") + name.text
        register.adjectives[key] = [a.text for a in row.names("adj") if not a.text.endswith("-")]
    register.period(iri, row)
    register.provenance(iri, row)
    return iri


def details(register, iri, row):
    """What the optional columns say."""
    for column, predicate in LABELS.items():
        register.names(iri, predicate, row.names(column))
    for column, predicate in LINKS.items():
        for reference in values(row[column]):
            register.add(iri, predicate, register.refer(row, reference, DEFAULTS.get(column, "state")))
    if row["wd"]:
        if not re.fullmatch(r"Q[1-9]\d*", row["wd"]):
            row.fail(f"bad Wikidata id {row['wd']!r}")
        register.add(iri, "schema:sameAs", f"wd:{row['wd']}")
    if row["geo"]:
        if not row["geo"].isdigit():
            row.fail(f"bad GeoNames id {row['geo']!r}")
        register.add(iri, "schema:sameAs", f"<https://sws.geonames.org/{row['geo']}/>")
    if row["note"]:
        register.add(iri, "skos:scopeNote", text(row["note"], "en"))
    if row["gender"]:
        register.add(iri, "ent:gender", text({"f": "female", "m": "male"}[row["gender"]]))


LINKS = {"in": "ent:inState", "of": "org:unitOf", "seatof": "ent:seatOf", "part": "org:unitOf",
         "within": "ent:inRegion", "party": "ent:party", "citizen": "ent:citizenOf"}
DEFAULTS = {"of": "government", "seatof": "government", "part": "org", "within": "place", "party": "party"}


BRACES = str.maketrans("", "", "{}")


def split_name(written):
    """(full, family, given): braces mark a family name that isn't the last word with its particles."""
    marked = re.search(r"\{(.*?)\}", written)
    if not marked and re.search(r" of |^Pope | [IVX]+$", written):
        return written, "", ""  # monarchs and popes
    full = written.replace("{", "").replace("}", "")
    if marked:
        family = marked.group(1)
        given = " ".join(re.sub(r"\{.*?\}", " ", written).split())
        return full, family, given
    words = full.split()
    start = len(words) - 1
    while start > 1 and words[start - 1] in PARTICLES:
        start -= 1
    return (full, "", "") if len(words) == 1 else (full, " ".join(words[start:]), " ".join(words[:start]))


def person(register, cell, row, file="persons.ttl"):
    """The person named in a cell, created at the first mention: `key=Name`, braces round the family name."""
    key, _, written = cell.rpartition("=")
    full, family, given = split_name(written)
    ambiguous = expand(full)[0]
    iri = register.subject("person", key or slug(ambiguous.text), file, row)
    register.label(iri, ambiguous, row)
    register.add(iri, "a", "ent:Person")
    if family:
        register.add(iri, "ent:familyName", text(expand(family)[0].text, "en"))
        if given:
            register.add(iri, "ent:givenName", text(given, "en"))
    return iri
