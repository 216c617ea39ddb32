// The table of syntaxes that can be written.
#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "core/rdf/prefixes.hpp"
#include "core/rdf/reader.hpp"
#include "emit/layout.hpp"

namespace entente::emit {

struct Format {
  std::string_view name;        // as --format has it
  std::string_view ending;      // with its dot
  std::string_view media_type;
  rdf::Syntax syntax;
  bool graphs;                  // can hold named graphs
  std::unique_ptr<Layout> (*make)(const rdf::PrefixMap& prefixes);  // which must outlive it; its head declares all of them
};

std::span<const Format> formats();
// By name or file ending (with or without dot); null if unknown.
const Format* find_format(std::string_view name);

// One per syntax, each in its own file below emit/syntax/.
std::unique_ptr<Layout> make_turtle(const rdf::PrefixMap& prefixes);
std::unique_ptr<Layout> make_trig(const rdf::PrefixMap& prefixes);
std::unique_ptr<Layout> make_ntriples(const rdf::PrefixMap& prefixes);
std::unique_ptr<Layout> make_nquads(const rdf::PrefixMap& prefixes);

}  // namespace entente::emit
