#include "core/rdf/subject_lines.hpp"

#include <algorithm>

namespace entente::rdf {
namespace {

// The token before the next blank, taken from the front with that blank.
std::string_view take_token(std::string_view& line) {
  const auto token = line.substr(0, line.find(' '));
  line.remove_prefix(token.size() < line.size() ? token.size() + 1 : token.size());
  return token;
}

// Empty if the token is no IRI.
std::string_view iri_of(std::string_view token) {
  return token.size() > 2 && token.front() == '<' && token.back() == '>' ? token.substr(1, token.size() - 2) : std::string_view();
}

}  // namespace

SubjectLines::SubjectLines(std::string_view text, std::string_view predicate) : text_(text), predicate_(predicate) {
  ranges_.reserve(text.size() / 1024);
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size() - 1) + 1;
    add(text.substr(begin, end - begin), begin);
    begin = end;
  }
}

void SubjectLines::add(std::string_view line, std::size_t begin) {
  const std::size_t size = line.size();
  if (const auto subject = iri_of(take_token(line)); subject.empty() || subject != subject_) {
    subject_ = subject;
    range_ = subject_.empty() ? nullptr : &ranges_.try_emplace(subject_, Range{begin, begin}).first->second;
  }
  if (range_ == nullptr) return;
  range_->end = begin + size;
  if (iri_of(take_token(line)) == predicate_) uses_.emplace_back(subject_, iri_of(take_token(line)));
}

std::string_view SubjectLines::of(std::string_view iri) const {
  const auto found = ranges_.find(iri);
  return found == ranges_.end() ? std::string_view() : text_.substr(found->second.begin, found->second.end - found->second.begin);
}

}  // namespace entente::rdf
