#include "kiosk/ledger/own_digits.h"

#include <algorithm>

#include "kiosk/ledger/database.h"
#include "platform/base/hash.h"

namespace hallpass {
namespace {

struct OwnDigits {
  platform::Key key{};
  platform::Hash hash{};
  int wrong = 0;
};

std::optional<OwnDigits> readDigits(Database& database, ClaimId claim) {
  Statement row = database.prepare("SELECT key, hash, wrong FROM own_digits WHERE claim = ?1");
  if (!row.bind(claim).step()) return std::nullopt;
  return OwnDigits{row.hash(0), row.hash(1), static_cast<int>(row.integer(2))};
}

int triesLeft(const OwnDigits& kept) { return std::max(0, kMostDigitTries - kept.wrong); }

void writeWrong(Database& database, ClaimId claim, int wrong) {
  database.prepare("UPDATE own_digits SET wrong = ?2 WHERE claim = ?1").bind(claim, wrong).run();
}

}  // namespace

void keepDigits(Database& database, ClaimId claim, std::string_view digits) {
  const platform::Key key = platform::randomKey();
  database.prepare("INSERT INTO own_digits (claim, key, hash) VALUES (?1, ?2, ?3)")
      .bind(claim, key, platform::keyedHash(key, digits))
      .run();
}

int digitTriesLeft(Database& database, ClaimId claim) {
  const auto kept = readDigits(database, claim);
  return kept ? triesLeft(*kept) : kMostDigitTries;
}

bool tryDigits(Database& database, ClaimId claim, std::string_view typed) {
  const auto kept = readDigits(database, claim);
  if (!kept || triesLeft(*kept) == 0) return false;
  writeWrong(database, claim, kept->wrong + 1);
  if (platform::keyedHash(kept->key, typed) != kept->hash) return false;
  writeWrong(database, claim, 0);
  return true;
}

bool dropDigits(Database& database, ClaimId claim) {
  if (!readDigits(database, claim)) return false;
  database.prepare("DELETE FROM own_digits WHERE claim = ?1").bind(claim).run();
  return true;
}

}  // namespace hallpass
