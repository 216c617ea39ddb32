// The one place where identifiers are made (MODEL.md, "Identity"): {base}id/{type}/{local}.
#pragma once

#include <string>
#include <string_view>

#include "core/base/span.hpp"

namespace entente::ontology {

inline constexpr std::string_view kDefaultBase = "https://w3id.org/entente/kb/";

// Local names hold [A-Za-z0-9_-] only. Nothing here depends on order, time, or the number of documents.
class IriMinter {
 public:
  // `base` ends in "/" (added if missing).
  explicit IriMinter(std::string base = std::string(kDefaultBase));

  const std::string& base() const { return base_; }
  // {base}id/{type}/{local}
  std::string make(std::string_view type, std::string_view local) const;
  // An entity of the register: key "org/brics".
  std::string known(std::string_view key) const;
  // An entity that only its name identifies: slug of the name + hash of (type, name), names compared
  // without case, diacritics and white space runs. `scope` (a document's hash) keeps unnamed ones apart.
  std::string unknown(std::string_view type, std::string_view name, std::string_view scope = {}) const;
  // Hash of parts, kept apart by a separator: for statements, events, claims.
  std::string hashed(std::string_view type, std::initializer_list<std::string_view> parts) const;
  // doc/{first 16 digits of the SHA-256}
  std::string document(std::string_view sha256) const;
  // {type}/{doc}-{begin}-{end}, in code points: spans, their selectors, mentions.
  std::string at(std::string_view type, std::string_view sha256, Span code_points) const;
  // The part of it before the code points.
  std::string place(std::string_view type, std::string_view sha256) const;

 private:
  std::string base_;
};

// Identifiers of places in one document as IriMinter::at makes them: what they share is put together once.
class PlaceMinter {
 public:
  PlaceMinter(const IriMinter& minter, std::string_view type, std::string_view sha256) : iri_(minter.place(type, sha256)), shared_(iri_.size()) {}
  // Lives until the next call.
  std::string_view at(Span code_points);

 private:
  std::string iri_;
  std::size_t shared_;
};

// Lower case without diacritics, words joined by "-", at most `limit` bytes; "x" if nothing is left.
std::string slug(std::string_view text, std::size_t limit = 60);
// Case-folded, without diacritics, white space runs as one blank: equal for spellings of one name.
std::string normalised_name(std::string_view text);

}  // namespace entente::ontology
