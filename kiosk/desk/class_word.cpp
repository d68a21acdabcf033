#include "kiosk/desk/class_word.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "platform/base/hash.h"
#include "platform/base/text.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

// Things and places: no word that teases anybody, none that sounds like another one.
constexpr std::array<std::string_view, 96> kWords{
    "acorn",  "anchor", "apple",  "apron",  "arrow",  "atlas",  "autumn", "bakery", "banana",
    "barrel", "basket", "beacon", "berry",  "bottle", "branch", "bread",  "bridge", "bubble",
    "bucket", "butter", "cable",  "cactus", "camera", "candle", "canoe",  "carpet", "castle",
    "cedar",  "cherry", "circle", "cloud",  "clover", "coffee", "copper", "coral",  "cotton",
    "dragon", "eagle",  "engine", "falcon", "fabric", "field",  "finger", "forest", "garden",
    "ginger", "globe",  "guitar", "hammer", "harbor", "honey",  "island", "jacket", "jungle",
    "kettle", "ladder", "lake",   "lemon",  "magnet", "maple",  "marble", "meadow", "melon",
    "mirror", "moon",   "museum", "needle", "number", "orange", "orchid", "paper",  "parrot",
    "pencil", "pepper", "piano",  "planet", "pocket", "potato", "rabbit", "river",  "rocket",
    "saddle", "salmon", "silver", "spider", "spring", "square", "stone",  "street", "summer",
    "table",  "tiger",  "tunnel", "velvet", "window", "winter"};

}  // namespace

std::string newClassWord(const std::string& before) {
  std::string_view word;
  do {
    word = kWords.at(platform::randomKey().front() % kWords.size());
  } while (word == before);
  return std::string(word);
}

std::string classWordMistake(const std::string& typed) {
  if (platform::toCodePoints(typed).size() > kLongestClassWord) {
    return platform::tr("That is longer than 24 characters. Take a shorter word.");
  }
  const std::u32string folded = platform::toCodePoints(platform::foldForSearch(typed));
  if (!typed.empty() && std::all_of(folded.begin(), folded.end(), platform::isPunctuation)) {
    return platform::tr("That has no letter or digit in it. Take another word.");
  }
  return "";
}

}  // namespace hallpass
