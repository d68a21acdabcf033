#pragma once

#include <functional>
#include <string>
#include <vector>

#include "kiosk/desk/desk_page.h"
#include "kiosk/desk/paging.h"
#include "platform/os/files.h"

namespace hallpass {

/// What a file of a stick is wanted for.
struct StickAsk {
  std::string screen;                ///< "restock-files"
  std::string title;                 ///< "Choose the list of codes"
  std::vector<std::string> endings;  ///< {"csv", "txt", "xlsx"}
  std::function<Step(const platform::MediaFile&)> pick;
};

/// The files of the sticks, newest first; a stick that is plugged in shows at once. Says what to do
/// while there is none.
class StickPage final : public DeskPage {
 public:
  StickPage(DeskTools tools, StickAsk ask);
  [[nodiscard]] ScreenView view() const override;
  [[nodiscard]] Step handle(const Intent& intent) override;
  void refresh() override;

 private:
  [[nodiscard]] std::string lead() const;
  [[nodiscard]] std::string stickOf(const platform::MediaFile& file) const;
  [[nodiscard]] TableView table() const;

  StickAsk ask_;
  std::vector<std::filesystem::path> sticks_;
  std::vector<platform::MediaFile> files_;
  Paging paging_;
};

/// The endings of files that can hold a list.
[[nodiscard]] std::vector<std::string> listEndings();

/// The name of `file` without its folder. A stick may name its files in bytes that are no text.
[[nodiscard]] std::string nameOf(const platform::MediaFile& file);

/// Why `file` could not be read, and what to do; names it as its stick does.
[[nodiscard]] std::string readingSentence(platform::FileRefusal refusal,
                                          const platform::MediaFile& file);

/// Why nothing could be written on a stick, and what to do.
[[nodiscard]] std::string writingSentence(platform::FileRefusal refusal);

}  // namespace hallpass
