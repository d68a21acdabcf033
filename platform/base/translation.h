#pragma once

#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace platform {

/// Where the catalogues of all languages are: FOLDER/LANGUAGE/LC_MESSAGES/DOMAIN.mo, made by
/// msgfmt. A text is looked for in the domains in their order. Once, before the first
/// setLanguage(); a catalogue that is not there leaves its texts in English.
void useCatalogues(const std::filesystem::path& folder, const std::vector<std::string>& domains);

/// From now on tr() answers in `language`, an id such as "de"; "en", as at the start, is the
/// language that the texts are written in. Main thread.
void setLanguage(std::string_view language);

/// The id that was set.
[[nodiscard]] std::string_view language();

/// `english` in the language that is set, or as it is where that language has no text for it. What
/// it points to lives as long as `english` and the program. Any thread. xgettext collects the texts
/// that stand here as literals; one that comes from a file is looked up in the same way.
[[nodiscard]] const char* tr(const char* english);
[[nodiscard]] std::string tr(const std::string& english);

/// The same for a word that means two things: `context` tells translators which ("button").
[[nodiscard]] const char* trc(const char* context, const char* english);

/// Marks a text that is translated where it is used: in a table of constants. Changes nothing.
[[nodiscard]] constexpr const char* noted(const char* english) { return english; }

/// The form of a text for `count` things by the language's own rule: `one` and `many` are English.
/// Both may hold {n}, which becomes the count.
[[nodiscard]] std::string trn(const char* one, const char* many, std::int64_t count);

/// What takes the place of {name} in a text.
struct Filling {
  std::string_view name;
  std::string_view value;
};

/// `text` with each {name} that `fillings` know replaced; other braces stay. A value is not looked
/// at again. filled(tr("Open until {time}"), {{"time", "17:00"}})
[[nodiscard]] std::string filled(std::string_view text, std::initializer_list<Filling> fillings);

}  // namespace platform
