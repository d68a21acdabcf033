#pragma once

#include <optional>

#include "kiosk/ui/intent.h"
#include "kiosk/ui/page.h"
#include "kiosk/ui/view.h"

namespace hallpass {

// The screens of a visit, in the order in which a student meets them. Each draws what its view
// says and answers what was touched; it can change nothing.

[[nodiscard]] std::optional<Intent> draw(Page& page, const AttractView& view);
[[nodiscard]] std::optional<Intent> draw(Page& page, const FindView& view);
[[nodiscard]] std::optional<Intent> draw(Page& page, const WalkInView& view);
[[nodiscard]] std::optional<Intent> draw(Page& page, const ConfirmView& view);
[[nodiscard]] std::optional<Intent> draw(Page& page, const ClassWordView& view);
[[nodiscard]] std::optional<Intent> draw(Page& page, const BeforeView& view);
[[nodiscard]] std::optional<Intent> draw(Page& page, const DigitsView& view);
[[nodiscard]] std::optional<Intent> draw(Page& page, const HaveCodeView& view);
[[nodiscard]] std::optional<Intent> draw(Page& page, const CodeView& view);
[[nodiscard]] std::optional<Intent> draw(Page& page, const CodeHiddenView& view);
[[nodiscard]] std::optional<Intent> draw(Page& page, const NoCodesView& view);
[[nodiscard]] std::optional<Intent> draw(Page& page, const ElsewhereView& view);
[[nodiscard]] std::optional<Intent> draw(Page& page, const DoneView& view);
[[nodiscard]] std::optional<Intent> draw(Page& page, const WentWrongView& view);
[[nodiscard]] std::optional<Intent> draw(Page& page, const AnswerView& view);
[[nodiscard]] std::optional<Intent> draw(Page& page, const HandedView& view);
[[nodiscard]] std::optional<Intent> draw(Page& page, const TopicsView& view);
[[nodiscard]] std::optional<Intent> draw(Page& page, const StepView& view);
[[nodiscard]] std::optional<Intent> draw(Page& page, const DevicesView& view);
[[nodiscard]] std::optional<Intent> draw(Page& page, const BrowsersView& view);
[[nodiscard]] std::optional<Intent> draw(Page& page, const BrowserView& view);
[[nodiscard]] std::optional<Intent> draw(Page& page, const PocketView& view);
[[nodiscard]] std::optional<Intent> draw(Page& page, const SymptomsView& view);
[[nodiscard]] std::optional<Intent> draw(Page& page, const LookUpView& view);
[[nodiscard]] std::optional<Intent> draw(Page& page, const HelpView& view);
[[nodiscard]] std::optional<Intent> draw(Page& page, const CallView& view);
[[nodiscard]] std::optional<Intent> draw(Page& page, const OutOfServiceView& view);

/// The question that lies over a screen which nobody has touched for a while.
[[nodiscard]] std::optional<Intent> drawStillThere(Page& page, int secondsLeft);

}  // namespace hallpass
