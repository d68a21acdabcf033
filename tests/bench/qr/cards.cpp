// qr_cards FOLDER: starts the kiosk for one pass type after the other, takes a code, and leaves in
// FOLDER what a student's phone would see: a picture of each code screen, and cards.json with the
// place of its QR codes, what they hold, and the squares of other codes that could stand there.
#include <qrencode.h>

#include <cstdio>
#include <exception>
#include <fstream>
#include <functional>
#include <memory>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "kiosk/ui/qr.h"
#include "tests/e2e/places.h"
#include "tests/e2e/visit.h"
#include "tests/support/qr_reader.h"

namespace {

using namespace tests;
using nlohmann::json;

constexpr Size kScreen{1920, 1080};
constexpr const char* kBadge = "S70113";

struct Card {
  const char* name;
  const char* passType;
  const char* code;
  bool site;  ///< Whether its second QR code is measured, too.
};

/// From the shortest payload to the longest that pass types make.
constexpr Card kCards[] = {
    {"8 characters", "training-key", "7C3A91E5", false},
    {"18 characters", "azure-pass", "WK0SKBENCH7Q2M4XZ1", true},
    {"25 characters", "microsoft-gift", "H7QK2M9XTV4RB8NPZ3CJ6WYDF", false},
    {"29 characters", "azure-pass", "H7QK2-M9XTV-4RB8N-PZ3CJ-6WYDF", false},
    {"link of 62", "apple-offer", "H7QK2M9XTV4RB8NPZ3", false},
};

json rowsOf(int side, const std::function<bool(int x, int y)>& dark) {
  json rows = json::array();
  for (int y = 0; y < side; ++y) {
    std::string row;
    for (int x = 0; x < side; ++x) row += dark(x, y) ? '#' : '.';
    rows.push_back(row);
  }
  return rows;
}

json asDrawn(const std::string& payload) {
  const auto squares = hallpass::encodeQr(payload);
  if (!squares) throw std::runtime_error("no code holds " + payload);
  return rowsOf(squares->side, [&](int x, int y) { return squares->at(x, y); });
}

/// The squares of `payload` at that level, in a version that is `version` at least.
json codeOf(const std::string& payload, int version, QRecLevel level) {
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
      QRcode_encodeString(payload.c_str(), version, level, QR_MODE_8, 1), &QRcode_free);
  if (!code) throw std::runtime_error("no code holds " + payload);
  return rowsOf(code->width, [&](int x, int y) {
    const int place = y * code->width + x;
    return (code->data[place] & 1U) != 0;
  });
}

/// What else could stand in the place of a code.
json designsOf(const std::string& payload) {
  const json drawn = asDrawn(payload);
  const int version = (static_cast<int>(drawn.size()) - 17) / 4;
  return {{"as drawn", drawn},
          {"level L", codeOf(payload, 1, QR_ECLEVEL_L)},
          {"level M", codeOf(payload, 1, QR_ECLEVEL_M)},
          {"level Q", codeOf(payload, 2, QR_ECLEVEL_Q)},
          {"level H", codeOf(payload, 2, QR_ECLEVEL_H)},
          {"two versions more, H", codeOf(payload, version + 2, QR_ECLEVEL_H)}};
}

json numbersOf(const Rect& place) { return {place.x, place.y, place.width, place.height}; }

/// The code of that label on a screen whose picture lies in the file `picture`.
json entry(const std::string& name, const std::string& picture, const Scene& scene,
           const std::string& label, const std::string& payload) {
  json others = json::array();
  for (const ShownQr& qr : scene.qrs) {
    if (qr.label != label) others.push_back(numbersOf(qr.rect));
  }
  return {{"name", name},     {"picture", picture}, {"place", numbersOf(scene.qr(label).rect)},
          {"others", others}, {"payload", payload}, {"designs", designsOf(payload)}};
}

/// Shows the code of `card` and writes the screen to `folder`.
void show(const Card& card, const std::filesystem::path& folder, json& cards) {
  const Device device(places());
  device.openClass(card.passType, {"--roster", device.sample("roster.csv").string()});
  const auto list = device.folder() / "codes.csv";
  std::ofstream(list) << "code\n" << card.code << '\n';
  device.restock(card.passType, list);
  Display display(kScreen);
  Stage stage(device, display);
  const Scene& scene = takeCode(stage, kBadge);
  const std::string picture = std::to_string(cards.size()) + ".png";
  writePng(display.screenshot(), folder / picture);
  const auto payload = device.claim(kBadge).at("payload").get<std::string>();
  cards.push_back(entry(card.name, picture, scene, "1", payload));
  if (!card.site) return;
  const auto site = readQrCode(display.screenshot(), scene.qr("2").rect);
  cards.push_back(entry("site as QR 2", picture, scene, "2", site));
}

}  // namespace

int main(int count, char** words) try {
  if (count != 2) throw std::runtime_error("usage: qr_cards FOLDER");
  json cards = json::array();
  for (const Card& card : kCards) show(card, words[1], cards);
  std::ofstream(std::filesystem::path(words[1]) / "cards.json") << cards.dump(1) << '\n';
  return 0;
} catch (const std::exception& problem) {
  std::fprintf(stderr, "qr_cards: %s\n", problem.what());
  return 1;
}
