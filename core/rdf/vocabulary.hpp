// Namespaces and terms of the vocabularies that the project uses, as constants: vocab::rdfs::label.
// A name that C++ reserves ends in "_": vocab::sh::class_. Terms of our own ontology are made where they are
// used, from vocab::ent::kNamespace.
#pragma once

#include <string_view>

namespace entente::vocab {

using View = std::string_view;

namespace rdf {
inline constexpr View kNamespace = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
inline constexpr View type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
inline constexpr View first = "http://www.w3.org/1999/02/22-rdf-syntax-ns#first";
inline constexpr View rest = "http://www.w3.org/1999/02/22-rdf-syntax-ns#rest";
inline constexpr View nil = "http://www.w3.org/1999/02/22-rdf-syntax-ns#nil";
inline constexpr View value = "http://www.w3.org/1999/02/22-rdf-syntax-ns#value";
inline constexpr View Property = "http://www.w3.org/1999/02/22-rdf-syntax-ns#Property";
inline constexpr View Statement = "http://www.w3.org/1999/02/22-rdf-syntax-ns#Statement";
inline constexpr View subject = "http://www.w3.org/1999/02/22-rdf-syntax-ns#subject";
inline constexpr View predicate = "http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate";
inline constexpr View object = "http://www.w3.org/1999/02/22-rdf-syntax-ns#object";
inline constexpr View List = "http://www.w3.org/1999/02/22-rdf-syntax-ns#List";
inline constexpr View langString = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString";
inline constexpr View HTML = "http://www.w3.org/1999/02/22-rdf-syntax-ns#HTML";
inline constexpr View XMLLiteral = "http://www.w3.org/1999/02/22-rdf-syntax-ns#XMLLiteral";
}  // namespace rdf

namespace rdfs {
inline constexpr View kNamespace = "http://www.w3.org/2000/01/rdf-schema#";
inline constexpr View Resource = "http://www.w3.org/2000/01/rdf-schema#Resource";
inline constexpr View Class = "http://www.w3.org/2000/01/rdf-schema#Class";
inline constexpr View Datatype = "http://www.w3.org/2000/01/rdf-schema#Datatype";
inline constexpr View Literal = "http://www.w3.org/2000/01/rdf-schema#Literal";
inline constexpr View label = "http://www.w3.org/2000/01/rdf-schema#label";
inline constexpr View comment = "http://www.w3.org/2000/01/rdf-schema#comment";
inline constexpr View domain = "http://www.w3.org/2000/01/rdf-schema#domain";
inline constexpr View range = "http://www.w3.org/2000/01/rdf-schema#range";
inline constexpr View subClassOf = "http://www.w3.org/2000/01/rdf-schema#subClassOf";
inline constexpr View subPropertyOf = "http://www.w3.org/2000/01/rdf-schema#subPropertyOf";
inline constexpr View seeAlso = "http://www.w3.org/2000/01/rdf-schema#seeAlso";
inline constexpr View isDefinedBy = "http://www.w3.org/2000/01/rdf-schema#isDefinedBy";
inline constexpr View member = "http://www.w3.org/2000/01/rdf-schema#member";
}  // namespace rdfs

namespace xsd {
inline constexpr View kNamespace = "http://www.w3.org/2001/XMLSchema#";
inline constexpr View string = "http://www.w3.org/2001/XMLSchema#string";
inline constexpr View boolean_ = "http://www.w3.org/2001/XMLSchema#boolean";
inline constexpr View decimal = "http://www.w3.org/2001/XMLSchema#decimal";
inline constexpr View integer = "http://www.w3.org/2001/XMLSchema#integer";
inline constexpr View double_ = "http://www.w3.org/2001/XMLSchema#double";
inline constexpr View float_ = "http://www.w3.org/2001/XMLSchema#float";
inline constexpr View date = "http://www.w3.org/2001/XMLSchema#date";
inline constexpr View time = "http://www.w3.org/2001/XMLSchema#time";
inline constexpr View dateTime = "http://www.w3.org/2001/XMLSchema#dateTime";
inline constexpr View dateTimeStamp = "http://www.w3.org/2001/XMLSchema#dateTimeStamp";
inline constexpr View gYear = "http://www.w3.org/2001/XMLSchema#gYear";
inline constexpr View gMonth = "http://www.w3.org/2001/XMLSchema#gMonth";
inline constexpr View gDay = "http://www.w3.org/2001/XMLSchema#gDay";
inline constexpr View gYearMonth = "http://www.w3.org/2001/XMLSchema#gYearMonth";
inline constexpr View gMonthDay = "http://www.w3.org/2001/XMLSchema#gMonthDay";
inline constexpr View duration = "http://www.w3.org/2001/XMLSchema#duration";
inline constexpr View yearMonthDuration = "http://www.w3.org/2001/XMLSchema#yearMonthDuration";
inline constexpr View dayTimeDuration = "http://www.w3.org/2001/XMLSchema#dayTimeDuration";
inline constexpr View byte = "http://www.w3.org/2001/XMLSchema#byte";
inline constexpr View short_ = "http://www.w3.org/2001/XMLSchema#short";
inline constexpr View int_ = "http://www.w3.org/2001/XMLSchema#int";
inline constexpr View long_ = "http://www.w3.org/2001/XMLSchema#long";
inline constexpr View unsignedByte = "http://www.w3.org/2001/XMLSchema#unsignedByte";
inline constexpr View unsignedShort = "http://www.w3.org/2001/XMLSchema#unsignedShort";
inline constexpr View unsignedInt = "http://www.w3.org/2001/XMLSchema#unsignedInt";
inline constexpr View unsignedLong = "http://www.w3.org/2001/XMLSchema#unsignedLong";
inline constexpr View positiveInteger = "http://www.w3.org/2001/XMLSchema#positiveInteger";
inline constexpr View nonNegativeInteger = "http://www.w3.org/2001/XMLSchema#nonNegativeInteger";
inline constexpr View negativeInteger = "http://www.w3.org/2001/XMLSchema#negativeInteger";
inline constexpr View nonPositiveInteger = "http://www.w3.org/2001/XMLSchema#nonPositiveInteger";
inline constexpr View hexBinary = "http://www.w3.org/2001/XMLSchema#hexBinary";
inline constexpr View base64Binary = "http://www.w3.org/2001/XMLSchema#base64Binary";
inline constexpr View anyURI = "http://www.w3.org/2001/XMLSchema#anyURI";
inline constexpr View language = "http://www.w3.org/2001/XMLSchema#language";
inline constexpr View normalizedString = "http://www.w3.org/2001/XMLSchema#normalizedString";
inline constexpr View token = "http://www.w3.org/2001/XMLSchema#token";
inline constexpr View NMTOKEN = "http://www.w3.org/2001/XMLSchema#NMTOKEN";
inline constexpr View Name = "http://www.w3.org/2001/XMLSchema#Name";
inline constexpr View NCName = "http://www.w3.org/2001/XMLSchema#NCName";
}  // namespace xsd

namespace owl {
inline constexpr View kNamespace = "http://www.w3.org/2002/07/owl#";
inline constexpr View Ontology = "http://www.w3.org/2002/07/owl#Ontology";
inline constexpr View Class = "http://www.w3.org/2002/07/owl#Class";
inline constexpr View ObjectProperty = "http://www.w3.org/2002/07/owl#ObjectProperty";
inline constexpr View DatatypeProperty = "http://www.w3.org/2002/07/owl#DatatypeProperty";
inline constexpr View AnnotationProperty = "http://www.w3.org/2002/07/owl#AnnotationProperty";
inline constexpr View Thing = "http://www.w3.org/2002/07/owl#Thing";
inline constexpr View NamedIndividual = "http://www.w3.org/2002/07/owl#NamedIndividual";
inline constexpr View Restriction = "http://www.w3.org/2002/07/owl#Restriction";
inline constexpr View onProperty = "http://www.w3.org/2002/07/owl#onProperty";
inline constexpr View someValuesFrom = "http://www.w3.org/2002/07/owl#someValuesFrom";
inline constexpr View allValuesFrom = "http://www.w3.org/2002/07/owl#allValuesFrom";
inline constexpr View hasValue = "http://www.w3.org/2002/07/owl#hasValue";
inline constexpr View inverseOf = "http://www.w3.org/2002/07/owl#inverseOf";
inline constexpr View imports = "http://www.w3.org/2002/07/owl#imports";
inline constexpr View versionIRI = "http://www.w3.org/2002/07/owl#versionIRI";
inline constexpr View versionInfo = "http://www.w3.org/2002/07/owl#versionInfo";
inline constexpr View priorVersion = "http://www.w3.org/2002/07/owl#priorVersion";
inline constexpr View deprecated = "http://www.w3.org/2002/07/owl#deprecated";
inline constexpr View sameAs = "http://www.w3.org/2002/07/owl#sameAs";
inline constexpr View equivalentClass = "http://www.w3.org/2002/07/owl#equivalentClass";
inline constexpr View equivalentProperty = "http://www.w3.org/2002/07/owl#equivalentProperty";
inline constexpr View disjointWith = "http://www.w3.org/2002/07/owl#disjointWith";
inline constexpr View unionOf = "http://www.w3.org/2002/07/owl#unionOf";
}  // namespace owl

namespace sh {
inline constexpr View kNamespace = "http://www.w3.org/ns/shacl#";
inline constexpr View Shape = "http://www.w3.org/ns/shacl#Shape";
inline constexpr View NodeShape = "http://www.w3.org/ns/shacl#NodeShape";
inline constexpr View PropertyShape = "http://www.w3.org/ns/shacl#PropertyShape";
inline constexpr View PrefixDeclaration = "http://www.w3.org/ns/shacl#PrefixDeclaration";
inline constexpr View ValidationReport = "http://www.w3.org/ns/shacl#ValidationReport";
inline constexpr View ValidationResult = "http://www.w3.org/ns/shacl#ValidationResult";
inline constexpr View Violation = "http://www.w3.org/ns/shacl#Violation";
inline constexpr View Warning = "http://www.w3.org/ns/shacl#Warning";
inline constexpr View Info = "http://www.w3.org/ns/shacl#Info";
inline constexpr View IRI = "http://www.w3.org/ns/shacl#IRI";
inline constexpr View Literal = "http://www.w3.org/ns/shacl#Literal";
inline constexpr View BlankNode = "http://www.w3.org/ns/shacl#BlankNode";
inline constexpr View BlankNodeOrIRI = "http://www.w3.org/ns/shacl#BlankNodeOrIRI";
inline constexpr View BlankNodeOrLiteral = "http://www.w3.org/ns/shacl#BlankNodeOrLiteral";
inline constexpr View IRIOrLiteral = "http://www.w3.org/ns/shacl#IRIOrLiteral";
inline constexpr View ConstraintComponent = "http://www.w3.org/ns/shacl#ConstraintComponent";
inline constexpr View Parameter = "http://www.w3.org/ns/shacl#Parameter";
inline constexpr View SPARQLConstraint = "http://www.w3.org/ns/shacl#SPARQLConstraint";
inline constexpr View SPARQLAskValidator = "http://www.w3.org/ns/shacl#SPARQLAskValidator";
inline constexpr View SPARQLSelectValidator = "http://www.w3.org/ns/shacl#SPARQLSelectValidator";
inline constexpr View targetClass = "http://www.w3.org/ns/shacl#targetClass";
inline constexpr View targetNode = "http://www.w3.org/ns/shacl#targetNode";
inline constexpr View targetObjectsOf = "http://www.w3.org/ns/shacl#targetObjectsOf";
inline constexpr View targetSubjectsOf = "http://www.w3.org/ns/shacl#targetSubjectsOf";
inline constexpr View path = "http://www.w3.org/ns/shacl#path";
inline constexpr View alternativePath = "http://www.w3.org/ns/shacl#alternativePath";
inline constexpr View inversePath = "http://www.w3.org/ns/shacl#inversePath";
inline constexpr View oneOrMorePath = "http://www.w3.org/ns/shacl#oneOrMorePath";
inline constexpr View zeroOrMorePath = "http://www.w3.org/ns/shacl#zeroOrMorePath";
inline constexpr View zeroOrOnePath = "http://www.w3.org/ns/shacl#zeroOrOnePath";
inline constexpr View property = "http://www.w3.org/ns/shacl#property";
inline constexpr View node = "http://www.w3.org/ns/shacl#node";
inline constexpr View and_ = "http://www.w3.org/ns/shacl#and";
inline constexpr View or_ = "http://www.w3.org/ns/shacl#or";
inline constexpr View not_ = "http://www.w3.org/ns/shacl#not";
inline constexpr View xone = "http://www.w3.org/ns/shacl#xone";
inline constexpr View class_ = "http://www.w3.org/ns/shacl#class";
inline constexpr View datatype = "http://www.w3.org/ns/shacl#datatype";
inline constexpr View nodeKind = "http://www.w3.org/ns/shacl#nodeKind";
inline constexpr View minCount = "http://www.w3.org/ns/shacl#minCount";
inline constexpr View maxCount = "http://www.w3.org/ns/shacl#maxCount";
inline constexpr View minExclusive = "http://www.w3.org/ns/shacl#minExclusive";
inline constexpr View minInclusive = "http://www.w3.org/ns/shacl#minInclusive";
inline constexpr View maxExclusive = "http://www.w3.org/ns/shacl#maxExclusive";
inline constexpr View maxInclusive = "http://www.w3.org/ns/shacl#maxInclusive";
inline constexpr View minLength = "http://www.w3.org/ns/shacl#minLength";
inline constexpr View maxLength = "http://www.w3.org/ns/shacl#maxLength";
inline constexpr View pattern = "http://www.w3.org/ns/shacl#pattern";
inline constexpr View flags = "http://www.w3.org/ns/shacl#flags";
inline constexpr View languageIn = "http://www.w3.org/ns/shacl#languageIn";
inline constexpr View uniqueLang = "http://www.w3.org/ns/shacl#uniqueLang";
inline constexpr View equals = "http://www.w3.org/ns/shacl#equals";
inline constexpr View disjoint = "http://www.w3.org/ns/shacl#disjoint";
inline constexpr View lessThan = "http://www.w3.org/ns/shacl#lessThan";
inline constexpr View lessThanOrEquals = "http://www.w3.org/ns/shacl#lessThanOrEquals";
inline constexpr View qualifiedValueShape = "http://www.w3.org/ns/shacl#qualifiedValueShape";
inline constexpr View qualifiedValueShapesDisjoint = "http://www.w3.org/ns/shacl#qualifiedValueShapesDisjoint";
inline constexpr View qualifiedMinCount = "http://www.w3.org/ns/shacl#qualifiedMinCount";
inline constexpr View qualifiedMaxCount = "http://www.w3.org/ns/shacl#qualifiedMaxCount";
inline constexpr View closed = "http://www.w3.org/ns/shacl#closed";
inline constexpr View ignoredProperties = "http://www.w3.org/ns/shacl#ignoredProperties";
inline constexpr View hasValue = "http://www.w3.org/ns/shacl#hasValue";
inline constexpr View in = "http://www.w3.org/ns/shacl#in";
inline constexpr View deactivated = "http://www.w3.org/ns/shacl#deactivated";
inline constexpr View severity = "http://www.w3.org/ns/shacl#severity";
inline constexpr View message = "http://www.w3.org/ns/shacl#message";
inline constexpr View name = "http://www.w3.org/ns/shacl#name";
inline constexpr View description = "http://www.w3.org/ns/shacl#description";
inline constexpr View order = "http://www.w3.org/ns/shacl#order";
inline constexpr View group = "http://www.w3.org/ns/shacl#group";
inline constexpr View defaultValue = "http://www.w3.org/ns/shacl#defaultValue";
inline constexpr View entailment = "http://www.w3.org/ns/shacl#entailment";
inline constexpr View shapesGraph = "http://www.w3.org/ns/shacl#shapesGraph";
inline constexpr View conforms = "http://www.w3.org/ns/shacl#conforms";
inline constexpr View result = "http://www.w3.org/ns/shacl#result";
inline constexpr View focusNode = "http://www.w3.org/ns/shacl#focusNode";
inline constexpr View resultPath = "http://www.w3.org/ns/shacl#resultPath";
inline constexpr View value = "http://www.w3.org/ns/shacl#value";
inline constexpr View sourceConstraint = "http://www.w3.org/ns/shacl#sourceConstraint";
inline constexpr View sourceConstraintComponent = "http://www.w3.org/ns/shacl#sourceConstraintComponent";
inline constexpr View sourceShape = "http://www.w3.org/ns/shacl#sourceShape";
inline constexpr View resultMessage = "http://www.w3.org/ns/shacl#resultMessage";
inline constexpr View resultSeverity = "http://www.w3.org/ns/shacl#resultSeverity";
inline constexpr View detail = "http://www.w3.org/ns/shacl#detail";
inline constexpr View sparql = "http://www.w3.org/ns/shacl#sparql";
inline constexpr View select = "http://www.w3.org/ns/shacl#select";
inline constexpr View ask = "http://www.w3.org/ns/shacl#ask";
inline constexpr View prefixes = "http://www.w3.org/ns/shacl#prefixes";
inline constexpr View declare = "http://www.w3.org/ns/shacl#declare";
inline constexpr View prefix = "http://www.w3.org/ns/shacl#prefix";
inline constexpr View namespace_ = "http://www.w3.org/ns/shacl#namespace";
inline constexpr View parameter = "http://www.w3.org/ns/shacl#parameter";
inline constexpr View optional = "http://www.w3.org/ns/shacl#optional";
inline constexpr View validator = "http://www.w3.org/ns/shacl#validator";
inline constexpr View nodeValidator = "http://www.w3.org/ns/shacl#nodeValidator";
inline constexpr View propertyValidator = "http://www.w3.org/ns/shacl#propertyValidator";
inline constexpr View labelTemplate = "http://www.w3.org/ns/shacl#labelTemplate";
}  // namespace sh

namespace prov {
inline constexpr View kNamespace = "http://www.w3.org/ns/prov#";
inline constexpr View Entity = "http://www.w3.org/ns/prov#Entity";
inline constexpr View Activity = "http://www.w3.org/ns/prov#Activity";
inline constexpr View Agent = "http://www.w3.org/ns/prov#Agent";
inline constexpr View SoftwareAgent = "http://www.w3.org/ns/prov#SoftwareAgent";
inline constexpr View Plan = "http://www.w3.org/ns/prov#Plan";
inline constexpr View Collection = "http://www.w3.org/ns/prov#Collection";
inline constexpr View used = "http://www.w3.org/ns/prov#used";
inline constexpr View wasGeneratedBy = "http://www.w3.org/ns/prov#wasGeneratedBy";
inline constexpr View wasAssociatedWith = "http://www.w3.org/ns/prov#wasAssociatedWith";
inline constexpr View wasDerivedFrom = "http://www.w3.org/ns/prov#wasDerivedFrom";
inline constexpr View wasAttributedTo = "http://www.w3.org/ns/prov#wasAttributedTo";
inline constexpr View hadPrimarySource = "http://www.w3.org/ns/prov#hadPrimarySource";
inline constexpr View wasQuotedFrom = "http://www.w3.org/ns/prov#wasQuotedFrom";
inline constexpr View wasInvalidatedBy = "http://www.w3.org/ns/prov#wasInvalidatedBy";
inline constexpr View generatedAtTime = "http://www.w3.org/ns/prov#generatedAtTime";
inline constexpr View startedAtTime = "http://www.w3.org/ns/prov#startedAtTime";
inline constexpr View endedAtTime = "http://www.w3.org/ns/prov#endedAtTime";
inline constexpr View wasInformedBy = "http://www.w3.org/ns/prov#wasInformedBy";
inline constexpr View hadPlan = "http://www.w3.org/ns/prov#hadPlan";
inline constexpr View qualifiedAssociation = "http://www.w3.org/ns/prov#qualifiedAssociation";
inline constexpr View Association = "http://www.w3.org/ns/prov#Association";
inline constexpr View agent = "http://www.w3.org/ns/prov#agent";
}  // namespace prov

namespace org {
inline constexpr View kNamespace = "http://www.w3.org/ns/org#";
inline constexpr View Organization = "http://www.w3.org/ns/org#Organization";
inline constexpr View FormalOrganization = "http://www.w3.org/ns/org#FormalOrganization";
inline constexpr View OrganizationalUnit = "http://www.w3.org/ns/org#OrganizationalUnit";
inline constexpr View OrganizationalCollaboration = "http://www.w3.org/ns/org#OrganizationalCollaboration";
inline constexpr View Post = "http://www.w3.org/ns/org#Post";
inline constexpr View Membership = "http://www.w3.org/ns/org#Membership";
inline constexpr View Role = "http://www.w3.org/ns/org#Role";
inline constexpr View member = "http://www.w3.org/ns/org#member";
inline constexpr View organization = "http://www.w3.org/ns/org#organization";
inline constexpr View role = "http://www.w3.org/ns/org#role";
inline constexpr View memberDuring = "http://www.w3.org/ns/org#memberDuring";
inline constexpr View holds = "http://www.w3.org/ns/org#holds";
inline constexpr View heldBy = "http://www.w3.org/ns/org#heldBy";
inline constexpr View postIn = "http://www.w3.org/ns/org#postIn";
inline constexpr View unitOf = "http://www.w3.org/ns/org#unitOf";
inline constexpr View hasUnit = "http://www.w3.org/ns/org#hasUnit";
inline constexpr View memberOf = "http://www.w3.org/ns/org#memberOf";
inline constexpr View headOf = "http://www.w3.org/ns/org#headOf";
inline constexpr View classification = "http://www.w3.org/ns/org#classification";
inline constexpr View hasMember = "http://www.w3.org/ns/org#hasMember";
inline constexpr View subOrganizationOf = "http://www.w3.org/ns/org#subOrganizationOf";
inline constexpr View hasSubOrganization = "http://www.w3.org/ns/org#hasSubOrganization";
inline constexpr View post = "http://www.w3.org/ns/org#post";
inline constexpr View hasMembership = "http://www.w3.org/ns/org#hasMembership";
}  // namespace org

namespace sem {
inline constexpr View kNamespace = "http://semanticweb.cs.vu.nl/2009/11/sem/";
inline constexpr View Event = "http://semanticweb.cs.vu.nl/2009/11/sem/Event";
inline constexpr View Actor = "http://semanticweb.cs.vu.nl/2009/11/sem/Actor";
inline constexpr View Place = "http://semanticweb.cs.vu.nl/2009/11/sem/Place";
inline constexpr View Role = "http://semanticweb.cs.vu.nl/2009/11/sem/Role";
inline constexpr View eventType = "http://semanticweb.cs.vu.nl/2009/11/sem/eventType";
inline constexpr View roleType = "http://semanticweb.cs.vu.nl/2009/11/sem/roleType";
inline constexpr View hasActor = "http://semanticweb.cs.vu.nl/2009/11/sem/hasActor";
inline constexpr View hasPlace = "http://semanticweb.cs.vu.nl/2009/11/sem/hasPlace";
inline constexpr View hasTime = "http://semanticweb.cs.vu.nl/2009/11/sem/hasTime";
inline constexpr View hasTimeStamp = "http://semanticweb.cs.vu.nl/2009/11/sem/hasTimeStamp";
inline constexpr View hasEarliestBeginTimeStamp = "http://semanticweb.cs.vu.nl/2009/11/sem/hasEarliestBeginTimeStamp";
inline constexpr View hasLatestBeginTimeStamp = "http://semanticweb.cs.vu.nl/2009/11/sem/hasLatestBeginTimeStamp";
inline constexpr View hasEarliestEndTimeStamp = "http://semanticweb.cs.vu.nl/2009/11/sem/hasEarliestEndTimeStamp";
inline constexpr View hasLatestEndTimeStamp = "http://semanticweb.cs.vu.nl/2009/11/sem/hasLatestEndTimeStamp";
}  // namespace sem

namespace schema {
inline constexpr View kNamespace = "http://schema.org/";
inline constexpr View Claim = "http://schema.org/Claim";
inline constexpr View Article = "http://schema.org/Article";
inline constexpr View Quotation = "http://schema.org/Quotation";
inline constexpr View Country = "http://schema.org/Country";
inline constexpr View GovernmentOrganization = "http://schema.org/GovernmentOrganization";
inline constexpr View PoliticalParty = "http://schema.org/PoliticalParty";
inline constexpr View Person = "http://schema.org/Person";
inline constexpr View Organization = "http://schema.org/Organization";
inline constexpr View Place = "http://schema.org/Place";
inline constexpr View Dataset = "http://schema.org/Dataset";
inline constexpr View appearance = "http://schema.org/appearance";
inline constexpr View text = "http://schema.org/text";
inline constexpr View about = "http://schema.org/about";
inline constexpr View spokenByCharacter = "http://schema.org/spokenByCharacter";
inline constexpr View sameAs = "http://schema.org/sameAs";
inline constexpr View sha256 = "http://schema.org/sha256";
inline constexpr View url = "http://schema.org/url";
inline constexpr View name = "http://schema.org/name";
inline constexpr View alternateName = "http://schema.org/alternateName";
}  // namespace schema

namespace oa {
inline constexpr View kNamespace = "http://www.w3.org/ns/oa#";
inline constexpr View SpecificResource = "http://www.w3.org/ns/oa#SpecificResource";
inline constexpr View hasSource = "http://www.w3.org/ns/oa#hasSource";
inline constexpr View hasSelector = "http://www.w3.org/ns/oa#hasSelector";
inline constexpr View TextPositionSelector = "http://www.w3.org/ns/oa#TextPositionSelector";
inline constexpr View TextQuoteSelector = "http://www.w3.org/ns/oa#TextQuoteSelector";
inline constexpr View start = "http://www.w3.org/ns/oa#start";
inline constexpr View end = "http://www.w3.org/ns/oa#end";
inline constexpr View exact = "http://www.w3.org/ns/oa#exact";
inline constexpr View prefix = "http://www.w3.org/ns/oa#prefix";
inline constexpr View suffix = "http://www.w3.org/ns/oa#suffix";
}  // namespace oa

namespace gaf {
inline constexpr View kNamespace = "http://groundedannotationframework.org/gaf#";
inline constexpr View Mention = "http://groundedannotationframework.org/gaf#Mention";
inline constexpr View denotes = "http://groundedannotationframework.org/gaf#denotes";
inline constexpr View denotedBy = "http://groundedannotationframework.org/gaf#denotedBy";
}  // namespace gaf

namespace time {
inline constexpr View kNamespace = "http://www.w3.org/2006/time#";
inline constexpr View Interval = "http://www.w3.org/2006/time#Interval";
inline constexpr View Instant = "http://www.w3.org/2006/time#Instant";
inline constexpr View hasBeginning = "http://www.w3.org/2006/time#hasBeginning";
inline constexpr View hasEnd = "http://www.w3.org/2006/time#hasEnd";
inline constexpr View inXSDDate = "http://www.w3.org/2006/time#inXSDDate";
}  // namespace time

namespace skos {
inline constexpr View kNamespace = "http://www.w3.org/2004/02/skos/core#";
inline constexpr View Concept = "http://www.w3.org/2004/02/skos/core#Concept";
inline constexpr View ConceptScheme = "http://www.w3.org/2004/02/skos/core#ConceptScheme";
inline constexpr View prefLabel = "http://www.w3.org/2004/02/skos/core#prefLabel";
inline constexpr View altLabel = "http://www.w3.org/2004/02/skos/core#altLabel";
inline constexpr View hiddenLabel = "http://www.w3.org/2004/02/skos/core#hiddenLabel";
inline constexpr View notation = "http://www.w3.org/2004/02/skos/core#notation";
inline constexpr View definition = "http://www.w3.org/2004/02/skos/core#definition";
inline constexpr View scopeNote = "http://www.w3.org/2004/02/skos/core#scopeNote";
inline constexpr View example = "http://www.w3.org/2004/02/skos/core#example";
inline constexpr View broader = "http://www.w3.org/2004/02/skos/core#broader";
inline constexpr View narrower = "http://www.w3.org/2004/02/skos/core#narrower";
inline constexpr View inScheme = "http://www.w3.org/2004/02/skos/core#inScheme";
inline constexpr View topConceptOf = "http://www.w3.org/2004/02/skos/core#topConceptOf";
inline constexpr View hasTopConcept = "http://www.w3.org/2004/02/skos/core#hasTopConcept";
inline constexpr View changeNote = "http://www.w3.org/2004/02/skos/core#changeNote";
inline constexpr View historyNote = "http://www.w3.org/2004/02/skos/core#historyNote";
inline constexpr View exactMatch = "http://www.w3.org/2004/02/skos/core#exactMatch";
inline constexpr View closeMatch = "http://www.w3.org/2004/02/skos/core#closeMatch";
}  // namespace skos

namespace dcterms {
inline constexpr View kNamespace = "http://purl.org/dc/terms/";
inline constexpr View title = "http://purl.org/dc/terms/title";
inline constexpr View description = "http://purl.org/dc/terms/description";
inline constexpr View creator = "http://purl.org/dc/terms/creator";
inline constexpr View issued = "http://purl.org/dc/terms/issued";
inline constexpr View created = "http://purl.org/dc/terms/created";
inline constexpr View modified = "http://purl.org/dc/terms/modified";
inline constexpr View publisher = "http://purl.org/dc/terms/publisher";
inline constexpr View source = "http://purl.org/dc/terms/source";
inline constexpr View license = "http://purl.org/dc/terms/license";
inline constexpr View identifier = "http://purl.org/dc/terms/identifier";
inline constexpr View language = "http://purl.org/dc/terms/language";
inline constexpr View isPartOf = "http://purl.org/dc/terms/isPartOf";
inline constexpr View hasPart = "http://purl.org/dc/terms/hasPart";
inline constexpr View replaces = "http://purl.org/dc/terms/replaces";
inline constexpr View isReplacedBy = "http://purl.org/dc/terms/isReplacedBy";
inline constexpr View isVersionOf = "http://purl.org/dc/terms/isVersionOf";
inline constexpr View subject = "http://purl.org/dc/terms/subject";
inline constexpr View references = "http://purl.org/dc/terms/references";
inline constexpr View valid = "http://purl.org/dc/terms/valid";
}  // namespace dcterms

namespace void_ {
inline constexpr View kNamespace = "http://rdfs.org/ns/void#";
inline constexpr View Dataset = "http://rdfs.org/ns/void#Dataset";
inline constexpr View triples = "http://rdfs.org/ns/void#triples";
inline constexpr View entities = "http://rdfs.org/ns/void#entities";
inline constexpr View documents = "http://rdfs.org/ns/void#documents";
inline constexpr View properties = "http://rdfs.org/ns/void#properties";
inline constexpr View classes = "http://rdfs.org/ns/void#classes";
inline constexpr View distinctSubjects = "http://rdfs.org/ns/void#distinctSubjects";
inline constexpr View distinctObjects = "http://rdfs.org/ns/void#distinctObjects";
inline constexpr View vocabulary = "http://rdfs.org/ns/void#vocabulary";
inline constexpr View uriSpace = "http://rdfs.org/ns/void#uriSpace";
inline constexpr View classPartition = "http://rdfs.org/ns/void#classPartition";
inline constexpr View propertyPartition = "http://rdfs.org/ns/void#propertyPartition";
inline constexpr View property = "http://rdfs.org/ns/void#property";
inline constexpr View subset = "http://rdfs.org/ns/void#subset";
inline constexpr View exampleResource = "http://rdfs.org/ns/void#exampleResource";
inline constexpr View dataDump = "http://rdfs.org/ns/void#dataDump";
inline constexpr View feature = "http://rdfs.org/ns/void#feature";
inline constexpr View class_ = "http://rdfs.org/ns/void#class";
inline constexpr View sparqlEndpoint = "http://rdfs.org/ns/void#sparqlEndpoint";
}  // namespace void_

namespace dcat {
inline constexpr View kNamespace = "http://www.w3.org/ns/dcat#";
inline constexpr View Dataset = "http://www.w3.org/ns/dcat#Dataset";
inline constexpr View Distribution = "http://www.w3.org/ns/dcat#Distribution";
inline constexpr View distribution = "http://www.w3.org/ns/dcat#distribution";
inline constexpr View downloadURL = "http://www.w3.org/ns/dcat#downloadURL";
inline constexpr View accessURL = "http://www.w3.org/ns/dcat#accessURL";
inline constexpr View mediaType = "http://www.w3.org/ns/dcat#mediaType";
inline constexpr View byteSize = "http://www.w3.org/ns/dcat#byteSize";
inline constexpr View keyword = "http://www.w3.org/ns/dcat#keyword";
inline constexpr View theme = "http://www.w3.org/ns/dcat#theme";
inline constexpr View landingPage = "http://www.w3.org/ns/dcat#landingPage";
inline constexpr View version = "http://www.w3.org/ns/dcat#version";
}  // namespace dcat

namespace vann {
inline constexpr View kNamespace = "http://purl.org/vocab/vann/";
inline constexpr View preferredNamespacePrefix = "http://purl.org/vocab/vann/preferredNamespacePrefix";
inline constexpr View preferredNamespaceUri = "http://purl.org/vocab/vann/preferredNamespaceUri";
}  // namespace vann

namespace foaf {
inline constexpr View kNamespace = "http://xmlns.com/foaf/0.1/";
inline constexpr View homepage = "http://xmlns.com/foaf/0.1/homepage";
inline constexpr View name = "http://xmlns.com/foaf/0.1/name";
}  // namespace foaf

namespace np {
inline constexpr View kNamespace = "http://www.nanopub.org/nschema#";
inline constexpr View Nanopublication = "http://www.nanopub.org/nschema#Nanopublication";
inline constexpr View hasAssertion = "http://www.nanopub.org/nschema#hasAssertion";
inline constexpr View hasProvenance = "http://www.nanopub.org/nschema#hasProvenance";
inline constexpr View hasPublicationInfo = "http://www.nanopub.org/nschema#hasPublicationInfo";
inline constexpr View Assertion = "http://www.nanopub.org/nschema#Assertion";
inline constexpr View Provenance = "http://www.nanopub.org/nschema#Provenance";
inline constexpr View PublicationInfo = "http://www.nanopub.org/nschema#PublicationInfo";
}  // namespace np

namespace npx {
inline constexpr View kNamespace = "http://purl.org/nanopub/x/";
inline constexpr View introduces = "http://purl.org/nanopub/x/introduces";
inline constexpr View supersedes = "http://purl.org/nanopub/x/supersedes";
inline constexpr View retracts = "http://purl.org/nanopub/x/retracts";
}  // namespace npx

namespace edtf {
inline constexpr View kNamespace = "http://id.loc.gov/datatypes/edtf/";
inline constexpr View EDTF = "http://id.loc.gov/datatypes/edtf/EDTF";
}  // namespace edtf

namespace ent {
inline constexpr View kNamespace = "https://w3id.org/entente/ns#";
}  // namespace ent

}  // namespace entente::vocab
