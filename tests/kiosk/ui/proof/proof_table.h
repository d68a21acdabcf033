#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace tests {

/// What a check of the proof found over all that it looked at.
struct ProofRow {
  std::string limit;    ///< "at least 12.7 mm"
  std::string worst;    ///< "12.9 mm, visit find"
  double margin = 1e9;  ///< Of the worst one, in the check's own unit: below 0 = missed.
  int judged = 0;
  std::vector<std::string> misses;  ///< Where it failed, and what.
};

/// The proof's table: a row a check, in the order in which they first reported.
class ProofTable {
 public:
  /// Says what was judged, and where; asked only where that is worth telling.
  using What = std::function<std::string()>;

  /// One thing was judged: `margin` is how far it is on the right side of the limit.
  void note(const char* check, const char* limit, double margin, const What& what);
  /// The same of what is right or wrong.
  void note(const char* check, bool right, const What& what);

  [[nodiscard]] const ProofRow& row(const std::string& check) const {
    return rows_.find(check)->second;
  }
  /// All misses, each with its check.
  [[nodiscard]] std::vector<std::string> misses() const;
  /// For a person: check, how many were judged, the worst, the limit, how many missed it.
  [[nodiscard]] std::string text() const;

 private:
  ProofRow& at(const char* check, const char* limit);

  std::vector<std::string> order_;
  std::map<std::string, ProofRow, std::less<>> rows_;
};

}  // namespace tests
