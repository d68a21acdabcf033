#include "kiosk/ui/samples/sample_texts.h"

#include <utility>

#include "kiosk/domain/language.h"

namespace hallpass::samples {

const std::string kLongName = "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbau K.";
const std::string kLongTitle =
    "AZ-305T00 Designing Microsoft Azure Infrastructure Solutions, "
    "Grundlagenvertiefungsveranstaltung";
const std::string kThreeSentences =
    "Nothing is stored before you touch the button below. Two lines need a look: they are left "
    "out unless you say otherwise. Plug the stick in again if it was pulled out too soon.";

std::string longest(std::size_t characters) {
  const std::string words = "Donaudampfschiffe fahren selten ohne die zustimmende Genehmigung. ";
  std::string all;
  while (all.size() < characters * 7 / 5) all += words;
  return all.substr(0, characters * 7 / 5 - 1) + ".";
}

Reading reading() {
  return {{{"portal", "Azure portal", "https://portal.azure.com/"},
           {"balance", "Balance of the pass", "https://www.microsoftazuresponsorships.com/balance"},
           {"guide-page", "Our page", "https://training.example.com/azure-pass"}},
          true};
}

Reading withoutCode() {
  Reading without = reading();
  without.code = false;
  return without;
}

View atDoor(ScreenView screen) {
  View view;
  view.screen = std::move(screen);
  return view;
}

View atStudent(ScreenView screen) {
  View view = atDoor(std::move(screen));
  for (std::size_t i = 0; i < kLanguages.size(); ++i) view.languages.push_back(i);
  view.language = 6;
  return view;
}

}  // namespace hallpass::samples
