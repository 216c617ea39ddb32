#!/usr/bin/env python3
"""SHACL engines under one roof, for run.py and compare.py.

usage: engines.py NAME DATA.nt SHAPES.nt      runs one engine in this process; JSON on standard output
       engines.py --list                      the engines that are installed

Each engine gives {"seconds", "processor", "peak_mib", "results": [[focus, path, value, component, shape, severity], ...]};
terms as N-Triples, paths as SPARQL writes them, "_" for blank nodes, "" for what is absent. `seconds` is from start
to report, reading included; starting Java or Node counts, importing rdflib for the comparison does not.
Engines come from bench/shacl/install.sh (folder in SHACL_ENGINES), Debian's libapache-jena-java, and this Python.
"""
import glob, importlib.util, json, os, re, resource, subprocess, sys, tempfile, time

HERE = os.path.dirname(os.path.abspath(__file__))
FOLDER = os.environ.get("SHACL_ENGINES", "")
SH = "http://www.w3.org/ns/shacl#"
ENTENTE = os.environ.get("ENTENTE", os.path.join(HERE, "../../build/release/bin/entente"))


def term_text(term):
    import rdflib
    if term is None:
        return ""
    if isinstance(term, rdflib.BNode):
        return "_"
    if isinstance(term, rdflib.Literal):
        text = json.dumps(str(term), ensure_ascii=False)
        if term.language:
            return text + "@" + term.language.lower()
        return text if term.datatype in (None, rdflib.XSD.string) else "%s^^<%s>" % (text, term.datatype)
    return "<%s>" % term


def path_text(graphs, node):
    import rdflib
    sh = rdflib.Namespace(SH)
    if node is None or isinstance(node, rdflib.URIRef):
        return term_text(node)
    for graph in graphs:
        for predicate, form in (("inversePath", "^%s"), ("zeroOrMorePath", "%s*"), ("oneOrMorePath", "%s+"), ("zeroOrOnePath", "%s?")):
            inner = graph.value(node, sh[predicate])
            if inner is not None:
                return form % path_text(graphs, inner)
        either = graph.value(node, sh.alternativePath)
        if either is not None:
            return "|".join(path_text(graphs, part) for part in graph.items(either))
        if graph.value(node, rdflib.RDF.first) is not None:
            return "/".join(path_text(graphs, part) for part in graph.items(node))
    return "?"


def results_of(report, shapes_file, form="turtle"):
    """The results of a report, a text or an rdflib graph."""
    import rdflib
    rdflib.NORMALIZE_LITERALS = False
    sh = rdflib.Namespace(SH)
    shapes = rdflib.Graph().parse(shapes_file, format="nt")
    graph = report if isinstance(report, rdflib.Graph) else rdflib.Graph().parse(data=report, format=form)
    out = []
    for result in graph.objects(None, sh.result):
        get = lambda name: graph.value(result, sh[name])
        path = path_text((graph, shapes), get("resultPath"))
        if path == "?":  # a blank node that the report does not describe
            path = path_text((shapes,), shapes.value(get("sourceShape"), sh.path))
        out.append([term_text(get("focusNode")), path, term_text(get("value")),
                    term_text(get("sourceConstraintComponent")), term_text(get("sourceShape")), term_text(get("resultSeverity"))])
    return out


def command(words, data, shapes, env=None):
    done = subprocess.run(words, capture_output=True, text=True, env=env)
    text = done.stdout
    at = min([i for i in (text.find("@prefix"), text.find("PREFIX"), text.find("[ "), text.find("_:")) if i >= 0] or [-1])
    if at < 0:
        raise RuntimeError((done.stderr or text)[-600:])
    return text[at:]


def entente(data, shapes):
    return command([ENTENTE, "validate", data, "--shapes", shapes, "--format", "turtle"], data, shapes)


def entente_one_thread(data, shapes):
    return command([ENTENTE, "-j1", "validate", data, "--shapes", shapes, "--format", "turtle"], data, shapes)


