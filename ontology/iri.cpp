#include "ontology/iri.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <array>
#include <charconv>

#include "core/base/hash.hpp"
#include "core/base/utf8.hpp"

namespace entente::ontology {
namespace {

constexpr std::string_view kSeparator = "\x1F";
constexpr std::size_t kDocumentDigits = 16;

bool is_ascii(std::string_view text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return true;
}

// Compatibility decomposition, marks removed, case folded.
std::string fold(std::string_view text) {
  std::string out;
  if (is_ascii(text)) {
    for (const char c : text) out += (c >= 'A' && c <= 'Z') ? static_cast<char>(c + 32) : c;
    return out;
  }
  UErrorCode status = U_ZERO_ERROR;
  const auto* nfkd = icu::Normalizer2::getNFKDInstance(status);
  auto unicode = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  if (U_SUCCESS(status)) unicode = nfkd->normalize(unicode.foldCase(), status);
  for (int32_t i = 0; i < unicode.length(); i = unicode.moveIndex32(i, 1)) {
    const UChar32 c = unicode.char32At(i);
    if (u_charType(c) != U_NON_SPACING_MARK) append_utf8(out, static_cast<char32_t>(u_tolower(c)));
  }
  return out;
}

}  // namespace

std::string normalised_name(std::string_view text) {
  std::string out;
  bool blank = false;
  for (const char c : fold(text)) {
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
      blank = !out.empty();
      continue;
    }
    if (blank) out += ' ';
    blank = false;
    out += c;
  }
  return out;
}

std::string slug(std::string_view text, std::size_t limit) {
  std::string out;
  for (const char c : fold(text)) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (plain) {
      out += c;
    } else if (c != '\'' && !is_continuation(c) && !out.empty() && out.back() != '-') {
      out += '-';
    }
    if (out.size() >= limit) break;
  }
  while (!out.empty() && out.back() == '-') out.pop_back();
  return out.empty() ? "x" : out;
}

IriMinter::IriMinter(std::string base) : base_(std::move(base)) {
  if (base_.empty() || base_.back() != '/') base_ += '/';
}

std::string IriMinter::make(std::string_view type, std::string_view local) const {
  std::string out;
  out.reserve(base_.size() + type.size() + local.size() + 4);
  out.append(base_).append("id/").append(type).append("/").append(local);
  return out;
}

std::string IriMinter::known(std::string_view key) const { return base_ + "id/" + std::string(key); }

std::string IriMinter::unknown(std::string_view type, std::string_view name, std::string_view scope) const {
  std::string identity(type);
  identity.append(kSeparator).append(normalised_name(name));
  if (!scope.empty()) identity.append(kSeparator).append(scope);
  return make(type, slug(name) + "-" + short_hash(identity, 8));
}

std::string IriMinter::hashed(std::string_view type, std::initializer_list<std::string_view> parts) const {
  std::string identity;
  std::size_t size = type.size();
  for (const auto part : parts) size += part.size() + kSeparator.size();
  identity.reserve(size);
  identity.append(type);
  for (const auto part : parts) identity.append(kSeparator).append(part);
  return make(type, short_hash(identity, 16));
}

std::string IriMinter::document(std::string_view sha256) const { return make("doc", sha256.substr(0, kDocumentDigits)); }

std::string IriMinter::at(std::string_view type, std::string_view sha256, Span points) const {
  return std::string(PlaceMinter(*this, type, sha256).at(points));
}

std::string IriMinter::place(std::string_view type, std::string_view sha256) const {
  return make(type, sha256.substr(0, kDocumentDigits)) + "-";
}

std::string_view PlaceMinter::at(Span points) {
  std::array<char, 16> digits;
  const auto number = [&](std::uint32_t value) {
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    return std::string_view(digits.data(), static_cast<std::size_t>(end - digits.data()));
  };
  iri_.resize(shared_);
  iri_.append(number(points.begin)) += '-';
  return iri_.append(number(points.end));
}

}  // namespace entente::ontology
