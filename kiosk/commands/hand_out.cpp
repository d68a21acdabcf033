#include "kiosk/commands/hand_out.h"

#include "kiosk/domain/payload.h"
#include "kiosk/room/room.h"

namespace hallpass {
namespace {

std::string payloadOf(const Claim& claim, const PassType& type) {
  // The template was tried out when the pass type was loaded.
  return fillPayload(type.payload, {{"CODE", claim.code.reveal()}}).value();
}

}  // namespace

std::optional<Complaint> notReady(Session& session, Ledger& ledger) {
  const auto room = readRoom(ledger, assetsFolder(), session.clock().now());
  if (!room) return complaint(room.error());
  for (const Reason& reason : room->reasons) {
    if (reason.kind == ReasonKind::ClockBehind) return Complaint{"ClockBehind", reason.sentence};
    if (reason.kind == ReasonKind::GuideInvalid) return Complaint{"BadGuide", reason.sentence};
  }
  return std::nullopt;
}

std::string codeText(const Claim& claim, const PassType& type) {
  const std::string payload = payloadOf(claim, type);
  std::string text = claim.code.reveal() + "\n";
  if (payload != claim.code.reveal()) text += "The QR code holds: " + payload + "\n";
  if (!claim.value.empty()) text += "It is worth: " + claim.value + "\n";
  if (!type.site.empty()) text += "Enter it at: " + type.site + "\n";
  return text;
}

nlohmann::ordered_json jsonOf(const Claim& claim, const Student& student, const PassType& type) {
  return {{"claim", claim.id.value},
          {"student", student.entry.name},
          {"code", claim.code.reveal()},
          {"payload", payloadOf(claim, type)},
          {"site", type.site}};
}

}  // namespace hallpass
