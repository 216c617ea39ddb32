#include "core/rdf/serd_reader.hpp"

#include <serd/serd.h>

#include <cstdarg>
#include <cstdio>
#include <map>
#include <memory>

#include "core/rdf/iri.hpp"
#include "core/rdf/source_filter.hpp"

namespace entente::rdf {
namespace {

constexpr int kMaxErrors = 100;
const uint8_t kName[] = "input";

SerdSyntax serd_syntax(Syntax syntax) {
  switch (syntax) {
    case Syntax::Turtle: return SERD_TURTLE;
    case Syntax::TriG: return SERD_TRIG;
    case Syntax::NTriples: return SERD_NTRIPLES;
    case Syntax::NQuads: break;
  }
  return SERD_NQUADS;
}

std::string_view text_of(const SerdNode* node) {
  if (node == nullptr || node->buf == nullptr) return {};
  return {reinterpret_cast<const char*>(node->buf), node->n_bytes};
}

bool is_there(const SerdNode* node) { return node != nullptr && node->type != SERD_NOTHING; }

// One reading of one text. Serd gives nodes as written; names are expanded, IRIs resolved and terms checked
// here, because Serd resolves some references wrongly and checks little.
class Reading {
 public:
  Reading(std::string_view bytes, Syntax syntax, const ReadOptions& options, const QuadSink& sink,
          Diagnostics& diagnostics)
      : lines_(syntax == Syntax::NTriples || syntax == Syntax::NQuads), options_(options), sink_(sink),
        diagnostics_(diagnostics), filter_(bytes, lines_, syntax == Syntax::TriG), base_(options.base),
        reader_(serd_reader_new(serd_syntax(syntax), this, nullptr, &on_base, &on_prefix, &on_statement, nullptr),
                &serd_reader_free) {
    serd_reader_set_strict(reader_.get(), true);
    serd_reader_set_error_sink(reader_.get(), &on_error, this);
  }

  bool run() {
    while (errors_ < kMaxErrors) {
      const bool fine = read_part();
      if (filter_.stop() == SourceFilter::Stop::Segment && fine) {
        filter_.resume();
      } else if (fine) {
        return errors_ == 0;
      } else {
        filter_.recover();
      }
    }
    error(Code::RdfSyntax, "Too many errors, the rest of the file was not read");
    return false;
  }

 private:
  static Reading& self(void* handle) { return *static_cast<Reading*>(handle); }
  static SerdStatus on_base(void* h, const SerdNode* uri) { return self(h).base(uri), SERD_SUCCESS; }
  static SerdStatus on_prefix(void* h, const SerdNode* name, const SerdNode* uri) {
    return self(h).prefix(name, uri), SERD_SUCCESS;
  }
  static SerdStatus on_statement(void* h, SerdStatementFlags, const SerdNode* g, const SerdNode* s, const SerdNode* p,
                                 const SerdNode* o, const SerdNode* datatype, const SerdNode* language) {
    return self(h).statement(g, s, p, o, datatype, language), SERD_SUCCESS;
  }
  static SerdStatus on_error(void* h, const SerdError* e) { return self(h).serd_error(*e), SERD_SUCCESS; }
  static size_t on_read(void* buffer, size_t, size_t, void* h) {
    const int byte = self(h).filter_.next();
    if (byte < 0) return 0;
    *static_cast<unsigned char*>(buffer) = static_cast<unsigned char>(byte);
    return 1;
  }
  static int on_stream_error(void*) { return 0; }

  // Reads to the end, to the end of a segment, or to the first syntax error (false).
  bool read_part() {
    reported_ = false;
    const SerdStatus status = lines_ ? read_lines() : read_statements();
    using Stop = SourceFilter::Stop;
    switch (filter_.stop()) {
      case Stop::Nul: return error(Code::RdfSyntax, "NUL byte");
      case Stop::Utf8: return error(Code::RdfSyntax, "Bytes are not valid UTF-8");
      case Stop::Depth: return error(Code::RdfSyntax, "Brackets are nested too deeply");
      case Stop::Graph: return error(Code::RdfSyntax, "Turtle has no graph blocks; is this TriG?");
      case Stop::None: return reported_ ? false : error(Code::RdfSyntax, "No statement can begin here");
      case Stop::End:
      case Stop::Segment: break;
    }
    if (reported_ || status <= SERD_FAILURE) return !reported_;
    return error(Code::RdfSyntax, reinterpret_cast<const char*>(serd_strerror(status)));
  }

  // Serd reads one byte ahead and asks for single bytes, so that the filter always knows the place.
  SerdStatus read_lines() {
    return serd_reader_read_source(reader_.get(), &on_read, &on_stream_error, this, kName, 1);
  }

  SerdStatus read_statements() {
    auto* reader = reader_.get();
    auto status = serd_reader_start_source_stream(reader, &on_read, &on_stream_error, this, kName, 1);
    while (status == SERD_SUCCESS && !reported_) status = serd_reader_read_chunk(reader);
    serd_reader_end_stream(reader);
    return status;
  }

