#include "shapes/engine/data.hpp"

#include "core/rdf/vocabulary.hpp"

namespace entente::shapes {

using rdf::Term;
using rdf::TermId;

namespace {

bool has_subclasses(const rdf::Graph& graph) { return !graph.with_predicate(graph.find_iri(vocab::rdfs::subClassOf)).empty(); }

}  // namespace

std::vector<TermId> IdSet::sorted() const {
  std::vector<TermId> out;
  for (std::size_t w = 0; w < words_.size(); ++w) {
    for (std::uint64_t word = words_[w]; word != 0; word &= word - 1) {
      out.push_back(static_cast<TermId>(w * 64 + static_cast<unsigned>(__builtin_ctzll(word))));
    }
  }
  return out;
}

Data::Data(rdf::Graph graph, std::optional<rdf::Graph> hierarchy)
    : graph_(std::move(graph)),
      hierarchy_(std::move(hierarchy)),
      terms_(std::make_shared<rdf::Dictionary>(graph_.shared_dictionary())),
      type_(graph_.find_iri(vocab::rdf::type)),
      subclasses_(has_subclasses(graph_) || (hierarchy_ && has_subclasses(*hierarchy_))) {}

void Data::add_shapes_graph(const rdf::Graph& shapes, const Term& name) {
  rdf::GraphBuilder builder(graph_);
  std::vector<TermId> ids(static_cast<std::size_t>(shapes.term_count()) + 1);
  std::string buffer;
  for (TermId id = 1; id <= shapes.term_count(); ++id) ids[id] = builder.intern(shapes.view(id, buffer));
  shapes.for_each(rdf::kNoTerm, rdf::kNoTerm, rdf::kNoTerm,
                  [&](const rdf::Triple& t) { builder.add(ids[t.subject], ids[t.predicate], ids[t.object]); });
  shapes_graph = builder.build();
  shapes_graph_name = name;
}

void Data::add_subclasses(const rdf::Graph& graph, std::set<Term>& known, std::vector<Term>& open, const Term& next) const {
  const TermId above = graph.find(next);
  const TermId sub_class_of = graph.find_iri(vocab::rdfs::subClassOf);
  if (above == rdf::kNoTerm || sub_class_of == rdf::kNoTerm) return;
  for (const auto& below : graph.with_predicate_object(sub_class_of, above)) {
    Term term = graph.term(below.subject);
    if (known.insert(term).second) open.push_back(std::move(term));
  }
}

std::vector<TermId> Data::subclasses_of(const rdf::TermView& class_term) const {
  if (!subclasses_) {
    const TermId id = graph_.find(class_term);
    return id == rdf::kNoTerm ? std::vector<TermId>{} : std::vector<TermId>{id};
  }
  std::set<Term> known{Term(class_term)};
  std::vector<Term> open{Term(class_term)};
  while (!open.empty()) {
    const Term next = std::move(open.back());
    open.pop_back();
    add_subclasses(graph_, known, open, next);
    if (hierarchy_) add_subclasses(*hierarchy_, known, open, next);
  }
  std::vector<TermId> out;
  for (const Term& term : known) {
    if (const TermId id = graph_.find(term)) out.push_back(id);
  }
  return out;
}

const IdSet& Data::instances_of(const rdf::TermView& class_term) const {
  auto& set = instances_[Term(class_term)];
  if (set) return *set;
  set = std::make_unique<IdSet>(graph_.term_count());
  for (const TermId id : subclasses_of(class_term)) {
    for (const auto& t : graph_.with_predicate_object(type_, id)) set->insert(t.subject);
  }
  return *set;
}

}  // namespace entente::shapes
