// Own fast reading of N-Triples and N-Quads; Serd (reader.hpp) is the reference it is checked against.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "core/rdf/graph.hpp"
#include "core/rdf/reader.hpp"

namespace entente::rdf {

// The same contract as read() for NTriples and NQuads: each quad in order, bad lines told and left out.
bool scan(std::string_view bytes, Syntax syntax, const ReadOptions& options, const QuadSink& sink, Diagnostics& diagnostics);

// Looks for statements about a few subjects only: calls `sink` for those whose subject token, as written, is
// `wanted`, without decoding the others. Bad lines are passed over. Gives the number of lines.
std::uint64_t scan_for(std::string_view bytes, Syntax syntax, const ReadOptions& options,
                       const std::function<bool(std::string_view subject)>& wanted, const QuadSink& sink);

// A stretch of whole lines, its different terms and its triples as numbers of them. Work on several stretches
// may go on at once; adding them in order gives the ids that one thread would give.
class ScannedChunk {
 public:
  struct Fault {
    std::uint64_t line = 0;  // from 1, within the chunk
    std::size_t column = 0;
    std::string message;
  };

  ScannedChunk(std::string text, Syntax syntax, std::string_view blank_prefix);

  // Graph names are read, checked and left out. Call once.
  void add_to(GraphBuilder& builder);

  const std::vector<Fault>& faults() const { return faults_; }
  std::uint64_t fault_count() const { return fault_count_; }
  std::uint64_t lines() const { return lines_; }

 private:
  struct LocalTerm {
    std::string_view raw;  // as written, for comparison
    std::uint64_t hash = 0;
    TermView term;
  };
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t local = 0;
  };
  void scan_lines(bool quads);
  bool statement(const std::string_view* raw, std::size_t count, const char* line);
  TermId local(std::string_view raw, const char* line);
  TermId add_term(std::string_view raw, const char* line);
  void grow();
  void fault(const char* line, const char* at, std::string message);

  static constexpr std::size_t kMaxFaults = 100;  // kept of one chunk
  std::unique_ptr<const std::string> text_;  // does not move when the chunk does: terms point into it
  std::string_view blank_prefix_;
  std::vector<LocalTerm> terms_;
  std::vector<Slot> slots_;
  std::vector<std::unique_ptr<std::string>> decoded_;
  std::vector<Triple> triples_;
  std::vector<Fault> faults_;
  std::uint64_t fault_count_ = 0;
  std::uint64_t lines_ = 0;
  std::string_view last_subject_;
  TermId last_subject_id_ = kNoTerm;
};

}  // namespace entente::rdf
