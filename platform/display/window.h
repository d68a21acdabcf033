#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "platform/base/clock.h"
#include "platform/base/result.h"
#include "platform/display/full_screen.h"
#include "platform/display/pixel_size.h"
#include "platform/display/pointer_changes.h"
#include "platform/display/presenter.h"

struct GLFWwindow;

namespace platform {

struct WindowOptions {
  std::string title;
  std::optional<PixelSize> windowed;  ///< nullopt = the whole primary screen.
  std::optional<PixelSize> screenMm;  ///< The screen's real size; nullopt = as the screen says.
  RendererChoice renderer = RendererChoice::Best;
};

/// What the loop asks of the program. Main thread only.
struct FrameHandlers {
  /// Called before a frame is begun: the time for what must not change inside one, such as fonts.
  std::function<void()> prepare;
  /// Builds one frame with ImGui. Answers whether the frame is already out of date, because what
  /// the person did in it changed the state: it is then dropped and built again at once.
  std::function<bool()> draw;
  /// Called when a frame has been drawn and handed to the screen.
  std::function<void()> presented = {};
  /// Called when the screen stands still after a change.
  std::function<void()> settled;
  /// The next moment at which the screen changes without input; nullopt = never.
  std::function<std::optional<BootTime>()> deadline;
};

/// Keys among the typed characters that are no characters.
inline constexpr char32_t kEraseKey = U'\b';
inline constexpr char32_t kEnterKey = U'\n';
inline constexpr char32_t kTabKey = U'\t';
inline constexpr char32_t kBackTabKey = 0x19;  ///< Shift and Tab.
inline constexpr char32_t kEscapeKey = 0x1B;
inline constexpr char32_t kUpKey = 0xF700;  ///< These are code points for private use.
inline constexpr char32_t kDownKey = 0xF701;
inline constexpr char32_t kLeftKey = 0xF702;
inline constexpr char32_t kRightKey = 0xF703;
inline constexpr char32_t kMenuKey = 0xF70D;  ///< F10.

/// Whether Enter or the space bar of a real keyboard is down in the frame that is built.
[[nodiscard]] bool acceptKeyHeld();

/// The keys F1 to F6, which speech is set by, also code points for private use. F1 tells that it
/// went up as well; none of them comes again while it is held.
inline constexpr char32_t kF1Key = 0xF704;
inline constexpr char32_t kF2Key = 0xF705;
inline constexpr char32_t kF3Key = 0xF706;
inline constexpr char32_t kF4Key = 0xF707;
inline constexpr char32_t kF5Key = 0xF708;
inline constexpr char32_t kF6Key = 0xF709;
inline constexpr char32_t kF1UpKey = 0xF7F4;

/// One window, what draws in it, and the loop that draws only when something changed.
class Window {
 public:
  /// The sentence says why no window could be opened, and what to do.
  [[nodiscard]] static Result<std::unique_ptr<Window>, std::string> open(
      const WindowOptions& options);

  ~Window();
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

  [[nodiscard]] PixelSize size() const;

  /// As GLFW knows it.
  [[nodiscard]] GLFWwindow* handle() const { return window_; }

  /// Pixels per millimetre of the real screen; 96 dots per inch where it does not say, or says
  /// something that no screen has. Another one when the screen gets another size.
  [[nodiscard]] double pixelsPerMm() const { return pixelsPerMm_; }

  /// Draws until close() is called, or until somebody closes a window that does not fill the
  /// screen: one that does takes no such request. Every input, wake() and reached deadline draws
  /// three frames (the two after the first let ImGui settle); otherwise it waits and uses no CPU.
  /// Throws where the graphics card was reset: then only a new start can draw again.
  void run(const FrameHandlers& handlers, const Clock& clock);

  /// Has the loop draw anew. Any thread.
  void wake();

  /// Ends run() before its next frame. Any thread.
  void close();

  /// What was typed on a real keyboard, or by a badge reader that types, since the last call: in
  /// order, the keys above among it. The arrows, Tab and erase come again while they are held;
  /// Enter and the space bar, which act, do not. ImGui keeps neither the order nor a key
  /// that goes up before the next frame.
  [[nodiscard]] std::u32string takeTyped();

  /// For the window system's callbacks.
  void noteActivity() { active_ = true; }
  void noteUncovered();
  void noteCloseAsked();
  void noteTyped(char32_t character);
  void noteSpace(bool again) { spaceAgain_ = again; }
  void notePointerAt(float x, float y);
  void notePointerDown(bool down);

 private:
  Window(GLFWwindow* window, const WindowOptions& options);

  void waitForEvents(std::optional<std::chrono::milliseconds> limit);
  void waitForWork(const FrameHandlers& handlers, const Clock& clock);
  void drawFrame(const FrameHandlers& handlers);
  void takePointerChange();
  [[nodiscard]] std::optional<std::chrono::milliseconds> nextLook() const;
  bool fitScreen();

  GLFWwindow* window_;
  std::unique_ptr<Presenter> presenter_;
  std::optional<PixelSize> screenMm_;
  double pixelsPerMm_;
  std::optional<FullScreen> fullScreen_;
  bool active_ = true;
  std::atomic<bool> woken_ = false;
  std::atomic<bool> closing_ = false;
  std::u32string typed_;
  bool spaceAgain_ = false;  ///< The next space comes of a key that was down before.
  PointerChanges pointer_;
  std::optional<std::chrono::milliseconds> waitsSince_;
  std::chrono::milliseconds lookedFrom_{0};  ///< When something was told of the screen, or may be.
};

}  // namespace platform
