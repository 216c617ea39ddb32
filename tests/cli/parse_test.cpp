// What `entente parse` prints does not depend on the pieces in which a document is read, nor on the threads that read them.
#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "cli/parse/output.hpp"
#include "cli/parse/parse.hpp"
#include "corpus/readers/source.hpp"

using namespace entente;

namespace {

const std::filesystem::path kSource = ENTENTE_SOURCE_DIR;

struct Models {
  Result<language::Model> model = language::Model::load(kSource / "extract/language/models/english.model");
  Result<language::EntityTagger> names = language::EntityTagger::load(kSource / "extract/language/models/entities.model");
};

const Models& models() {
  static const Models loaded;
  REQUIRE(loaded.model);
  REQUIRE(loaded.names);
  return loaded;
}

std::string printed(const corpus::Document& document, cli::ParseFormat format, std::size_t piece, unsigned threads = 1) {
  const cli::ParsedDocument parsed(*models().model, *models().names, document, {piece, piece, threads});
  std::string out;
  parsed.print(format, [&](const std::string& text) { out += text; });
  return out;
}

void check_pieces(const corpus::Document& document) {
  CAPTURE(document.source);
  for (const auto format : {cli::ParseFormat::Conllu, cli::ParseFormat::JsonLines}) {
    const auto whole = printed(document, format, SIZE_MAX);
    CHECK(!whole.empty());
    for (const std::size_t piece : {1U, 40U, 300U}) {
      CAPTURE(piece);
      CHECK((printed(document, format, piece, piece > 100 ? 3 : 1) == whole));
    }
  }
}

corpus::Document document_of(std::string text) {
  corpus::RawDocument raw{corpus::format_named("text"), "made.txt", {}, std::move(text), 0};
  Diagnostics diagnostics;
  auto document = corpus::read(std::move(raw), {}, diagnostics);
  REQUIRE(document);
  return *std::move(document);
}

}  // namespace

TEST_CASE("pieces of any size print the samples as one piece does") {
  corpus::InputSource source({(kSource / "corpus/samples").string()}, {});
  Diagnostics diagnostics;
  std::size_t documents = 0;
  corpus::for_each_document(source, diagnostics, [&](const corpus::Document& document) {
    check_pieces(document);
    ++documents;
  });
  CHECK(documents > 10);
}

TEST_CASE("output is handed on in equal parts") {
  std::vector<std::string> parts;
  cli::Output out([&](const std::string& part) { parts.push_back(part); });
  const std::string long_text(3 * cli::Output::kPart + 5, 'x');
  out.append("ab").append(long_text).append("");
  out.flush();
  out.flush();
  REQUIRE(parts.size() == 4);
  CHECK(parts[0].size() == cli::Output::kPart);
  CHECK(parts[3].size() == 7);
  CHECK((parts[0] + parts[1] + parts[2] + parts[3] == "ab" + long_text));
}

TEST_CASE("pieces of any size print odd texts as one piece does") {
  std::string table, list, clitics = "Start x";
  for (int i = 0; i < 2500; ++i) clitics += "'s";  // one orthographic word that is longer than a sentence may be
  for (int i = 0; i < 120; ++i) table += "Tarn" + std::string(static_cast<std::size_t>(i), ' ') + "Elmside\t" + std::to_string(i * 37) + "\n";
  for (int i = 0; i < 1500; ++i) list += "Ana Holt and ";
  for (const auto& text : {table, list + "Rosa.", "He can't say \"" + std::string(3000, 'a') + "\" - 'tis Mr. Holt's, isn't it? \xE2\x80\x9CNo.\xE2\x80\x9D",
                           std::string("- a\n- B. Rosa Keane\n\n\n- \xC3\x89mile \xF0\x9F\x98\x80 left."), std::string("\xEF\xBB\xBFHolt. "), "x. " + std::string(300, ')'), clitics,
                           "He said \"" + std::string(200000, 'x') + "\" to Rosa\nKeane."}) {
    check_pieces(document_of(text));
  }
}
