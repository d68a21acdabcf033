#pragma once

#include <iosfwd>
#include <string>
#include <utility>

namespace hallpass {

/// The secret text of one pass, exactly as it stood in its list: case and dashes are never changed
/// (domain.md 0.4). Printing it prints masked(), so that a code reaches no log by accident; only
/// reveal() and grouped() give the text, and a lint lists the files that may call them.
class Code {
 public:
  explicit Code(std::string text) : text_(std::move(text)) {}

  [[nodiscard]] const std::string& reveal() const { return text_; }

  /// "••••1A2B": the last four characters, or none of them where the code has fewer than eight.
  [[nodiscard]] std::string masked() const;

  /// The text in groups for reading aloud: its own dashes where it has them, else groups of four
  /// ("WK0S KTES T000 01"). Never what a QR code holds.
  [[nodiscard]] std::string grouped() const;

  friend bool operator==(const Code&, const Code&) = default;
  friend std::ostream& operator<<(std::ostream& out, const Code& code);

 private:
  std::string text_;
};

}  // namespace hallpass
