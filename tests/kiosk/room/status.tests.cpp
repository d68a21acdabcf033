#include "kiosk/room/status.h"

#include "kiosk/room/signed_text.h"
#include "tests/support/catch.h"

using namespace hallpass;
using platform::SigningKey;

namespace {

Status sampleStatus() {
  Status status;
  status.at = {1'792'000'000'000};
  status.reasons = {"no-class", "out-of-stock"};
  status.codes = {24, 12, 10, 1, 1, 0};
  status.events = 123;
  status.head = platform::sha256("the last entry");
  return status;
}

std::vector<std::string> linesOf(const std::string& text) {
  std::vector<std::string> lines{""};
  for (const char c : text) {
    if (c == '\n') {
      lines.emplace_back();
    } else {
      lines.back() += c;
    }
  }
  lines.pop_back();
  return lines;
}

std::string joined(const std::vector<std::string>& lines, const std::string& end = "\n") {
  std::string text;
  for (const std::string& line : lines) text += line + end;
  return text;
}

}  // namespace

TEST_CASE("a status says in lines how the device stands, and fits its key") {
  const SigningKey key = SigningKey::fresh();
  const std::string text = signedStatus(sampleStatus(), key);
  CHECK(linesOf(text)[0] == "hallpass status 1");
  CHECK(linesOf(text)[1] == "version: " HALLPASS_VERSION);
  CHECK(linesOf(text)[2] == "time: 2026-10-14T17:46:40.000Z");
  CHECK(linesOf(text)[3] == "tested: good");
  CHECK(linesOf(text)[4] == "ready: no, no-class out-of-stock");
  CHECK(linesOf(text)[5] ==
        "codes: 24 = 12 in stock + 10 claimed + 1 quarantined + 1 expired + 0 returned");
  CHECK(linesOf(text)[6] == "journal: 123 events");
  CHECK(linesOf(text)[7] == "head: " + platform::toHex(sampleStatus().head));
  const auto checked = checkSigned(text, key.publicKey());
  REQUIRE(checked);
  CHECK(checked->key == key.publicKey());
  CHECK(checkSigned(text, std::nullopt));
}

TEST_CASE("a status of which any character was changed does not fit") {
  const SigningKey key = SigningKey::fresh();
  const std::string text = signedStatus(sampleStatus(), key);
  for (std::size_t at = 0; at + 1 < text.size(); ++at) {
    std::string changed = text;
    changed[at] = changed[at] == '7' ? '8' : '7';
    INFO(at << ": " << changed);
    CHECK_FALSE(checkSigned(changed, key.publicKey()));
  }
}

TEST_CASE("a status from which a line was taken, added or moved does not fit") {
  const SigningKey key = SigningKey::fresh();
  const auto lines = linesOf(signedStatus(sampleStatus(), key));
  for (std::size_t at = 0; at < lines.size(); ++at) {
    auto without = lines;
    without.erase(without.begin() + static_cast<std::ptrdiff_t>(at));
    CHECK_FALSE(checkSigned(joined(without), key.publicKey()));
    auto more = lines;
    more.insert(more.begin() + static_cast<std::ptrdiff_t>(at), "ready: yes");
    CHECK_FALSE(checkSigned(joined(more), key.publicKey()));
    if (at + 1 == lines.size()) continue;
    auto moved = lines;
    std::swap(moved[at], moved[at + 1]);
    CHECK_FALSE(checkSigned(joined(moved), key.publicKey()));
  }
}

TEST_CASE("a status that another key signed is not this device's") {
  const SigningKey key = SigningKey::fresh();
  const SigningKey other = SigningKey::fresh();
  const std::string forged = signedStatus(sampleStatus(), other);
  CHECK(checkSigned(forged, std::nullopt)->key == other.publicKey());
  const auto refused = checkSigned(forged, key.publicKey());
  REQUIRE_FALSE(refused);
  CHECK(refused.error().sentence.find("another device") != std::string::npos);
}

TEST_CASE("a status may come with other ends of lines and blanks around it") {
  const SigningKey key = SigningKey::fresh();
  const auto lines = linesOf(signedStatus(sampleStatus(), key));
  CHECK(checkSigned(joined(lines, "\r\n"), key.publicKey()));
  CHECK(checkSigned("\n  " + joined(lines, " \n\n"), key.publicKey()));
}

TEST_CASE("what is no status is refused with a sentence") {
  for (const char* text : {"", "\n", "hallpass status 1", "hallpass status 2\nkey x\nsignature y\n",
                           "hallpass status 1\nkey x\nsignature y\n", "signature \nkey \n"}) {
    const auto refused = checkSigned(text, std::nullopt);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().sentence.find("no status") != std::string::npos);
  }
}
