#include "tests/kiosk/ui/proof/proof_table.h"

#include <algorithm>
#include <string_view>

namespace tests {
namespace {

std::string padded(std::string text, std::size_t width) {
  text.resize(std::max(width, text.size()), ' ');
  return text;
}

}  // namespace

ProofRow& ProofTable::at(const char* check, const char* limit) {
  const auto known = rows_.find(std::string_view(check));
  if (known != rows_.end()) return known->second;
  order_.emplace_back(check);
  ProofRow& row = rows_[check];
  row.limit = limit;
  return row;
}

void ProofTable::note(const char* check, const char* limit, double margin, const What& what) {
  ProofRow& row = at(check, limit);
  ++row.judged;
  if (margin >= 0 && margin >= row.margin) return;
  const std::string said = what();
  if (margin < 0) row.misses.push_back(said);
  if (margin >= row.margin) return;
  row.margin = margin;
  row.worst = said;
}

void ProofTable::note(const char* check, bool right, const What& what) {
  ProofRow& row = at(check, "none");
  ++row.judged;
  if (right) return;
  row.worst = what();
  row.misses.push_back(row.worst);
}

std::vector<std::string> ProofTable::misses() const {
  std::vector<std::string> all;
  for (const std::string& check : order_) {
    for (const std::string& miss : rows_.find(check)->second.misses)
      all.push_back(check + ": " + miss);
  }
  return all;
}

std::string ProofTable::text() const {
  std::size_t width = 0;
  for (const std::string& check : order_) width = std::max(width, check.size());
  std::string text;
  for (const std::string& check : order_) {
    const ProofRow& row = rows_.find(check)->second;
    text += padded(check, width) + "  " + padded(std::to_string(row.judged) + " judged", 14) +
            "  " + padded(std::to_string(row.misses.size()) + " missed", 10) + "  " +
            padded(row.limit, 18) + "  " + (row.worst.empty() ? "" : "worst: " + row.worst) + "\n";
  }
  return text;
}

}  // namespace tests
