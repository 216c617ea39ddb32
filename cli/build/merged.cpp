// The bytes: counts, rules, the terms that are the document's own, then entities and triples with terms by number: those
// of the stock by their own, the document's by their place behind the stock's.
#include "cli/build/merged.hpp"

#include <cstring>
#include <limits>

#include "core/rdf/vocabulary.hpp"

namespace entente::cli {
namespace {

using rdf::TermId;

class Packer {
 public:
  Packer(TermId stock, const rdf::Dictionary& terms) : stock_(stock), terms_(terms) {}

  template <typename T>
  void plain(const T& value) {
    body_.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  void count(std::size_t value) { plain(static_cast<std::uint32_t>(value)); }

  void term(TermId id) {
    if (id > stock_) {
      if (places_.empty()) places_.resize(terms_.count() - stock_, 0);
      TermId& place = places_[id - stock_ - 1];
      if (place == 0) place = add(id);
      id = stock_ + place;
    }
    plain(id);
  }

  std::string take() const {
    std::string out(reinterpret_cast<const char*>(&terms_used_), sizeof terms_used_);
    return out.append(table_).append(body_);
  }

 private:
  TermId add(TermId id) {
    const auto view = terms_.view(id);
    table_ += static_cast<char>(view.kind);
    for (const auto part : {view.value, view.datatype, view.language}) {
      const auto size = static_cast<std::uint32_t>(part.size());
      table_.append(reinterpret_cast<const char*>(&size), sizeof size).append(part);
    }
    return ++terms_used_;
  }

  TermId stock_;
  const rdf::Dictionary& terms_;
  std::vector<TermId> places_;
  TermId terms_used_ = 0;
  std::string table_, body_;
};

class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : rest_(bytes) {}

  template <typename T>
  T plain() {
    T value{};
    if (rest_.size() < sizeof value) return fail(), value;
    std::memcpy(&value, rest_.data(), sizeof value);
    rest_.remove_prefix(sizeof value);
    return value;
  }

  // How many things of at least `least` bytes follow.
  std::size_t count(std::size_t least) {
    const std::size_t value = plain<std::uint32_t>();
    return value * least <= rest_.size() ? value : (fail(), 0);
  }

  std::string_view text() {
    const auto out = rest_.substr(0, count(1));
    rest_.remove_prefix(out.size());
    return out;
  }

  void read_terms(TermId stock, rdf::Dataset& into) {
    stock_ = stock;
    ids_.resize(count(13));
    for (TermId& id : ids_) {
      rdf::TermView view;
      view.kind = static_cast<rdf::TermKind>(plain<char>());
      view.value = text();
      view.datatype = text();
      view.language = text();
      if (good_) id = into.intern(view);
    }
  }

  TermId term() {
    const auto id = plain<TermId>();
    if (id <= stock_) return id;
    return id - stock_ <= ids_.size() ? ids_[id - stock_ - 1] : (fail(), rdf::kNoTerm);
  }

  bool good() const { return good_; }

 private:
  void fail() {
    good_ = false;
    rest_ = {};
  }
  std::string_view rest_;
  TermId stock_ = 0;
  std::vector<TermId> ids_;
  bool good_ = true;
};

}  // namespace

std::string Merged::pack(const rdf::Dictionary& stock, const ontology::MappedDocument& mapped, const DocumentCounts& counts) {
  Packer out(stock.count(), *mapped.terms);
  out.plain(counts);
  out.count(mapped.rules_used.size());
  for (const bool used : mapped.rules_used) out.plain(static_cast<char>(used));
  out.count(mapped.entities.size());
  for (const auto& record : mapped.entities.all()) {
    out.term(record.entity);
    out.count(record.classes.size());
    for (const TermId type : record.classes) out.term(type);
    out.count(record.names.size());
    for (const auto& [name, count] : record.names) {
      out.term(name);
      out.plain(count);
    }
  }
  const auto& quads = mapped.parts[static_cast<std::size_t>(ontology::Part::Shared)].quads();
  out.count(quads.size());
  for (const auto& q : quads) {
    for (const TermId id : {q.graph, q.subject, q.predicate, q.object}) out.term(id);
  }
  return out.take();
}

bool Merged::add(std::string_view packed) {
  Unpacker in(packed);
  in.read_terms(stock_count, triples);
  const auto more = in.plain<DocumentCounts>();
  for (const auto part : {&DocumentCounts::bytes, &DocumentCounts::mentions, &DocumentCounts::statements, &DocumentCounts::events, &DocumentCounts::claims}) {
    counts.*part += more.*part;
  }
  const std::size_t rules = in.count(1);
  if (rules_used.size() < rules) rules_used.resize(rules, false);
  for (std::size_t i = 0; i < rules; ++i) rules_used[i] = in.plain<char>() != 0 || rules_used[i];
  for (std::size_t left = in.count(12); left > 0; --left) {
    auto& record = entities.of(in.term());
    for (std::size_t classes = in.count(4); classes > 0; --classes) record.add_class(in.term());
    for (std::size_t names = in.count(8); names > 0; --names) {
      const TermId name = in.term();
      record.add_name(name, in.plain<std::uint32_t>());
    }
  }
  for (std::size_t left = in.count(16); left > 0; --left) {
    const TermId graph = in.term();
    const TermId subject = in.term();
    const TermId predicate = in.term();
    triples.add(rdf::QuadIds{graph, subject, predicate, in.term()});
  }
  return in.good();
}

}  // namespace entente::cli
