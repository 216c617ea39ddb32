"""Tables -> register: states with their governments and capitals, posts with their holders, memberships."""
from .model import Register, SEGMENTS, details, entity, person
from .tables import Name, blocks, keyed, read, slug, values
from .turtle import date, text


def build(source):
    register = Register()
    tables = [(table_kind(path), path) for path in sorted(source.glob("*.psv"))]
    for kind, path in sorted(tables, key=lambda table: (ORDER[table[0]], table[1].name != "historical.psv", table[1].name)):
        BUILDERS[kind](register, path)
    weaken_surnames(register, source / "weak-surnames.txt")
    register.check()
    return register


def weaken_surnames(register, path):
    """Family names that need the full name in the document: ent:contextName."""
    lines = path.read_text(encoding="utf-8").splitlines()
    weak = {text(line, "en") for line in lines if line and not line.startswith("#")}
    for subject in register.files.get("persons.ttl", {}).values():
        family = subject.get("ent:familyName", set())
        subject.setdefault("ent:contextName", set()).update(family & weak - subject.get("skos:altLabel", set()))
        if not subject["ent:contextName"]:
            del subject["ent:contextName"]


def table_kind(path):
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("@table "):
            return line.split()[1]
    return "entities"


def entities(register, path):
    for row in read(path):
        iri = entity(register, row, row.directives.get("file", path.stem) + ".ttl")
        if iri.startswith("state:"):
            government(register, iri.split(":")[1], iri, "", [], row)


def states(register, path):
    for row in read(path):
        state(register, row)


def state(register, row):
    written = row["name"]
    article = "the " if written.startswith("the ") else ""
    key, name = keyed(written.removeprefix("the "))
    iri = register.subject("state", key, "states.ttl", row)
    register.label(iri, name, row)
    register.classify(iri, ["State", *values(row["type"])])
    official = [Name(row["official"])] if row["official"] else []
    register.names(iri, "skos:altLabel", official + row.names("alt"))
    register.names(iri, "ent:adjective", row.names("adj"))
    register.names(iri, "ent:demonym", row.names("dem"))
    for column in ("a2", "a3"):
        if row[column]:
            register.add(iri, f"ent:countryCode{column[1]}", text(row[column]))
    if row["wd"]:
        register.add(iri, "schema:sameAs", f"wd:{row['wd']}")
    if row["note"]:
        register.add(iri, "skos:scopeNote", text(row["note"], "en"))
    register.provenance(iri, row)
    register.composed[iri] = article + name.text
    register.adjectives[key] = [a.text for a in row.names("adj") if not a.text.endswith("-") and "hidden" not in a.marks]
    capitals = [capital(register, cell, iri, row) for cell in values(row["capital"])]
    government(register, key, iri, name.text, capitals, row)


def capital(register, cell, state_iri, row):
    key, name = keyed(cell)
    iri = register.subject("place", key, "places.ttl", row)
    register.label(iri, name, row)
    register.classify(iri, ["Place", "City"])
    register.add(iri, "ent:inState", state_iri)
    register.provenance(iri, row)
    register.add(state_iri, "ent:capital", iri)
    return name


def government(register, key, state_iri, short, capitals, row):
    iri = register.subject("government", key, "governments.ttl", row)
    composed = register.composed[state_iri]
    register.label(iri, Name(f"Government of {composed}"), row)
    register.add(iri, "a", "ent:Government")
    register.names(iri, "skos:altLabel", [Name(f"{a} {word}") for a in register.adjectives[key][:3]
                                          for word in ("government", "Government")])
    register.names(iri, "skos:altLabel", [Name(f"government of {composed}")])
    register.names(iri, "ent:metonym", [c for c in capitals if c.text != short] + row.names("met"))
    register.add(iri, "ent:governmentOf", state_iri)
    register.provenance(iri, row)


def offices(register, path):
    for block in blocks(path):
        post = office(register, block.heading)
        for row in block.rows:
            holder(register, post, block.heading, row)


def office(register, row):
    """`+Title;other title|owner|class`: the owner is a state, or an organisation as org/key."""
    key, _, titles = row["post"].rpartition("=")
    titles = values(titles)
    owner = register.refer(row, row["of"])
    if owner not in register.home:
        row.fail(f"nothing in the register is called {owner}")
    owner_key = owner.split(":")[1]
    iri = register.subject("post", key or f"{slug(titles[0])}-of-{owner_key}", "posts.ttl", row)
    label = register.predicates(owner)["skos:prefLabel"]
    plain = next(iter(label))[1:].rpartition('"@')[0]
    owner_name = register.composed.get(owner) or ("the " if " " in plain else "") + plain
    register.label(iri, Name(titles[0] if row["names"] == "bare" else f"{titles[0]} of {owner_name}"), row)
    register.classify(iri, ["Post", *values(row["type"])])
    for title in titles:
        register.add(iri, "ent:title", text(title, "en"))
        own = [Name(title)] if " " in title else []  # a bare title names the post on its own
        register.names(iri, "skos:altLabel", own if row["names"] == "bare" else composed_titles(register, title, owner, owner_name))
    register.add(iri, "org:postIn", employer(register, owner, owner_key, owner_name, row))
    register.provenance(iri, row)
    return iri


def employer(register, owner, key, owner_name, row):
    """The body that a post belongs to: a state's government, the administration of a city or province, or the owner itself."""
    if owner.startswith("state:"):
        return f"{SEGMENTS['government']}:{key}"
    if not owner.startswith("place:"):
        return owner
    iri = register.subject("org", f"government-of-{key}", "national.ttl", row)
    register.label(iri, Name(f"Government of {owner_name}"), row)
    register.classify(iri, ["Organization"])
    register.add(iri, "ent:inState", *register.predicates(owner).get("ent:inState", ()))
    register.provenance(iri, row)
    return iri


