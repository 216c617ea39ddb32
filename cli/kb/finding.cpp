#include "cli/kb/finding.hpp"

#include <algorithm>
#include <cstdlib>

#include "cli/terminal.hpp"
#include "core/base/utf8.hpp"
#include "core/rdf/vocabulary.hpp"

namespace entente::cli {
namespace {

struct Offsets {
  std::uint64_t begin = 0, end = 0;
};

struct SpanText {
  std::string exact, prefix, suffix;
  Offsets at;
};

SpanText read_span(const KbView& kb, rdf::TermId span) {
  SpanText out;
  for (const auto selector : kb.all(span, vocab::oa::hasSelector)) {
    if (const auto exact = kb.text(selector, vocab::oa::exact); !exact.empty()) {
      out.exact = exact;
      out.prefix = kb.text(selector, vocab::oa::prefix);
      out.suffix = kb.text(selector, vocab::oa::suffix);
    } else {
      out.at.begin = std::strtoull(std::string(kb.text(selector, vocab::oa::start)).c_str(), nullptr, 10);
      out.at.end = std::strtoull(std::string(kb.text(selector, vocab::oa::end)).c_str(), nullptr, 10);
    }
  }
  return out;
}

void add_highlights(const KbView& kb, rdf::TermId node, const char* property, const char* sgr, const char* name,
                    std::vector<Highlight>& out) {
  for (const auto span : kb.all(node, ns(property))) {
    const auto at = read_span(kb, span).at;
    out.push_back({at.begin, at.end, sgr, name});
  }
}

// Marks the parts inside the sentence; a part inside another is left to the outer one.
std::string mark(const SpanText& sentence, std::vector<Highlight> parts, bool colour) {
  std::sort(parts.begin(), parts.end(), [](const Highlight& a, const Highlight& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
  std::string out;
  std::uint64_t at = sentence.at.begin;
  std::size_t byte = 0;
  const auto advance = [&](std::uint64_t to) {
    const std::size_t from = byte;
    while (at < to && byte < sentence.exact.size()) {
      byte += decode_at(sentence.exact, byte).size;
      ++at;
    }
    return sentence.exact.substr(from, byte - from);
  };
  for (const auto& part : parts) {
    if (part.begin < at || part.end > sentence.at.end) continue;
    out += advance(part.begin);
    const std::string words = advance(part.end);
    out += colour ? styled(words, part.sgr, true) : "[" + part.marker + ": " + words + "]";
  }
  return out + advance(sentence.at.end);
}

std::vector<Highlight> highlights(const KbView& kb, rdf::TermId node) {
  std::vector<Highlight> out;
  add_highlights(kb, node, "sourceSpan", "1;36", "source", out);
  add_highlights(kb, node, "cueSpan", "1;33", "cue", out);
  add_highlights(kb, node, "contentSpan", "4", "content", out);
  add_highlights(kb, node, "trigger", "1;33", "trigger", out);
  add_highlights(kb, node, "span", "1;36", "mention", out);
  return out;
}

std::string row(std::string_view name, const std::string& value, bool colour) {
  if (value.empty()) return {};
  std::string padded(name);
  padded.resize(std::max<std::size_t>(padded.size(), 13), ' ');
  return "  " + styled(padded, "2", colour) + value + "\n";
}

std::string names(const KbView& kb, const std::vector<rdf::TermId>& ids) {
  std::string out;
  for (const auto id : ids) out += (out.empty() ? "" : ", ") + kb.label(id);
  return out;
}

std::string details(const KbView& kb, rdf::TermId node, bool colour) {
  std::string out;
  for (const char* property : {"claimant", "reportedBy", "attributionKind", "attitude", "modality", "polarity", "status",
                               "stanceOfReporter", "factuality", "states", "statesEvent", "claimedIn", "parentClaim"}) {
    std::string value;
    for (const auto id : kb.all(node, ns(property))) value += (value.empty() ? "" : ", ") + (finding_kind(kb, id).empty() ? kb.label(id) : headline(kb, id));
    out += row(property, value, colour);
  }
  out += row("about", names(kb, kb.all(node, vocab::schema::about)), colour);
  out += row("date", std::string(kb.text(node, ns("date"))), colour);
  return out;
}

std::string provenance(const KbView& kb, rdf::TermId node, bool colour) {
  const auto rule = kb.one(node, ns("extractedByRule"));
  const auto run = kb.one(node, vocab::prov::wasGeneratedBy);
  std::string rule_text(kb.text(rule, vocab::dcterms::identifier));
  if (const auto rule_version = kb.text(rule, ns("ruleVersion")); !rule_version.empty()) rule_text += ", version " + std::string(rule_version);
  std::string out = row("rule", rule_text, colour);
  out += row("confidence", std::string(kb.text(node, ns("confidence"))), colour);
  out += row("run", kb.label(run) + " by " + kb.label(kb.one(run, vocab::prov::wasAssociatedWith)), colour);
  return out;
}

std::string others(const KbView& kb, rdf::TermId node, rdf::TermId evidence, bool colour) {
  std::string out;
  for (const auto other : kb.subjects(ns("evidence"), evidence)) {
    if (other != node) out += "    " + finding_kind(kb, other) + ": " + headline(kb, other) + "\n";
  }
  return out.empty() ? out : "  " + styled("also from this sentence", "2", colour) + "\n" + out;
}

std::string shorten(std::string text, std::size_t limit) {
  if (text.size() <= limit) return text;
  while (limit > 0 && is_continuation(text[limit])) --limit;
  return text.substr(0, limit) + "\u2026";
}

}  // namespace

std::string finding_kind(const KbView& kb, rdf::TermId node) {
  if (kb.is(node, ns("Claim"))) return "claim";
  if (kb.is(node, vocab::sem::Event)) return "event";
  if (kb.is(node, ns("Statement"))) return "statement";
  if (kb.is(node, vocab::gaf::Mention)) return "mention";
  return {};
}

std::string headline(const KbView& kb, rdf::TermId node) {
  const std::string kind = finding_kind(kb, node);
  if (kind == "claim") return names(kb, kb.all(node, ns("claimant"))) + ": " + shorten(std::string(kb.text(node, vocab::schema::text)), 100);
  if (kind == "mention") return std::string(kb.text(node, ns("surfaceForm"))) + " = " + kb.label(kb.one(node, vocab::gaf::denotes));
  const std::string status = " (" + kb.label(kb.one(node, ns("status"))) + ")";
  if (kind == "event") {
    return kb.label(kb.one(node, vocab::sem::eventType)) + " with " + names(kb, kb.all(node, vocab::sem::hasActor)) + status;
  }
  const std::string predicate(kb.value(kb.one(node, vocab::rdf::predicate)));
  return kb.label(kb.one(node, vocab::rdf::subject)) + "  " + predicate.substr(predicate.find('#') + 1) + "  " +
         kb.label(kb.one(node, vocab::rdf::object)) + status;
}

std::string describe_finding(const KbView& kb, rdf::TermId node, bool colour) {
  auto evidence = kb.one(node, ns("evidence"));
  if (evidence == rdf::kNoTerm) evidence = kb.one(node, ns("inSentence"));
  const SpanText sentence = read_span(kb, evidence);
  const auto document = kb.one(evidence, vocab::oa::hasSource);
  std::string out = styled(finding_kind(kb, node), "1;32", colour) + "  " + headline(kb, node) + "\n\n";
  out += "  " + styled(sentence.prefix, "2", colour) + mark(sentence, highlights(kb, node), colour) +
         styled(sentence.suffix, "2", colour) + "\n\n";
  std::string title(kb.text(document, vocab::dcterms::title));
  if (title.empty()) title = kb.text(document, vocab::dcterms::identifier);
  if (title.empty()) title = kb.value(document);
  out += row("document", title, colour);
  out += row("offsets", std::to_string(sentence.at.begin) + " to " + std::to_string(sentence.at.end) + " (code points)", colour);
  out += details(kb, node, colour);
  out += provenance(kb, node, colour);
  out += row("IRI", std::string(kb.value(node)), colour);
  return out + others(kb, node, evidence, colour);
}

}  // namespace entente::cli
