#include "kiosk/exchange/code_uses.h"

#include <string>

namespace hallpass {

bool usesFit(std::size_t codes, int uses) {
  return uses >= 1 && uses <= kMostUses &&
         codes <= kMostRowsOfUses / static_cast<std::size_t>(uses);
}

std::vector<NewCode> withUses(const std::vector<NewCode>& codes, int uses) {
  std::vector<NewCode> rows;
  for (const NewCode& code : codes) {
    for (int use = 1; use <= uses; ++use) {
      rows.push_back(code);
      rows.back().identity += "#" + std::to_string(use);
    }
  }
  return rows;
}

}  // namespace hallpass
