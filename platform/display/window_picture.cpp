// What the window shows: its frames.
#include <backends/imgui_impl_glfw.h>
#include <imgui.h>

#include "platform/display/window.h"

namespace platform {
namespace {

constexpr int kMostRebuilds = 4;

}  // namespace

void Window::drawFrame(const FrameHandlers& handlers) {
  for (int build = 0; build < kMostRebuilds; ++build) {
    handlers.prepare();
    ImFontAtlas& letters = *ImGui::GetIO().Fonts;
    if (!letters.IsBuilt()) letters.Build();
    ImGui_ImplGlfw_NewFrame();
    takePointerChange();
    ImGui::NewFrame();
    if (!handlers.draw()) break;
    if (build + 1 < kMostRebuilds) ImGui::EndFrame();
  }
  ImGui::Render();
  presenter_->show(*ImGui::GetDrawData(), ImGui::GetColorU32(ImGuiCol_WindowBg));
  if (!handlers.presented) return;
  presenter_->finish();
  handlers.presented();
}

}  // namespace platform
