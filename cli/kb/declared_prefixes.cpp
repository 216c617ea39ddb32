#include "cli/kb/declared_prefixes.hpp"

#include <fstream>

#include "cli/kb/kb.hpp"
#include "core/rdf/reader.hpp"

namespace entente::cli {
namespace {

// "@prefix a: <b> ." as our writers and most others put it; false for any other line.
bool take_line(const std::string& line, rdf::PrefixMap& prefixes) {
  if (line.compare(0, 8, "@prefix ") != 0) return false;
  const auto name = line.find_first_not_of(" \t", 8);
  const auto colon = line.find(':', 8);
  const auto open = line.find('<', 8);
  const auto close = line.find('>', 8);
  if (colon == std::string::npos || open == std::string::npos || close == std::string::npos || open < colon || close < open) return false;
  prefixes.add(line.substr(name, colon - name), line.substr(open + 1, close - open - 1));
  return true;
}

}  // namespace

rdf::PrefixMap declared_prefixes(const std::vector<std::string>& paths, rdf::PrefixMap usual) {
  constexpr int kMaxLines = 1000;
  for (const auto& path : kb_files(paths)) {
    const auto syntax = rdf::syntax_of(path);
    if (syntax != rdf::Syntax::Turtle && syntax != rdf::Syntax::TriG) continue;
    std::ifstream file(path);
    std::string line;
    for (int i = 0; i < kMaxLines && std::getline(file, line); ++i) {
      if (!line.empty() && line[0] != '#' && !take_line(line, usual)) break;
    }
  }
  return usual;
}

}  // namespace entente::cli
