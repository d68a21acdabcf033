#pragma once

struct GLFWwindow;

namespace platform {

struct WindowWish;

/// Whether a graphics card may be there: where none is, OpenGL is software, if it is there at all.
[[nodiscard]] bool mayHaveGraphicsCard();

/// A window with OpenGL 3.0; nullptr where there is none to be had. It is told of a reset of the
/// graphics card where the driver can.
[[nodiscard]] GLFWwindow* makeGlWindow(const WindowWish& wish);

/// Whether what OpenGL draws in a window is drawn by the processor. Its context is the current one
/// afterwards.
[[nodiscard]] bool isSoftwareGl(GLFWwindow* window);

/// Whether the graphics card was reset, so that nothing more is drawn by the current window: only a
/// new one can be. false where the driver does not tell.
[[nodiscard]] bool graphicsWereReset();

}  // namespace platform
