#!/usr/bin/env python3
"""Times entente and every other SHACL engine that is installed in one run, on generated data.

usage: run.py GENERATOR_OF_SHARED_DATA [TRIPLES ...] [--docs]     (e.g. ../shared/bench/shacl/generate.py 20000 200000)

Data: ../shared/bench/shacl (seed 7) with its shapes, and lubm.py (seed 1) with lubm.ttl. An engine's time counts only
if its results are entente's (focus, path, value, component, shape, severity) and entente's are as many as EXPECTED.
--docs writes docs/shacl-bench.md and .svg from this run. Engines: see engines.py; sizes they are left out of: SLOW.
"""
import collections, datetime, json, os, subprocess, sys, tempfile

import engines
import plot

HERE = os.path.dirname(os.path.abspath(__file__))
BENCH = os.environ.get("BENCH_SHACL", os.path.join(HERE, "../../build/release/bin/bench_shacl"))
# Several independent engines agree on these (docs/shacl-bench.md); without an entry a number is not checked.
EXPECTED = {("articles", 20000): 25, ("articles", 200000): 238, ("articles", 1000000): 1328,
            ("universities", 20000): 79, ("universities", 200000): 959, ("universities", 1000000): 4714}
SLOW = {"pyshacl": 20000, "pyshacl-turbo": 20000, "rdf-validate-shacl": 20000, "jena-debian": 200000, "topbraid": 200000,
        "shacl-engine": 200000, "shifty": 200000, "rudof": 200000}  # most triples they are asked to read


def in_memory(data, shapes, results):
    """bench_shacl: reading and validating apart."""
    done = subprocess.run([BENCH, data, shapes, str(results)], capture_output=True, text=True)
    if done.returncode:
        raise SystemExit("bench_shacl: " + done.stderr)
    return json.loads(done.stdout)


def measure(kind, generator, shapes, size, seed, folder):
    data, named = os.path.join(folder, "data.nt"), os.path.join(folder, "shapes.nt")
    engines.name_shapes(shapes, named)
    with open(data, "w") as out:
        subprocess.run([sys.executable, generator, str(size), str(seed)], stdout=out, stderr=subprocess.DEVNULL, check=True)
    own = engines.run_apart("entente", data, named, 600)
    count = len(own["results"])
    if EXPECTED.get((kind, size), count) != count:
        raise SystemExit("%s %d: entente gives %d results" % (kind, size, count))
    rows = []
    for name in engines.installed():
        if size > SLOW.get(name, size):
            rows.append({"engine": name, "note": "not asked"})
            continue
        found = own if name == "entente" else engines.run_apart(name, data, named, 600)
        row = {"engine": name, "what": engines.ENGINES[name][2], "note": found.get("failed", "")}
        if not row["note"]:
            same = collections.Counter(map(tuple, found["results"])) == collections.Counter(map(tuple, own["results"]))
            row.update(found, results=len(found["results"]), ratio=found["processor"] / own["processor"], note="" if same else "other results")
        rows.append(row)
        print(kind, size, json.dumps(row), flush=True)
    return {"kind": kind, "size": size, "results": count, "memory": in_memory(data, named, count), "rows": rows}


def main():
    words = [w for w in sys.argv[1:] if w != "--docs"]
    sizes = [int(w) for w in words[1:]] or [20000, 200000, 1000000]
    kinds = [("articles", words[0], os.path.join(os.path.dirname(words[0]), "shapes.ttl"), 7),
             ("universities", os.path.join(HERE, "lubm.py"), os.path.join(HERE, "lubm.ttl"), 1)]
    runs = []
    with tempfile.TemporaryDirectory() as folder:
        for kind, generator, shapes, seed in kinds:
            for size in sizes:
                runs.append(measure(kind, generator, shapes, size, seed, folder))
    if "--docs" in sys.argv:
        docs = os.path.join(HERE, "../../docs")
        plot.write_page(os.path.join(docs, "shacl-bench.md"), runs, datetime.date.today().isoformat())
        plot.write_svg(os.path.join(docs, "shacl-bench.svg"), max((r for r in runs if r["kind"] == "articles"), key=lambda r: r["size"]))


main()
