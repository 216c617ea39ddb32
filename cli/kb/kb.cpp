#include "cli/kb/kb.hpp"

#include <algorithm>

#include "core/rdf/reader.hpp"
#include "core/rdf/vocabulary.hpp"

namespace entente::cli {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files_of(const std::string& path) {
  std::error_code error;
  if (!fs::is_directory(path, error)) return {path};
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(path, error)) {
    const auto stem = entry.path().stem();
    const bool ours = stem == "kb" || stem == "mentions" || stem == "register" || stem == "ontology";
    if (ours && rdf::syntax_of(entry.path())) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

std::vector<fs::path> kb_files(const std::vector<std::string>& paths) {
  std::vector<fs::path> all;
  for (const auto& path : paths) {
    const auto files = files_of(path);
    all.insert(all.end(), files.begin(), files.end());
  }
  return all;
}

std::string ns(std::string_view name) { return std::string(vocab::ent::kNamespace) + std::string(name); }

Result<rdf::Graph> load_kb(const std::vector<std::string>& paths, unsigned threads) {
  rdf::GraphBuilder builder;
  Diagnostics diagnostics;
  std::size_t read = 0;
  for (const auto& file : kb_files(paths)) {
    rdf::ReadOptions options;
    options.source = file.string();
    options.blank_prefix = "f" + std::to_string(read++) + "_";
    rdf::read_file(file, options,
                   [&](const rdf::QuadView& q, std::uint64_t) { builder.add(q.subject, q.predicate, q.object); },
                   diagnostics);
  }
  for (const auto& d : diagnostics.items()) {
    if (d.severity == Severity::Error) return d;
  }
  if (read == 0) {
    return Diagnostic{Severity::Error, Code::IoOpen, {paths.empty() ? "" : paths.front(), 0, 0, {}},
                      "No knowledge base here; make one with 'entente build'"};
  }
  return builder.build(threads);
}

rdf::TermId KbView::id(std::string_view iri) const { return graph_.find({rdf::TermKind::Iri, iri, {}, {}}); }

rdf::TermId KbView::one(rdf::TermId s, std::string_view p) const {
  const auto found = all(s, p);
  return found.empty() ? rdf::kNoTerm : found.front();
}

std::vector<rdf::TermId> KbView::all(rdf::TermId s, std::string_view p) const {
  std::vector<rdf::TermId> out;
  const auto predicate = id(p);
  if (s == rdf::kNoTerm || predicate == rdf::kNoTerm) return out;
  for (const auto& triple : graph_.with_subject_predicate(s, predicate)) out.push_back(triple.object);
  return out;
}

std::vector<rdf::TermId> KbView::subjects(std::string_view p, rdf::TermId o) const {
  std::vector<rdf::TermId> out;
  const auto predicate = id(p);
  if (o == rdf::kNoTerm || predicate == rdf::kNoTerm) return out;
  for (const auto& triple : graph_.with_predicate_object(predicate, o)) out.push_back(triple.subject);
  return out;
}

std::string KbView::value(rdf::TermId term) const {
  return term == rdf::kNoTerm ? std::string{} : graph_.term(term).value;
}

std::string KbView::label(rdf::TermId term) const {
  if (term == rdf::kNoTerm) return "?";
  if (const auto name = text(term, vocab::skos::prefLabel); !name.empty()) return name;
  const auto iri = value(term);
  const auto cut = iri.find_last_of("/#");
  return cut == std::string::npos ? iri : iri.substr(cut + 1);
}

bool KbView::is(rdf::TermId s, std::string_view class_iri) const {
  const auto type = id(vocab::rdf::type);
  const auto wanted = id(class_iri);
  return type != rdf::kNoTerm && wanted != rdf::kNoTerm && graph_.contains(s, type, wanted);
}

std::size_t KbView::count(std::string_view class_iri) const { return subjects(vocab::rdf::type, id(class_iri)).size(); }

}  // namespace entente::cli
