#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "kiosk/desk/desk_page.h"

namespace hallpass {

// What the staff's "Device" page opens. `tools.machine` is there.

/// Volume, brightness and rotation.
[[nodiscard]] std::unique_ptr<DeskPage> soundAndPicturePage(const DeskTools& tools);

/// The clock and its zone.
[[nodiscard]] std::unique_ptr<DeskPage> clockPage(const DeskTools& tools);

/// From when until when the screen is dark.
[[nodiscard]] std::unique_ptr<DeskPage> sleepPage(const DeskTools& tools);

/// The language that is spoken where no class says another, and the colours of the screens.
[[nodiscard]] std::unique_ptr<DeskPage> languagePage(const DeskTools& tools);

/// The files of settings on the sticks, one of which is taken in place of this device's.
[[nodiscard]] std::unique_ptr<DeskPage> settingsFilesPage(const DeskTools& tools);

/// Nothing can be touched for kCleaning; then the page before is on top again.
[[nodiscard]] std::unique_ptr<DeskPage> cleaningPage(const DeskTools& tools);

/// For as long as it is open the appliance lets in what is plugged in; or it says that it does not.
[[nodiscard]] std::unique_ptr<DeskPage> portsPage(const DeskTools& tools);

/// Asks whether the machine is to be restarted, or switched off; or says why it cannot be.
[[nodiscard]] std::unique_ptr<DeskPage> restartMachinePage(const DeskTools& tools);
[[nodiscard]] std::unique_ptr<DeskPage> switchOffPage(const DeskTools& tools);

/// Restarts the machine, where nothing is left to go back to; or says why it cannot, and the desk
/// is left.
[[nodiscard]] Step restartMachine(const DeskTools& tools);

/// The recovery key of the appliance's disk, which is shown until somebody has written it down;
/// `done` says what follows then, and `other` goes back.
[[nodiscard]] std::unique_ptr<DeskPage> diskKeyPage(const DeskTools& tools,
                                                    std::function<Step()> done,
                                                    std::optional<DeskButton> other = {});

/// "25 %"
[[nodiscard]] std::string percentText(int percent);

/// A sentence that stands alone, with a button that goes back: "machine-trouble".
[[nodiscard]] NoticeView troubleView(std::string headline, std::string sentence);
/// Opens it.
[[nodiscard]] Step sayTrouble(const DeskTools& tools, const std::string& headline,
                              const std::string& sentence);

inline constexpr std::chrono::seconds kCleaning{60};
/// How long a picture that was turned waits for somebody who can read it.
inline constexpr std::chrono::seconds kTurned{15};

}  // namespace hallpass
