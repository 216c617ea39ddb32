#!/usr/bin/env python3
"""The plain text that word vectors are learnt from, out of clones of public repositories with free licences.

    free_text.py CLONES > free.txt          CLONES/OWNER+NAME/repo is a (bare) clone of OWNER/NAME
    free_text.py CLONES --masc > masc.txt   the sentences of MASC, which networks label
    free_text.py CLONES --more > more.txt   talk, handbooks, blogs and old books

docs/language.md names repositories, commits, licences and the checksum of the result. Standard library only.
"""
import csv, html, io, json, re, subprocess, sys, zipfile

BOOKS = ["college-success-bundle", "introduction-anthropology", "introduction-intellectual-property",
         "life-liberty-and-pursuit-happiness", "microbiology", "nursing-external-bundle",
         "principles-economics-bundle", "world-history"]


def files(clone, pattern):
    """Names and bytes of the newest commit's files that match, by name; very large ones may be missing."""
    git = ["git", "--git-dir", f"{sys.argv[1]}/{clone}/repo"]
    listing = subprocess.run(git + ["ls-tree", "-r", "-l", "HEAD"], capture_output=True, text=True, check=True).stdout
    rows = [re.match(r"\S+ blob (\S+) +(\S+)\t(.*)", line) for line in listing.split("\n")]
    names = sorted((m[3], m[1]) for m in rows if m and m[2] != "BAD" and re.search(pattern, m[3]))
    asked = "".join(blob + "\n" for _, blob in names).encode()
    out = subprocess.run(git + ["cat-file", "--batch"], input=asked, capture_output=True, check=True).stdout
    at = 0
    for name, _ in names:
        end = out.index(b"\n", at)
        size = int(out[at:end].split()[-1])
        yield name, out[end + 1:end + 1 + size]
        at = end + size + 2


def put(line):
    line = re.sub(r"\s+", " ", line).strip()
    if len(line.split()) >= 4:
        sys.stdout.write(line + "\n")


def without_tags(text):
    return html.unescape(html.unescape(re.sub(r"<[^>]*>", "", text)))


def book(clone):
    seen = set()
    for _, data in files(clone, r"\.cnxml$"):
        text = re.sub(r"<metadata.*?</metadata>", "", data.decode("utf8", "replace"), flags=re.S)
        text = re.sub(r"<math.*?</math>|<m:math.*?</m:math>", "x", text, flags=re.S)
        for part in re.findall(r"<(?:para|caption|item|entry)\b[^>]*>(.*?)</(?:para|caption|item|entry)>", text, flags=re.S):
            part = without_tags(re.sub(r"<link[^>]*/>", "", part))
            if part not in seen:
                put(part)
            seen.add(part)


def markdown(data):
    text = re.sub(r"^---.*?\n---", "", data.decode("utf8", "replace"), count=1, flags=re.S)
    for gone in [r"```.*?```", r"<(script|style).*?</\1>", r"\{\{.*?\}\}|\{%.*?%\}"]:
        text = re.sub(gone, "", text, flags=re.S)
    text = re.sub(r"!\[[^\]]*\]\([^)]*\)", "", text)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"\[([^\]]*)\]\[[^\]]*\]", r"\1", text)
    text = without_tags(re.sub(r"^\[[^\]]*\]:.*$", "", text, flags=re.M))
    for part in re.split(r"\n\s*\n|\n(?=\s*[-*+] )|\n(?=#)|\n(?=\d+\. )", text):
        part = re.sub(r"^\s*([-*+>]|#+|\d+\.)\s+", "", part.strip())
        part = re.sub(r"\\(.)", r"\1", re.sub(r"\*\*|__|(?<!\w)[*_]|[*_](?!\w)|`", "", part))
        if "|" not in part and not ("http" in part and len(part.split()) < 6):
            put(part)


def joined(text):
    """Words that stand apart, written as in running text."""
    text = text.replace(" ''", ' "').replace("''", '"').replace("``", '"')
    text = re.sub(r" @([-,.])@ ", r"\1", text)
    text = re.sub(r" ([.,;:!?%)\]])", r"\1", text)
    text = re.sub(r"([(\[$]) ", r"\1", text)
    text = re.sub(r" (n't|'s|'re|'ve|'ll|'d|'m)\b", r"\1", text)
    return re.sub(r" - ", "-", text)


