#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "platform/base/clock.h"
#include "platform/base/hash.h"

namespace hallpass {

/// What two rooms of a venue know somebody by who takes a code: the same for one name in classes of
/// one title and pass type, however it is spelled as far as a search does not mind (case, accents,
/// punctuation, order of the words). Without `key`, which the rooms of one depot share, it tells
/// nobody anything. Two people of one name in one class have the same; in two classes they have
/// two (decisions/rooms.md).
[[nodiscard]] platform::Hash subjectToken(const platform::Key& key, std::string_view passType,
                                          std::string_view classTitle, std::string_view name);

/// That a code was taken, as it is told to other rooms.
struct Subject {
  platform::Hash token{};
  platform::UtcTime at;  ///< By the clock of the room where it was.
};

/// That a code was taken in another room.
struct Elsewhere {
  std::string room;  ///< What people call the kiosk there.
  platform::UtcTime at;
};

/// Why the instructor lets somebody take a code although one was taken elsewhere.
enum class Overrule : std::uint8_t {
  OtherPerson,  ///< Somebody else of the same name took that one.
  CodeLost,     ///< That code cannot be used, and cannot be swapped where it was taken.
  Other,
};

inline constexpr std::array kOverrules{Overrule::OtherPerson, Overrule::CodeLost, Overrule::Other};

/// "other-person": as the journal stores it and --overrule takes it.
[[nodiscard]] std::string_view name(Overrule reason);
[[nodiscard]] std::optional<Overrule> overruleNamed(std::string_view name);

/// "Another person of the same name": for a list, in the language that is set.
[[nodiscard]] std::string_view title(Overrule reason);

}  // namespace hallpass
