#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "kiosk/domain/pass_type.h"
#include "platform/base/result.h"

namespace hallpass {

/// One of the things that go wrong, which a student acknowledges before taking a code.
struct WarningCard {
  std::string title;  ///< "Open a private window"
  std::string body;   ///< One or two short sentences.
  std::string agree;  ///< What the student says by tapping: "Done: a private window is open".
};

/// What a student is told around the code, from assets/guides/ID.toml.
struct Guide {
  std::string id;
  std::string lead;                ///< "You will get one Azure Pass code."
  std::vector<WarningCard> cards;  ///< Three, in the order in which they are shown.
  std::string codeStep;            ///< What to do with QR 1: "Type or scan this code at the site."
  std::string siteStep;            ///< What to do with QR 2.
  std::vector<std::string> next;   ///< Two lines for the last screen.
};

/// What is wrong with a file of assets/, in a sentence that names the file, the line and the
/// remedy.
struct AssetProblem {
  std::string sentence;
};

/// The folder of pass types and guides: $HALLPASS_ASSETS, else ../share/hallpass beside the
/// program, else the source tree's assets/ that it was built from.
[[nodiscard]] std::filesystem::path assetsFolder();

/// Reads pass-types/ID.toml of `assets`. A file with any mistake is refused whole.
[[nodiscard]] platform::Result<PassType, AssetProblem> loadPassType(
    const std::filesystem::path& assets, const std::string& id);

/// The ids of all pass types of `assets`, sorted.
[[nodiscard]] std::vector<std::string> passTypeIds(const std::filesystem::path& assets);

/// Reads guides/ID.toml of `assets`. A file with any mistake is refused whole.
[[nodiscard]] platform::Result<Guide, AssetProblem> loadGuide(const std::filesystem::path& assets,
                                                              const std::string& id);

}  // namespace hallpass
