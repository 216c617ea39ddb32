// consumer SHAPES DATA: prints the number of results, as docs/shacl.md shows the library.
#include <cstdio>

#include "core/rdf/load.hpp"
#include "shapes/engine/validator.hpp"

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  entente::Diagnostics diagnostics;
  entente::rdf::Graph shapes, data;
  if (!entente::rdf::load_files({argv[1]}, shapes, {}, diagnostics)) return 3;
  if (!entente::rdf::load_files({argv[2]}, data, {}, diagnostics)) return 3;
  const auto plan = entente::shapes::compile(shapes, {}, diagnostics);
  if (!plan) return 3;
  const auto report = entente::shapes::validate(*plan, data);
  if (!report) return 3;
  std::printf("%zu results\n", report->results.size());
  return report->conforms ? 0 : 1;
}
