#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/domain/outcome.h"
#include "kiosk/domain/pass_type.h"
#include "platform/base/result.h"

namespace hallpass {

// The longest English texts, in characters, that the screens have room for at every size and in
// every language. One line each, without control characters; a longer one is a mistake in its file.
// All of them are looked up with platform::tr() where they are drawn.
inline constexpr std::size_t kLongestTitle = 40;      ///< Of a pass type, a card, a step.
inline constexpr std::size_t kLongestCardBody = 160;  ///< Four lines of a card; the body of a step.
inline constexpr std::size_t kLongestAgree = 36;      ///< A button's one line.
inline constexpr std::size_t kLongestAnswer = 300;    ///< What to do when it did not work.
inline constexpr std::size_t kLongestSentence =
    90;                                           ///< Lead, steps and closing lines; a shape hint.
inline constexpr std::size_t kLongestValue = 40;  ///< "about $100, 30 days"
inline constexpr std::size_t kLongestPocket = 600;   ///< A guide on the own phone, some lines.
inline constexpr std::size_t kLongestAddress = 120;  ///< A site: its QR stays small enough to scan.
inline constexpr std::size_t kLongestPayload = 300;  ///< A template, before it is filled in.
inline constexpr std::size_t kMostSteps = 16;        ///< Of one guide or topic, in one variant.

/// Which account a student uses, because the wrong one burns the code. The instructor chooses it
/// when opening the class; a guide says which of them it knows.
enum class AccountKind : std::uint8_t {
  Personal,     ///< A new personal Microsoft account.
  Tenant,       ///< The work or school user that the instructor gives.
  TenantPhone,  ///< The same, with the step that asks for a phone.
};
inline constexpr std::array kAccountKinds{AccountKind::Personal, AccountKind::Tenant,
                                          AccountKind::TenantPhone};
/// "personal", "tenant", "tenant-phone": in files, in the ledger and on the command line.
[[nodiscard]] std::string_view name(AccountKind kind);
[[nodiscard]] std::optional<AccountKind> accountKindNamed(std::string_view name);
/// "A new personal account": for a form. English; translated where it is shown.
[[nodiscard]] std::string_view title(AccountKind kind);

/// One of the things that go wrong, which a student acknowledges before taking a code.
struct WarningCard {
  std::string title;  ///< "Open a private window": at most kLongestTitle.
  std::string body;   ///< Two or three short sentences: at most kLongestCardBody.
  std::string agree;  ///< What the student says by tapping: "A private window is open".
  std::vector<AccountKind> accounts = {};  ///< Shown for these alone; none = for all.
  std::vector<std::string> facts = {};     ///< Which facts of the field it covers: "B6", "C4".
};

/// How much a step's warning matters.
enum class Level : std::uint8_t {
  Plain,
  Care,  ///< Easily done wrong.
  Stop,  ///< Done wrong, the code or much time is lost.
};

/// One thing that a student does.
struct GuideStep {
  std::string id;      ///< "enter-code": unique in its file.
  int part = 1;        ///< 1 = redeem, 2 = activate; one part where there is no second.
  std::string title;   ///< "Enter the code"
  std::string body;    ///< One or two short sentences: at most kLongestCardBody.
  std::string button;  ///< What stands on the vendor's button: "Submit"; "" = none is pressed.
  std::vector<std::string> olderButtons;  ///< What older pages call it: "Claim Promo Code".
  int minutes = 0;                        ///< It may take so long; 0 = no wait.
  Level level = Level::Plain;
  std::string warning;  ///< At most kLongestSentence; "" with Level::Plain alone.
  std::string check;    ///< What one sees when it worked: "This is step 1 done."; may be empty.
  std::string address;  ///< An id of addresses.toml, shown as text and QR; "" = none.
  std::string picture;  ///< illustrations/PICTURE.svg; "" = none.
  std::vector<std::string> answers;   ///< Ids of answers: what to do if it fails.
  std::vector<AccountKind> accounts;  ///< Shown for these alone; none = for all.
  std::vector<std::string> facts;
};

/// Where in the student's way a symptom shows.
enum class Stage : std::uint8_t { Before, Redeeming, Activating, Portal, Account, Other };
inline constexpr std::array kStages{Stage::Before, Stage::Redeeming, Stage::Activating,
                                    Stage::Portal, Stage::Account,   Stage::Other};
/// "before", "redeeming", ...: in files.
[[nodiscard]] std::string_view name(Stage stage);
/// "Before I enter the code": for a button. English; translated where it is shown.
[[nodiscard]] std::string_view title(Stage stage);

/// One thing that goes wrong, from answers/FILE.toml: what the student sees, why, and what to do.
struct GuideAnswer {
  std::string id;                   ///< "already-used": unique in all files.
  std::vector<std::string> guides;  ///< The guides that it belongs to.
  Stage stage = Stage::Other;
  Outcome outcome = Outcome::Other;  ///< What goes on record when it did not help.
  std::string title;                 ///< What the student sees, as a button: at most kLongestTitle.
  std::vector<std::string> messages;  ///< The vendor's own words on the page, for the search.
  std::string question;  ///< Asked first, where two cases look alike: kLongestSentence; may be "".
  std::string yes;       ///< What to do where the answer to it is yes: kLongestAnswer.
  std::string cause;     ///< Why: at most kLongestSentence.
  std::string body;      ///< What to do (where the answer is no): at most kLongestAnswer.
  std::string picture;
  std::vector<std::string> facts;  ///< "T1", "B23"
};

inline constexpr int kLastPlace = 99;

/// A way that stands on its own: a new account, which account am I in, the balance.
struct GuideTopic {
  std::string id;  ///< topics/ID.toml
  std::string title;
  std::string lead;                 ///< At most kLongestSentence.
  std::vector<std::string> guides;  ///< Offered with these guides; none = with all.
  int place = kLastPlace;           ///< Among the topics: 1 is the first.
  std::vector<GuideStep> steps;
};

enum class DeviceKind : std::uint8_t { Computer, Phone };

/// One browser on one kind of device, from browsers.toml.
struct Browser {
  std::string id;  ///< "edge": its sign is illustrations/browser-ID.svg.
  DeviceKind device = DeviceKind::Computer;
  std::string name;     ///< "Microsoft Edge": never translated.
  std::string called;   ///< "InPrivate": its word for a private window.
  std::string menu;     ///< Computer: "Open the menu ..., then New InPrivate window".
  std::string keys;     ///< Computer, Windows and Linux: "Ctrl+Shift+N"; may be "".
  std::string keysMac;  ///< Computer, macOS: "Cmd+Shift+N"; may be "".
  std::string android;  ///< Phone: the words of its menu; "" = it does not exist there.
  std::string iphone;   ///< Phone: the same.
  std::string mark;     ///< By which one sees that it worked.
  std::string trap;     ///< What goes wrong with it; may be "".
  std::vector<std::string> facts;
};

/// A site, from addresses.toml: a venue changes it there, in one place.
struct Address {
  std::string id;     ///< "portal"
  std::string title;  ///< "Azure portal"
  std::string url;    ///< "https://portal.azure.com/"
};

/// What a student is told around the code, from guides/ID.toml and all that belongs to it.
struct Guide {
  std::string id;
  std::string lead;                   ///< "You will get one Azure Pass code."
  std::vector<AccountKind> accounts;  ///< Which it knows; at least one, the first is the default.
  std::vector<WarningCard> cards;     ///< Three for each account, in their order.
  std::string codeStep;            ///< What to do with QR 1: "Type or scan this code at the site."
  std::string siteStep;            ///< What to do with QR 2; shown only where there is a site.
  std::vector<std::string> next;   ///< Two lines for the last screen.
  std::vector<std::string> parts;  ///< What its parts are called: "Redeem", "Activate".
  std::vector<GuideStep> steps;
  std::string pocket;  ///< The essentials as plain text, for the student's own phone: at most 600.
  std::vector<GuideAnswer> answers;  ///< In kStages' order, then as in their files.
  std::vector<GuideTopic> topics;
  std::vector<Browser> browsers;
  std::vector<Address> addresses;

