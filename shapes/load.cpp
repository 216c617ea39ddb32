#include "shapes/load.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <unordered_set>

#include "core/rdf/iri.hpp"
#include "core/rdf/reader.hpp"
#include "core/rdf/vocabulary.hpp"

namespace entente::shapes {
namespace {

// The path of a file: IRI, percent-decoded; empty for others.
std::filesystem::path local_path(std::string_view iri) {
  constexpr std::string_view kScheme = "file://";
  if (iri.substr(0, kScheme.size()) != kScheme) return {};
  std::string out;
  for (std::size_t i = kScheme.size(); i < iri.size() && iri[i] != '#'; ++i) {
    if (iri[i] == '%' && i + 2 < iri.size()) {
      out += static_cast<char>(std::stoi(std::string(iri.substr(i + 1, 2)), nullptr, 16));
      i += 2;
    } else {
      out += iri[i];
    }
  }
  return out;
}

struct Loading {
  using Key = std::pair<Term, Term>;
  rdf::GraphBuilder builder;
  std::shared_ptr<std::map<Key, Place>> places = std::make_shared<std::map<Key, Place>>();
  std::set<std::string> known;                              // IRIs of files read and ontologies declared
  std::vector<std::pair<std::string, Place>> imports;
  std::size_t files = 0;
  rdf::PrefixMap prefixes;

  bool read(const std::filesystem::path& path, Diagnostics& diagnostics) {
    const std::string iri = rdf::file_iri(path);
    if (!known.insert(iri).second) return true;
    rdf::ReadOptions options;
    options.base = iri;
    options.prefixes = &prefixes;
    if (++files > 1) options.blank_prefix.append("f").append(std::to_string(files)).append(".");
    const auto sink = [&](const rdf::QuadView& q, std::uint64_t line) {
      builder.add(q.subject, q.predicate, q.object);
      const Place place{path.string(), line, 0, {}};
      places->emplace(Key(Term(q.subject), Term(q.predicate)), place);
      if (q.predicate.value == vocab::owl::imports && q.object.is_iri()) imports.emplace_back(q.object.value, place);
      if (q.predicate.value == vocab::rdf::type && q.object.value == vocab::owl::Ontology) known.insert(std::string(q.subject.value));
    };
    return rdf::read_file(path, options, sink, diagnostics);
  }
};

}  // namespace

bool load_shapes(const std::vector<std::filesystem::path>& paths, ShapesFiles& out, Diagnostics& diagnostics) {
  Loading loading;
  bool good = true;
  for (const auto& path : paths) good = loading.read(path, diagnostics) && good;
  for (std::size_t i = 0; i < loading.imports.size(); ++i) {  // reading adds to the imports
    const auto [iri, place] = loading.imports[i];
    if (loading.known.count(iri) != 0) continue;
    const auto path = local_path(iri);
    std::error_code error;
    if (!path.empty() && std::filesystem::is_regular_file(path, error)) {
      good = loading.read(path, diagnostics) && good;
    } else {
      diagnostics.warning(Code::ShapesImport, place, "The import <" + iri + "> is not fetched; give its file as another shapes file");
    }
  }
  out.graph = loading.builder.build(1);
  out.prefixes = std::move(loading.prefixes);
  out.locate = [places = loading.places](const Term& subject, const Term& predicate) {
    const auto found = places->find({subject, predicate});
    if (found != places->end()) return found->second;
    const auto any = places->lower_bound({subject, Term{}});  // some triple of the subject
    return any != places->end() && any->first.first == subject ? any->second : Place{};
  };
  if (!paths.empty()) out.name = rdf::iri(rdf::file_iri(paths.front()));
  return good;
}

std::vector<std::filesystem::path> shapes_graphs_of(const rdf::Graph& data) {
  std::vector<std::filesystem::path> out;
  std::error_code error;
  for (const auto& t : data.with_predicate(data.find_iri(vocab::sh::shapesGraph))) {
    const auto path = local_path(data.term(t.object).value);
    if (!path.empty() && std::filesystem::is_regular_file(path, error)) out.push_back(path);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace entente::shapes
