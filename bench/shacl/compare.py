#!/usr/bin/env python3
"""Compares entente's results with those of every other engine that is installed, as multisets of
(focus node, path, value, component, source shape, severity), on generated data.

usage: compare.py GENERATOR SHAPES TRIPLES[,TRIPLES...] SEED[,SEED...] [ENGINE...]

GENERATOR is ../shared/bench/shacl/generate.py or lubm.py beside this file. Differences are told with examples;
the exit status is 1 if there are any. See engines.py for what is needed.
"""
import collections, os, subprocess, sys, tempfile

import engines


def difference(own, other):
    a, b = (collections.Counter(map(tuple, r)) for r in (own, other))
    return list((a - b).elements()), list((b - a).elements())


def main():
    generator, shapes, sizes, seeds = sys.argv[1:5]
    names = sys.argv[5:] or [n for n in engines.installed() if n != "entente"]
    different = 0
    print("| triples | seed | engine | results | of these not entente's | entente's not found |\n|---|---|---|---|---|---|", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        data, named = os.path.join(folder, "data.nt"), os.path.join(folder, "shapes.nt")
        engines.name_shapes(shapes, named)
        for size in sizes.split(","):
            for seed in seeds.split(","):
                with open(data, "w") as out:
                    subprocess.run([sys.executable, generator, size, seed], stdout=out, stderr=subprocess.DEVNULL, check=True)
                own = engines.run_apart("entente", data, named, 600)["results"]
                print("| %s | %s | entente | %d | | |" % (size, seed, len(own)), flush=True)
                for name in names:
                    found = engines.run_apart(name, data, named, int(os.environ.get("TIMEOUT", "600")))
                    if "failed" in found:
                        print("| %s | %s | %s | did not finish: %s | | |" % (size, seed, name, found["failed"]), flush=True)
                        continue
                    lacks, more = difference(own, found["results"])
                    different += bool(lacks or more)
                    print("| %s | %s | %s | %d | %d | %d |" % (size, seed, name, len(found["results"]), len(more), len(lacks)), flush=True)
                    for mark, some in (("only entente", lacks), ("only " + name, more)):
                        for result in some[:3]:
                            print("    %s: %s" % (mark, " ".join(x or "-" for x in result)), flush=True)
    return 1 if different else 0


sys.exit(main())
