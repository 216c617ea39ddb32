// The table of docs/architecture.md, enforced: who may include whom.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
const fs::path kRoot = ENTENTE_SOURCE_DIR;

struct Source {
  std::string path;  // relative
  std::vector<std::string> includes;
};

std::vector<Source> sources_below(const std::string& folder) {
  std::vector<Source> out;
  for (const auto& entry : fs::recursive_directory_iterator(kRoot / folder)) {
    const auto ending = entry.path().extension();
    if (ending != ".cpp" && ending != ".hpp") continue;
    Source source{fs::relative(entry.path(), kRoot).string(), {}};
    std::ifstream file(entry.path());
    for (std::string line; std::getline(file, line);) {
      if (line.compare(0, 8, "#include") != 0) continue;
      const auto begin = line.find_first_of("<\"");
      const auto end = line.find_first_of(">\"", begin + 1);
      if (end != std::string::npos) source.includes.push_back(line.substr(begin + 1, end - begin - 1));
    }
    out.push_back(std::move(source));
  }
  return out;
}

bool begins(const std::string& text, const std::string& with) { return text.compare(0, with.size(), with) == 0; }

const std::vector<std::string> kFolders{"core/base", "corpus", "extract", "core/rdf", "query", "emit", "shapes", "ontology", "cli"};
const std::map<std::string, std::set<std::string>> kMayUse{
    {"core/base", {}},
    {"corpus", {"core/base"}},
    {"extract", {"core/base", "corpus"}},
    {"core/rdf", {"core/base"}},
    {"query", {"core/base", "core/rdf"}},
    {"emit", {"core/base", "core/rdf"}},
    {"shapes", {"core/base", "core/rdf", "query"}},
    {"ontology", {"core/base", "core/rdf", "corpus", "extract"}},
    {"cli", {"core/base", "corpus", "extract", "core/rdf", "query", "emit", "shapes", "ontology"}},
};

}  // namespace

TEST_CASE("a folder includes only what stands below it in the table of layers") {
  for (const auto& folder : kFolders) {
    for (const auto& source : sources_below(folder)) {
      for (const auto& include : source.includes) {
        for (const auto& other : kFolders) {
          if (!begins(include, other + "/") || other == folder) continue;
          INFO(source.path, " includes ", include);
          CHECK(kMayUse.at(folder).count(other) == 1);
        }
      }
    }
  }
}

TEST_CASE("libraries that are kept behind one folder are included nowhere else") {
  const std::map<std::string, std::set<std::string>> owners{{"serd/serd.h", {"core/rdf", "emit"}},
                                                            {"sord/sord.h", {"core/rdf"}},
                                                            {"gumbo.h", {"corpus"}},
                                                            {"CLI/CLI.hpp", {"cli"}},
                                                            {"regex", {}}};
  for (const auto& folder : kFolders) {
    for (const auto& source : sources_below(folder)) {
      for (const auto& include : source.includes) {
        const auto owner = owners.find(include);
        const bool program = source.path.find("/train/") != std::string::npos;  // entente-train, no part of a library
        if (owner == owners.end() || program) continue;
        INFO(source.path, " includes ", include);
        CHECK(owner->second.count(folder) == 1);
      }
    }
  }
}

TEST_CASE("the table of diagnostics in docs is current") {
  std::ifstream table(kRoot / "core/base/codes.def");
  std::ifstream docs(kRoot / "docs/diagnostics.md");
  const std::string text((std::istreambuf_iterator<char>(docs)), {});
  const std::string codes((std::istreambuf_iterator<char>(table)), {});
  std::size_t rows = 0;
  for (auto at = codes.find("\nENTENTE_CODE("); at != std::string::npos; at = codes.find("\nENTENTE_CODE(", at + 1)) {
    const std::string code = codes.substr(codes.find('"', at) + 1, 5);
    INFO(code, " is missing in docs/diagnostics.md: run scripts/make-docs");
    CHECK(text.find("</a>" + code + " |") != std::string::npos);
    ++rows;
  }
  CHECK(rows > 10);
}
