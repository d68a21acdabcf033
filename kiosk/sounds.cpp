#include "kiosk/sounds.h"

#include <algorithm>
#include <vector>

#include "platform/os/tone.h"

namespace hallpass {
namespace {

using std::chrono::milliseconds;

std::vector<platform::Note> notesOf(Sound sound) {
  switch (sound) {
    case Sound::Tap:
      return {{1175, milliseconds(45), 0.16}};
    case Sound::Done:
      return {{659, milliseconds(110), 0.22}, {988, milliseconds(260), 0.22}};
    case Sound::Error:
      break;
  }
  return {{311, milliseconds(130), 0.3}, {233, milliseconds(260), 0.3}};
}

/// What was not taken, told apart from other mistakes of the same screen; "" = nothing.
std::string wrongIn(const PinView& view) {
  return view.leadSign != Sign::None && view.typed == 0 ? "pin" : "";
}
std::string wrongIn(const DigitsView& view) {
  return view.triesLeft ? "digits " + std::to_string(*view.triesLeft) : "";
}
std::string wrongIn(const ClassWordView& view) { return view.wrong ? "word" : ""; }
std::string wrongIn(const WalkInView& view) {
  return view.answer == WalkInView::Answer::None ? "" : "name";
}
std::string wrongIn(const EditView& view) { return view.mistake.empty() ? "" : "text"; }
std::string wrongIn(const NoticeView& view) {
  return view.sign == Sign::Bad ? "notice " + view.screen : "";
}
std::string wrongIn(const DeskView& view) {
  if (!view.form) return "";
  const auto& fields = view.form->fields;
  const bool any = std::any_of(fields.begin(), fields.end(),
                               [](const FormField& field) { return !field.mistake.empty(); });
  return any ? "form " + view.screen : "";
}
std::string wrongIn(const NoCodesView&) { return "no codes"; }
std::string wrongIn(const ElsewhereView&) { return "elsewhere"; }
template <class Other>
std::string wrongIn(const Other&) {
  return "";
}

bool isDone(const ScreenView& screen) {
  if (const auto* notice = std::get_if<NoticeView>(&screen)) return notice->sign == Sign::Good;
  if (const auto* done = std::get_if<DoneView>(&screen)) return done->thanks;
  return std::holds_alternative<CodeView>(screen);
}

}  // namespace

std::optional<Sound> SoundCues::look(const View& view, bool tapped) {
  std::string wrong = std::visit([](const auto& screen) { return wrongIn(screen); }, view.screen);
  const bool done = isDone(view.screen);
  const bool fails = looked_ && !wrong.empty() && wrong != wrong_;
  const bool succeeds = looked_ && done && !done_;
  looked_ = true;
  wrong_ = std::move(wrong);
  done_ = done;
  if (fails) return Sound::Error;
  if (succeeds) return Sound::Done;
  return tapped ? std::optional(Sound::Tap) : std::nullopt;
}

void Sounds::play(Sound sound) {
  worker_.collect();
  if (playing_) return;
  playing_ = worker_.start([this, sound](platform::Worker::Job&) {
    (void)platform::playNotes(device_, notesOf(sound));  // A machine without sound is no error.
    return platform::Worker::Finish([this] { playing_.reset(); });
  });
}

}  // namespace hallpass
