#include "kiosk/ledger/soundness.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

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

/// Where a code is, and until when: what `tally` counts codes by.
using Whereabouts = std::tuple<std::string, std::int64_t, std::int64_t, std::string>;
using Tally = std::map<Whereabouts, std::int64_t>;

/// A copy that an older version made has none.
bool hasTally(Database& database) {
  return database.integer("SELECT count(*) FROM sqlite_schema WHERE name = 'tally'") == 1;
}

Tally storedTally(Database& database) {
  Tally tally;
  Statement row = database.prepare(
      "SELECT pass_type, batch, redeem_by, state, codes FROM tally WHERE codes <> 0");
  while (row.step()) {
    tally[{row.text(0), row.integer(1), row.integer(2), row.text(3)}] = row.integer(4);
  }
  return tally;
}

/// Whether each code is as it came in, and all of them are where `tally` says.
bool codesFit(Database& database) {
  Tally counted;
  auto last = counted.end();
  Statement row = database.prepare(
      "SELECT secret, identity, pass_type, batch, coalesce(redeem_by, 9223372036854775807), state "
      "FROM code");
  while (row.step()) {
    if (!isIntact(row.text(0), row.text(1))) return false;
    Whereabouts where{row.text(2), row.integer(3), row.integer(4), row.text(5)};
    if (last == counted.end() || last->first != where) {
      last = counted.try_emplace(std::move(where), 0).first;
    }
    ++last->second;
  }
  return !hasTally(database) || counted == storedTally(database);
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
