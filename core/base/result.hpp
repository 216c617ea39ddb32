// A value, or the one diagnostic that says why there is none.
#pragma once

#include <cassert>
#include <utility>
#include <variant>

#include "core/base/diagnostics.hpp"

namespace entente {

// Used where a unit of work cannot give its value. Work that goes on despite odd input takes a
// Diagnostics& instead.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Diagnostic error) : state_(std::in_place_index<1>, std::move(error)) {}

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  T& value() & { return assert(ok()), std::get<0>(state_); }
  const T& value() const& { return assert(ok()), std::get<0>(state_); }
  T&& value() && { return assert(ok()), std::get<0>(std::move(state_)); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  const Diagnostic& error() const { return assert(!ok()), std::get<1>(state_); }

 private:
  std::variant<T, Diagnostic> state_;
};

// For work that gives nothing but success.
struct Done {};

}  // namespace entente
