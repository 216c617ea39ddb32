// The functions of SPARQL 1.1, section 17.4: tables, one file per family below query/functions/.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "query/value.hpp"

namespace re2 {
class RE2;
}

namespace entente::query {

// What a function may need beside its arguments; one per evaluation, not shared between threads.
struct CallContext {
  CallContext();
  ~CallContext();
  CallContext(const CallContext&) = delete;
  CallContext& operator=(const CallContext&) = delete;

  std::string base;
  std::string now;
  std::uint64_t random_state = 0;
  std::uint64_t blank_count = 0;
  std::unordered_map<std::string, std::string> blanks;  // BNODE("x"): labels of this solution
  std::unordered_map<std::string, std::unique_ptr<re2::RE2>> regexes;

  std::uint64_t random();  // SplitMix64
};

// No argument is ever an Error value: an error in an argument is the result without a call.
using FunctionCall = Value (*)(std::span<const Value> args, CallContext& context);

struct Function {
  std::string_view name;  // upper case, or the IRI of a cast
  int min_args;
  int max_args;           // -1: any number
  FunctionCall call;
};

// By name in any case; null if unknown.
const Function* find_function(std::string_view name);
// Casts (section 17.1), by IRI; null if unknown.
const Function* find_cast(std::string_view iri);

std::span<const Function> term_functions();
std::span<const Function> string_functions();
std::span<const Function> number_functions();
std::span<const Function> date_functions();
std::span<const Function> hash_functions();
std::span<const Function> regex_functions();
std::span<const Function> cast_functions();

inline constexpr std::size_t kMaxText = std::size_t{1} << 24;  // bytes of one computed string

}  // namespace entente::query