def debian_jena_jars():
    """Debian's Jena 4.5 wants its dependencies named one by one (other versions of some lie about in
    /usr/share/java), and looks for its messages under another name than they have in its jar."""
    names = ("commons-cli commons-codec commons-compress commons-csv commons-io commons-lang3 dexx failureaccess gson guava httpclient "
             "httpclient-cache httpcore jackson-annotations jackson-core jackson-databind jsonld-java jsonp2 libthrift protobuf "
             "slf4j-api slf4j-nop thrift titanium-json-ld jakarta.json collection").split()
    jars = ["/usr/share/java/%s.jar" % name for name in names]
    return [j for j in glob.glob("/usr/share/java/jena-*.jar") if "-4." not in j] + [j for j in jars if os.path.exists(j)]


def jena_debian(data, shapes):
    import zipfile
    with tempfile.TemporaryDirectory() as folder:
        inside = "org/apache/jena/ext/"
        with zipfile.ZipFile("/usr/share/java/jena-core.jar") as jar:
            for name in jar.namelist():
                if name.startswith(inside + "xerces/") and name.endswith(".properties"):
                    path = os.path.join(folder, name[len(inside):])
                    os.makedirs(os.path.dirname(path), exist_ok=True)
                    open(path, "wb").write(jar.read(name))
        return command(["java", "-Xmx8g", "-cp", ":".join([folder] + debian_jena_jars()), "shacl.shacl", "validate", "--shapes", shapes,
                        "--data", data], data, shapes)


def jena(data, shapes):
    return command(["java", "-Xmx8g", "-cp", FOLDER + "/jena/lib/*", "shacl.shacl", "validate", "--shapes", shapes, "--data", data], data, shapes)


def topbraid(data, shapes):
    return command(["java", "-Xmx8g", "-cp", FOLDER + "/topbraid/lib/*", "org.topbraid.shacl.tools.Validate", "-datafile", data, "-shapesfile",
                    shapes], data, shapes)


