"""Turtle out of subject records: one subject a block, sorted, prefixed, no blank nodes."""
BASE = "https://w3id.org/entente/kb/id/"
PREFIXES = {
    "dcterms": "http://purl.org/dc/terms/",
    "ent": "https://w3id.org/entente/ns#",
    "org": "http://www.w3.org/ns/org#",
    "schema": "http://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "wd": "http://www.wikidata.org/entity/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def text(value, language=None):
    return '"' + value.translate(ESCAPES) + '"' + (f"@{language}" if language else "")


def date(value):
    kind = {4: "gYear", 7: "gYearMonth", 10: "date"}[len(value)]
    return f'"{value}"^^xsd:{kind}'


def document(title, subjects, entity_prefixes):
    """`subjects`: IRI -> predicate -> set of object tokens, all written as they are."""
    body = "\n".join(block(iri, subjects[iri]) for iri in sorted(subjects))
    prefixes = {**PREFIXES, **entity_prefixes}
    used = {p: ns for p, ns in prefixes.items() if f"{p}:" in body}
    head = "".join(f"@prefix {p}: <{used[p]}> .\n" for p in sorted(used))
    return f"# {title}\n# Made by scripts/make-register from ontology/register/source: change the tables, not this file.\n{head}\n{body}"


def block(iri, predicates):
    lines = []
    for predicate in sorted(predicates, key=lambda p: (p != "a", p)):
        lines.append(f"{predicate} " + ", ".join(sorted(predicates[predicate])))
    return f"{iri} " + " ;\n  ".join(lines) + " .\n"
