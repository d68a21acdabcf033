#pragma once

#include <chrono>

struct GLFWwindow;

namespace platform {

class Window;

// What the parts of the window, each in a file of its own, know of each other.

/// The time of the window system since its start.
[[nodiscard]] std::chrono::milliseconds windowTime();

/// The one whose callback is called.
[[nodiscard]] Window* ownerOf(GLFWwindow* window);

/// In place of ImGui's: what is typed comes by takeTyped(), and ImGui has keys of its own (Ctrl+Tab
/// lists its windows). It would also ask where the pointer is now, not where it was tapped.
void installInput(GLFWwindow* window);

/// The window that input was installed for ends.
void removeInput();

}  // namespace platform
