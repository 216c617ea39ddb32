#include "cli/build/summary.hpp"

#include <algorithm>
#include <cstdio>

#include "cli/terminal.hpp"

namespace entente::cli {
namespace {

// A row with a bar, so that proportions are seen before numbers are read.
void print_row(const std::string& name, std::uint64_t count, std::uint64_t most, bool colour) {
  constexpr std::uint64_t kWidth = 28;
  std::string bar;
  for (std::uint64_t i = 0; i < kWidth * count / std::max<std::uint64_t>(most, 1); ++i) bar += "\u2587";
  std::printf("    %-28s %9s  %s\n", name.c_str(), with_thousands(count).c_str(), styled(bar, "36", colour).c_str());
}

void print_entities(const BuildTotals& totals, bool colour) {
  std::vector<std::pair<std::uint64_t, std::string>> rows;
  std::uint64_t all = 0;
  for (const auto& [name, count] : totals.entities) {
    rows.emplace_back(count, name);
    all += count;
  }
  std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
  std::printf("  %s entities\n", styled(with_thousands(all), "1", colour).c_str());
  for (const auto& [count, name] : rows) print_row(name, count, rows.front().first, colour);
}

}  // namespace

void print_summary(const BuildTotals& totals, const std::string& output, double seconds) {
  const bool colour = colour_on_stdout();
  const auto& c = totals.counts;
  const auto line = [&](std::uint64_t value, const char* what) {
    std::printf("  %s %s\n", styled(with_thousands(value), "1", colour).c_str(), what);
  };
  std::printf("%s\n", styled("Built " + output, "1;32", colour).c_str());
  line(totals.documents, totals.documents == 1 ? "document" : "documents");
  print_entities(totals, colour);
  line(c.mentions, "mentions");
  line(c.events, "events");
  line(c.claims, "claims");
  line(c.statements, "statements");
  line(totals.triples, "triples");
  std::printf("  %s\n", styled("conforms to the shapes", "32", colour).c_str());
  std::printf("  %.2f seconds, %.2f MB of text a second\n\n", seconds,
              static_cast<double>(c.bytes) / 1e6 / (seconds > 0 ? seconds : 1));
  std::printf("Try next:\n  entente stats %s\n  entente explain %s NAME\n  entente query %s -q 'SELECT ?who ?text { ?c ent:claimant/skos:prefLabel ?who ; schema:text ?text } LIMIT 20'\n",
              output.c_str(), output.c_str(), output.c_str());
}

}  // namespace entente::cli
