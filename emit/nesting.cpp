#include "emit/nesting.hpp"

#include "core/base/utf8.hpp"
#include "core/rdf/vocabulary.hpp"
#include "emit/syntax/turtle_block.hpp"

namespace entente::emit {
namespace {

using rdf::kNoTerm;
using rdf::TermId;

constexpr int kMaxDepth = 16;
constexpr std::size_t kMaxLine = 90;

bool fits(const std::string& text) { return text.find('\n') == std::string::npos && count_code_points(text) <= kMaxLine; }

}  // namespace

Nesting::Nesting(const rdf::Dataset& dataset, const rdf::PrefixMap& prefixes)
    : dataset_(dataset), prefixes_(prefixes), uses_(dataset.term_count() + std::size_t{1}), nested_(uses_.size()), list_(uses_.size()) {
  find_uses();
  find_lists();
  find_nested();
}

void Nesting::find_uses() {
  const auto& quads = dataset_.quads();
  for (std::size_t i = 0; i < quads.size(); ++i) {
    const auto& q = quads[i];
    Use& object = uses_[q.object];
    ++object.objects;
    object.parent = &q;
    uses_[q.graph].apart = true;
    Use& subject = uses_[q.subject];
    if (subject.count++ == 0) {
      subject.first = i;
    } else if (quads[subject.first].graph != q.graph) {
      subject.apart = true;
    }
  }
  for (TermId id = 1; id < uses_.size(); ++id) {
    Use& use = uses_[id];
    nested_[id] = dataset_.term(id).is_blank() && use.objects == 1 && !use.apart && use.parent->subject != id &&
                  (use.count == 0 || quads[use.first].graph == use.parent->graph);
  }
}

TermId Nesting::object_of(TermId cell, std::string_view predicate) const {
  TermId found = kNoTerm;
  for (std::size_t i = 0; i < uses_[cell].count; ++i) {
    const auto& q = dataset_.quads()[uses_[cell].first + i];
    if (dataset_.term(q.predicate).value != predicate) continue;
    if (found != kNoTerm) return kNoTerm;
    found = q.object;
  }
  return found;
}

bool Nesting::is_cell(TermId id) const {
  return nested_[id] && uses_[id].count == 2 && object_of(id, vocab::rdf::first) != kNoTerm && object_of(id, vocab::rdf::rest) != kNoTerm;
}

// Goes back from each cell that ends a list.
void Nesting::find_lists() {
  for (TermId id = 1; id < uses_.size(); ++id) {
    if (!is_cell(id) || dataset_.term(object_of(id, vocab::rdf::rest)).value != vocab::rdf::nil) continue;
    TermId cell = id;
    while (true) {
      list_[cell] = true;
      const auto* parent = uses_[cell].parent;
      if (dataset_.term(parent->predicate).value != vocab::rdf::rest || !is_cell(parent->subject) || list_[parent->subject]) break;
      cell = parent->subject;
    }
  }
}

// Depth along the one use of each node; cycles and every kMaxDepth-th level stay apart.
void Nesting::find_nested() {
  enum : std::uint8_t { kNew, kOpen, kDone };
  std::vector<std::uint8_t> state(uses_.size(), kNew);
  std::vector<int> depth(uses_.size(), 0);
  for (TermId start = 1; start < uses_.size(); ++start) {
    std::vector<TermId> path;
    TermId id = start;
    while (nested_[id] && state[id] == kNew) {
      state[id] = kOpen;
      path.push_back(id);
      id = uses_[id].parent->subject;
    }
    if (nested_[id] && state[id] == kOpen) nested_[id] = false;  // closes a cycle
    while (!path.empty()) {
      const TermId node = path.back();
      path.pop_back();
      state[node] = kDone;
      if (!nested_[node]) continue;
      const TermId parent = uses_[node].parent->subject;
      const bool next_cell = list_[node] && list_[parent] && dataset_.term(uses_[node].parent->predicate).value == vocab::rdf::rest;
      depth[node] = (nested_[parent] ? depth[parent] : 0) + (next_cell ? 0 : 1);
      if (depth[node] > kMaxDepth && !next_cell) {
        nested_[node] = false;
        depth[node] = 0;
      }
      any_ = any_ || nested_[node];
    }
  }
}

void Nesting::object_text(TermId object, std::size_t indent, std::string& out) const {
  if (!text(object, indent, out)) append_turtle(out, dataset_.term(object), prefixes_);
}

void Nesting::list_text(TermId cell, std::size_t indent, std::string& out) const {
  std::vector<std::string> items;
  std::string line = "(";
  for (; list_[cell]; cell = object_of(cell, vocab::rdf::rest)) {
    items.emplace_back();
    object_text(object_of(cell, vocab::rdf::first), indent + 4, items.back());
    if (line.size() <= kMaxLine * 4) (line += ' ') += items.back();
  }
  line += " )";
  if (fits(line)) {
    out += line;
    return;
  }
  out += '(';
  for (const auto& item : items) (out += '\n').append(indent + 4, ' ') += item;
  (out += '\n').append(indent, ' ') += ')';
}

bool Nesting::text(TermId blank, std::size_t indent, std::string& out) const {
  if (blank == kNoTerm || !nested_[blank]) return false;
  const Use& use = uses_[blank];
  if (list_[blank]) return list_text(blank, indent, out), true;
  if (use.count == 0) return out += "[]", true;
  TurtleBlock block(indent);
  TextArena arena;
  std::string piece;
  for (std::size_t i = 0; i < use.count; ++i) {
    const auto& q = dataset_.quads()[use.first + i];
    piece.clear();
    append_verb(piece, dataset_.term(q.predicate), prefixes_);
    const Text predicate = arena.keep(piece);
    piece.clear();
    object_text(q.object, indent + 4, piece);
    block.put(predicate, arena.keep(piece));
  }
  std::string rows;
  const bool single = block.row_count() == 1;
  block.append_rows(rows);
  const std::string line = rows.substr(indent + 4);
  if (single && fits(line)) {
    ((out += "[ ") += line) += " ]";
  } else {
    (((out += "[\n") += rows) += '\n').append(indent, ' ') += ']';
  }
  return true;
}

}  // namespace entente::emit
