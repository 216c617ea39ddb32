// The document: what it is, who wrote it, when; never more than it or its sidecar says.
#include "core/base/utf8.hpp"
#include "ontology/edtf.hpp"
#include "ontology/mapping/context.hpp"

namespace entente::ontology {

void map_source(MapContext& c) {
  const auto& m = c.document.metadata;
  const std::string& doc = c.doc();
  c.in(Part::Knowledge);
  c.type(doc, ent("SourceDocument"));
  c.type(doc, vocab::schema::Article);
  c.text(doc, vocab::schema::sha256, c.document.sha256);
  c.number(doc, ent("lengthInCodePoints"), count_code_points(c.document.original), vocab::xsd::nonNegativeInteger);
  if (m.title) c.lang(doc, vocab::dcterms::title, *m.title);
  if (m.id) c.text(doc, vocab::dcterms::identifier, *m.id);
  if (m.published) c.text(doc, vocab::dcterms::issued, *m.published, date_datatype(*m.published));
  if (m.url) c.text(doc, vocab::schema::url, *m.url, vocab::xsd::anyURI);
  if (m.language) c.text(doc, vocab::dcterms::language, *m.language);
  if (m.publisher) c.text(doc, vocab::dcterms::publisher, *m.publisher);
  if (m.license) c.text(doc, vocab::dcterms::license, *m.license);
  for (const auto author : c.x.authors) c.link(doc, vocab::dcterms::creator, c.entity(author));
}

}  // namespace entente::ontology
