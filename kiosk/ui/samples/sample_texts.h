#pragma once

#include <string>

#include "kiosk/ui/view.h"

namespace hallpass::samples {

// The longest texts that the samples hold, of nobody and of nothing that there is.
extern const std::string kLongName;
extern const std::string kLongTitle;
extern const std::string kThreeSentences;

/// A sentence of so many characters, as long as a guide may make it, and 40 % longer, as another
/// language does.
[[nodiscard]] std::string longest(std::size_t characters);

/// Three addresses, for somebody who holds a code, and for somebody who does not.
[[nodiscard]] Reading reading();
[[nodiscard]] Reading withoutCode();

/// `screen` as a student sees it, with all languages to choose from: the longest name is set.
[[nodiscard]] View atStudent(ScreenView screen);
/// The same without a choice of language.
[[nodiscard]] View atDoor(ScreenView screen);

}  // namespace hallpass::samples
