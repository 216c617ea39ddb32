#include "emit/formats.hpp"

namespace entente::emit {
namespace {

constexpr Format kFormats[] = {
    {"turtle", ".ttl", "text/turtle", rdf::Syntax::Turtle, false, &make_turtle},
    {"trig", ".trig", "application/trig", rdf::Syntax::TriG, true, &make_trig},
    {"ntriples", ".nt", "application/n-triples", rdf::Syntax::NTriples, false, &make_ntriples},
    {"nquads", ".nq", "application/n-quads", rdf::Syntax::NQuads, true, &make_nquads},
};

}  // namespace

std::span<const Format> formats() { return kFormats; }

const Format* find_format(std::string_view name) {
  for (const Format& format : kFormats) {
    if (name == format.name || name == format.ending || name == format.ending.substr(1)) return &format;
  }
  return nullptr;
}

}  // namespace entente::emit
