// The document: what it is, who wrote it, when; never more than it or its sidecar says.
#include "core/base/utf8.hpp"
#include "ontology/edtf.hpp"
#include "ontology/mapping/context.hpp"

namespace entente::ontology {

void map_source(MapContext& c) {
  const auto& m = c.document.metadata;
  const TermId doc = c.doc();
  c.in(Part::Knowledge);
  c.type(doc, word::ent_SourceDocument);
  c.type(doc, word::schema_Article);
  c.text(doc, word::schema_sha256, c.document.sha256);
  c.number(doc, word::ent_lengthInCodePoints, count_code_points(c.document.original), vocab::xsd::nonNegativeInteger);
  if (m.title) c.lang(doc, word::dcterms_title, *m.title);
  if (m.id) c.text(doc, word::dcterms_identifier, *m.id);
  if (m.published) c.text(doc, word::dcterms_issued, *m.published, date_datatype(*m.published));
  if (m.url) c.text(doc, word::schema_url, *m.url, vocab::xsd::anyURI);
  if (m.language) c.text(doc, word::dcterms_language, *m.language);
  if (m.publisher) c.text(doc, word::dcterms_publisher, *m.publisher);
  if (m.license) c.text(doc, word::dcterms_license, *m.license);
  for (const auto author : c.x.authors) c.link(doc, word::dcterms_creator, c.entity(author));
}

}  // namespace entente::ontology
