#include <cstdlib>

#include "kiosk/guide/guide.h"
#include "tests/kiosk/guide/assets_copy.h"
#include "tests/support/catch.h"

namespace hallpass {
namespace {

using tests::AssetsCopy;
using tests::kShipped;
using tests::kSmall;

struct Mistake {
  const char* from;
  const char* to;
  const char* says;  ///< A part of the sentence.
};

std::string passTypeSays(const Mistake& mistake) {
  const AssetsCopy assets(kShipped);
  assets.replace("pass-types/azure-pass.toml", mistake.from, mistake.to);
  const auto type = loadPassType(assets.folder(), "azure-pass");
  return type ? "" : type.error().sentence;
}

bool says(const std::string& sentence, const std::string& what) {
  return sentence.find(what) != std::string::npos;
}

constexpr const char* kTitle = "title = \"Azure Pass\"";
constexpr const char* kShapes = "['[A-Z0-9]{18}', '[A-Z0-9]{14}', '[A-Z0-9]{5}(-[A-Z0-9]{5}){4}']";
constexpr const char* kPayload = "\"{CODE}\"";
constexpr const char* kSite = "site = \"azure-pass\"";

}  // namespace

TEST_CASE("a pass type with a mistake is refused with its file, its line and a remedy") {
  const Mistake mistakes[] = {
      {kTitle, "", "line 1: \"title\" is missing. Add: title = "},
      {kTitle, "title = 7", "line 2: \"title\" must be a text"},
      {kTitle, "title = \"\"", "line 2: \"title\" is empty"},
      {kTitle, "title = \" \"", "line 2: \"title\" is empty"},
      {kTitle, "title = \"Azure \"", "line 2: \"title\" begins or ends with a space"},
      {kTitle, "title = \"Azure\\tPass\"", "line 2: \"title\" holds a line break, a tab"},
      {kTitle, "title = \"1234567890123456789012345678901234567890é\"",
       "line 2: \"title\" has 41 characters; the screen has room for 40"},
      {kTitle, "title = \"A\"\ntitel = \"B\"", "line 3: \"titel\" is not known here"},
      {kTitle, "title = \"A\"\ntitle = \"B\"", "line 3: this is not TOML"},
      {kTitle, "title = \"A", "line 2: this is not TOML"},
      {kTitle, "title = \"A\xC3(\"", "this is not TOML"},
      {kShapes, "'[A-Z]'", "line 3: \"shapes\" must be a list"},
      {kShapes, "[]", "line 3: \"shapes\" has 0 texts; write 1 to 16"},
      {kShapes, "['ok', 5]", "line 3: \"shapes\" must be a text"},
      {kShapes, "['[A-Z']", "line 3: \"shapes\" holds '[A-Z', which is not a regular expression"},
      {kShapes, "['a{2,1}']", "is not a regular expression"},
      {"\"insensitive\"", "\"upper\"", "\"case\" is \"upper\". Write \"sensitive\""},
      {kPayload, "\"{CODE\"", "\"payload\" has a { without its }"},
      {kPayload, "\"{KODE}\"", "\"payload\" names something other than the code"},
      {kPayload, "\"{CODE:hex}\"", "\"payload\" asks for the code in a form that is not known"},
      {kPayload, "\"https://example.org/\"", "\"payload\" does not hold the code"},
      {kSite, "site = \"http://example.org/\"", "\"site\" must be an address such as https://"},
      {kSite, "site = \"https://\"", "\"site\" must be"},
      {kSite, "site = \"https://example\"", "\"site\" must be"},
      {kSite, "site = \"https://.org\"", "\"site\" must be"},
      {kSite, "site = \"https://exam ple.org/\"", "\"site\" must be"},
      {kSite, "site = \"www.example.org\"", "\"site\" must be"},
      {kSite, "site = \"\"", "\"site\" is empty"},
      {kSite, "site = \"azure-pas\"", "\"site\" is \"azure-pas\". Use one of: azure-pass, "},
      {kTitle, "title = \"A\"\noffered = \"no\"", "line 3: \"offered\" must be true or false"},
      {"guide = \"azure-pass\"", "guide = \"../azure\"", "\"guide\" must be the name of a file"},
  };
  for (const Mistake& mistake : mistakes) {
    const std::string sentence = passTypeSays(mistake);
    INFO(mistake.to << " gives: " << sentence);
    CHECK(says(sentence, mistake.says));
    CHECK(sentence.rfind("pass-types/azure-pass.toml, line ", 0) == 0);
  }
}

TEST_CASE("every key of a pass type but the site and the value is needed") {
  for (const char* key :
       {"title", "shapes", "shape_hint", "case", "payload", "guide", "code_headers"}) {
    const std::string line = "\n" + std::string(key) + " = ";
    const std::string renamed = "\nx_" + std::string(key) + " = ";
    const std::string sentence = passTypeSays({line.c_str(), renamed.c_str(), ""});
    INFO(sentence);
    CHECK(says(sentence, "\"" + std::string(key) + "\" is missing"));
  }
  CHECK(passTypeSays({kSite, "", ""}).empty());
}

TEST_CASE("a text as long as the screen has room for is taken, in any script") {
  std::string forty;
  for (int letter = 0; letter < 40; ++letter) forty += "山";
  CHECK(passTypeSays({kTitle, ("title = \"" + forty + "\"").c_str(), ""}).empty());
}

TEST_CASE("a pass type that is not there is answered with those that are") {
  const auto type = loadPassType(kSmall, "azure");
  REQUIRE_FALSE(type);
  CHECK(type.error().sentence == "There is no pass type \"azure\". Use one of: small.");
  CHECK(says(loadGuide(kSmall, "nobody").error().sentence,
             "There is no guide \"nobody\". Use one of: small."));
}

TEST_CASE("an id can name no file outside its folder") {
  const AssetsCopy assets(kShipped);
  for (const std::string id : {"../guides/azure-pass", "", "Azure", "a b", "azure.pass", "/etc/x",
                               "é", "12345678901234567890123456789012345678901"}) {
    INFO(id);
    REQUIRE_FALSE(loadPassType(assets.folder(), id));
    CHECK(says(loadPassType(assets.folder(), id).error().sentence, "cannot name a pass type"));
    CHECK_FALSE(loadGuide(assets.folder(), id));
  }
}

TEST_CASE("folders, huge files and empty folders are answered, not fallen over") {
  const AssetsCopy assets(kShipped);
  std::filesystem::create_directory(assets.folder() / "pass-types" / "folder.toml");
  CHECK(says(loadPassType(assets.folder(), "folder").error().sentence, "not a file"));
  assets.write("pass-types/huge.toml", std::string(100'000, '#'));
  CHECK_FALSE(loadPassType(assets.folder(), "huge"));
  CHECK(passTypeIds(assets.folder() / "nothing").empty());
  CHECK(says(loadPassType(assets.folder() / "nothing", "x").error().sentence, "There are none in"));
  assets.write("pass-types/empty.toml", "");
  CHECK(says(loadPassType(assets.folder(), "empty").error().sentence, "\"title\" is missing"));
}

TEST_CASE("a file with a mistake is still listed, so that it is seen") {
  const AssetsCopy assets(kSmall);
  assets.write("pass-types/My Pass.toml", "");
  assets.write("pass-types/notes.txt", "");
  const auto ids = passTypeIds(assets.folder());
  CHECK(ids == std::vector<std::string>{"My Pass", "small"});
}

TEST_CASE("the assets are where HALLPASS_ASSETS says, else those of the source tree") {
  ::setenv("HALLPASS_ASSETS", "/somewhere", 1);
  CHECK(assetsFolder() == "/somewhere");
  ::setenv("HALLPASS_ASSETS", "", 1);
  CHECK(std::filesystem::equivalent(assetsFolder(), kShipped));
  ::unsetenv("HALLPASS_ASSETS");
  CHECK(std::filesystem::equivalent(assetsFolder(), kShipped));
}

}  // namespace hallpass
