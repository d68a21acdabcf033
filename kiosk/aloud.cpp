#include "kiosk/aloud.h"

#include <algorithm>
#include <utility>

#include "platform/os/headset.h"
#include "platform/os/speech.h"

namespace hallpass {

struct Aloud::Parts {
  Parts(const std::string& card, const platform::Clock& clock, std::chrono::milliseconds idle,
        const std::function<void()>& wake)
      : speech({.output = card},
               [this, wake] {
                 voiceless = true;
                 wake();
               }),
        headset(card, wake),
        speaking({[this](platform::Saying saying) { speech.say(std::move(saying)); },
                  [this](int hertz) { speech.tone(hertz); }, [this] { speech.hush(); }},
                 clock, idle) {}

  std::atomic<bool> voiceless = false;  ///< Before the speech, whose thread uses it.
  platform::Speech speech;
  platform::Headset headset;
  Speaking speaking;
};

Aloud::Aloud(const std::optional<std::string>& card, const platform::Clock& clock,
             std::chrono::milliseconds idle, const std::function<void()>& wake)
    : parts_(card ? std::make_unique<Parts>(*card, clock, idle, wake) : nullptr) {}

Aloud::~Aloud() = default;

bool Aloud::on() const { return parts_ && parts_->speaking.on(); }

std::u32string Aloud::take(const std::u32string& keys, App& app) {
  const std::size_t count = keys.size();
  // Without speech its keys are nobody's.
  std::u32string others = parts_ ? parts_->speaking.take(keys) : Speaking::without(keys);
  if (parts_ && others.size() < count) app.handle({Intent::Act::Move, {}});
  return others;
}

void Aloud::hand(const Intent& intent, App& app) {
  if (parts_) parts_->speaking.typed(intent, app.view());
  app.handle(intent);
}

void Aloud::look(App& app, Screen& screen, Diary& diary) {
  if (!parts_) return;
  Speaking& speaking = parts_->speaking;
  if (parts_->voiceless.exchange(false)) {
    diary.hasNoVoice();
    app.hasNoVoice();
  }
  const bool spoke = speaking.on();
  speaking.plug(parts_->headset.plugged());
  if (screen.takeTouchInDark()) speaking.light();
  if (speaking.on() && !spoke) app.handle({Intent::Act::Move, {}});
  speaking.look(app.view(), app.atDesk());
  screen.setDark(speaking.dark());
}

void Aloud::stands(const Screen& screen) {
  const Description* now = screen.standing();
  if (parts_ && now != nullptr) parts_->speaking.stands(*now);
}

std::optional<platform::BootTime> Aloud::sooner(std::optional<platform::BootTime> next) const {
  const auto own = parts_ ? parts_->speaking.deadline() : std::nullopt;
  return own && next ? std::min(*own, *next) : (own ? own : next);
}

}  // namespace hallpass
