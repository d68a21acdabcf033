#include "tests/kiosk/ui/easel.h"

#include <imgui.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "kiosk/ui/keyboard.h"
#include "kiosk/ui/show.h"

namespace tests {

Easel::Easel(const Panel& panel, std::filesystem::path locale)
    : panel_(panel),
      metrics_(static_cast<float>(panel.size.width), static_cast<float>(panel.size.height),
               panel.pixelsPerMm, panel.look),
      fonts_(std::move(locale)) {
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.DisplaySize = {metrics_.width(), metrics_.height()};
  io.DeltaTime = 1.0F / 60;
  fonts_.require(metrics_, U"");
}

Easel::~Easel() { ImGui::DestroyContext(); }

std::optional<hallpass::Intent> Easel::frame(const hallpass::View& view) {
  misfits_.clear();
  fonts_.require(metrics_, U"");
  ImGui::NewFrame();
  hallpass::Page page(hallpass::themeOf(panel_.look), metrics_, fonts_, description_);
  page.setMisfits(&misfits_);
  page.setFocus(&focus_);
  page.setArrival(arrival_);
  page.setMotion(motion_);
  const auto intent = hallpass::show(page, view);
  moves_ = page.moves();
  ImGui::Render();
  return intent;
}

Scene Easel::draw(const hallpass::View& view) {
  (void)frame(view);
  return parseScene(description_.toJson(1));
}

std::optional<hallpass::Intent> Easel::tap(const hallpass::View& view, std::string_view id) {
  const Scene scene = draw(view);
  const Target* target = scene.find(id);
  if (target == nullptr) throw std::runtime_error("nothing called " + std::string(id));
  const Point at = target->rect.centre();
  ImGuiIO& io = ImGui::GetIO();
  io.MousePos = {static_cast<float>(at.x), static_cast<float>(at.y)};
  (void)frame(view);
  io.MouseDown[0] = true;
  (void)frame(view);
  io.MouseDown[0] = false;
  const auto intent = frame(view);
  io.MousePos = {-1, -1};
  (void)frame(view);
  return intent;
}

std::vector<hallpass::Intent> Easel::press(const hallpass::View& view, std::u32string_view keys) {
  (void)frame(view);
  std::vector<hallpass::Intent> intents;
  const auto take = [&](std::u32string_view pressed) {
    for (hallpass::Intent& typed : hallpass::typedIntents(focus_.take(pressed, false).typed)) {
      intents.push_back(std::move(typed));
    }
    if (auto intent = frame(view)) intents.push_back(*std::move(intent));
  };
  take(keys);
  while (focus_.waits()) take({});
  return intents;
}

std::vector<hallpass::Intent> Easel::hold(const hallpass::View& view, std::string_view id,
                                          int pictures) {
  std::vector<hallpass::Intent> intents;
  const auto note = [&](const std::optional<hallpass::Intent>& intent) {
    if (intent) intents.push_back(*intent);
  };
  const Point at = draw(view).find(id)->rect.centre();
  ImGuiIO& io = ImGui::GetIO();
  io.MousePos = {static_cast<float>(at.x), static_cast<float>(at.y)};
  note(frame(view));
  io.MouseDown[0] = true;
  for (int i = 0; i < pictures; ++i) note(frame(view));
  io.MouseDown[0] = false;
  note(frame(view));
  io.MousePos = {-1, -1};
  note(frame(view));
  return intents;
}

std::vector<hallpass::Intent> Easel::holdEnter(const hallpass::View& view, bool down,
                                               int pictures) {
  std::vector<hallpass::Intent> intents;
  for (int i = 0; i < pictures; ++i) {
    focus_.setAcceptKey(down);
    if (auto intent = frame(view)) intents.push_back(*std::move(intent));
  }
  focus_.setAcceptKey(false);
  return intents;
}

std::optional<hallpass::Intent> Easel::drawFinger(const hallpass::View& view,
                                                  const std::vector<Point>& way) {
  ImGuiIO& io = ImGui::GetIO();
  std::optional<hallpass::Intent> intent;
  for (std::size_t at = 0; at <= way.size(); ++at) {
    const Point place = way[std::min(at, way.size() - 1)];
    io.MousePos = {static_cast<float>(place.x), static_cast<float>(place.y)};
    io.MouseDown[0] = at < way.size();
    intent = frame(view);
    if (intent) break;
  }
  io.MouseDown[0] = false;
  io.MousePos = {-1, -1};
  (void)frame(view);
  return intent;
}

std::optional<float> Easel::leftmost(ImU32 colour) {
  std::optional<float> left;
  const ImDrawData& drawn = *ImGui::GetDrawData();
  for (int list = 0; list < drawn.CmdListsCount; ++list) {
    for (const ImDrawVert& corner : drawn.CmdLists[list]->VtxBuffer) {
      if (corner.col == colour) left = std::min(left.value_or(corner.pos.x), corner.pos.x);
    }
  }
  return left;
}

}  // namespace tests
