// Answers as text: the W3C formats for results of SELECT and ASK, and a table for people.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "query/query.hpp"

namespace entente::query {

struct ResultFormat {
  std::string_view name;
  std::string_view media_type;
  // `prefixes` shorten IRIs in the table only. For Construct: empty.
  std::string (*write)(const Answer& answer, const rdf::PrefixMap& prefixes);
};

// table, json (SPARQL 1.1 Query Results JSON Format), csv and tsv (CSV and TSV Formats), xml (XML Format).
std::span<const ResultFormat> result_formats();
const ResultFormat* find_result_format(std::string_view name);

std::string to_table(const Answer& answer, const rdf::PrefixMap& prefixes);
std::string to_json(const Answer& answer, const rdf::PrefixMap& prefixes);
std::string to_csv(const Answer& answer, const rdf::PrefixMap& prefixes);
std::string to_tsv(const Answer& answer, const rdf::PrefixMap& prefixes);
std::string to_xml(const Answer& answer, const rdf::PrefixMap& prefixes);

}  // namespace entente::query
