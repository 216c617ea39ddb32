// Dates as EDTF (Library of Congress, levels 0 and 1): datatypes and bounds.
#pragma once

#include <string>
#include <string_view>

namespace entente::ontology {

inline constexpr std::string_view kEdtfDatatype = "http://id.loc.gov/datatypes/edtf/EDTF";

// xsd:date, xsd:gYearMonth or xsd:gYear for 2021-06-15, 2021-06, 2021; the EDTF datatype for all else.
std::string_view date_datatype(std::string_view text);

// First and last day (xsd:date lexical forms) that the expression covers; an end that is open or unknown is
// empty. Approximate and uncertain marks (~ ? %) do not widen the bounds.
struct DateBounds {
  std::string first, last;
};
DateBounds edtf_bounds(std::string_view edtf);

}  // namespace entente::ontology
