// The text report:
//
//   Does not conform: 3 results (2 violations, 1 warning)
//
//   ex:Person / ex:birthDate: 2 results
//     sh:DatatypeConstraintComponent, 2: Value is not a well-formed literal of type xsd:date
//       data.ttl:17  ex:alice  "unknown"
#include <algorithm>
#include <map>

#include "core/rdf/vocabulary.hpp"
#include "shapes/report/report_writer.hpp"

namespace entente::shapes {
namespace {

std::string counted(std::size_t count, const char* what) {
  return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

class TextWriter {
 public:
  TextWriter(const Report& report, const Plan& plan, const WriteOptions& options) : report_(report), plan_(plan), options_(options) {}

  std::string run() {
    if (report_.conforms) return report_.focus_nodes != 0 ? "Conforms\n" : "Conforms, but nothing was checked: no shape has a target in the data\n";
    head();
    for (std::size_t from = 0; from < report_.results.size();) {
      std::size_t to = from;
      while (to < report_.results.size() && report_.results[to].shape_index == report_.results[from].shape_index) ++to;
      shape(from, to);
      from = to;
    }
    return std::move(out_);
  }

 private:
  std::string text(const Term& term) const { return term_text(term, options_.prefixes); }

  void head() {
    std::map<std::string, std::size_t> by_severity;
    for (const auto& result : report_.results) ++by_severity[text(result.severity)];
    out_ += "Does not conform: " + counted(report_.results.size(), "result") + " (";
    bool first = true;
    for (const auto& [severity, count] : by_severity) {
      out_ += (first ? "" : ", ") + std::to_string(count) + " " + severity;
      first = false;
    }
    out_ += ")\n";
  }

  // Results of one shape, grouped by cause: component and first message.
  void shape(std::size_t from, std::size_t to) {
    out_ += "\n" + shape_name(plan_, report_.results[from].shape_index, options_.prefixes) + ": " + counted(to - from, "result") + "\n";
    std::vector<std::pair<std::string, std::vector<std::size_t>>> causes;
    for (std::size_t i = from; i < to; ++i) {
      const std::string cause = cause_of(report_.results[i]);
      const auto found = std::find_if(causes.begin(), causes.end(), [&](const auto& c) { return c.first == cause; });
      if (found != causes.end()) found->second.push_back(i);
      else causes.push_back({cause, {i}});
    }
    for (const auto& [cause, results] : causes) {
      out_ += "  " + cause + " (" + std::to_string(results.size()) + ")\n";
      std::size_t left_out = 0;
      for (const std::size_t i : results) {
        if (options_.limit == 0 || i - from < options_.limit) result(report_.results[i], i, 4);
        else ++left_out;
      }
      if (left_out > 0) out_ += "    ... and " + std::to_string(left_out) + " more\n";
    }
  }

  std::string cause_of(const ValidationResult& result) const {
    std::string message = result.messages.front().value;
    return text(result.component) + ": " + std::move(message);
  }

  void result(const ValidationResult& result, std::size_t index, std::size_t indent) {
    out_.append(indent, ' ');
    if (index < options_.places.size() && options_.places[index].line > 0) {
      out_ += options_.places[index].file + ":" + std::to_string(options_.places[index].line) + "  ";
    }
    out_ += text(result.focus);
    const Shape& shape = plan_.shapes[result.shape_index];
    if (result.path && (!shape.path || *shape.path != *result.path)) {
      out_ += "  " + to_text(*result.path, [&](std::string_view iri) { return options_.prefixes.text(iri); });
    }
    if (result.value.kind != rdf::TermKind::None && result.value != result.focus) out_ += "  " + text(result.value);
    out_ += "\n";
    origin(result.focus, indent + 2);
    for (const ValidationResult& detail : result.details) {
      out_.append(indent + 2, ' ').append("because ").append(cause_of(detail)).append("\n");
      this->result(detail, options_.places.size(), indent + 4);
    }
  }

  // Sentence and rule behind a node of our own data.
  void origin(const Term& focus, std::size_t indent) {
    if (options_.data == nullptr) return;
    const rdf::Graph& data = *options_.data;
    const std::string name_space(vocab::ent::kNamespace);
    const TermId id = data.find(focus);
    const TermId rule = data.find_iri(name_space + "extractedByRule");
    if (id == rdf::kNoTerm || rule == rdf::kNoTerm) return;
    for (const auto& t : data.with_subject_predicate(id, rule)) {
      out_.append(indent, ' ').append("found by ").append(text(data.term(t.object))).append("\n");
    }
    for (const auto& t : data.with_subject_predicate(id, data.find_iri(name_space + "evidence"))) {
      out_.append(indent, ' ').append("read in ").append(text(data.term(t.object))).append(quote(data, t.object)).append("\n");
    }
  }

  static std::string quote(const rdf::Graph& data, TermId span) {
    for (const auto& t : data.with_subject_predicate(span, data.find_iri(vocab::oa::hasSelector))) {
      const TermId exact = data.object(t.object, data.find_iri(vocab::oa::exact));
      if (exact != rdf::kNoTerm) return " " + rdf::to_ntriples(data.term(exact));
    }
    return "";
  }

  const Report& report_;
  const Plan& plan_;
  const WriteOptions& options_;
  std::string out_;
};

}  // namespace

std::string to_text(const Report& report, const Plan& plan, const WriteOptions& options) {
  return TextWriter(report, plan, options).run();
}

}  // namespace entente::shapes
