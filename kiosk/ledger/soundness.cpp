#include "kiosk/ledger/soundness.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "kiosk/ledger/database.h"

namespace hallpass {
namespace {

/// Each gives a row where something is wrong.
constexpr std::array<std::string_view, 3> kWrong{
    "SELECT 1 FROM code WHERE state = 'claimed' AND NOT EXISTS "
    "(SELECT 1 FROM claim WHERE code = code.id AND live = 1)",
    "SELECT 1 FROM claim JOIN code ON code.id = claim.code WHERE (live = 1) <> (state = 'claimed') "
    "OR claim.pass_type <> code.pass_type",
    "SELECT 1 FROM pragma_foreign_key_check"};

std::string upperCase(std::string_view text) {
  std::string upper(text);
  std::transform(upper.begin(), upper.end(), upper.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  return upper;
}

/// "#12", as each use of a code for several students has it (exchange/code_uses.h).
bool isUse(std::string_view text) {
  return text.size() > 1 && text.front() == '#' &&
         text.find_first_not_of("0123456789", 1) == std::string_view::npos;
}

bool codesFit(Database& database) {
  Statement row = database.prepare("SELECT secret, identity FROM code");
  while (row.step()) {
    if (!isIntact(row.text(0), row.text(1))) return false;
  }
  return true;
}

}  // namespace

/// The text itself, or in capitals.
bool isIntact(std::string_view secret, std::string_view identity) {
  if (identity.size() < secret.size()) return false;
  const std::string_view same = identity.substr(0, secret.size());
  if (same != secret && same != upperCase(secret)) return false;
  const std::string_view rest = identity.substr(secret.size());
  return rest.empty() || isUse(rest);
}

bool isWhole(Database& database) {
  if (!database.isSound()) return false;
  try {
    const bool wrong = std::any_of(kWrong.begin(), kWrong.end(), [&](std::string_view sql) {
      return database.prepare(sql).step();
    });
    return !wrong && codesFit(database);
  } catch (const SqlError& error) {
    if (error.primaryCode() == SQLITE_CORRUPT) return false;
    throw;
  }
}

Code intactCode(const Statement& row, int secret, int identity) {
  const std::string text = row.text(secret);
  if (!isIntact(text, row.text(identity))) {
    throw SqlError(SQLITE_CORRUPT, "a code is not as it came in");
  }
  return Code(text);
}

}  // namespace hallpass
