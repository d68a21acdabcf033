#pragma once

#include <string>
#include <vector>

#include "kiosk/guide/guide_table.h"

namespace hallpass {

// The readers of the files that make a guide, one in each NAME_file.cpp. Each notes every mistake
// of its file in `mistakes` and reads on: what it gives back is whole only where there is none.
// `known` must know what the file may name: the addresses first, then the answers.

/// addresses.toml.
[[nodiscard]] std::vector<Address> readAddresses(const toml::table& content, Mistakes& mistakes);

/// browsers.toml.
[[nodiscard]] std::vector<Browser> readBrowsers(const toml::table& content, const Known& known,
                                                Mistakes& mistakes);

/// answers/STAGE.toml; the ids of the answers are added to `earlier`, which none may repeat.
[[nodiscard]] std::vector<GuideAnswer> readAnswers(const toml::table& content, const Known& known,
                                                   std::vector<std::string>& earlier,
                                                   Mistakes& mistakes);

/// topics/ID.toml.
[[nodiscard]] GuideTopic readTopic(const toml::table& content, const Known& known,
                                   Mistakes& mistakes);

/// guides/ID.toml alone: with no answers, topics, browsers and addresses.
[[nodiscard]] Guide readGuide(const toml::table& content, const Known& known, Mistakes& mistakes);

/// The [[steps]] of a guide or a topic, each in one of `parts` parts.
[[nodiscard]] std::vector<GuideStep> readSteps(GuideTable& file, int parts);

/// Whether `site` is an address that begins with https:// and can be typed.
[[nodiscard]] bool isHttpsAddress(std::string_view site);

/// pass-types/`id`.toml of `assets`; a file that cannot be read is a mistake, too.
[[nodiscard]] PassType readPassType(const std::filesystem::path& assets, const std::string& id,
                                    Mistakes& mistakes);

/// All files of `assets` that guides are made of but the guides themselves.
struct GuideFiles {
  Known known;
  std::vector<GuideAnswer> answers;  ///< In kStages' order, then as in their files.
  std::vector<GuideTopic> topics;    ///< By their ids.
  std::vector<Browser> browsers;
};

/// Reads them and adds every mistake to `problems`.
[[nodiscard]] GuideFiles readGuideFiles(const std::filesystem::path& assets,
                                        std::vector<AssetProblem>& problems);

/// The guide `id` with all that belongs to it; every mistake of its own file, and each of the
/// outcomes that it has no answer for, is added to `problems`.
[[nodiscard]] Guide assembleGuide(const GuideFiles& files, const std::string& id,
                                  std::vector<AssetProblem>& problems);

}  // namespace hallpass
