#include "tests/support/scene.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace tests {
namespace {

using nlohmann::json;

Rect rectOf(const json& value) {
  return {value.at(0).get<int>(), value.at(1).get<int>(), value.at(2).get<int>(),
          value.at(3).get<int>()};
}

Target targetOf(const json& value) {
  return {value.at("id"),           value.at("label"),   value.at("role"),
          rectOf(value.at("rect")), value.at("enabled"), value.at("focused")};
}

ShownQr qrOf(const json& value) {
  ShownQr shown{value.at("label"), rectOf(value.at("rect")), std::nullopt};
  if (value.contains("payload")) shown.payload = value.at("payload").get<std::string>();
  return shown;
}

}  // namespace

const Target* Scene::find(std::string_view id) const {
  const auto found = std::find_if(targets.begin(), targets.end(),
                                  [&](const Target& target) { return target.id == id; });
  return found == targets.end() ? nullptr : &*found;
}

std::vector<Target> Scene::all(std::string_view prefix) const {
  std::vector<Target> found;
  std::copy_if(targets.begin(), targets.end(), std::back_inserter(found),
               [&](const Target& target) { return target.id.starts_with(prefix); });
  return found;
}

bool Scene::mentions(std::string_view words) const {
  const auto holds = [&](const std::string& text) { return text.find(words) != text.npos; };
  return std::any_of(texts.begin(), texts.end(), holds) ||
         std::any_of(targets.begin(), targets.end(),
                     [&](const Target& target) { return holds(target.label); });
}

const ShownQr& Scene::qr(std::string_view label) const {
  const auto found = std::find_if(qrs.begin(), qrs.end(),
                                  [&](const ShownQr& shown) { return shown.label == label; });
  if (found == qrs.end()) {
    throw std::runtime_error("no QR code " + std::string(label) + " on " + summary());
  }
  return *found;
}

std::string Scene::summary() const {
  if (sequence < 0) return "(no screen yet)";
  std::string text = "screen " + screen + ", targets:";
  for (const Target& target : targets) {
    if (!target.id.starts_with("key-")) text += " " + target.id + (target.enabled ? "" : "(off)");
  }
  text += ", texts:";
  for (const std::string& shown : texts) text += " \"" + shown + "\"";
  return text;
}

Scene parseScene(const std::string& line) {
  const json value = json::parse(line);
  Scene scene;
  scene.sequence = value.at("seq");
  scene.screen = value.at("screen");
  scene.size = {value.at("size").at(0), value.at("size").at(1)};
  for (const json& target : value.at("targets")) scene.targets.push_back(targetOf(target));
  for (const json& text : value.at("texts")) scene.texts.push_back(text);
  for (const json& rect : value.at("text_rects")) scene.textRects.push_back(rectOf(rect));
  for (const json& shown : value.at("qr")) scene.qrs.push_back(qrOf(shown));
  scene.focus = value.at("focus");
  return scene;
}

}  // namespace tests
