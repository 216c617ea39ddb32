// Private to xsd*.cpp: dates, times and durations.
#pragma once

#include "core/rdf/xsd.hpp"

namespace entente::rdf {

// One of the seven date and time kinds. False if the lexical form is not allowed.
bool parse_time(OrderedValue::Kind kind, std::string_view lexical, OrderedValue& out);

// A duration that may have a part in years and months, and one in days to seconds.
bool parse_duration(std::string_view lexical, bool months, bool seconds, OrderedValue& out);

}  // namespace entente::rdf
