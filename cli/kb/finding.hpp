// One statement, event or claim shown with the sentence that it rests on.
#pragma once

#include <string>

#include "cli/kb/kb.hpp"

namespace entente::cli {

// A part of a sentence to highlight, in code points of the document.
struct Highlight {
  std::uint64_t begin = 0, end = 0;
  std::string sgr;     // SGR style
  std::string marker;  // put around it where there are no colours: "[cue: says]"
};

// Kind of a node as people read it: "claim", "event", "statement", "mention", or "" if it is no finding.
std::string finding_kind(const KbView& kb, rdf::TermId node);

// One line: "Government of Russia  seeksControlOver  Ukraine (claimed)".
std::string headline(const KbView& kb, rdf::TermId node);

// The sentence with its parts marked, document, offsets, rule, confidence, run, and what else rests on it.
std::string describe_finding(const KbView& kb, rdf::TermId node, bool colour);

}  // namespace entente::cli
