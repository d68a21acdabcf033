#include "kiosk/ui/screen_probes.h"

#include "tests/support/catch.h"

TEST_CASE("what the screens draw as a QR code is read back") {
  CHECK(hallpass::qrReadsBack("TEST-CODE-1000001"));
  CHECK(hallpass::qrReadsBack(std::string(700, 'x')));
  CHECK(hallpass::qrReadsBack("hallpass status 1\nready: yes\n"));
}

TEST_CASE("what cannot be drawn as a QR code is not read back") {
  CHECK_FALSE(hallpass::qrReadsBack(""));
  CHECK_FALSE(hallpass::qrReadsBack(std::string(5000, 'x')));
}

TEST_CASE("characters that no font has are told, each once, and no others") {
  CHECK(hallpass::undrawable(U"Aino Virtanen, 山田 太郎, Ольга\n").empty());
  // A code point that stands for no character.
  CHECK(hallpass::undrawable(U"A\u0378B\u0378") == std::u32string(U"\u0378"));
  // Beyond what the drawing takes, whatever fonts there are.
  CHECK(hallpass::undrawable(U"\U00010330") == std::u32string(U"\U00010330"));
}
