#include "kiosk/ledger/claims.h"
#include "kiosk/ledger/database.h"
#include "kiosk/ledger/journal.h"
#include "kiosk/ledger/live_claim.h"
#include "kiosk/ledger/own_digits.h"

namespace hallpass {

using platform::Done;
using platform::Result;

// One transaction is enough for "counted first": nobody learns the answer before the count is on
// the disk, and where the power goes in between, there was no answer.
Result<DigitsAnswer, Refusal> Claims::tryDigits(StudentId student, std::string_view typed) {
  return database_.change(Mode::Keep, [&]() -> Result<DigitsAnswer, Refusal> {
    const auto held = readLiveClaim(database_, student);
    if (!held) return Refusal::NoClaim;
    const ClaimId claim = held->claim.id;
    const int before = hallpass::digitTriesLeft(database_, claim);
    const bool right = hallpass::tryDigits(database_, claim, typed);
    const int after = hallpass::digitTriesLeft(database_, claim);
    if (!right && after < before) {
      journal_.append(Event::DigitsWrong, Role::Student,
                      {{"claim", std::to_string(claim.value)},
                       {"student", std::to_string(student.value)},
                       {"tries_left", std::to_string(after)}});
    }
    return DigitsAnswer{right, after};
  });
}

Result<int, Refusal> Claims::digitTriesLeft(StudentId student) {
  return database_.query([&]() -> Result<int, Refusal> {
    const auto held = readLiveClaim(database_, student);
    if (!held) return Refusal::NoClaim;
    return hallpass::digitTriesLeft(database_, held->claim.id);
  });
}

Result<Done, Refusal> Claims::clearDigits(StudentId student, Role role) {
  return database_.change(Mode::Keep, [&]() -> Result<Done, Refusal> {
    const auto held = readLiveClaim(database_, student);
    if (!held) return Refusal::NoClaim;
    if (!dropDigits(database_, held->claim.id)) return Done{};
    journal_.append(Event::DigitsCleared, role,
                    {{"claim", std::to_string(held->claim.id.value)},
                     {"student", std::to_string(student.value)}});
    return Done{};
  });
}

}  // namespace hallpass
