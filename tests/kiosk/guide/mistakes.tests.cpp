#include <unistd.h>

#include <cstdlib>
#include <fstream>

#include "kiosk/guide/guide.h"
#include "tests/support/catch.h"

namespace hallpass {
namespace {

const std::filesystem::path kShipped = TESTS_DATA "/../../assets";

/// A copy of the assets in a folder of its own, which a test may spoil.
class AssetsCopy {
 public:
  AssetsCopy() : folder_(makeFolder()) {
    std::filesystem::copy(kShipped, folder_, std::filesystem::copy_options::recursive);
  }
  ~AssetsCopy() { std::filesystem::remove_all(folder_); }
  AssetsCopy(const AssetsCopy&) = delete;
  AssetsCopy& operator=(const AssetsCopy&) = delete;

  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

  void write(const std::string& file, const std::string& content) const {
    std::ofstream(folder_ / file, std::ios::binary) << content;
  }

  /// Replaces the only `from` in `file` by `to`.
  void replace(const std::string& file, const std::string& from, const std::string& to) const {
    std::ifstream in(folder_ / file);
    std::string content((std::istreambuf_iterator<char>(in)), {});
    const std::size_t at = content.find(from);
    REQUIRE(at != std::string::npos);
    REQUIRE(content.find(from, at + 1) == std::string::npos);
    write(file, content.replace(at, from.size(), to));
  }

 private:
  static std::filesystem::path makeFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "hallpass-assets-XXXXXX").string();
    return ::mkdtemp(name.data());
  }

  std::filesystem::path folder_;
};

struct Mistake {
  const char* from;
  const char* to;
  const char* says;  ///< A part of the sentence.
};

std::string passTypeSays(const Mistake& mistake) {
  const AssetsCopy assets;
  assets.replace("pass-types/azure-pass.toml", mistake.from, mistake.to);
  const auto type = loadPassType(assets.folder(), "azure-pass");
  return type ? "" : type.error().sentence;
}

std::string guideSays(const Mistake& mistake) {
  const AssetsCopy assets;
  assets.replace("guides/azure-pass.toml", mistake.from, mistake.to);
  const auto guide = loadGuide(assets.folder(), "azure-pass");
  return guide ? "" : guide.error().sentence;
}

bool says(const std::string& sentence, const std::string& what) {
  return sentence.find(what) != std::string::npos;
}

constexpr const char* kTitle = "title = \"Azure Pass\"";
constexpr const char* kShapes = "['[A-Z0-9]{18}', '[A-Z0-9]{14}', '[A-Z0-9]{5}(-[A-Z0-9]{5}){4}']";
constexpr const char* kPayload = "\"{CODE}\"";
constexpr const char* kSite = "\"https://www.microsoftazurepass.com/\"";

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
      {kSite, "\"http://example.org/\"", "\"site\" must be an address such as https://"},
      {kSite, "\"https://\"", "\"site\" must be"},
      {kSite, "\"https://example\"", "\"site\" must be"},
      {kSite, "\"https://.org\"", "\"site\" must be"},
      {kSite, "\"https://exam ple.org/\"", "\"site\" must be"},
      {kSite, "\"www.example.org\"", "\"site\" must be"},
      {kSite, "\"\"", "\"site\" is empty"},
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
  CHECK(passTypeSays({"site = \"https://www.microsoftazurepass.com/\"", "", ""}).empty());
}

TEST_CASE("a guide with a mistake is refused with its file, its line and a remedy") {
  const Mistake mistakes[] = {
      {"lead = ", "led = ", "\"lead\" is missing"},
      {"title = \"Open a private window\"", "title = \"\"", "line 11: \"title\" is empty"},
      {"title = \"Open a private window\"", "", "line 10: \"title\" is missing"},
      {"agree = \"A private window is open\"", "agree = \"x\"\nmore = 1", "\"more\" is not known"},
      {"agree = \"A private window is open\"", "agree = \"1234567890123456789012345678901234567\"",
       "room for 36"},
      {"\n[[cards]]\ntitle = \"Open a private window\"", "\n[[card]]\ntitle = \"Open\"",
       "\"cards\" has 2 tables [[cards]]; write exactly 3"},
      {"\n[[cards]]\ntitle = \"Open a private window\"",
       "\n[[cards]]\ntitle = \"a\"\nbody = \"b\"\nagree = \"c\"\n[[cards]]\ntitle = \"Open\"",
       "\"cards\" has 4 tables"},
      {"  \"Each step can take up to 10 minutes. Do not refresh or close the browser.\",\n", "",
       "\"next\" has 1 texts; write 2"},
  };
  for (const Mistake& mistake : mistakes) {
    const std::string sentence = guideSays(mistake);
    INFO(mistake.to << " gives: " << sentence);
    CHECK(says(sentence, mistake.says));
    CHECK(sentence.rfind("guides/azure-pass.toml, line ", 0) == 0);
  }
}

