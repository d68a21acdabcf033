#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kiosk/ui/rect.h"

namespace hallpass {

/// What is on the screen, in words: filled anew by every frame that is drawn. Speech, the
/// accessibility checks and the end-to-end tests read it; nothing can be steered by it.
class Description {
 public:
  enum class Secrets : std::uint8_t { Hidden, Told };

  struct Target {
    std::string id;
    std::string label;
    std::string role;  ///< "button", "held", "key", "field"
    Rect rect;
    bool enabled = true;
    bool focused = false;
    bool primary = false;  ///< The screen's main action.
  };

  /// A text as it is said aloud.
  struct Heard {
    std::string text;
    bool heading = false;
    bool secret = false;  ///< Only its student may hear it.
  };

  explicit Description(Secrets secrets) : secrets_(secrets) {}

  void begin(std::string_view screen, float widthPx, float heightPx);
  [[nodiscard]] const std::string& screen() const { return screen_; }
  [[nodiscard]] const std::vector<Target>& targets() const { return targets_; }
  /// The target of that id, or nullptr.
  [[nodiscard]] const Target* find(std::string_view id) const;
  void addTarget(Target target) { targets_.push_back(std::move(target)); }
  void addText(std::string_view text, const Rect& rect, bool heading = false);
  /// Every text in reading order, secrets as they are: for speech alone.
  [[nodiscard]] const std::vector<Heard>& heard() const { return heard_; }
  /// A text that only its student may read: told as "(hidden)" unless secrets are told.
  void addSecretText(std::string_view text, const Rect& rect);
  void addQr(std::string_view label, const Rect& rect, std::string_view payload);

  /// The target that the keys point at; empty while none is shown.
  void setFocus(std::string id) { focus_ = std::move(id); }
  [[nodiscard]] const std::string& focus() const { return focus_; }
  /// Whether the ring is on a key of what nobody else may know: a digit of a pad, or a letter of
  /// what is typed after hideTyping().
  [[nodiscard]] bool focusesSecret() const;

  /// What is typed on this screen is told as "(hidden)" unless secrets are told, and never said.
  void hideTyping() { hidesTyping_ = true; }
  void addTyped(std::string_view text, const Rect& rect);

  /// One JSON object on one line; keys and their order as kiosk/ui/README.md describes them.
  [[nodiscard]] std::string toJson(int sequence) const;

 private:
  struct Qr {
    std::string label;
    Rect rect;
    std::string payload;
  };

  Secrets secrets_;
  std::string screen_;
  bool hidesTyping_ = false;
  float width_ = 0;
  float height_ = 0;
  std::vector<Target> targets_;
  std::vector<std::string> texts_;
  std::vector<Rect> textRects_;
  std::vector<Heard> heard_;
  std::vector<Qr> qr_;
  std::string focus_;
};

}  // namespace hallpass
