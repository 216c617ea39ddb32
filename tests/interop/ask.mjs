// node ask.mjs MODULES QUERY FILE...: answers a SPARQL query over Turtle files with npm's oxigraph, as SPARQL 1.1 JSON.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [modules, query, ...files] = process.argv.slice(2);
const { Store } = createRequire(modules + "/")("oxigraph");
const store = new Store();
for (const file of files) store.load(readFileSync(file, "utf8"), { format: "text/turtle", base_iri: "file:///" });
process.stdout.write(store.query(readFileSync(query, "utf8"), { results_format: "application/sparql-results+json" }));
