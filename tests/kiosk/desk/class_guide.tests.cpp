// The form of a class: which account its guide names, and the languages.
#include "kiosk/desk/places.h"
#include "kiosk/domain/class_settings.h"
#include "kiosk/domain/language.h"
#include "tests/kiosk/desk/page_stack.h"

using namespace hallpass;
using namespace tests;

namespace {

using Texts = std::vector<std::string>;

/// The form to open a class, on its screen of the guide.
struct GuideScreen {
  DeskRoom room;
  PageStack pages{room, classPage(room.tools())};

  explicit GuideScreen(const std::string& pass = "Azure Pass") {
    pages.touch("open-class");
    pages.fill("title", "AZ-104");
    pages.choose("pass", pass);
    pages.touch("next");
    pages.touch("next");
  }

  NewClass opened() {
    pages.touch("open-class");
    return room.heldClass().facts;
  }
};

/// The languages of the form that are on, by their own names.
Texts on(const PageStack& pages) {
  const FormField field = pages.field("languages");
  Texts names;
  for (const std::size_t at : field.on) names.push_back(field.choices.at(at));
  return names;
}

std::string begins(const PageStack& pages) {
  const FormField field = pages.field("begins-in");
  return field.choices.at(field.chosen);
}

void switchOff(PageStack& pages, const Texts& names) {
  for (const std::string& name : names) pages.choose("languages", name);
}

NewClass heldFacts(const std::string& passType, const std::string& account) {
  NewClass facts;
  facts.title = "Last week";
  facts.passType = passType;
  facts.account = account;
  facts.languages = {"fi", "en"};
  return facts;
}

}  // namespace

TEST_CASE("a class of which no language is said offers all of them by their own names") {
  GuideScreen guide;
  CHECK(guide.pages.screen() == "class-form-guide");
  CHECK(guide.pages.desk().title == "Open a class: the guide");
  const FormField languages = guide.pages.field("languages");
  CHECK(languages.choices == Texts{"English", "Suomi", "Svenska", "Deutsch",
                                   "Fran\xC3\xA7"
                                   "ais",
                                   "Espa\xC3\xB1ol", "Portugu\xC3\xAAs",
                                   "\xE6\x97\xA5\xE6\x9C\xAC\xE8\xAA\x9E"});
  CHECK(on(guide.pages) == languages.choices);
  CHECK(languages.chosen == languages.choices.size());
  CHECK(begins(guide.pages) == "English");
  CHECK(guide.opened().languages.empty());
}

TEST_CASE("languages are switched off and on, and one of those that are on is the class's own") {
  GuideScreen guide;
  PageStack& pages = guide.pages;
  switchOff(pages, {"Svenska", "Deutsch",
                    "Fran\xC3\xA7"
                    "ais",
                    "Espa\xC3\xB1ol", "Portugu\xC3\xAAs"});
  CHECK(on(pages) == Texts{"English", "Suomi", "\xE6\x97\xA5\xE6\x9C\xAC\xE8\xAA\x9E"});
  CHECK(pages.field("begins-in").choices == on(pages));
  pages.choose("begins-in", "Suomi");
  CHECK(begins(pages) == "Suomi");
  CHECK(on(pages).size() == 3);
  pages.choose("languages", "Deutsch");
  CHECK(begins(pages) == "Suomi");
  CHECK(guide.opened().languages == Texts{"fi", "en", "de", "ja"});
}

TEST_CASE("all languages again, begun in English, is what a class has where nobody says anything") {
  GuideScreen guide;
  switchOff(guide.pages, {"English"});
  CHECK(begins(guide.pages) == "Suomi");
  guide.pages.choose("languages", "English");
  CHECK(begins(guide.pages) == "Suomi");
  guide.pages.choose("begins-in", "English");
  CHECK(guide.opened().languages.empty());
}

TEST_CASE("the last language stays on, and the form says why") {
  GuideScreen guide;
  PageStack& pages = guide.pages;
  for (const Language& language : kLanguages) {
    if (language.id != "sv") pages.choose("languages", std::string(language.ownName));
  }
  CHECK(on(pages) == Texts{"Svenska"});
  CHECK(pages.field("languages").mistake.empty());
  pages.choose("languages", "Svenska");
  CHECK(on(pages) == Texts{"Svenska"});
  CHECK(pages.field("languages").mistake == "One language stays. Switch another one on first.");
  pages.choose("begins-in", "Svenska");
  CHECK(pages.field("languages").mistake.empty());
  pages.choose("languages", "Svenska");
  CHECK(guide.opened().languages == Texts{"sv"});
}