  /// The site of `id`, or nullptr.
  [[nodiscard]] const Address* address(std::string_view id) const;
  [[nodiscard]] const GuideAnswer* answer(std::string_view id) const;
};

/// What of `all` is shown for `account`.
template <class Shown>
[[nodiscard]] std::vector<Shown> shownFor(const std::vector<Shown>& all, AccountKind account) {
  std::vector<Shown> kept;
  for (const Shown& one : all) {
    bool fits = one.accounts.empty();
    for (const AccountKind kind : one.accounts) fits = fits || kind == account;
    if (fits) kept.push_back(one);
  }
  return kept;
}

/// What is wrong with a file of assets/: one sentence for a person that names the file and the
/// line, as "pass-types/azure-pass.toml, line 4: ...", and says what to do.
struct AssetProblem {
  std::string sentence;
  std::string file = {};  ///< In the folder of assets: "guides/azure-pass.toml"; "" = none.
  unsigned line = 0;      ///< From 1; 0 = the file as a whole.
};

/// The folder of pass types and guides: $HALLPASS_ASSETS, else ../share/hallpass beside the
/// program, else the source tree's assets/ that it was built from.
[[nodiscard]] std::filesystem::path assetsFolder();

/// The folder of the languages' catalogues, for platform::useCatalogues: ../share/hallpass/locale
/// beside the program, else the one that the build made.
[[nodiscard]] std::filesystem::path localeFolder();

/// Reads pass-types/ID.toml of `assets`. A file with any mistake is refused whole: an unknown or a
/// missing key, a wrong type, a text that is empty or too long, a shape that is no regular
/// expression, a payload that fillPayload refuses or that does not hold the code, a site that is
/// not https. An `id` that is no id (lower-case letters, digits, dashes; at most 40) names no file.
[[nodiscard]] platform::Result<PassType, AssetProblem> loadPassType(
    const std::filesystem::path& assets, const std::string& id);

/// The ids of all pass types of `assets`, sorted: the names of the files in pass-types/, of those
/// with mistakes too, so that loading them says what is wrong.
[[nodiscard]] std::vector<std::string> passTypeIds(const std::filesystem::path& assets);

/// Reads guides/ID.toml of `assets` with the answers, topics, browsers and addresses that belong to
/// it. Any mistake in any of these files refuses the guide whole: a guide is never shown half.
[[nodiscard]] platform::Result<Guide, AssetProblem> loadGuide(const std::filesystem::path& assets,
                                                              const std::string& id);

/// The ids of all guides of `assets`, sorted.
[[nodiscard]] std::vector<std::string> guideIds(const std::filesystem::path& assets);

/// Every mistake of every file of `assets`, in the order of files and lines; none = all are right.
[[nodiscard]] std::vector<AssetProblem> checkAssets(const std::filesystem::path& assets);

/// The files that checkAssets() reads, as problems name them, sorted: "guides/azure-pass.toml".
[[nodiscard]] std::vector<std::string> assetFiles(const std::filesystem::path& assets);

/// `text` with each {ID} of an address replaced by its short form, as one types it:
/// "portal.azure.com". An id that is not known stays as it is; loadGuide refuses it before.
[[nodiscard]] std::string withAddresses(std::string_view text,
                                        const std::vector<Address>& addresses);

/// "https://portal.azure.com/" without what nobody types: "portal.azure.com".
[[nodiscard]] std::string shortAddress(std::string_view url);

}  // namespace hallpass
