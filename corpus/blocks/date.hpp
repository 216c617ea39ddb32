// Whole strings that are dates, as pages print them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace entente::corpus {

// EDTF level 0 out of "2021", "2021-06", "2021-06-15", also "2021/06/15" and "15.06.2021"; what follows a "T" or a
// blank after a full date (time, zone) is cut off. "04/05/2021" is ambiguous and no date, "15/06/2021" is one.
// Nothing if the day does not exist.
std::optional<std::string> iso_date(std::string_view value);

// The same out of English words: "June 15th, 2021", "Tue, 15 Jun 2021, 3:45 pm GMT", "June 2021". Every word must
// belong to the date; a date without a year is none.
std::optional<std::string> date_in_words(std::string_view value);

}  // namespace entente::corpus
