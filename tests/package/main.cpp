// The example of docs/shacl.md: exit status 1 with one result.
#include <cstdio>

#include "core/rdf/load.hpp"
#include "shapes/engine/validator.hpp"

int main(int, char** files) {
  entente::Diagnostics diagnostics;
  entente::rdf::Graph shapes, data;
  entente::rdf::load_files({files[1]}, shapes, {}, diagnostics);
  entente::rdf::load_files({files[2]}, data, {}, diagnostics);
  const auto plan = entente::shapes::compile(shapes, {}, diagnostics);
  if (!plan) return 3;
  const auto report = entente::shapes::validate(*plan, data);
  if (!report) return 4;
  for (const auto& result : report->results) std::printf("%s: %s\n", result.focus.value.c_str(), result.messages[0].value.c_str());
  return report->conforms ? 0 : 1;
}
