#include "kiosk/ui/spelling.h"

#include <algorithm>
#include <array>
#include <utility>

#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::filled;
using platform::noted;
using platform::tr;

constexpr std::array<const char*, 26> kWords{
    // TRANSLATORS: the spelling alphabet's word for A, as on the telephone, in your language; the
    // others from Bravo to Zulu are those for B to Z, each with that first letter
    noted("Alfa"),    noted("Bravo"),  noted("Charlie"), noted("Delta"),    noted("Echo"),
    noted("Foxtrot"), noted("Golf"),   noted("Hotel"),   noted("India"),    noted("Juliett"),
    noted("Kilo"),    noted("Lima"),   noted("Mike"),    noted("November"), noted("Oscar"),
    noted("Papa"),    noted("Quebec"), noted("Romeo"),   noted("Sierra"),   noted("Tango"),
    noted("Uniform"), noted("Victor"), noted("Whiskey"), noted("X-ray"),    noted("Yankee"),
    noted("Zulu")};

constexpr std::array<std::pair<std::string_view, const char*>, 11> kMarks{
    {{".", noted("dot")},
     {"@", noted("at sign")},
     {"'", noted("apostrophe")},
     {"_", noted("underscore")},
     {":", noted("colon")},
     {"/", noted("slash")},
     {"&", noted("ampersand")},
     {",", noted("comma")},
     {"-", noted("hyphen")},
     {"+", noted("plus sign")},
     {" ", noted("Space")}}};

bool isCapital(char c) { return c >= 'A' && c <= 'Z'; }
bool isSmall(char c) { return c >= 'a' && c <= 'z'; }

std::string spokenLetter(char letter, bool mixed) {
  const std::string word = tr(kWords.at(static_cast<std::size_t>((letter | 0x20) - 'a')));
  return mixed && isCapital(letter) ? filled(tr("capital {letter}"), {{"letter", word}}) : word;
}

}  // namespace

std::string spokenMark(std::string_view character) {
  const auto* mark = std::find_if(kMarks.begin(), kMarks.end(),
                                  [&](const auto& each) { return each.first == character; });
  return mark == kMarks.end() ? std::string(character) : tr(mark->second);
}

std::string spelt(std::string_view code) {
  const bool mixed = std::any_of(code.begin(), code.end(), isSmall);
  std::string said;
  bool pause = false;
  for (const char c : code) {
    if (c == ' ') {
      pause = true;
      continue;
    }
    if (!said.empty()) said += pause ? ". " : ", ";
    pause = false;
    said += isCapital(c) || isSmall(c) ? spokenLetter(c, mixed) : spokenMark({&c, 1});
  }
  return said.empty() ? said : said + ".";
}

}  // namespace hallpass