def masc():
    """Sentences of MASC without newspapers, newswire, telephone talk and a court's session."""
    for _, data in files("nltk+nltk_data", r"corpora/masc_tagged\.zip$"):
        archive = zipfile.ZipFile(io.BytesIO(data))
        for name in sorted(archive.namelist()):
            if not name.endswith(".txt") or re.search(r"/(wsj_|.*nyt|NYT|.*apw|A1\.E|sw20|Day3PM)", name):
                continue
            for line in archive.read(name).decode("utf8", "replace").split("\n"):
                words = [word for word in (token.rpartition("_")[0] for token in line.split()) if word]
                if len(words) >= 3:
                    sys.stdout.write(joined(" ".join(words)) + "\n")


def put_once(text, seen):
    text = re.sub(r"\s+", " ", text).strip()
    if text not in seen:
        put(text)
    seen.add(text)


def talk():
    """Conversations about errands, and sentences that people read out."""
    seen = set()
    for _, data in files("google-research-datasets+dstc8-schema-guided-dialogue", r"dialogues_\d+\.json$"):
        for dialogue in json.loads(data):
            for turn in dialogue["turns"]:
                put_once(turn["utterance"], seen)
    for _, data in files("google-research-datasets+Taskmaster", r"TM-[34].*/data/.*\.json$"):
        for dialogue in json.loads(data):
            for turn in dialogue["utterances"]:
                put_once(turn["text"], seen)
    for _, data in files("google-research-datasets+Taskmaster", r"TM-3-2020/splits/.*\.tsv$"):
        for line in data.decode().split("\n"):
            for turn in re.findall(r"<[UA]>([^<\t]*)", line):
                put_once(turn, seen)
    for _, data in files("skanderbenalaya+common-voice", r"^server/data/en/[^/]*\.txt$"):
        for line in data.decode("utf8", "replace").split("\n"):
            put_once(line, seen)


def old_books():
    """About a fifth of the paragraphs of old novels and essays; no verse, no plays."""
    number = taken = 0
    for name, data in files("mlschmitt+classic-books-markdown", r"/.*\.md$"):
        if re.search(r"Shakespeare|Chaucer|Milton|Spenser|Dante|Homer|Virgil|Anonymous", name):
            continue
        for part in re.split(r"\n\s*\n", data.decode("utf8", "replace")):
            number += 1
            part = re.sub(r"[*_#>`\\]", "", part)
            if number % 5 < 2 and len(part.split()) >= 4:
                taken += 1
                if taken % 2 == 0:
                    put(part)


def more():
    talk()
    for clone, pattern in [("ropensci+roweb3", r"^content/.*\.md$"), ("github+opensource.guide", r"^_articles/[^/]*\.md$"),
                           ("sourcegraph+handbook", r"^content/.*\.md$"), ("rust-lang+blog.rust-lang.org", r"\.md$")]:
        for name, data in files(clone, pattern):
            if not re.search(r"\.(es|pt|fr|de|ja)\.md$", name):
                markdown(data)
    old_books()


def main():
    if "--masc" in sys.argv:
        return masc()
    if "--more" in sys.argv:
        return more()
    csv.field_size_limit(10**9)
    for name in BOOKS:
        book("openstax+osbooks-" + name)
    for clone, pattern in [("GSA+digitalgov.gov", r"^content/.*\.md$"), ("18F+18f.gsa.gov", r"\.md$")]:
        for _, data in files(clone, pattern):
            markdown(data)
    for _, data in files("google-research-datasets+wiki-split", r"\.tsv$"):
        for line in data.decode().split("\n"):
            put(joined(line.split("\t")[0]))
    for _, data in files("vanatteveldt+wikinews", r"\.csv$"):
        for row in csv.DictReader(io.StringIO(data.decode("utf8", "replace"))):
            put(row["title"])
            for part in row["text"].split("\n"):
                put(part)
    for _, data in files("nltk+nltk_data", r"corpora/(state_union|inaugural)\.zip$"):
        archive = zipfile.ZipFile(io.BytesIO(data))
        for name in sorted(archive.namelist()):
            if name.endswith(".txt") and "README" not in name:
                for part in re.split(r"\n\s*\n", archive.read(name).decode("latin1")):
                    put(part)


if __name__ == "__main__":
    main()