TEST_CASE("the account is asked for where the guide knows several, and stored by its name") {
  GuideScreen guide;
  const FormField account = guide.pages.field("account");
  REQUIRE(account.choices.size() == 3);
  CHECK(account.choices.front() == title(AccountKind::Personal));
  CHECK(account.chosen == 0);
  guide.pages.choose("account", std::string(title(AccountKind::TenantPhone)));
  CHECK(guide.pages.field("account").chosen == 2);
  CHECK(guide.opened().account == "tenant-phone");
}

TEST_CASE("an account that nobody chose is left to the guide") {
  GuideScreen guide;
  CHECK(guide.opened().account.empty());
}

TEST_CASE("no account is asked for where the guide knows one alone") {
  GuideScreen guide("Training key");
  CHECK(guide.pages.desk().form->fields.size() == 2);
  CHECK(guide.pages.field("languages").choices.size() == kLanguages.size());
  CHECK(guide.opened().account.empty());
}

TEST_CASE("another pass whose guide does not know the account takes it away") {
  GuideScreen guide;
  PageStack& pages = guide.pages;
  pages.choose("account", std::string(title(AccountKind::TenantPhone)));
  pages.back();
  pages.back();
  pages.choose("pass", "Training key");
  pages.choose("pass", "Azure Pass");
  pages.touch("next");
  pages.touch("next");
  CHECK(pages.field("account").chosen == 0);
  CHECK(guide.opened().account.empty());
}

TEST_CASE("back from the guide leads to who gets in, and keeps what was chosen") {
  GuideScreen guide;
  guide.pages.choose("begins-in", "Deutsch");
  guide.pages.back();
  CHECK(guide.pages.screen() == "class-form-2");
  guide.pages.touch("next");
  CHECK(begins(guide.pages) == "Deutsch");
}

TEST_CASE("the next class begins with the languages and the account of the last one") {
  DeskRoom room;
  REQUIRE(room.ledger().classes().open(heldFacts("azure-pass", "tenant"), Role::Operator).ok());
  room.setState(ClassState::Closed);
  PageStack pages(room, classPage(room.tools()));
  pages.touch("open-class");
  pages.fill("title", "This week");
  pages.touch("next");
  pages.touch("next");
  CHECK(on(pages) == Texts{"English", "Suomi"});
  CHECK(begins(pages) == "Suomi");
  CHECK(pages.field("account").chosen == 1);
  pages.touch("open-class");
  CHECK(room.heldClass().facts.languages == Texts{"fi", "en"});
  CHECK(room.heldClass().facts.account == "tenant");
}

TEST_CASE("the guide of an open class is changed on a screen of its own") {
  DeskRoom room;
  REQUIRE(room.ledger().classes().open(heldFacts("azure-pass", ""), Role::Operator).ok());
  PageStack pages(room, classPage(room.tools()));
  pages.touch("change");
  pages.fill("title", "Renamed");
  pages.touch("guide");
  CHECK(pages.screen() == "class-change-guide");
  pages.choose("account", std::string(title(AccountKind::Tenant)));
  pages.choose("languages", "Svenska");
  pages.back();
  CHECK(pages.screen() == "class-change");
  CHECK(pages.field("title").value == "Renamed");
  pages.touch("guide");
  pages.touch("save");
  CHECK(pages.screen() == "class");
  const NewClass facts = room.heldClass().facts;
  CHECK(facts.title == "Renamed");
  CHECK(facts.account == "tenant");
  CHECK(facts.languages == Texts{"fi", "en", "sv"});
  CHECK(room.newestEvent() == "class-changed by instructor");
}

TEST_CASE("every account has the name under which a class keeps it") {
  for (const AccountKind kind : kAccountKinds) CHECK(isClassAccount(name(kind)));
  CHECK(kAccountKinds.size() == kClassAccounts.size());
}
