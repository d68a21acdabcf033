#pragma once

#include <cstdint>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include "kiosk/ledger/ledger.h"
#include "platform/base/clock.h"

namespace tests {

/// What the ledger gave; throws where it refused.
template <class T, class E>
T given(platform::Result<T, E> result) {
  if (!result) throw std::runtime_error("the ledger refuses");
  return std::move(result).value();
}

/// 10^`least`, ten times as many, and so on to 10^`most`.
[[nodiscard]] std::vector<std::int64_t> powersOfTen(int least, int most);

/// Codes [0, count) as they stand in a list: 25 characters, in no order that an index likes.
[[nodiscard]] std::vector<hallpass::NewCode> scaleCodes(std::int64_t count);
[[nodiscard]] std::vector<hallpass::RosterEntry> scaleStudents(std::int64_t count);

/// A ledger in `folder` with an open class of `students`.
[[nodiscard]] std::unique_ptr<hallpass::Ledger> scaleLedger(const std::filesystem::path& folder,
                                                            const platform::Clock& clock,
                                                            std::int64_t students);

/// The codes' batch: its redeem-by is a year from now.
[[nodiscard]] hallpass::NewBatch scaleBatch(const platform::Clock& clock);

/// Each measures in `folder`, up to 10^`most`, and prints its table.
void measureCodes(const std::filesystem::path& folder, int most);
void measureJournal(const std::filesystem::path& folder, int most);
void measureStudents(const std::filesystem::path& folder, int most);

/// The seconds that `sqlite3 .import` takes for the rows of `codes` into a new ledger's schema.
/// Throws where the shell is not there or fails.
[[nodiscard]] double shellImportSeconds(const std::filesystem::path& folder,
                                        const std::vector<hallpass::NewCode>& codes);

}  // namespace tests
