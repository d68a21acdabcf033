#include "kiosk/room/appliance.h"

#include <algorithm>
#include <cctype>
#include <system_error>

namespace hallpass {
namespace {

constexpr std::size_t kLongestWord = 200;
/// As many hexadecimal digits as the disk's header has room for.
constexpr std::size_t kErasureName = 32;

/// The first word of a small file; "" = it is not there.
std::string wordIn(const std::filesystem::path& file) {
  const auto text = platform::readFile(file, kLongestWord);
  if (!text) return "";
  return text->substr(0, text->find_first_of(" \r\n"));
}

bool isThere(const std::filesystem::path& file) {
  std::error_code error;
  return std::filesystem::exists(file, error);
}

std::string inCase(std::string_view text, int (*change)(int)) {
  std::string changed(text);
  std::transform(changed.begin(), changed.end(), changed.begin(),
                 [change](unsigned char letter) { return static_cast<char>(change(letter)); });
  return changed;
}

bool isRecoveryKey(std::string_view key) {
  constexpr std::size_t kStep = kRecoveryGroup + 1;
  if (key.size() != kRecoveryGroups * kStep - 1) return false;
  for (std::size_t at = 0; at < key.size(); ++at) {
    const bool dash = at % kStep == kRecoveryGroup;
    if (dash ? key[at] != '-' : kRecoveryLetters.find(key[at]) == std::string_view::npos) {
      return false;
    }
  }
  return true;
}

}  // namespace

Appliance::Disk Appliance::disk() const {
  const std::string word = wordIn(folder_ / "data");
  if (word == "sealed") return Disk::Sealed;
  return word == "plain" ? Disk::Plain : Disk::Unknown;
}

std::string Appliance::recoveryKey() const {
  if (isThere(own_ / "recovery-key-kept")) return "";
  const std::string key = inCase(wordIn(folder_ / "recovery-key"), std::toupper);
  return isRecoveryKey(key) ? key : "";
}

platform::Result<platform::Done, platform::FileRefusal> Appliance::forgetRecoveryKey() const {
  return platform::replaceFile(own_ / "recovery-key-kept", "");
}

platform::Result<platform::Done, platform::FileRefusal> Appliance::askNewKey(
    const platform::Hash& erasure) const {
  const std::string name = platform::toHex(erasure).substr(0, kErasureName);
  if (!isThere(folder_ / "renewed") || wordIn(folder_ / "renewed") == name) return platform::Done{};
  return platform::replaceFile(own_ / "erased", name);
}

bool Appliance::isKeyDue() const {
  return isThere(own_ / "erased") || isThere(folder_ / "renewal-due");
}

bool Appliance::isLocked() const { return isThere(folder_ / "locked"); }

platform::Result<platform::Done, platform::FileRefusal> Appliance::tryKey(
    std::string_view key) const {
  return platform::replaceFile(own_ / "typed", inCase(key, std::tolower));
}

Appliance::Answer Appliance::answer() const {
  if (isThere(own_ / "typed")) return Answer::None;
  const std::string word = wordIn(folder_ / "answer");
  if (word == "opened") return Answer::Opened;
  return word == "wrong" ? Answer::Wrong : Answer::None;
}

platform::Grant Appliance::writing(const std::filesystem::path& stick) const {
  return {folder_ / "sticks", stick.filename().string()};
}

bool Appliance::closesPorts() const { return isThere(folder_ / "ports"); }

platform::Grant Appliance::openPorts() const {
  return {folder_ / "ports", "open", std::chrono::seconds(5)};
}

}  // namespace hallpass
