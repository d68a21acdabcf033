#include <fstream>

#include "tests/kiosk/commands/program.h"
#include "tests/support/catch.h"

using tests::Program;

namespace {

void write(const std::filesystem::path& file, const std::string& content) {
  std::filesystem::create_directories(file.parent_path());
  std::ofstream(file) << content;
}

}  // namespace

TEST_CASE("what translators are given is what the assets say now") {
  INFO("make it anew: assets/locale/update");
  CHECK(Program().run({"guide", "texts"}).out ==
        tests::contentOf(tests::sample("../../assets/locale/guides.pot")));
}

TEST_CASE("each text of the assets is told once, with the files that it stands in") {
  const auto texts = Program().json({"guide", "texts"})["texts"];
  std::map<std::string, std::size_t> files;
  for (const auto& one : texts) {
    const auto [at, isNew] = files.try_emplace(one["text"].get<std::string>());
    CHECK(isNew);
    at->second = one["files"].size();
    CHECK_FALSE(one["files"].empty());
  }
  CHECK(files.count("Azure Pass") == 1);
  CHECK(files.count("InPrivate") == 0);     // a browser's own word is never translated
  CHECK(files.count("Ctrl+Shift+N") == 0);  // nor are keys
}

TEST_CASE("texts of assets with a mistake are not told") {
  const tests::Folder assets;
  std::filesystem::copy(tests::sample("assets"), assets.path(),
                        std::filesystem::copy_options::recursive);
  write(assets.path() / "guides" / "broken.toml", "lead = 5\n");
  const auto said = Program::runBare({"guide", "texts", "--data", assets.path() / "data"},
                                     {{"HALLPASS_ASSETS", assets.path()}});
  CHECK(said.status == 1);
  CHECK(said.out.empty());
  CHECK(said.err.find("guides/broken.toml, line 1") != std::string::npos);
}
