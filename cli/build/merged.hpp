// What documents say together: entities with their classes and names, direct triples, the rules that found something.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ontology/mapping/mapper.hpp"

namespace entente::cli {

struct DocumentCounts {
  std::uint64_t bytes = 0, mentions = 0, statements = 0, events = 0, claims = 0;
};

struct Merged {
  // `stock`: the terms that all documents share.
  explicit Merged(const std::shared_ptr<const rdf::Dictionary>& stock)
      : stock_count(stock->count()), triples(std::make_shared<rdf::Dictionary>(stock)) {}

  // What `mapped`, whose terms stand on the same stock, adds: as bytes, for the same process only.
  static std::string pack(const rdf::Dictionary& stock, const ontology::MappedDocument& mapped, const DocumentCounts& counts);
  // False if the bytes are not those of pack().
  bool add(std::string_view packed);

  rdf::TermId stock_count;
  rdf::Dataset triples;
  ontology::EntityRecords entities;  // terms of `triples`
  std::vector<bool> rules_used;      // by RuleRef
  DocumentCounts counts;
};

}  // namespace entente::cli
