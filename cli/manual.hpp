// The manual page.
#pragma once

#include <string>

namespace CLI {
class App;
}

namespace entente::cli {

// Section 1, in the language of man(7): the program, every command with its options and examples, as --help has them.
std::string manual_page(const CLI::App& app);

}  // namespace entente::cli
