#include "tests/bench/scale/scales.h"

#include <array>

namespace tests {
namespace {

constexpr std::int64_t kYearMs = std::int64_t{365} * 86'400'000;

/// A different text for each number, and neighbours far apart: an odd multiplier turns 64 bits
/// into 64 other bits one to one.
std::string codeText(std::int64_t number) {
  constexpr std::string_view letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  constexpr std::uint64_t odd = 0x9E3779B97F4A7C15U;
  std::uint64_t mixed = static_cast<std::uint64_t>(number + 1) * odd;
  std::string text = "WK0SKBENCH00";
  for (int i = 0; i < 13; ++i, mixed >>= 5U) text += letters[mixed & 31U];
  return text;
}

}  // namespace

std::vector<std::int64_t> powersOfTen(int least, int most) {
  std::vector<std::int64_t> sizes;
  std::int64_t size = 1;
  for (int power = 0; power <= most; ++power, size *= 10) {
    if (power >= least) sizes.push_back(size);
  }
  return sizes;
}

std::vector<hallpass::NewCode> scaleCodes(std::int64_t count) {
  std::vector<hallpass::NewCode> codes;
  codes.reserve(static_cast<std::size_t>(count));
  for (std::int64_t i = 0; i < count; ++i) {
    const std::string text = codeText(i);
    codes.push_back({static_cast<int>(i + 1), hallpass::Code(text), text, std::nullopt});
  }
  return codes;
}

std::vector<hallpass::RosterEntry> scaleStudents(std::int64_t count) {
  constexpr std::array first{"Aino", "José", "María", "Łukasz", "Søren", "Zoë", "Björk", "Ngozi"};
  constexpr std::array last{"Virtanen", "Núñez", "Kowalski", "O'Connor", "Ødegård", "Müller", "Li"};
  std::vector<hallpass::RosterEntry> students;
  for (std::int64_t i = 0; i < count; ++i) {
    const auto at = static_cast<std::size_t>(i);
    const std::string name = std::string(first.at(at % first.size())) + " " +
                             codeText(i).substr(12, 5) + " " + last.at(at % last.size());
    students.push_back({name, "s" + std::to_string(i) + "@example.com", std::to_string(70100 + i)});
  }
  return students;
}

hallpass::NewBatch scaleBatch(const platform::Clock& clock) {
  hallpass::NewBatch batch;
  batch.passType = "azure-pass";
  batch.fileName = "codes.csv";
  batch.redeemBy = platform::UtcTime{clock.now().ms + kYearMs};
  return batch;
}

std::unique_ptr<hallpass::Ledger> scaleLedger(const std::filesystem::path& folder,
                                              const platform::Clock& clock, std::int64_t students) {
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  auto ledger = given(hallpass::Ledger::open(folder / "ledger.db", clock));
  hallpass::NewClass facts;
  facts.title = "Scale";
  facts.passType = "azure-pass";
  given(ledger->classes().open(facts, hallpass::Role::Operator));
  given(ledger->roster().add(scaleStudents(students), hallpass::Mode::Keep,
                             hallpass::Role::Operator));
  return ledger;
}

}  // namespace tests