TEST_CASE("an answer that is missing, double or of no known outcome is refused with its line") {
  const char* const other = "outcome = \"other\"";
  const Mistake mistakes[] = {
      {other, "outcome = \"blank-page\"",
       "line 46: \"outcome\" is \"blank-page\" a second time. Keep one"},
      {other, "outcome = \"worked\"",
       "line 46: \"outcome\" is \"worked\". Use one of: already-used, blank-page, card-asked, "
       "wrong-account, other."},
      {other, "outcome = \"Other\"", "line 46: \"outcome\" is \"Other\". Use one of:"},
      {other, "", "line 45: \"outcome\" is missing"},
      {other, "outcome = 5", "line 46: \"outcome\" must be a text"},
      {"\n[[answers]]\noutcome = \"other\"", "\n[[answer]]\noutcome = \"other\"",
       "\"answers\" has none for \"other\". Add a table [[answers]]"},
      {"title = \"Something else\"", "title = \"1234567890123456789012345678901234567890!\"",
       "line 47: \"title\" has 41 characters; the screen has room for 40"},
      {"title = \"Something else\"", "title = \"x\"\nagree = \"x\"", "\"agree\" is not known here"},
      {"body = \"Check the code:", "body = \"\"\n#", "line 48: \"body\" is empty"},
  };
  for (const Mistake& mistake : mistakes) {
    const std::string sentence = guideSays(mistake);
    INFO(mistake.to << " gives: " << sentence);
    CHECK(says(sentence, mistake.says));
    CHECK(sentence.rfind("guides/azure-pass.toml, line ", 0) == 0);
  }
}

TEST_CASE("an answer has room for 300 characters and no more") {
  const std::string full(300, 'x');
  for (const auto& [body, refused] : {std::pair(full, false), std::pair(full + "x", true)}) {
    const std::string line = "body = \"" + body + "\"\n#";
    const std::string sentence = guideSays({"body = \"Check the code:", line.c_str(), ""});
    CHECK(says(sentence, "has 301 characters; the screen has room for 300") == refused);
  }
}

TEST_CASE("a guide without answers is told to have them") {
  const AssetsCopy assets;
  std::string guide = "lead = \"x\"\ncode_step = \"x\"\nsite_step = \"x\"\nnext = [\"a\", \"b\"]\n";
  for (int card = 0; card < 3; ++card) {
    guide += "[[cards]]\ntitle = \"x\"\nbody = \"x\"\nagree = \"x\"\n";
  }
  assets.write("guides/x.toml", guide);
  REQUIRE_FALSE(loadGuide(assets.folder(), "x"));
  CHECK(says(loadGuide(assets.folder(), "x").error().sentence,
             "\"answers\" is missing. Add: tables [[answers]]"));
}

TEST_CASE("cards that are no tables are refused") {
  const AssetsCopy assets;
  for (const char* cards : {"cards = 3", "cards = [1, 2, 3]", "[cards]\ntitle = \"x\""}) {
    assets.write("guides/x.toml",
                 "lead = \"x\"\ncode_step = \"x\"\nsite_step = \"x\"\n"
                 "next = [\"a\", \"b\"]\n" +
                     std::string(cards));
    const auto guide = loadGuide(assets.folder(), "x");
    REQUIRE_FALSE(guide);
    INFO(guide.error().sentence);
    CHECK(says(guide.error().sentence, "line 5: \"cards\" must be tables"));
  }
}

TEST_CASE("a text as long as the screen has room for is taken, in any script") {
  std::string forty;
  for (int letter = 0; letter < 40; ++letter) forty += "山";
  CHECK(passTypeSays({kTitle, ("title = \"" + forty + "\"").c_str(), ""}).empty());
}

TEST_CASE("a pass type that is not there is answered with those that are") {
  const auto type = loadPassType(kShipped, "azure");
  REQUIRE_FALSE(type);
  CHECK(type.error().sentence ==
        "There is no pass type \"azure\". Use one of: azure-pass, exam-voucher, training-key.");
  CHECK(says(loadGuide(kShipped, "nobody").error().sentence, "There is no guide \"nobody\""));
}

TEST_CASE("an id can name no file outside its folder") {
  const AssetsCopy assets;
  for (const std::string id : {"../guides/azure-pass", "", "Azure", "a b", "azure.pass", "/etc/x",
                               "é", "12345678901234567890123456789012345678901"}) {
    INFO(id);
    REQUIRE_FALSE(loadPassType(assets.folder(), id));
    CHECK(says(loadPassType(assets.folder(), id).error().sentence, "cannot name a pass type"));
    CHECK_FALSE(loadGuide(assets.folder(), id));
  }
}

TEST_CASE("folders, huge files and empty folders are answered, not fallen over") {
  const AssetsCopy assets;
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
  const AssetsCopy assets;
  assets.write("pass-types/My Pass.toml", "");
  assets.write("pass-types/notes.txt", "");
  const auto ids = passTypeIds(assets.folder());
  CHECK(ids == std::vector<std::string>{"My Pass", "azure-pass", "exam-voucher", "training-key"});
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
