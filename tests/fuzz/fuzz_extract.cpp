// Any text as an article: extraction with the shipped rules, lexicons and register ends, and its JSON is well-formed
// with every span inside the text.
#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "corpus/readers/reader.hpp"
#include "extract/contract/json.hpp"
#include "extract/extractor.hpp"
#include "extract/resources.hpp"
#include "ontology/register_reader.hpp"

using namespace entente;

namespace {

const extract::Extractor& extractor() {
  static const auto made = [] {
    const auto root = std::filesystem::path(ENTENTE_SOURCE_DIR);
    Diagnostics diagnostics;
    auto gazetteer = ontology::load_gazetteer({root / "ontology/register"}, {}, diagnostics);
    if (!gazetteer) std::abort();
    auto resources = extract::load_resources({root / "extract/rules", root / "extract/lexicon", root / "extract/language/models/entities.model"}, std::move(*gazetteer), diagnostics);
    if (!resources) std::abort();
    return extract::Extractor(std::move(resources));
  }();
  return made;
}

void require(bool holds) {
  if (!holds) std::abort();
}

void check_span(const nlohmann::json& span, std::int64_t length) {
  require(span[0] >= 0 && span[0] <= span[1] && span[1] <= length);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  Diagnostics diagnostics;
  const auto document = corpus::read({corpus::format_named("text"), "fuzz", {}, std::string(text), 0}, {}, diagnostics);
  if (!document) return 0;
  const auto extraction = extractor().extract(*document, diagnostics);
  std::string line;
  extract::append_json(line, *document, extraction, extractor().rules(), [](const extract::Entity&) { return std::string(); });
  const auto json = nlohmann::json::parse(line, nullptr, false);
  require(!json.is_discarded());
  const std::int64_t length = json["document"]["length"];
  for (const auto& entity : json["entities"]) {
    for (const auto& mention : entity["mentions"]) require(mention["start"] < mention["end"] && mention["end"] <= length);
  }
  for (const auto& claim : json["claims"]) {
    for (const char* part : {"source", "cue", "content"}) {
      for (const auto& span : claim[part]) check_span(span, length);
    }
    check_span(claim["evidence"], length);
  }
  for (const auto& event : json["events"]) check_span(event["trigger"], length);
  return 0;
}
