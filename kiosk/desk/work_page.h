#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "kiosk/desk/desk_page.h"
#include "kiosk/domain/stock.h"

namespace hallpass {

/// Work that takes long, and what it leads to.
struct LongWork {
  /// Where a piece of work leads, asked on the main thread; without one, back.
  using Leads = std::function<Step()>;

  std::string title;    ///< "Reading codes.csv"
  bool cancels = true;  ///< Whether it can be stopped; also by leaving the desk.
  bool alone = false;   ///< The desk cannot be left or locked meanwhile (DeskPage::standsAlone()).
  std::function<Leads(platform::Worker::Job&)> run;  ///< On the worker's thread.
};

/// Work that runs, how far it is, and a way to stop it. When it has ended, next() is where it
/// leads. The work touches nothing of the main thread, such as the page that asked for it; what it
/// leads to may.
class WorkPage final : public DeskPage {
 public:
  WorkPage(DeskTools tools, LongWork work);
  ~WorkPage() override;
  [[nodiscard]] ScreenView view() const override;
  [[nodiscard]] Step handle(const Intent& intent) override;
  [[nodiscard]] Step next() override;
  [[nodiscard]] bool standsAlone() const override { return alone_; }

 private:
  std::string title_;
  bool cancels_;
  bool alone_;
  std::shared_ptr<std::optional<LongWork::Leads>> ended_;
  std::shared_ptr<platform::Worker::Job> job_;
};

/// Tells `job` how far it is, and stops with it. Lives no longer than `job`.
[[nodiscard]] Progress progressOf(platform::Worker::Job& job);

/// Opens a WorkPage.
[[nodiscard]] Step openWork(const DeskTools& tools, LongWork work);

}  // namespace hallpass
