#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/depot/depot_link.h"
#include "kiosk/domain/stock.h"
#include "kiosk/ledger/ledger.h"
#include "kiosk/room/appliance.h"
#include "platform/base/clock.h"

namespace hallpass {

enum class Finding : std::uint8_t {
  Good,
  Attention,  ///< The kiosk can serve; somebody should look at it.
  Bad,        ///< It cannot do what it is for, or not safely.
  Absent,     ///< Not there, not used or not tested: nothing to say for or against it.
};

/// "good", "attention", "bad", "absent": stable, for programs.
[[nodiscard]] std::string_view name(Finding finding);

/// One thing that was tested. Holds no name of a person, no code and no title of a class.
struct Check {
  std::string id;     ///< "ledger": stable, for programs.
  std::string title;  ///< In the language that is set, like what follows.
  Finding finding = Finding::Good;
  std::string sentence;  ///< What was found, and what to do about it.
};

/// The screen that the kiosk draws on.
struct DisplayFacts {
  int widthPx = 0;
  int heightPx = 0;
  double pixelsPerMm = 0;
};

/// How many targets the touch test has.
inline constexpr int kTouchTargets = 9;

/// What is asked of the drawing, which this folder does not know; see kiosk/ui/screen_probes.h.
struct ScreenProbes {
  std::function<bool(const std::string& payload)> qrReadsBack;
  std::function<std::u32string(const std::u32string& wanted)> undrawable;
};

/// What is tested, and with what.
struct SelfTestPlaces {
  Ledger* ledger = nullptr;   ///< nullptr: it cannot be opened,
  std::string ledgerProblem;  ///< and why.
  std::filesystem::path data;
  std::filesystem::path assets;
  std::filesystem::path locale;    ///< Of the catalogues (localeFolder()).
  std::filesystem::path settings;  ///< The settings file; it need not be there.
  std::filesystem::path media;
  const platform::Clock& clock;
  ScreenProbes probes;
  std::optional<DisplayFacts> display = {};  ///< nullopt: tested without a screen.
  std::optional<int> touched = {};           ///< Targets that were hit; nullopt: nobody tried.
  std::optional<bool> heard = {};            ///< The sound test was heard; nullopt: not tried.
  std::optional<DepotStanding> depot = {};   ///< nullopt: no kiosk runs, or it has no depot.
  std::uintmax_t reserveBytes = std::uintmax_t{64} << 20U;  ///< That must stay free on the disk.
  std::filesystem::path soundCards = "/proc/asound";
  Appliance appliance{};
  Progress progress = {};  ///< Told of each check; where it answers false, the rest is left out.
};

/// Tests the device; changes nothing but for a file that is written to each stick, read back and
/// taken away again, and the device's key, which is made where there is none. Any thread, with a
/// ledger of its own. `hallpass doctor` and the staff's screen show the same list.
[[nodiscard]] std::vector<Check> selfTest(const SelfTestPlaces& places);

/// The worst of `checks`: Bad, then Attention; Good where there is neither.
[[nodiscard]] Finding worstOf(const std::vector<Check>& checks);

/// How many of `checks` found that.
[[nodiscard]] std::int64_t countOf(const std::vector<Check>& checks, Finding finding);

}  // namespace hallpass
