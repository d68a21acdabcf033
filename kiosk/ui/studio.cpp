#include "kiosk/ui/studio.h"

#include <imgui.h>

#include "kiosk/ui/show.h"
#include "platform/display/canvas.h"

namespace hallpass {

Studio::Context::Context(const Panel& panel) {
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.DisplaySize = {static_cast<float>(panel.size.width), static_cast<float>(panel.size.height)};
  io.DeltaTime = 1.0F / 60;
}

Studio::Context::~Context() { ImGui::DestroyContext(); }

Studio::Studio(const Panel& panel, const Folders& folders, const MakeRenderer& renderer)
    : panel_(panel),
      context_(panel),
      renderer_(renderer ? renderer() : std::make_unique<platform::Canvas>()),
      fonts_(folders.locale),
      illustrations_(folders.illustrations, themeOf({})) {}

Studio::~Studio() = default;

std::optional<Intent> Studio::build(const View& view, const std::u32string& characters) {
  const Metrics metrics(static_cast<float>(panel_.size.width),
                        static_cast<float>(panel_.size.height), panel_.pixelsPerMm, view.look);
  fonts_.require(metrics, characters);
  if (!(wornLook_ == view.look)) illustrations_.wear(themeOf(view.look));
  wornLook_ = view.look;
  misfits_.clear();
  inks_.clear();
  ImGui::NewFrame();
  Page page(themeOf(view.look), metrics, fonts_, description_);
  page.setIllustrations(&illustrations_);
  page.setMisfits(&misfits_);
  page.setInks(&inks_);
  const auto intent = show(page, view);
  moves_ = page.moves();
  ImGui::Render();
  return intent;
}

const platform::Pixels& Studio::draw(const View& view, const std::u32string& characters) {
  (void)build(view, characters);
  renderer_->draw(*ImGui::GetDrawData(), themeOf(view.look).ground);
  return renderer_->picture();
}

std::optional<Intent> Studio::tap(const View& view, std::string_view id) {
  (void)build(view, {});
  const Description::Target* target = description_.find(id);
  if (target == nullptr) return std::nullopt;
  ImGuiIO& io = ImGui::GetIO();
  // Four seconds of frames are longer than any button is held.
  int frames = target->role == "held" ? 240 : 1;
  io.MousePos = target->rect.centre();
  (void)build(view, {});
  io.MouseDown[0] = true;
  std::optional<Intent> intent;
  while (!intent && frames-- > 0) intent = build(view, {});
  io.MouseDown[0] = false;
  if (!intent) intent = build(view, {});
  io.MousePos = {-1, -1};
  (void)build(view, {});
  return intent;
}

}  // namespace hallpass
