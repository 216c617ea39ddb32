#include "shapes/engine/path.hpp"

namespace entente::shapes {
namespace {

void append(std::string& out, const Path& path, const IriText& iri_text);

// Brackets wherever the part is not a plain predicate: clearer than the grammar's precedences.
void append_part(std::string& out, const Path& part, const IriText& iri_text) {
  const bool plain = part.kind == PathKind::Predicate;
  if (!plain) out += '(';
  append(out, part, iri_text);
  if (!plain) out += ')';
}

void append(std::string& out, const Path& path, const IriText& iri_text) {
  switch (path.kind) {
    case PathKind::Predicate: out += iri_text(path.predicate.value); return;
    case PathKind::Inverse:
      out += '^';
      return append_part(out, path.parts[0], iri_text);
    case PathKind::Sequence:
    case PathKind::Alternative: {
      const char between = path.kind == PathKind::Sequence ? '/' : '|';
      for (std::size_t i = 0; i < path.parts.size(); ++i) {
        if (i > 0) out += between;
        const Path& part = path.parts[i];
        const bool bind = part.kind == PathKind::Sequence || part.kind == PathKind::Alternative;
        if (bind) append_part(out, part, iri_text);
        else append(out, part, iri_text);
      }
      return;
    }
    case PathKind::ZeroOrMore:
    case PathKind::OneOrMore:
    case PathKind::ZeroOrOne:
      append_part(out, path.parts[0], iri_text);
      out += path.kind == PathKind::ZeroOrMore ? '*' : path.kind == PathKind::OneOrMore ? '+' : '?';
  }
}

}  // namespace

Path predicate_path(rdf::Term predicate) {
  Path path;
  path.predicate = std::move(predicate);
  return path;
}

std::string angle_brackets(std::string_view iri) {
  std::string out = "<";
  return out.append(iri).append(">");
}

std::string to_text(const Path& path, const IriText& iri_text) {
  std::string out;
  append(out, path, iri_text);
  return out;
}

}  // namespace entente::shapes
