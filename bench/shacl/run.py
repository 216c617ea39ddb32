#!/usr/bin/env python3
"""Times entente against every SHACL engine that is installed, in one run, on generated data.

usage: run.py BENCH_SHACL GENERATOR SHAPES [TRIPLES ...]      (seed 7; e.g. 20000 200000 1000000)

BENCH_SHACL is the program of that name, GENERATOR and SHAPES are ../shared/bench/shacl/{generate.py,shapes.ttl}.
Engines are looked for: Jena (Debian's libapache-jena-java), pySHACL (Python). Each one's number of results is
checked before its time counts; an engine that gives another number, or needs more than ten minutes, is told so.
"""
import glob, json, os, re, subprocess, sys, tempfile, time

EXPECTED = {20000: 25, 200000: 238, 1000000: 1328}  # three independent engines agree (README of the data)
PYSHACL = ("import sys, rdflib, pyshacl\n"
           "d = rdflib.Graph().parse(sys.argv[1], format='nt'); s = rdflib.Graph().parse(sys.argv[2])\n"
           "_, g, _ = pyshacl.validate(d, shacl_graph=s)\n"
           "print(len(list(g.subject_objects(rdflib.URIRef('http://www.w3.org/ns/shacl#result')))))")


def timed(command):
    start = time.time()
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=600)
    except subprocess.TimeoutExpired:
        return None, None
    return time.time() - start, done.stdout if done.returncode in (0, 1) else "did not run"


def jena(data, shapes):
    jars = [j for j in glob.glob("/usr/share/java/*.jar") if not re.search("slf4j-(simple|log4j12|jdk14|jcl)|slf4j-provider", j)]
    if not glob.glob("/usr/share/java/jena-shacl*.jar"):
        return None
    seconds, out = timed(["java", "-Xmx6g", "-cp", ":".join(jars), "shacl.shacl", "validate", "--shapes", shapes, "--data", data])
    return seconds, None if out is None else out if out == "did not run" else len(re.findall("sh:focusNode", out))


def pyshacl(data, shapes):
    if subprocess.run([sys.executable, "-c", "import pyshacl"], capture_output=True).returncode:
        return None
    seconds, out = timed([sys.executable, "-c", PYSHACL, data, shapes])
    return seconds, out if not out or out == "did not run" else int(out.split()[-1])


def main():
    bench, generator, shapes = sys.argv[1:4]
    print("| triples | engine | read and validate, s | ratio | results |\n|---|---|---|---|---|")
    for triples in map(int, sys.argv[4:] or ["20000", "200000", "1000000"]):
        with tempfile.TemporaryDirectory() as folder:
            data = os.path.join(folder, "data.nt")
            with open(data, "w") as out:
                subprocess.run([sys.executable, generator, str(triples), "7"], stdout=out, stderr=subprocess.DEVNULL, check=True)
            expected = EXPECTED[triples]
            start = time.time()
            line = subprocess.run([bench, data, shapes, str(expected)], capture_output=True, text=True, check=True).stdout
            own = json.loads(line)
            print(f"| {triples} | entente | {own['both']:.3f} (validation {own['validate']:.3f}, peak {own['peak_mib']} MiB) | 1 | {expected} |", flush=True)
            for name, engine in (("Jena", jena), ("pySHACL", pyshacl)):
                if name == "pySHACL" and triples > 200000:
                    continue
                found = engine(data, shapes)
                if found is None:
                    continue
                seconds, results = found
                time_text = "more than 600" if seconds is None else f"{seconds:.1f}"
                ratio = "" if seconds is None else f"{seconds / own['both']:.0f}"
                print(f"| {triples} | {name} | {time_text} | {ratio} | {results}{'' if results == expected else ' (differs)'} |", flush=True)


main()
