#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/domain/refusal.h"
#include "platform/base/clock.h"
#include "platform/base/id.h"

namespace hallpass {

using ClassId = platform::Id<struct ClassTag>;

enum class ClassState : std::uint8_t { Open, Paused, Closed };

/// "open", "paused", "closed": as the ledger stores it, --json prints it and a sentence says it.
[[nodiscard]] std::string_view name(ClassState state);

enum class WalkIns : std::uint8_t { Refused, Allowed };

/// What an instructor says when opening a class.
struct NewClass {
  std::string title;
  std::string passType;                    ///< A pass type's id.
  std::optional<platform::UtcTime> from;   ///< First moment to hand out; nullopt = at once.
  std::optional<platform::UtcTime> until;  ///< Last moment; nullopt = until it is closed.
  WalkIns walkIns = WalkIns::Refused;
  std::string word;     ///< What students type before they take a code; "" = none.
  int idleSeconds = 0;  ///< 45-300: a visit's wait for a touch; 0 = as the kiosk was started.
  /// Ids of kLanguages that students are offered; the first is the class's own, in which every
  /// visit begins. None = all, beginning in English.
  std::vector<std::string> languages = {};
  /// Which account the guide names, one of kClassAccounts; "" = the guide's default.
  std::string account = {};
};

/// Whether `typed` is the class's word: case, accents and white space at the ends do not count.
[[nodiscard]] bool isClassWord(std::string_view typed, std::string_view word);

/// One course delivery in the room.
struct Class {
  ClassId id;
  NewClass facts;
  ClassState state = ClassState::Open;

  /// Why nothing may be handed out at `now`, or nullopt: closed, paused, before or after its
  /// window.
  [[nodiscard]] std::optional<Refusal> refusesAt(platform::UtcTime now) const;
};

}  // namespace hallpass
