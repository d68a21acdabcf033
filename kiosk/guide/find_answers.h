#pragma once

#include <string_view>
#include <vector>

#include "kiosk/guide/guide.h"

namespace hallpass {

/// Whether `typed` holds enough for findAnswers() to look for.
[[nodiscard]] bool enoughToFindAnswers(std::string_view typed);

/// The answers that hold every word of `typed`, in English or in the language that is set; case and
/// accents do not matter, and a word may be begun only. Those that hold them in their title or in
/// the vendor's message come first, then those that hold them in the cause or the advice, then
/// those that hold them inside another word; else in the order of `answers`, which they point into.
[[nodiscard]] std::vector<const GuideAnswer*> findAnswers(const std::vector<GuideAnswer>& answers,
                                                          std::string_view typed);

}  // namespace hallpass
