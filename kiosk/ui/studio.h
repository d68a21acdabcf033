#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/ui/description.h"
#include "kiosk/ui/fonts.h"
#include "kiosk/ui/illustrations.h"
#include "kiosk/ui/intent.h"
#include "kiosk/ui/page.h"
#include "kiosk/ui/view.h"
#include "platform/display/renderer.h"

namespace hallpass {

/// Draws views into pictures, without a window or a display, and touches what is on them. It has an
/// ImGui context of its own, which is the current one from its start to its end: one studio at a
/// time. Main thread only.
class Studio {
 public:
  struct Panel {
    platform::PixelSize size;
    double pixelsPerMm = 3.78;  ///< 96 dots an inch.
  };

  /// Where it finds what it draws with.
  struct Folders {
    std::filesystem::path illustrations;  ///< NAME.svg
    std::filesystem::path locale;         ///< LANGUAGE/characters.txt
  };

  /// Makes what draws, for the current ImGui context.
  using MakeRenderer = std::function<std::unique_ptr<platform::Renderer>()>;

  /// Draws by the processor where no other renderer is given.
  Studio(const Panel& panel, const Folders& folders, const MakeRenderer& renderer = {});
  ~Studio();
  Studio(const Studio&) = delete;
  Studio& operator=(const Studio&) = delete;

  /// The picture of `view` in its own look, and in the language that is set; stands until the next
  /// one. `characters` are those of names that are not of the program's texts.
  const platform::Pixels& draw(const View& view, const std::u32string& characters = {});

  /// The same without a picture: what stands on it, and where.
  void lay(const View& view, const std::u32string& characters = {}) {
    (void)build(view, characters);
  }

  /// Presses and lets go in the middle of the target called `id`, after a while where it must be
  /// held; nullopt where there is none, or it asks for nothing.
  [[nodiscard]] std::optional<Intent> tap(const View& view, std::string_view id);

  /// Of what was drawn last: what is on it, and which texts had too little room.
  [[nodiscard]] const Description& description() const { return description_; }
  [[nodiscard]] const std::vector<Misfit>& misfits() const { return misfits_; }
  [[nodiscard]] const std::vector<Ink>& inks() const { return inks_; }
  /// Whether it changes by itself.
  [[nodiscard]] bool moves() const { return moves_; }

  [[nodiscard]] const Panel& panel() const { return panel_; }

 private:
  /// One ImGui context, before all that draws with it and after.
  struct Context {
    explicit Context(const Panel& panel);
    ~Context();
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;
  };

  std::optional<Intent> build(const View& view, const std::u32string& characters);

  Panel panel_;
  Context context_;
  std::unique_ptr<platform::Renderer> renderer_;
  Fonts fonts_;
  Illustrations illustrations_;
  Look wornLook_;
  Description description_{Description::Secrets::Hidden};
  std::vector<Misfit> misfits_;
  std::vector<Ink> inks_;
  bool moves_ = false;
};

}  // namespace hallpass
