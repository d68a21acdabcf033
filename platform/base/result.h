#pragma once

#include <type_traits>
#include <utility>
#include <variant>

namespace platform {

/// What a call gives: its value, or the named reason why it refused. Nothing is thrown.
/// value() and error() may only be called on the side that is there; the other ends the process.
/// On a temporary they give a value of its own, so that "for (x : *call())" does not dangle.
template <class T, class E>
class [[nodiscard]] Result {
  static_assert(!std::is_same_v<T, E>, "value and error must be told apart by type");

 public:
  Result(T value) : content_(std::in_place_index<0>, std::move(value)) {}  // NOLINT(*-explicit-*)
  Result(E error) : content_(std::in_place_index<1>, std::move(error)) {}  // NOLINT(*-explicit-*)

  [[nodiscard]] bool ok() const { return content_.index() == 0; }
  explicit operator bool() const { return ok(); }

  [[nodiscard]] const T& value() const& { return std::get<0>(content_); }
  [[nodiscard]] T& value() & { return std::get<0>(content_); }
  [[nodiscard]] T value() && { return std::get<0>(std::move(content_)); }
  [[nodiscard]] const E& error() const { return std::get<1>(content_); }

  const T& operator*() const& { return value(); }
  T& operator*() & { return value(); }
  T operator*() && { return std::move(*this).value(); }
  const T* operator->() const { return &value(); }
  T* operator->() { return &value(); }

 private:
  std::variant<T, E> content_;
};

/// The value of a call that gives nothing but success.
struct Done {};

}  // namespace platform
