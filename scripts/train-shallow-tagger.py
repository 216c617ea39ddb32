#!/usr/bin/env python3
"""Trains the shallow tagger: CoNLL-U files -> extract/lexicon/shallow.tsv (greedy averaged perceptron, whole weights).

train-shallow-tagger.py TRAIN.conllu... --silver PARSED.conllu... --dev DEV.conllu... -o extract/lexicon/shallow.tsv
Universal tags, but verbs by form and the possessive 's (POS) apart from "to" and "not".
Deterministic. The features here and in extract/shallow/tagger.cpp are the same by name; docs/rule-language.md tells more.
"""
import argparse, collections, random, sys

TAGS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VB VBZ VBD VBN VBG X POS".split()
INDEX = {t: i for i, t in enumerate(TAGS)}
N, START = len(TAGS), len(TAGS)
VERB = {"VB": "VB", "VBP": "VB", "VBZ": "VBZ", "VBD": "VBD", "VBN": "VBN", "VBG": "VBG"}
SILVER = 4  # so many words of silver text count as one of gold
OPEN = [INDEX[t] for t in TAGS if t not in "ADP AUX CCONJ DET INTJ PART PRON SCONJ POS".split()]  # what an unseen word can be
QUOTES = str.maketrans({"\u2019": "'", "\u2018": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-", "\u2014": "-"})


def read(paths):
    for path in paths:
        sentence = []
        for line in open(path, encoding="utf-8"):
            line = line.rstrip("\n")
            if not line:
                if sentence:
                    yield sentence
                sentence = []
            elif line[0] != "#":
                c = line.split("\t")
                if c[0].isdigit() and c[1] != "_":
                    tag = VERB.get(c[4], "VB") if c[3] == "VERB" else "POS" if c[4] == "POS" else c[3]
                    sentence.append((c[1], INDEX.get(tag, INDEX["X"]), c[2].lower()))
        if sentence:
            yield sentence


def shape(form, i):
    s = 0
    letters = [c for c in form if c.isalpha()]
    if letters and letters[0].isupper() and form[0].isalnum(): s |= 1
    if len(letters) > 1 and all(c.isupper() for c in letters): s |= 2
    if any(c.isdigit() for c in form): s |= 4
    if form and all(c.isdigit() or c in ".,:" for c in form) and s & 4: s |= 8
    if "-" in form[1:-1]: s |= 16
    if i == 0: s |= 32
    return s


class Model:
    def __init__(self, sentences, silver):
        self.count = collections.Counter()
        self.tags = collections.defaultdict(collections.Counter)
        for part, weight in ((sentences, SILVER), (silver, 1)):
            for s in part:
                for f, t, _ in s:
                    w = low(f)
                    self.count[w] += weight
                    self.tags[w][t] += weight
        for w, c in self.tags.items():
            for t in c:
                c[t] = c[t] / SILVER
            self.count[w] //= SILVER
        self.best = {w: max(sorted(c), key=lambda t: c[t]) for w, c in self.tags.items() if self.count[w] >= 2}
        self.mask = {w: {t for t, n in c.items() if n * 400 >= self.count[w]} for w, c in self.tags.items() if self.count[w] >= 20}
        loose = [(self.count[w] - max(c.values()), w) for w, c in self.tags.items()]
        self.joint = {w for n, w in sorted(loose, reverse=True)[:400]}
        self.weights = collections.defaultdict(lambda: [0] * N)
        self.totals = collections.defaultdict(lambda: [0] * N)
        self.stamps = collections.defaultdict(lambda: [0] * N)
        self.now = 0

    def guess(self, w, sh):
        b = self.best.get(w)
        if b is not None: return b
        if sh & 4: return INDEX["NUM"]
        if sh & 1 and not sh & 32: return INDEX["PROPN"]
        for end, t in (("ing", "VBG"), ("ed", "VBN"), ("ly", "ADV")):
            if w.endswith(end): return INDEX[t]
        return INDEX["NOUN"] if any(c.isalnum() for c in w) else INDEX["PUNCT"]

    def features(self, i, ws, shs, gs, t1, t2):
        w, n = ws[i], len(ws)
        c1 = gs[i + 1] if i + 1 < n else START
        c2 = gs[i + 2] if i + 2 < n else START
        sh = shs[i]
        out = [f"t1={t1}", f"tt={t2},{t1}", f"c1={c1}", f"cc={c1},{c2}", f"tc={t1},{c1}", f"sh={sh}", f"st={sh},{t1}"]
        if self.count[w] >= 2: out.append("w0=" + w)
        if i > 0 and self.count[ws[i - 1]] >= 5: out.append("p1=" + ws[i - 1])
        if i + 1 < n and self.count[ws[i + 1]] >= 5: out.append("n1=" + ws[i + 1])
        if self.count[w] < 10:
            b = w.encode()
            out += ["s3=" + b[-3:].hex(), "s2=" + b[-2:].hex()]
        if w in self.joint: out += [f"wt={w},{t1}", f"wc={w},{c1}"]
        return out

    def score(self, feats):
        s = [0] * N
        for f in feats:
            row = self.weights.get(f)
            if row:
                s = [a + b for a, b in zip(s, row)]
        return s

    def tag(self, sentence, learn=False):
        ws = [low(f) for f, _, _ in sentence]
        shs = [shape(f, i) for i, (f, _, _) in enumerate(sentence)]
        gs = [self.guess(w, s) for w, s in zip(ws, shs)]
        t1 = t2 = START
        out = []
        for i, (_, gold, _) in enumerate(sentence):
            mask = self.mask.get(ws[i])
            if mask and len(mask) == 1:
                (t,) = mask
            else:
                feats = self.features(i, ws, shs, gs, t1, t2)
                s = self.score(feats)
                opened = not learn and (self.count[ws[i]] == 0 or self.best.get(ws[i]) in OPEN)
                t = max(mask or (OPEN if opened else range(N)), key=lambda k: (s[k], -k))
                if learn:
                    self.now += 1
                    if t != gold:
                        for f in feats:
                            self.bump(f, gold, 1)
                            self.bump(f, t, -1)
            out.append(t)
            t2, t1 = t1, t
        return out

    def bump(self, f, t, d):
        self.totals[f][t] += (self.now - self.stamps[f][t]) * self.weights[f][t]
        self.stamps[f][t] = self.now
        self.weights[f][t] += d

    def averaged(self):
        out = {}
        for f, row in self.weights.items():
            r = [round(32.0 * (self.totals[f][t] + (self.now - self.stamps[f][t]) * row[t]) / self.now) for t in range(N)]
            if any(abs(x) >= 8 for x in r):
                out[f] = [int(x / 2) for x in r]  # a sum of all rows that apply fits into 16 bits
        return out


def low(f):
    return f.translate(QUOTES).lower()


def accuracy(model, sentences):
    right = total = 0
    for s in sentences:
        for (f, g, _), t in zip(s, model.tag(s)):
            total += 1
            a, b = TAGS[g], TAGS[t]
            right += a == b or (a in VERB and b in VERB)
    return right / total


def lemmas(sentences):
    """form -> {kind: lemma}, kind n, v or a, where the lemma is not the form."""
    seen = collections.defaultdict(collections.Counter)
    for s in sentences:
        for f, t, lemma in s:
            tag = TAGS[t]
            kind = "v" if tag in VERB or tag == "AUX" else "n" if tag == "NOUN" else "a" if tag in ("ADJ", "ADV") else None
            if kind and "\t" not in lemma and " " not in lemma:
                seen[low(f), kind][lemma.translate(QUOTES)] += 1
    out = collections.defaultdict(list)
    for (w, kind), c in sorted(seen.items()):
        lemma = max(sorted(c), key=lambda x: c[x])
        if lemma != w:
            out[w].append(f"{kind}={lemma}")
    return out


def agents(model):
    """Plurals like "reporters", whose singular is a noun and that have no other verb form: no verbs, though rare."""
    for w in model.best:
        stem = w[:-1]
        if not w.endswith(("ers", "ors", "ists", "ians")) or model.count[w] < 3 or w in model.mask: continue
        nouns = all(TAGS[model.best.get(x, N - 1)] == "NOUN" for x in (w, stem)) and INDEX["VB"] not in model.mask.get(stem, ())
        if nouns and not any(x in model.count for x in (stem + "ed", stem + "ing", stem + stem[-1] + "ed")): yield w


def main():
    p = argparse.ArgumentParser()
    p.add_argument("train", nargs="+")
    p.add_argument("--dev", nargs="*", default=[])
    p.add_argument("--silver", nargs="*", default=[], help="parsed by `entente parse`, a part of it in each epoch")
    p.add_argument("--epochs", type=int, default=8)
    p.add_argument("-o", required=True)
    a = p.parse_args()
    train, dev = list(read(a.train)), list(read(a.dev))
    silver = list(read(a.silver))
    model = Model(train, silver)
    rng = random.Random(7)
    rng.shuffle(silver)
    for e in range(a.epochs):
        order = train + silver[e::a.epochs]
        rng.shuffle(order)
        for s in order:
            model.tag(s, learn=True)
        print("epoch", e + 1, "dev UPOS", round(accuracy(model, dev), 4) if dev else "", file=sys.stderr, flush=True)
    model.weights = model.averaged()
    print("averaged", len(model.weights), "rows, dev UPOS", round(accuracy(model, dev), 4) if dev else "", file=sys.stderr)
    lem = lemmas(train)
    for w in agents(model): model.mask[w] = {INDEX["NOUN"], INDEX["PROPN"]}
    with open(a.o, "w", encoding="utf-8") as out:
        out.write("# Shallow tagger: written by scripts/train-shallow-tagger.py; licence: shallow.LICENSE.txt\n")
        out.write("T\t" + " ".join(TAGS) + "\n")
        for w in sorted(model.count):
            if model.count[w] < 2 and w not in lem: continue
            mask = model.mask.get(w)
            out.write("F\t%s\t%d\t%d\t%s\t%s\n" % (w, min(model.count[w], 10), model.best.get(w, N),
                      ",".join(str(t) for t in sorted(mask)) if mask else "", ",".join(lem.get(w, []))))
        for w in sorted(model.joint): out.write("J\t%s\n" % w)
        for f in sorted(model.weights):
            out.write("W\t%s\t%s\n" % (f.replace("=", "\t", 1), " ".join(f"{t}:{x}" for t, x in enumerate(model.weights[f]) if x)))


main()
