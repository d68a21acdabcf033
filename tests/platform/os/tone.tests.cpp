#include "platform/os/tone.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <vector>

#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

using platform::MachineRefusal;

namespace {

/// What was played into ALSA's own device that writes to `file`.
std::vector<std::int16_t> samplesIn(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
  std::vector<std::int16_t> samples(bytes.size() / sizeof(std::int16_t));
  std::memcpy(samples.data(), bytes.data(), samples.size() * sizeof(std::int16_t));
  return samples;
}

/// How often the sound of [first, last) goes up through nothing: its pitch.
int risesIn(const std::vector<std::int16_t>& samples, std::size_t first, std::size_t last) {
  int rises = 0;
  for (std::size_t at = first + 1; at < last; ++at) {
    rises += samples[at - 1] <= 0 && samples[at] > 0 ? 1 : 0;
  }
  return rises;
}

}  // namespace

TEST_CASE("three tones are played, each higher than the one before, and none begins with a click") {
  const tests::TemporaryFolder folder;
  const auto file = folder.path() / "played.raw";
  REQUIRE(platform::playTones("file:'" + file.string() + "',raw"));
  const auto samples = samplesIn(file);
  REQUIRE(samples.size() >= 48'000);
  CHECK(std::abs(risesIn(samples, 0, 16'000) - 174) <= 2);
  CHECK(std::abs(risesIn(samples, 16'000, 32'000) - 220) <= 2);
  CHECK(std::abs(risesIn(samples, 32'000, 48'000) - 261) <= 2);
  for (const std::size_t edge : {0U, 16'000U, 32'000U, 47'999U}) {
    CHECK(std::abs(samples[edge]) < 100);
  }
  CHECK(*std::max_element(samples.begin(), samples.end()) > 10'000);
}

TEST_CASE("a struck note begins and ends without a click, has its pitch, and fades") {
  const tests::TemporaryFolder folder;
  const auto file = folder.path() / "played.raw";
  const std::string device = "file:'" + file.string() + "',raw";
  const std::chrono::milliseconds lasting{500};
  REQUIRE(platform::playNotes(device, {{440, lasting, 0.5}, {220, lasting, 0.25}}));
  const auto samples = samplesIn(file);
  REQUIRE(samples.size() >= 48'000);
  CHECK(std::abs(risesIn(samples, 0, 24'000) - 220) <= 2);
  CHECK(std::abs(risesIn(samples, 24'000, 48'000) - 110) <= 2);
  const auto loudest = [&](std::size_t first, std::size_t last) {
    return *std::max_element(samples.begin() + static_cast<std::ptrdiff_t>(first),
                             samples.begin() + static_cast<std::ptrdiff_t>(last));
  };
  CHECK(loudest(0, 2'400) > 10'000);
  CHECK(loudest(0, 2'400) < 0.5 * INT16_MAX);
  CHECK(loudest(20'000, 24'000) < 3'000);
  CHECK(loudest(24'000, 48'000) < 0.25 * INT16_MAX);
  for (const std::size_t edge : {0U, 23'999U, 24'000U, 47'999U}) {
    CHECK(std::abs(samples[edge]) < 100);
  }
}

TEST_CASE("a machine without that output says so") {
  const auto played = platform::playTones("hw:31");
  REQUIRE_FALSE(played);
  CHECK(played.error() == MachineRefusal::Absent);
}
