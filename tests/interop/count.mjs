// node count.mjs MODULES FILE...: reads Turtle files with npm's n3 and prints "TRIPLES FILE" for each.
import { createReadStream } from "node:fs";
import { createRequire } from "node:module";

const [modules, ...files] = process.argv.slice(2);
const { StreamParser } = createRequire(modules + "/")("n3");
for (const file of files) {
  const triples = await new Promise((done, fail) => {
    let count = 0;
    const parser = new StreamParser({ format: "text/turtle", baseIRI: "file:///" });
    parser.on("data", () => { ++count; }).on("error", fail).on("end", () => done(count));
    createReadStream(file, { encoding: "utf8" }).pipe(parser);
  });
  console.log(`${triples} ${file}`);
}
