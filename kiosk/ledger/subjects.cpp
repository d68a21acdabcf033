#include "kiosk/ledger/subjects.h"

#include "kiosk/ledger/claims.h"
#include "kiosk/ledger/current_class.h"
#include "kiosk/ledger/database.h"

namespace hallpass {

using platform::Hash;
using platform::Result;

std::optional<Hash> readSubject(Database& database, StudentId student, const Class& inClass) {
  // Without a depot `venue` is empty, and no student is looked for.
  Statement row = database.prepare(
      "SELECT subject_key, name FROM venue CROSS JOIN identity WHERE student = ?1");
  if (!row.bind(student).step()) return std::nullopt;
  return subjectToken(row.hash(0), inClass.facts.passType, inClass.facts.title, row.text(1));
}

std::optional<Elsewhere> readElsewhere(Database& database, const Hash& token) {
  Statement row = database.prepare("SELECT room, taken_at FROM elsewhere WHERE token = ?1");
  if (!row.bind(token).step()) return std::nullopt;
  return Elsewhere{row.text(0), {row.integer(1)}};
}

void noteSubject(Database& database, ClaimId claim, const Hash& token) {
  database.prepare("INSERT INTO subject VALUES ((SELECT max(sequence) FROM journal), ?1, ?2)")
      .bind(claim, token)
      .run();
}

Result<std::optional<Elsewhere>, Refusal> Claims::elsewhere(StudentId student) {
  return database_.query([&]() -> Result<std::optional<Elsewhere>, Refusal> {
    const std::optional<Class> current = readCurrentClass(database_);
    const auto token = current ? readSubject(database_, student, *current) : std::nullopt;
    return token ? readElsewhere(database_, *token) : std::optional<Elsewhere>();
  });
}

}  // namespace hallpass
