#pragma once

#include <array>
#include <string_view>

namespace hallpass {

/// A language of the screens.
struct Language {
  std::string_view id;       ///< ISO 639: "de"; the name of its folder in assets/locale.
  std::string_view ownName;  ///< "Deutsch": never translated.
};

/// In the order in which they are offered. The first is the one that the texts are written in.
inline constexpr std::array<Language, 8> kLanguages{{{"en", "English"},
                                                     {"fi", "Suomi"},
                                                     {"sv", "Svenska"},
                                                     {"de", "Deutsch"},
                                                     {"fr", "Français"},
                                                     {"es", "Español"},
                                                     {"pt", "Português"},
                                                     {"ja", "日本語"}}};

}  // namespace hallpass
