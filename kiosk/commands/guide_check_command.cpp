#include <algorithm>
#include <memory>
#include <set>

#include "kiosk/commands/command_set.h"
#include "kiosk/commands/printing.h"
#include "kiosk/guide/guide.h"

namespace hallpass {
namespace {

using nlohmann::ordered_json;

/// A file as it stands in a folder of assets.
struct AssetFile {
  std::filesystem::path assets;
  std::string file;  ///< "guides/azure-pass.toml"
};

/// Its folder decides what a file is; nullopt where it is none of an asset's.
std::optional<AssetFile> assetFileAt(const std::filesystem::path& path) {
  const auto full = std::filesystem::absolute(path).lexically_normal();
  const auto folder = full.parent_path();
  for (const AssetFile& one :
       {AssetFile{folder, full.filename().string()},
        AssetFile{folder.parent_path(), (folder.filename() / full.filename()).string()}}) {
    const std::vector<std::string> files = assetFiles(one.assets);
    if (std::find(files.begin(), files.end(), one.file) != files.end()) return one;
  }
  return std::nullopt;
}

Complaint noAsset(const std::string& file) {
  return {"NotAnAsset", "\"" + file +
                            "\" is no file of assets. Name a .toml file in guides/, answers/, "
                            "topics/ or pass-types/, or one called browsers.toml or "
                            "addresses.toml."};
}

std::string rightText(std::size_t files) {
  return files == 1 ? "1 file is right.\n" : std::to_string(files) + " files are right.\n";
}

std::string wrongText(const std::vector<AssetProblem>& problems) {
  std::string text;
  std::set<std::string> files;
  for (const AssetProblem& problem : problems) {
    text += harmlessLine(problem.sentence) + "\n";
    files.insert(problem.file);
  }
  return text + counted(static_cast<std::int64_t>(problems.size()), "mistake") + " in " +
         counted(static_cast<std::int64_t>(files.size()), "file") + ".\n";
}

Report reportOf(const std::filesystem::path& assets, std::size_t files,
                const std::vector<AssetProblem>& problems) {
  Report report;
  report.json = {{"right", problems.empty()},
                 {"files", files},
                 {"mistakes", ordered_json::array()},
                 {"assets", assets.string()}};
  for (const AssetProblem& problem : problems) {
    report.json["mistakes"].push_back(
        {{"file", problem.file}, {"line", problem.line}, {"sentence", problem.sentence}});
  }
  report.text = problems.empty() ? rightText(files) : wrongText(problems);
  if (!problems.empty()) report.status = ExitStatus::Refused;
  return report;
}

Answer checkAll() {
  const std::filesystem::path assets = assetsFolder();
  return reportOf(assets, assetFiles(assets).size(), checkAssets(assets));
}

/// The other files are read too, for the names that this one uses; only its own mistakes are said.
Answer checkOne(const std::string& path) {
  std::error_code error;
  if (!std::filesystem::exists(path, error)) {
    return complaint(platform::FileRefusal::NotFound, path);
  }
  const auto one = assetFileAt(path);
  if (!one) return noAsset(path);
  std::vector<AssetProblem> problems = checkAssets(one->assets);
  std::erase_if(problems, [&](const AssetProblem& problem) { return problem.file != one->file; });
  return reportOf(one->assets, 1, problems);
}

}  // namespace

void addGuideCheckCommand(Command group, Asked& asked) {
  Command command = addCommand(group, asked, "check",
                               "Say every mistake in what students read; status 1 if there is one",
                               "hallpass guide check\n"
                               "  hallpass guide check assets/guides/azure-pass.toml");
  const auto file = std::make_shared<std::string>();
  command.option("FILE", *file, "Only this file of a folder of assets").typeName("");
  command.whenNamed([&asked, file] {
    asked.work = [file](Session&) { return file->empty() ? checkAll() : checkOne(*file); };
  });
}

}  // namespace hallpass
