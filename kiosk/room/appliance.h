#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "platform/base/hash.h"
#include "platform/base/result.h"
#include "platform/os/files.h"
#include "platform/os/grant.h"

namespace hallpass {

/// What the appliance's image (image/) tells the kiosk of the machine's disk, and takes from it: a
/// few small files in a folder that is gone when the machine is off. On another machine none of
/// them is there, and every question has its empty answer. The kiosk writes in FOLDER/kiosk alone,
/// and asks at FOLDER/sticks and FOLDER/ports.
class Appliance {
 public:
  static constexpr const char* kFolder = "/run/hallpass-machine";

  enum class Disk : std::uint8_t {
    Unknown,  ///< Not the appliance's image.
    Sealed,   ///< The machine's TPM opens it.
    Plain,    ///< The key lies beside the data.
  };

  /// How the image answered the last key.
  enum class Answer : std::uint8_t { None, Wrong, Opened };

  explicit Appliance(std::filesystem::path folder = kFolder) : folder_(std::move(folder)) {}

  [[nodiscard]] Disk disk() const;

  /// The recovery key that nobody has written down yet, in capitals, such as "BCDEFGHI-...";
  /// "" = there is none.
  [[nodiscard]] std::string recoveryKey() const;

  /// Somebody has written it down: it is not told again, and the image makes no other one.
  [[nodiscard]] platform::Result<platform::Done, platform::FileRefusal> forgetRecoveryKey() const;

  /// The ledger was erased, and the entry that says so has the hash `erasure`: the next start of
  /// the machine makes a new key of the disk. Asks for nothing where the key was made for that
  /// erasure, or where the image makes none.
  [[nodiscard]] platform::Result<platform::Done, platform::FileRefusal> askNewKey(
      const platform::Hash& erasure) const;

  /// Whether the next start makes a new key of the disk.
  [[nodiscard]] bool isKeyDue() const;

  /// Whether the disk waits for its recovery key.
  [[nodiscard]] bool isLocked() const;

  /// Gives the image a key to try: kRecoveryGroups groups, in any case. There is no answer until
  /// the image has taken it away.
  [[nodiscard]] platform::Result<platform::Done, platform::FileRefusal> tryKey(
      std::string_view key) const;
  [[nodiscard]] Answer answer() const;

  /// The image mounts sticks read-only. While what this answers with lives, `stick` can be written
  /// to, where it takes that; on another machine, as it always can. A worker's thread: it is waited
  /// for, here and at the end, after which the stick can be pulled. Where it is not granted,
  /// writing says why (ReadOnly).
  [[nodiscard]] platform::Grant writing(const std::filesystem::path& stick) const;

  /// Whether the image refuses what is plugged in while it runs, but for sticks and sound.
  [[nodiscard]] bool closesPorts() const;

  /// While what this answers with lives, a keyboard that is plugged in is let in, and stays so.
  /// Waits for the image for five seconds at most, here and at the end.
  [[nodiscard]] platform::Grant openPorts() const;

 private:
  std::filesystem::path folder_;
  std::filesystem::path own_ = folder_ / "kiosk";
};

/// What a recovery key is made of (systemd-cryptenroll(1)): 8 groups of 8 of these 16 letters,
/// which lie at the same place on most keyboards, with dashes between the groups.
inline constexpr std::string_view kRecoveryLetters = "BCDEFGHIJKLNRTUV";
inline constexpr std::size_t kRecoveryGroups = 8;
inline constexpr std::size_t kRecoveryGroup = 8;

}  // namespace hallpass
