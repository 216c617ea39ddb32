// engines.mjs NAME DATA SHAPES: validates N-Triples with rdf-validate-shacl or shacl-engine (npm), then writes one
// JSON object: seconds until the report was there, and each result as six strings. Run by engines.py.
import { createReadStream } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const require = createRequire(join(process.env.SHACL_ENGINES, 'npm', 'package.json'))
const load = async name => import(pathToFileURL(require.resolve(name)))
const [name, dataFile, shapesFile] = process.argv.slice(2)
const started = process.hrtime.bigint()
const { default: rdf } = await load('rdf-ext')
const { StreamParser } = await load('n3')
const rdfNs = local => rdf.namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#' + local)
const sh = local => rdf.namedNode('http://www.w3.org/ns/shacl#' + local)

async function read (file) {
  const dataset = rdf.dataset()
  for await (const quad of createReadStream(file).pipe(new StreamParser())) dataset.add(quad)
  return dataset
}

async function validate (shapes, data) {
  if (name === 'shacl-engine') {  // takes the class hierarchy from the shapes
    for (const quad of data.match(null, rdf.namedNode('http://www.w3.org/2000/01/rdf-schema#subClassOf'))) shapes.add(quad)
    const { Validator } = await load('shacl-engine')
    return (await new Validator(shapes, { factory: rdf }).validate({ dataset: data })).dataset
  }
  const { default: Validator } = await load('rdf-validate-shacl')
  return (await new Validator(shapes).validate(data)).dataset
}

const text = term => {
  if (!term) return ''
  if (term.termType === 'NamedNode') return `<${term.value}>`
  if (term.termType === 'BlankNode') return '_'
  const type = term.datatype.value
  if (term.language) return `${JSON.stringify(term.value)}@${term.language}`
  return JSON.stringify(term.value) + (type.endsWith('#string') ? '' : `^^<${type}>`)
}

const shapes = await read(shapesFile)
const report = await validate(shapes, await read(dataFile))
const seconds = Number(process.hrtime.bigint() - started) / 1e9

const one = (graph, s, p) => [...graph.match(s, p)].map(q => q.object)[0]
const list = (graph, node) => {
  const out = []
  for (let at = node; at && at.value !== rdfNs('nil').value; at = one(graph, at, rdfNs('rest'))) out.push(one(graph, at, rdfNs('first')))
  return out
}
const path = node => {
  if (!node || node.termType === 'NamedNode') return text(node)
  for (const graph of [report, shapes]) {
    for (const [name, before, after] of [['inversePath', '^', ''], ['zeroOrMorePath', '', '*'], ['oneOrMorePath', '', '+'], ['zeroOrOnePath', '', '?']]) {
      const inner = one(graph, node, sh(name))
      if (inner) return before + path(inner) + after
    }
    const either = one(graph, node, sh('alternativePath'))
    if (either) return list(graph, either).map(path).join('|')
    if (one(graph, node, rdfNs('first'))) return list(graph, node).map(path).join('/')
  }
  return '?'
}
const results = []
for (const { object: r } of report.match(null, sh('result'))) {
  const get = local => one(report, r, sh(local))
  results.push([text(get('focusNode')), path(get('resultPath')), text(get('value')), text(get('sourceConstraintComponent')), text(get('sourceShape')),
    text(get('resultSeverity'))])
}
process.stdout.write(JSON.stringify({ seconds, results }))