  void serd_error(const SerdError& e) {
    const auto stop = filter_.stop();
    if (reported_ || (stop != SourceFilter::Stop::None && stop != SourceFilter::Stop::End)) return;
    char text[200];
    va_list arguments;
    va_copy(arguments, *e.args);
    std::vsnprintf(text, sizeof text, e.fmt, arguments);
    va_end(arguments);
    std::string message(text);
    while (!message.empty() && message.back() == '\n') message.pop_back();
    if (!message.empty() && message[0] >= 'a' && message[0] <= 'z') message[0] = static_cast<char>(message[0] - 32);
    reported_ = true;
    error(Code::RdfSyntax, std::move(message));
  }

  bool error(Code code, std::string message) {
    ++errors_;
    diagnostics_.error(code, {options_.source, filter_.line(), filter_.column(), {}}, std::move(message));
    return false;
  }

  void base(const SerdNode* uri) { base_ = resolve(base_, text_of(uri)); }
  void prefix(const SerdNode* name, const SerdNode* uri) {
    const auto& [known, name_space] = *prefixes_.insert_or_assign(std::string(text_of(name)), resolve(base_, text_of(uri))).first;
    if (options_.prefixes != nullptr) options_.prefixes->add(known, name_space);
  }

  bool expand(std::string_view curie, std::string& out) {
    const auto colon = curie.find(':');
    const auto prefix = prefixes_.find(curie.substr(0, colon));
    if (prefix == prefixes_.end()) {
      return error(Code::RdfSyntax, "Prefix \"" + std::string(curie.substr(0, colon)) + ":\" is not declared");
    }
    (out = prefix->second) += curie.substr(colon + 1);
    return true;
  }

  // Labels of the file come with an "x" before them (SourceFilter), Serd's own look like b12.
  void label(std::string_view text, std::string& out) {
    out = options_.blank_prefix;
    if (lines_) {
      out += text;
    } else if (text.substr(0, 1) == "x") {
      text.remove_prefix(1);
      if (text.substr(0, 5) == "genid") out += "genid_";
      out += text;
    } else {
      (out += "genid") += text.substr(1);
    }
  }

  bool iri_text(const SerdNode* node, std::string& out) {
    if (node->type == SERD_CURIE) return expand(text_of(node), out);
    if (lines_ || scheme_length(text_of(node)) != 0) {
      out = text_of(node);
    } else {
      out = resolve(base_, text_of(node));
    }
    return true;
  }

  bool term(const SerdNode* node, const SerdNode* datatype, const SerdNode* language, Term& out) {
    out.datatype.clear();
    out.language.clear();
    if (node->type == SERD_BLANK) {
      out.kind = TermKind::Blank;
      label(text_of(node), out.value);
      return accept(out);
    }
    if (node->type != SERD_LITERAL) {
      out.kind = TermKind::Iri;
      return iri_text(node, out.value) && accept(out);
    }
    out.kind = TermKind::Literal;
    out.value = text_of(node);
    if (is_there(language)) {
      out.language = text_of(language);
      out.datatype = kRdfLangString;
    } else if (!is_there(datatype)) {
      out.datatype = kXsdString;
    } else if (!iri_text(datatype, out.datatype)) {
      return false;
    }
    return accept(out);
  }

  bool accept(Term& out) {
    const auto good = check(out);
    if (good) return true;
    return error(good.error().code, good.error().message);
  }

  void statement(const SerdNode* g, const SerdNode* s, const SerdNode* p, const SerdNode* o, const SerdNode* datatype,
                 const SerdNode* language) {
    graph_ = {};
    if (filter_.stop() > SourceFilter::Stop::Segment) return;  // cut off in the middle of a token
    if (!term(s, nullptr, nullptr, subject_) || !term(p, nullptr, nullptr, predicate_)) return;
    if (!term(o, datatype, language, object_)) return;
    if (is_there(g) && !term(g, nullptr, nullptr, graph_)) return;
    sink_({subject_, predicate_, object_, graph_}, filter_.line());
  }

  const bool lines_;
  const ReadOptions& options_;
  const QuadSink& sink_;
  Diagnostics& diagnostics_;
  SourceFilter filter_;
  std::string base_;
  std::map<std::string, std::string, std::less<>> prefixes_;
  Term subject_, predicate_, object_, graph_;
  int errors_ = 0;
  bool reported_ = false;  // Serd has told the syntax error of this part
  std::unique_ptr<SerdReader, void (*)(SerdReader*)> reader_;
};

}  // namespace

bool read_with_serd(std::string_view bytes, Syntax syntax, const ReadOptions& options, const QuadSink& sink,
                    Diagnostics& diagnostics) {
  return Reading(bytes, syntax, options, sink, diagnostics).run();
}

}  // namespace entente::rdf
