#include "platform/display/renderer.h"

namespace platform {

Renderer::Renderer() {
  ImGuiIO& io = ImGui::GetIO();
  io.UserData = this;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
}

Renderer::~Renderer() { ImGui::GetIO().UserData = nullptr; }

Renderer* Renderer::current() { return static_cast<Renderer*>(ImGui::GetIO().UserData); }

}  // namespace platform
