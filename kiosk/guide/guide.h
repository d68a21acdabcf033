#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "kiosk/domain/outcome.h"
#include "kiosk/domain/pass_type.h"
#include "platform/base/result.h"

namespace hallpass {

// The longest texts, in characters, that the screens have room for at every size. One line each,
// without control characters; a longer one is a mistake in its file.
inline constexpr std::size_t kLongestTitle = 40;      ///< Of a pass type, and of a card.
inline constexpr std::size_t kLongestCardBody = 160;  ///< Four lines of a card.
inline constexpr std::size_t kLongestAgree = 36;      ///< A button's one line.
inline constexpr std::size_t kLongestAnswer = 300;    ///< What to do when it did not work.
inline constexpr std::size_t kLongestSentence =
    90;                                           ///< Lead, steps and closing lines; a shape hint.
inline constexpr std::size_t kLongestValue = 40;  ///< "about $100, 30 days"
inline constexpr std::size_t kLongestAddress = 120;  ///< A site: its QR stays small enough to scan.
inline constexpr std::size_t kLongestPayload = 300;  ///< A template, before it is filled in.

/// One of the things that go wrong, which a student acknowledges before taking a code.
struct WarningCard {
  std::string title;  ///< "Open a private window": at most kLongestTitle.
  std::string body;   ///< Two or three short sentences: at most kLongestCardBody.
  std::string agree;  ///< What the student says by tapping: "Done: a private window is open".
};

/// What a student who says that a code did not work is told first.
struct GuideAnswer {
  Outcome outcome = Outcome::Other;
  std::string title;  ///< What the student sees, as a button: at most kLongestTitle.
  std::string body;   ///< What to do about it: at most kLongestAnswer.
};

/// What a student is told around the code, from assets/guides/ID.toml.
struct Guide {
  std::string id;
  std::string lead;                ///< "You will get one Azure Pass code."
  std::vector<WarningCard> cards;  ///< Three, in the order in which they are shown.
  std::string codeStep;            ///< What to do with QR 1: "Type or scan this code at the site."
  std::string siteStep;            ///< What to do with QR 2; shown only where there is a site.
  std::vector<std::string> next;   ///< Two lines for the last screen.
  std::vector<GuideAnswer> answers;  ///< One of each outcome but Worked, in kOutcomes' order.
};

/// What is wrong with a file of assets/: one sentence for a person that names the file and the
/// line, as "pass-types/azure-pass.toml, line 4: ...", and says what to do.
struct AssetProblem {
  std::string sentence;
};

/// The folder of pass types and guides: $HALLPASS_ASSETS, else ../share/hallpass beside the
/// program, else the source tree's assets/ that it was built from.
[[nodiscard]] std::filesystem::path assetsFolder();

/// Reads pass-types/ID.toml of `assets`. A file with any mistake is refused whole: an unknown or a
/// missing key, a wrong type, a text that is empty or too long, a shape that is no regular
/// expression, a payload that fillPayload refuses or that does not hold the code, a site that is
/// not https. An `id` that is no id (lower-case letters, digits, dashes; at most 40) names no file.
[[nodiscard]] platform::Result<PassType, AssetProblem> loadPassType(
    const std::filesystem::path& assets, const std::string& id);

/// The ids of all pass types of `assets`, sorted: the names of the files in pass-types/, of those
/// with mistakes too, so that loading them says what is wrong.
[[nodiscard]] std::vector<std::string> passTypeIds(const std::filesystem::path& assets);

/// Reads guides/ID.toml of `assets`. A file with any mistake is refused whole, as above; it has
/// exactly three cards, two closing lines, and one answer for each outcome but Worked.
[[nodiscard]] platform::Result<Guide, AssetProblem> loadGuide(const std::filesystem::path& assets,
                                                              const std::string& id);

}  // namespace hallpass
