#include "platform/os/machine.h"

#include "platform/base/translation.h"

namespace platform {
namespace {

std::string absentSentence(MachinePart part) {
  switch (part) {
    case MachinePart::Power:
      return tr("The program cannot reach what switches this machine. Use its power button.");
    case MachinePart::Time:
      return tr(
          "The program cannot reach this machine's clock. Set it as the machine's maker says.");
    case MachinePart::Brightness:
      return tr(
          "This screen's brightness is not set by the machine. Use the buttons on the screen.");
    case MachinePart::Volume:
      return tr("This machine has no loudspeaker that can be set. Nothing needs one.");
    case MachinePart::Rotation:
      break;
  }
  return tr("The picture cannot be turned on this machine. Turn it where the display is set up.");
}

std::string forbiddenSentence(MachinePart part) {
  switch (part) {
    case MachinePart::Power:
      return tr("The machine does not let the program switch it. Use its power button.");
    case MachinePart::Time:
      return tr(
          "The machine does not let the program set its clock. Whoever set the machine up can "
          "allow it.");
    case MachinePart::Brightness:
      return tr(
          "The machine does not let the program set the brightness. Whoever set the machine up can "
          "allow it.");
    case MachinePart::Volume:
      return tr(
          "The machine does not let the program set the volume. Whoever set the machine up can "
          "allow it.");
    case MachinePart::Rotation:
      break;
  }
  return tr(
      "The machine does not let the program turn the picture. Whoever set the machine up can "
      "allow it.");
}

std::string failedSentence(MachinePart part) {
  switch (part) {
    case MachinePart::Power:
      return tr(
          "The machine did not answer. Try again; if it fails once more, use its power button.");
    case MachinePart::Time:
      return tr("The machine's clock was not set. Try again in a minute.");
    case MachinePart::Brightness:
      return tr("The brightness was not set. Try again.");
    case MachinePart::Volume:
      return tr("The volume was not set. Try again.");
    case MachinePart::Rotation:
      break;
  }
  return tr("The picture was not turned. Try again.");
}

}  // namespace

std::string sentence(MachinePart part, MachineRefusal refusal) {
  switch (refusal) {
    case MachineRefusal::Absent:
      return absentSentence(part);
    case MachineRefusal::NotAllowed:
      return forbiddenSentence(part);
    case MachineRefusal::Failed:
      break;
  }
  return failedSentence(part);
}

}  // namespace platform
