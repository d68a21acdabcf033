#include "platform/base/translation.h"

#include <fstream>
#include <string>

#include "tests/support/catch.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace platform {
namespace {

const std::string kHead =
    "msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\"Plural-Forms: ";
const std::string kTwoForms = "nplurals=2; plural=(n != 1);";
const std::string kZeroIsOne = "nplurals=2; plural=(n > 1);";
const std::string kOneForm = "nplurals=1; plural=0;";

/// Catalogues that msgfmt makes, in use while this lives.
class Catalogues {
 public:
  Catalogues() { useCatalogues(folder_.path(), {"program", "texts"}); }
  ~Catalogues() {
    setLanguage("en");
    useCatalogues({}, {});
  }
  Catalogues(const Catalogues&) = delete;
  Catalogues& operator=(const Catalogues&) = delete;

  void add(const std::string& language, const std::string& domain, const std::string& plurals,
           const std::string& messages) const {
    const auto folder = folder_.path() / language / "LC_MESSAGES";
    std::filesystem::create_directories(folder);
    const auto source = folder / (domain + ".po");
    std::ofstream(source) << kHead << plurals << "\\n\"\n\n" << messages;
    const auto made =
        tests::runToEnd({{"msgfmt", "-o", (folder / (domain + ".mo")).string(), source.string()}});
    REQUIRE(made.status == 0);
  }

 private:
  tests::TemporaryFolder folder_;
};

const std::string kDays = "msgid \"{n} day\"\nmsgid_plural \"{n} days\"\n";

std::string days(std::int64_t count) { return trn("{n} day", "{n} days", count); }

}  // namespace

TEST_CASE("texts are in the language that is set, and again in English") {
  const Catalogues all;
  all.add("de", "program", kTwoForms, "msgid \"Open\"\nmsgstr \"Geöffnet\"\n");
  all.add("ja", "program", kOneForm, "msgid \"Open\"\nmsgstr \"受付中\"\n");
  CHECK(tr("Open") == std::string("Open"));
  setLanguage("de");
  CHECK(language() == "de");
  CHECK(tr("Open") == std::string("Geöffnet"));
  CHECK(tr(std::string("Open")) == "Geöffnet");
  setLanguage("ja");
  CHECK(tr("Open") == std::string("受付中"));
  setLanguage("en");
  CHECK(language() == "en");
  CHECK(tr("Open") == std::string("Open"));
  setLanguage("de");
  CHECK(tr("Open") == std::string("Geöffnet"));
}

TEST_CASE("a text that a language lacks, and a language without a catalogue, are English") {
  const Catalogues all;
  all.add("de", "program", kTwoForms, "msgid \"Open\"\nmsgstr \"Geöffnet\"\n");
  setLanguage("de");
  CHECK(tr("Closed") == std::string("Closed"));
  CHECK(tr(std::string()).empty());
  CHECK(days(1) == "1 day");
  CHECK(days(3) == "3 days");
  setLanguage("sv");
  CHECK(tr("Open") == std::string("Open"));
}

TEST_CASE("numbers take the form that the language has for them") {
  const Catalogues all;
  all.add("fi", "program", kTwoForms,
          kDays + "msgstr[0] \"{n} päivä\"\nmsgstr[1] \"{n} päivää\"\n");
  all.add("fr", "program", kZeroIsOne, kDays + "msgstr[0] \"{n} jour\"\nmsgstr[1] \"{n} jours\"\n");
  all.add("ja", "program", kOneForm, kDays + "msgstr[0] \"{n}日\"\n");
  CHECK(days(0) == "0 days");
  CHECK(days(1) == "1 day");
  setLanguage("fi");
  CHECK(days(0) == "0 päivää");
  CHECK(days(1) == "1 päivä");
  CHECK(days(21) == "21 päivää");
  setLanguage("fr");
  CHECK(days(0) == "0 jour");
  CHECK(days(1) == "1 jour");
  CHECK(days(2) == "2 jours");
  setLanguage("ja");
  CHECK(days(1) == "1日");
  CHECK(days(7) == "7日");
}

TEST_CASE("a word that means two things is told apart by its context") {
  const Catalogues all;
  all.add("de", "program", kTwoForms,
          "msgctxt \"button\"\nmsgid \"Open\"\nmsgstr \"Öffnen\"\n\n"
          "msgctxt \"state\"\nmsgid \"Open\"\nmsgstr \"Geöffnet\"\n");
  setLanguage("de");
  CHECK(trc("button", "Open") == std::string("Öffnen"));
  CHECK(trc("state", "Open") == std::string("Geöffnet"));
  CHECK(tr("Open") == std::string("Open"));
}

TEST_CASE("what the first catalogue lacks is looked for in the second") {
  const Catalogues all;
  all.add("de", "program", kTwoForms, "msgid \"Back\"\nmsgstr \"Zurück\"\n");
  all.add("de", "texts", kTwoForms,
          "msgid \"Back\"\nmsgstr \"Rückseite\"\n\nmsgid \"Sign in\"\nmsgstr \"Anmelden\"\n");
  setLanguage("de");
  CHECK(tr("Back") == std::string("Zurück"));
  CHECK(tr("Sign in") == std::string("Anmelden"));
}

TEST_CASE("what tr() gave stays when the language changes") {
  const Catalogues all;
  all.add("de", "program", kTwoForms, "msgid \"Open\"\nmsgstr \"Geöffnet\"\n");
  setLanguage("de");
  const char* german = tr("Open");
  setLanguage("en");
  CHECK(german == std::string("Geöffnet"));
}

TEST_CASE("names in braces are replaced, and nothing else") {
  CHECK(filled("Open until {time}.", {{"time", "17:00"}}) == "Open until 17:00.");
  CHECK(filled("{a}{b}{a}", {{"a", "1"}, {"b", "2"}}) == "121");
  CHECK(filled("{other} stays", {{"a", "1"}}) == "{other} stays");
  CHECK(filled("{a} and {b}", {{"a", "{b}"}, {"b", "2"}}) == "{b} and 2");
  CHECK(filled("{", {{"a", "1"}}) == "{");
  CHECK(filled("{a", {{"a", "1"}}) == "{a");
  CHECK(filled("{}", {{"a", "1"}}) == "{}");
  CHECK(filled("a}", {{"a", "1"}}) == "a}");
  CHECK(filled("{{a}}", {{"a", "1"}}) == "{1}");
  CHECK(filled("{ab}{a}", {{"a", "1"}}) == "{ab}1");
  CHECK(filled("", {{"a", "1"}}).empty());
  CHECK(filled("日{a}本", {{"a", "é"}}) == "日é本");
}

}  // namespace platform
