#pragma once

#include <string>
#include <vector>

#include "kiosk/depot/code_text.h"
#include "kiosk/depot/connection.h"

namespace hallpass {

/// The bytes of a hash, as a list of bytea takes them.
[[nodiscard]] std::string hashBytes(const platform::Hash& hash);

/// Links of a journal as the functions of the depot take them, a list each: numbers, previous
/// hashes, hashes, events, tokens, times.
class LinkColumns {
 public:
  explicit LinkColumns(const std::vector<JournalLink>& links);
  void addTo(Parameters& parameters) const;

 private:
  std::vector<std::string> sequences_;
  std::vector<std::string> previous_;
  std::vector<std::string> hashes_;
  std::vector<std::string> events_;
  std::vector<std::string> tokens_;
  std::vector<std::string> times_;
};

/// Fates of codes likewise: ids, fates, outcomes, and what the code is where it comes back (a fate
/// of Stock or Returned).
class FateColumns {
 public:
  FateColumns(const std::vector<CodeFate>& fates, const CodeText& codeText);
  void addTo(Parameters& parameters) const;

 private:
  std::vector<std::string> codes_;
  std::vector<std::string> fates_;
  std::vector<std::string> outcomes_;
  std::vector<std::string> back_;
};

}  // namespace hallpass
