#include "kiosk/ui/description.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

namespace hallpass {
namespace {

using Json = nlohmann::ordered_json;

Json toJsonRect(const Rect& rect) {
  const auto whole = [](float value) { return static_cast<int>(std::lround(value)); };
  return {whole(rect.x), whole(rect.y), whole(rect.w), whole(rect.h)};
}

/// A pad's keys are a PIN, or a student's digits.
bool isOfPad(std::string_view id) { return id.starts_with("pin-") || id.starts_with("digit-"); }

}  // namespace

void Description::begin(std::string_view screen, float widthPx, float heightPx) {
  screen_ = screen;
  hidesTyping_ = false;
  width_ = widthPx;
  height_ = heightPx;
  targets_.clear();
  texts_.clear();
  textRects_.clear();
  heard_.clear();
  qr_.clear();
  focus_.clear();
}

bool Description::focusesSecret() const {
  if (hidesTyping_ && focus_.starts_with("key-")) return true;
  return isOfPad(focus_) && focus_.back() >= '0' && focus_.back() <= '9';
}

const Description::Target* Description::find(std::string_view id) const {
  const auto found = std::find_if(targets_.begin(), targets_.end(),
                                  [&](const Target& target) { return target.id == id; });
  return found == targets_.end() ? nullptr : &*found;
}

void Description::addText(std::string_view text, const Rect& rect, bool heading) {
  texts_.emplace_back(text);
  textRects_.push_back(rect);
  heard_.push_back({std::string(text), heading, false});
}

void Description::addSecretText(std::string_view text, const Rect& rect) {
  addText(secrets_ == Secrets::Told ? text : "(hidden)", rect);
  heard_.back() = {std::string(text), false, true};
}

void Description::addTyped(std::string_view text, const Rect& rect) {
  if (!hidesTyping_) return addText(text, rect);
  addText(secrets_ == Secrets::Told ? text : "(hidden)", rect);
  heard_.pop_back();
}

void Description::addQr(std::string_view label, const Rect& rect, std::string_view payload) {
  qr_.push_back(
      {std::string(label), rect, secrets_ == Secrets::Told ? std::string(payload) : std::string()});
}

std::string Description::toJson(int sequence) const {
  Json targets = Json::array();
  for (const Target& target : targets_) {
    targets.push_back({{"id", target.id},
                       {"label", target.label},
                       {"role", target.role},
                       {"rect", toJsonRect(target.rect)},
                       {"enabled", target.enabled},
                       {"focused", target.focused}});
  }
  Json textRects = Json::array();
  for (const Rect& rect : textRects_) textRects.push_back(toJsonRect(rect));
  Json codes = Json::array();
  for (const Qr& qr : qr_) {
    Json entry{{"label", qr.label}, {"rect", toJsonRect(qr.rect)}};
    if (!qr.payload.empty()) entry["payload"] = qr.payload;
    codes.push_back(std::move(entry));
  }
  const bool hidden = secrets_ == Secrets::Hidden && (isOfPad(focus_) || focusesSecret());
  const Json line{{"seq", sequence},
                  {"screen", screen_},
                  {"size", {static_cast<int>(width_), static_cast<int>(height_)}},
                  {"targets", std::move(targets)},
                  {"texts", texts_},
                  {"text_rects", std::move(textRects)},
                  {"qr", std::move(codes)},
                  {"focus", hidden ? "(hidden)" : focus_}};
  return line.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace hallpass
