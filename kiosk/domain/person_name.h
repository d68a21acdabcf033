#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hallpass {

/// "John Smith" for "Smith, John" and for "John Smith, PhD"; any other name as it is, trimmed. For
/// reading and matching; what is stored stays as it stood in the file.
[[nodiscard]] std::string inSpokenOrder(std::string_view name);

/// `name` as it is compared whole: in spoken order, with one space between words.
[[nodiscard]] std::string wholeName(std::string_view name);

/// The same text for two spellings of one name: wholeName() folded for search, so that case,
/// accents, white space and "Smith, John" do not count. Empty only where `name` is.
[[nodiscard]] std::string nameKey(std::string_view name);

/// First word and the initial of the last: "Aino V." for "Aino Virtanen"; a name of one word whole.
[[nodiscard]] std::string firstNameAndInitial(std::string_view name);

/// Whether there are kana in `name`, by which it can be looked for.
[[nodiscard]] bool hasKana(std::string_view name);

/// The words of `name` as queries are compared with them, and all of it without spaces: each once.
[[nodiscard]] std::vector<std::string> searchKeys(std::string_view name);

/// What somebody types to find a name; case and accents are ignored.
class NameQuery {
 public:
  explicit NameQuery(std::string_view typed);

  /// How many letters and digits were typed; "æ" is one, although it finds "ae".
  [[nodiscard]] std::size_t letters() const { return letters_; }

  /// Whether every typed word begins a different word of `name`, in any order; or the typed letters
  /// begin the whole name, whatever spaces are in either ("山田太郎"). Hyphens and apostrophes part
  /// words or not, as the typist likes: "oconnor" and "connor" find "O'Connor".
  [[nodiscard]] bool finds(std::string_view name) const;

  /// Lists of texts: for each name that is found there is a list of which every text begins one of
  /// searchKeys(name).
  [[nodiscard]] std::vector<std::vector<std::string>> starts() const;

  /// Whether it finds every name of which starts() begin a key: nothing else was typed.
  [[nodiscard]] bool isOneWord() const;

 private:
  std::size_t letters_ = 0;
  std::string compact_;
  std::array<std::vector<std::string>, 4> readings_;
};

}  // namespace hallpass