def node(name):
    def run(data, shapes):
        done = subprocess.run(["node", "--max-old-space-size=8000", os.path.join(HERE, "engines.mjs"), name, data, shapes],
                              capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(done.stderr[-600:])
        return json.loads(done.stdout)["results"]
    return run


def pyshacl(data, shapes):
    import pyshacl as engine, rdflib
    rdflib.NORMALIZE_LITERALS = False
    return engine.validate(rdflib.Graph().parse(data, format="nt"), shacl_graph=rdflib.Graph().parse(shapes, format="nt"))[1]


def pyshacl_turbo(data, shapes):
    import pyshacl_turbo as engine
    return engine.validate(data, shacl_graph=shapes, data_graph_format="nt", shacl_graph_format="nt", serialize_report_graph="turtle")[1]


def shifty(data, shapes):
    import rdflib
    rdflib.NORMALIZE_LITERALS = False
    import shifty as engine
    return engine.validate(data, shapes, infer=False, graph_mode="data")[1]


def shacl(data, shapes):
    import shacl as engine
    return engine.validate(data, shapes).turtle


def shacl_rust(data, shapes):
    import shacl_rust as engine
    keys = ("focusNode", "resultPath", "value", "sourceConstraintComponent", "sourceShape", "severity")
    string = "^^<http://www.w3.org/2001/XMLSchema#string>"
    return [[(r.get(key) or "").replace(string, "") for key in keys] for r in engine.validate_file(data, shapes)["results"]]


def rudof(data, shapes):
    import pyrudof
    engine = pyrudof.Rudof(pyrudof.RudofConfig())
    engine.read_data(data, pyrudof.RDFFormat.NTriples)
    engine.read_shacl(shapes, pyrudof.ShaclFormat.NTriples)
    engine.validate_shacl()
    return engine.serialize_shacl_validation_results(pyrudof.ResultShaclValidationFormat.Turtle)


def module(name):
    return lambda: importlib.util.find_spec(name) is not None


def has_npm(name):
    return lambda: bool(FOLDER) and os.path.isdir(os.path.join(FOLDER, "npm/node_modules", name))


# Name -> (function, is it there, what it is)
ENGINES = {
    "entente": (entente, lambda: os.path.exists(ENTENTE), "C++"),
    "entente -j1": (entente_one_thread, lambda: os.path.exists(ENTENTE), "C++"),
    "jena-debian": (jena_debian, lambda: os.path.exists("/usr/share/java/jena-shacl.jar"), "Java, Debian's libapache-jena-java"),
    "jena": (jena, lambda: bool(glob.glob(FOLDER + "/jena/lib/jena-shacl*")) and bool(FOLDER), "Java, Maven org.apache.jena:jena-shacl"),
    "topbraid": (topbraid, lambda: bool(FOLDER) and bool(glob.glob(FOLDER + "/topbraid/lib/shacl*")), "Java, Maven org.topbraid:shacl"),
    "rdf-validate-shacl": (node("rdf-validate-shacl"), has_npm("rdf-validate-shacl"), "JavaScript, npm"),
    "shacl-engine": (node("shacl-engine"), has_npm("shacl-engine"), "JavaScript, npm"),
    "pyshacl": (pyshacl, module("pyshacl"), "Python, PyPI"),
    "pyshacl-turbo": (pyshacl_turbo, module("pyshacl_turbo"), "Rust, PyPI"),
    "shifty": (shifty, module("shifty"), "Rust, PyPI pyshifty"),
    "shacl": (shacl, module("shacl"), "Rust, PyPI"),
    "shacl-rust": (shacl_rust, module("shacl_rust"), "Rust, PyPI"),
    "rudof": (rudof, module("pyrudof"), "Rust, PyPI pyrudof"),
}


def spent():
    """Processor seconds of this process and those it waited for."""
    both = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(use.ru_utime + use.ru_stime for use in both)


def run(name, data, shapes):
    before, started = spent(), time.time()
    found = ENGINES[name][0](data, shapes)
    seconds, processor = time.time() - started, spent() - before
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024
    results = found if isinstance(found, list) else results_of(found, shapes)
    for result in results:  # engines put brackets into paths as they like
        result[1] = result[1].replace("(", "").replace(")", "")
    return {"seconds": round(seconds, 3), "processor": round(processor, 3), "peak_mib": round(peak), "results": sorted(results)}


def installed():
    return [name for name, (_, there, _) in ENGINES.items() if there()]


def run_apart(name, data, shapes, timeout):
    """In a process of its own; {"failed": why} if it fails or takes longer than `timeout` seconds."""
    try:
        done = subprocess.run([sys.executable, os.path.abspath(__file__), name, data, shapes], capture_output=True, text=True, timeout=timeout)
    except subprocess.TimeoutExpired:
        return {"failed": "more than %d s" % timeout}
    if done.returncode:
        return {"failed": (done.stderr.strip().splitlines() or ["no message"])[-1][:200]}
    return json.loads(done.stdout.splitlines()[-1])


def name_shapes(shapes, out):
    """Writes the shapes as N-Triples with an IRI for each shape that has none, so that reports name the same one."""
    import rdflib
    rdflib.NORMALIZE_LITERALS = False
    sh = rdflib.Namespace(SH)
    graph = rdflib.Graph().parse(shapes)
    nodes = set(graph.subjects(sh.path, None))
    for predicate in ("node", "not", "qualifiedValueShape", "property"):
        nodes |= set(graph.objects(None, sh[predicate]))
    for predicate in ("and", "or", "xone"):
        for head in graph.objects(None, sh[predicate]):
            nodes |= set(graph.items(head))
    named = {n: rdflib.URIRef("urn:x-shape:%d" % i) for i, n in enumerate(sorted(n for n in nodes if isinstance(n, rdflib.BNode)))}
    with open(out, "w") as text:
        for s, p, o in graph:
            text.write("%s %s %s .\n" % (named.get(s, s).n3(), p.n3(), named.get(o, o).n3()))


if __name__ == "__main__":
    if sys.argv[1:] == ["--list"]:
        for name in installed():
            print("%-20s %s" % (name, ENGINES[name][2]))
    else:
        print(json.dumps(run(*sys.argv[1:4])))
