// Most terms need one look at their bytes: an IRI that a prefix shortens is right if its namespace is (it ends in letters,
// digits and hyphens), and a literal of plain ASCII without anything to escape is copied as it is looked at. The
// others are checked by rdf::find_fault and written by the layout.
#include "emit/term_texts.hpp"

#include <cstring>

#include "core/base/utf8.hpp"

namespace entente::emit {
namespace {

using rdf::TermId;
using rdf::TermKind;
using rdf::TermView;

constexpr std::size_t kMostText = std::size_t{1} << 24U;  // texts kept of one data set; then they are made anew

char* put(char* to, std::string_view text) {
  std::memcpy(to, text.data(), text.size());
  return to + text.size();
}

constexpr std::uint64_t repeat(unsigned char c) { return 0x0101010101010101ULL * c; }

// True if one of the eight bytes is no ASCII, below 0x20, a quotation mark, a backslash or 0x7F. The subtractions may raise
// false alarms, but only next to such a byte.
bool has_special(std::uint64_t block) {
  const auto equal = [block](unsigned char c) { return (block ^ repeat(c)) - repeat(1); };
  return ((block | (block - repeat(0x20)) | equal('"') | equal('\\') | (block + repeat(1))) & repeat(0x80)) != 0;
}

// Copies text that needs no escapes, eight bytes at a time; false if it is another.
bool copy_plain(char* to, std::string_view text) {
  std::uint64_t block = 0;
  for (; text.size() >= 8; text.remove_prefix(8), to += 8) {
    std::memcpy(&block, text.data(), 8);
    if (has_special(block)) return false;
    std::memcpy(to, &block, 8);
  }
  block = repeat(' ');
  std::memcpy(&block, text.data(), text.size());
  std::memcpy(to, &block, text.size());
  return !has_special(block);
}

}  // namespace

void TermTexts::make_room() {
  if (made_.size() <= terms_.count()) made_.resize(terms_.count() + std::size_t{1});
  if (tails_.size() < terms_.group_count()) tails_.resize(terms_.group_count());
}

bool TermTexts::check_first(TermId id) {
  const auto term = terms_.view(id);
  fault_ = rdf::find_fault(term);
  if (!fault_) made_[id].kind = term.kind;
  return !fault_;
}

bool TermTexts::make_first(TermId id) {
  const auto term = terms_.view(id);
  Made& made = made_[id];
  const bool done = (term.is_iri() && make_short(term.value, made.text)) || (term.is_literal() && make_plain(id, term, made.text));
  if (!done) {
    fault_ = rdf::find_fault(term);
    if (fault_) return false;
    made.text = in_words(term);
  }
  made.kind = term.kind;
  return true;
}

bool TermTexts::make_short(std::string_view iri, Text& text) {
  const auto name = layout_->shorten(iri);
  if (!name || !name->checked) return false;
  const std::size_t size = name->prefix.size() + 1 + name->local.size();
  char* to = put(arena_.room(size), name->prefix);
  *to++ = ':';
  text = arena_.take(put(to, name->local), size);
  if (count_code_points(name->prefix) != name->prefix.size()) text.width = static_cast<std::uint32_t>(count_code_points(text.view()));
  return true;
}

// The layout's tail of an empty literal of the same type.
const TermTexts::Tail& TermTexts::tail_of(TermId id, const TermView& literal) {
  Tail& tail = tails_[terms_.group(id)];
  if (tail.made) return tail;
  const TermView empty{TermKind::Literal, {}, literal.datatype, literal.language};
  layout_->append_term(tail.text, empty);
  tail.text.erase(0, 2);
  tail.width = count_code_points(tail.text);
  tail.right = !rdf::find_fault(empty);
  tail.made = true;
  return tail;
}

bool TermTexts::make_plain(TermId id, const TermView& literal, Text& text) {
  const Tail& tail = tail_of(id, literal);
  if (!tail.right || layout_->is_bare(literal)) return false;
  char* to = arena_.room(literal.value.size() + 2 + tail.text.size());
  *to++ = '"';
  if (!copy_plain(to, literal.value)) return false;
  to += literal.value.size();
  *to++ = '"';
  text = arena_.take(put(to, tail.text), literal.value.size() + 2 + tail.width);
  return true;
}

Text TermTexts::in_words(const TermView& term) {
  scratch_.clear();
  layout_->append_term(scratch_, term);
  return arena_.keep(scratch_);
}

const Text& TermTexts::predicate(TermId id) {
  if (predicates_.size() <= id) predicates_.resize(id + std::size_t{1});
  Text& text = predicates_[id];
  if (text.data == nullptr) {
    scratch_.clear();
    layout_->append_predicate(scratch_, terms_.view(id));
    text = arena_.keep(scratch_);
  }
  return text;
}

void TermTexts::forget_if_large() {
  if (arena_.bytes() < kMostText) return;
  arena_.clear();
  for (Made& made : made_) made.text = {};
  predicates_.clear();
}

}  // namespace entente::emit