def composed_titles(register, title, owner, owner_name):
    lower = title[0].lower() + title[1:] if " " not in title else title.lower()
    for form in dict.fromkeys((title, lower)):
        yield Name(f"{form} of {owner_name}")
        for adjective in attributes(register, owner, owner_name):
            yield Name(f"{adjective} {form}")


def attributes(register, owner, owner_name):
    """What stands before a title: `Russian`, `US` and `U.S.`, `NATO`."""
    own = register.adjectives[owner.split(":")[1]][:2] if owner.startswith("state:") else [owner_name.removeprefix("the ")]
    acronyms = sorted(a[1:].rpartition('"@')[0] for a in register.predicates(owner).get("ent:acronym", set()))
    return own + [a for a in acronyms if len(a) <= 5 and a not in own]


def holder(register, post, heading, row):
    who = person(register, row["name"], row)
    flags = row["flags"].split()
    register.add(who, "ent:gender", text("female" if "f" in flags else "male"))
    register.add(who, "a", "ent:Official" if "o" in flags else "ent:Politician")
    if ":" in (owner := register.refer(heading, heading["of"])) and owner.startswith("state:") and "x" not in flags:
        register.add(who, "ent:citizenOf", owner)
    register.provenance(who, row)
    node = membership(register, who, post, row)
    register.add(node, "ent:post", post)
    register.add(node, "org:organization", *register.predicates(post)["org:postIn"])
    if "a" in flags:
        register.add(node, "ent:acting", '"true"^^xsd:boolean')


def membership(register, member, body, row):
    year = row["from"][:4]
    stem = f"{member.split(':')[1]}_{body.split(':')[1]}" + (f"_{year}" if year else "")
    iri, number = f"{SEGMENTS['membership']}:{stem}", 2
    while iri in register.home:
        iri, number = f"{SEGMENTS['membership']}:{stem}-{number}", number + 1
    file = "offices.ttl" if body.startswith("post:") else "memberships.ttl"
    register.subject("membership", iri.split(":")[1], file, row)
    register.add(iri, "a", "org:Membership")
    register.add(iri, "org:member", member)
    register.period(iri, row)
    register.provenance(iri, row)
    if row["note"]:
        register.add(iri, "skos:scopeNote", text(row["note"], "en"))
    return iri


def members(register, path):
    for block in blocks(path):
        body = register.refer(block.heading, block.heading["org"], "org")
        for row in block.rows:
            for member in values(row["members"]):
                node = membership(register, register.refer(row, member), body, row)
                register.add(node, "org:organization", body)
                register.classify(node, values(row["role"]))  # nothing: a full member
                if row["flags"] == "disputed":
                    register.add(node, "ent:disputed", '"true"^^xsd:boolean')


def composed(register, path):
    """A body that many states have: `Foreign Ministry of Peru`, `Peruvian foreign ministry`. A name that a body of
    its own has already ("Lebanese Army") stays with that body."""
    taken = {name for iri in register.home if iri.startswith("body:")
             for predicate in ("skos:prefLabel", "skos:altLabel") for name in register.predicates(iri).get(predicate, ())}
    for row in read(path):
        titles = values(row["names"])
        for key in values(row["states"]):
            owner = register.refer(row, key)
            if owner not in register.home:
                row.fail(f"nothing in the register is called {owner}")
            iri = register.subject("org", f"{row['key']}-of-{key}", "national.ttl", row)
            register.label(iri, Name(f"{titles[0]} of {register.composed[owner]}"), row)
            register.classify(iri, [row["class"]])
            for title in titles:
                register.names(iri, "skos:altLabel",
                               [n for n in body_names(register, title, key, register.composed[owner]) if text(n.text, "en") not in taken])
            register.add(iri, "ent:inState", owner)
            if row["class"] == "Ministry":
                register.add(iri, "org:unitOf", register.refer(row, f"government/{key}"))
            register.provenance(iri, row)


def body_names(register, title, key, owner_name):
    yield Name(f"{title} of {owner_name}")
    for adjective in register.adjectives[key][:2]:
        yield Name(f"{adjective} {title}")
        yield Name(f"{adjective} {title.lower()}")


def elections(register, path):
    """A series of elections: `2015 Canadian federal election`."""
    for row in read(path):
        for year in values(row["years"]):
            name = Name(f"{year} {row['series']}")
            iri = register.subject("election", slug(name.text), "elections.ttl", row)
            register.label(iri, name, row)
            register.classify(iri, ["Election"])
            register.add(iri, "ent:validFrom", date(year))
            register.add(iri, "ent:validTo", date(year))
            if row["in"]:
                register.add(iri, "ent:inState", register.refer(row, row["in"]))
            register.provenance(iri, row)


def extras(register, path):
    """Names, ids and links added to things that other tables made: `government/china`, `place/moscow`."""
    for row in read(path):
        iri = register.refer(row, row["subject"])
        if iri not in register.home:
            row.fail(f"nothing in the register is called {iri}")
        details(register, iri, row)


BUILDERS = {"states": states, "entities": entities, "offices": offices, "members": members, "composed": composed, "elections": elections,
            "extras": extras}
ORDER = {"states": 0, "entities": 1, "composed": 2, "elections": 2, "offices": 3, "members": 4, "extras": 5}
