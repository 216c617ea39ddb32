"""Reads the tables of ontology/register/source: columns separated by |, values by ;, # comments, @directives."""
import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

MARKS = {"*": "ambiguousName", "?": "contextName", "^": "hidden", "#": "acronym"}
FOLD = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ß": "ss", "ı": "i", "đ": "d", "Đ": "D", "æ": "ae", "Æ": "Ae",
                      "ð": "d", "þ": "th", "'": "", "’": "", "ʻ": "", "ə": "a", "Ə": "A", "œ": "oe"})


class TableError(Exception):
    pass


@dataclass
class Name:
    text: str
    marks: frozenset = frozenset()


@dataclass
class Row:
    file: str
    line: int
    directives: dict
    cells: dict

    def __getitem__(self, column):
        return self.cells.get(column, "")

    def names(self, column):
        return [name for value in values(self[column]) for name in expand(value)]

    def fail(self, message):
        raise TableError(f"{self.file}:{self.line}: {message}")


@dataclass
class Block:
    """A run of rows under a `+` heading: an office or an organisation with its holders or members."""
    heading: Row
    rows: list = field(default_factory=list)


def values(cell):
    return [part.strip() for part in cell.split(";") if part.strip()]


def expand(value):
    """One cell value as names: marks at its end, `+` makes a regular plural beside the singular; `\\+` is a plus."""
    marks, plural = set(), False
    while value and value[-1] in "*?^#+" and not value.endswith("\\+"):
        if value[-1] == "+":
            plural = True
        else:
            marks.add(MARKS[value[-1]])
        value = value[:-1]
    value = value.strip().replace("\\+", "+")
    forms = [value, value + "s"] if plural else [value]
    return [Name(form, frozenset(marks)) for form in forms]


def slug(text):
    folded = unicodedata.normalize("NFKD", text.translate(FOLD))
    ascii_text = "".join(c for c in folded if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "-", ascii_text.lower()).strip("-")


def keyed(value):
    """`key=Name` or `Name`: the key (a slug of the name where none is given) and the name with its marks."""
    key, equals, rest = value.partition("=")
    name = expand(rest if equals else value)[0]
    return (key.strip() if equals else slug(name.text)), name


def read(path):
    """Rows of one table. The first plain line names the columns; `@columns` changes them."""
    directives, columns = {}, None
    for number, raw in enumerate(Path(path).read_text(encoding="utf-8").splitlines(), 1):
        line = raw.strip()
        if not line or line.startswith("#"):
            continue
        if line.startswith("@"):
            name, _, value = line[1:].partition(" ")
            if name == "columns":
                columns = [c.strip() for c in value.split("|")]
            else:
                directives = {**directives, name: value.strip()}
            continue
        cells = [c.strip() for c in line.split("|")]
        if columns is None:
            columns = cells
            continue
        if line.startswith("+"):
            cells[0] = cells[0][1:].strip()
            yield Row(Path(path).name, number, {**directives, "heading": "+"}, dict(zip(HEADING[directives["table"]], cells)))
            continue
        if len(cells) > len(columns):
            raise TableError(f"{Path(path).name}:{number}: {len(cells)} cells for {len(columns)} columns")
        yield Row(Path(path).name, number, directives, dict(zip(columns, cells)))


HEADING = {"offices": ["post", "of", "type", "names"], "members": ["org"]}


def blocks(path):
    result = []
    for row in read(path):
        if row.directives.get("heading"):
            result.append(Block(row))
        elif not result:
            row.fail("a row before the first + heading")
        else:
            result[-1].rows.append(row)
    return result
