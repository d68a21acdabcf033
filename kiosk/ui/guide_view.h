#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/guide/guide.h"
#include "platform/base/clock.h"

namespace hallpass {

// The screens of the guide. Their texts are English; they are translated, and the addresses in them
// filled in, where they are drawn: so a language can change while a screen stands.

/// What every screen of the guide knows besides its own.
struct Reading {
  std::vector<Address> addresses = {};
  bool code = false;  ///< Read by a student who holds a code: what is said of it goes on record.
};

/// All that the guide holds: Pick, Back.
struct TopicsView {
  enum class Way : std::uint8_t { Steps, Private, Topic, WentWrong, Pocket };
  struct Entry {
    std::string id;  ///< "steps", "private", a topic's own, "wrong", "pocket".
    Way way = Way::Topic;
    std::string title;
    std::string lead;
  };
  Reading reading;
  std::vector<Entry> entries;
};

/// One step of the guide or of a topic: Next, Back; ItDidNot ("It did not work") where there are
/// answers, Show ("My code") where the reader has one, Private where it is about a private window.
struct StepView {
  Reading reading;
  std::string topic = {};  ///< Its id; "" = the guide's own steps.
  std::string title = {};  ///< Of the topic.
  std::vector<std::string> parts = {};
  std::vector<int> partOf = {};  ///< Of each step of the walk, its part from 1.
  std::size_t index = 0;
  GuideStep step = {};
  bool answers = false;
  bool showsPrivate = false;
};

/// A private window: on what? Pick (by DeviceKind), Back.
struct DevicesView {
  Reading reading;
};

/// In which browser? Pick, Back.
struct BrowsersView {
  Reading reading;
  DeviceKind device = DeviceKind::Computer;
  std::vector<Browser> browsers = {};
};

/// How it is done there: Next ("It is open"), Back.
struct BrowserView {
  Reading reading;
  Browser browser;
};

/// The guide for the student's own phone: Back.
struct PocketView {
  Reading reading;
  std::string text;
};

/// A student is asked where it went wrong: Pick, Search ("Find it by a word"), Back.
struct WentWrongView {
  Reading reading;
  std::vector<Stage> stages = {};
};

struct Symptom {
  std::string id;
  std::string title;
};

/// What the student may see: Pick, Others where there are more elsewhere, Back.
struct SymptomsView {
  Reading reading;
  std::string title;  ///< The stage's or the step's.
  std::vector<Symptom> symptoms = {};
  bool others = false;
};

/// An answer is looked for by a word: Type, Erase, Pick, Back.
struct LookUpView {
  Reading reading;
  std::string typed = {};
  bool enough = false;  ///< Enough letters to answer.
  std::vector<Symptom> found = {};
};

/// What to do about it. With a code: ItWorked ("It worked now"), ItDidNot ("Call the instructor"),
/// which leads to the last word; without one: Finish. Back.
struct AnswerView {
  enum class Turn : std::uint8_t {
    Question,  ///< The answer's question stands: Yes, No.
    Yes,       ///< What to do where it was answered with yes.
    Advice,    ///< What to do else.
    Last,      ///< The instructor is to be called: Finish instead of ItDidNot.
  };
  Reading reading;
  GuideAnswer answer;
  Turn turn = Turn::Advice;
  std::optional<platform::UtcTime> givenAt = {};  ///< When the code was given, where that matters.
};

}  // namespace hallpass
