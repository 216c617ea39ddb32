#include "query/results.hpp"

namespace entente::query {
namespace {

constexpr ResultFormat kFormats[] = {
    {"table", "text/plain", &to_table},
    {"json", "application/sparql-results+json", &to_json},
    {"csv", "text/csv", &to_csv},
    {"tsv", "text/tab-separated-values", &to_tsv},
    {"xml", "application/sparql-results+xml", &to_xml},
};

}  // namespace

std::span<const ResultFormat> result_formats() { return kFormats; }

const ResultFormat* find_result_format(std::string_view name) {
  for (const ResultFormat& format : kFormats) {
    if (format.name == name) return &format;
  }
  return nullptr;
}

}  // namespace entente::query
