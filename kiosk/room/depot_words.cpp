#include "kiosk/room/depot_words.h"

#include "platform/base/locale_text.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::filled;
using platform::tr;
using platform::trn;

/// The trouble that counts: what the ledger knows for good comes before what the last try said.
std::optional<DepotRefusal> troubleOf(const DepotNews& news) {
  if (!news.member) return DepotRefusal::NotSet;
  if (news.member->frozen == "declared-lost") return DepotRefusal::Lost;
  if (!news.member->frozen.empty()) return DepotRefusal::Frozen;
  // Enrolled since.
  if (news.standing.trouble == DepotRefusal::NotSet) return std::nullopt;
  return news.standing.trouble;
}

bool wasAsked(const DepotNews& news) {
  const DepotStanding& standing = news.standing;
  return standing.synced || (standing.trouble && standing.trouble != DepotRefusal::NotSet);
}

std::string sentenceOf(DepotRefusal trouble) {
  switch (trouble) {
    case DepotRefusal::NotSet:
      return tr(
          "This device is not enrolled at the depot yet. Get a token from whoever runs the "
          "depot, and type at this device: hallpass depot enrol");
    case DepotRefusal::Unknown:
    case DepotRefusal::BadToken:
      return tr(
          "The depot does not know this device. Get a token from whoever runs the depot, and "
          "type at this device: hallpass depot enrol");
    case DepotRefusal::Frozen:
      return tr(
          "The depot gives this device nothing any more: its ledger was copied, or an older "
          "one was put in its place. Its codes of the depot are in quarantine. Whoever runs "
          "the depot declares it lost and enrols it anew.");
    case DepotRefusal::Lost:
      return tr(
          "Two people declared this device lost, so its codes of the depot are in quarantine. "
          "Whoever runs the depot can enrol it anew.");
    case DepotRefusal::Rebuilding:
      return tr(
          "The depot came out of a backup and gives no codes until every room has told what "
          "it holds. Switch the devices of the other rooms on. Then whoever runs the depot "
          "types: hallpass depot resume");
    case DepotRefusal::Empty:
      return tr(
          "The depot is on line, but has no code left for this class. Restock it: any room "
          "can.");
    case DepotRefusal::WrongVersion:
      return tr(
          "This device and the depot do not understand each other: one of them is older. "
          "Whoever runs them updates it.");
    case DepotRefusal::NotAllowed:
      return tr(
          "The depot's database does not let this device in. Whoever runs the depot checks "
          "its login and its certificate.");
    case DepotRefusal::Untrusted:
      return tr(
          "What answers at the depot's address did not prove that it is the depot, so nothing "
          "was sent to it. Check this device's clock; whoever runs the depot checks its "
          "certificate.");
    case DepotRefusal::Broken:
      return tr(
          "What answers at the depot's address is no depot that this device knows. Whoever "
          "runs the depot checks the address, and types: hallpass depot init");
    case DepotRefusal::Ledger:
      return tr("The depot could not be told: the ledger was busy. It is tried again by itself.");
    case DepotRefusal::Unreachable:
    case DepotRefusal::Gap:
      break;
  }
  return tr(
      "The depot cannot be reached. Codes that are here are handed out all the same. Check "
      "the network.");
}

}  // namespace

platform::Result<DepotNews, Refusal> depotNews(Ledger& ledger, const DepotStanding& standing) {
  auto member = ledger.leases().membership();
  if (!member) return member.error();
  const auto figures = ledger.leases().figures();
  if (!figures) return figures.error();
  return DepotNews{standing, *std::move(member), *figures};
}

Finding findingOf(const DepotNews& news) {
  const auto trouble = troubleOf(news);
  if (!trouble) return wasAsked(news) ? Finding::Good : Finding::Absent;
  switch (*trouble) {
    case DepotRefusal::NotSet:
    case DepotRefusal::Unreachable:
    case DepotRefusal::Rebuilding:
    case DepotRefusal::Empty:
    case DepotRefusal::Gap:
    case DepotRefusal::Ledger:
      return Finding::Attention;
    default:
      return Finding::Bad;
  }
}

bool mayRestock(const DepotNews& news) {
  const auto trouble = troubleOf(news);
  return findingOf(news) != Finding::Bad && trouble != DepotRefusal::NotSet;
}

std::string depotSentence(const DepotNews& news, MomentText momentText) {
  const auto trouble = troubleOf(news);
  if (!trouble && !wasAsked(news)) {
    return tr("The depot was not asked yet since this device was started.");
  }
  if (!trouble) {
    return filled(tr("The depot is on line. Last synchronised: {time}."),
                  {{"time", news.standing.synced ? momentText(*news.standing.synced) : ""}});
  }
  const bool away = trouble == DepotRefusal::Unreachable || trouble == DepotRefusal::Gap;
  if (!away || !news.standing.since) return sentenceOf(*trouble);
  return filled(
      tr("The depot has been out of reach since {time}. Codes that are here are handed out "
         "all the same. Check the network."),
      {{"time", momentText(*news.standing.since)}});
}

std::string depotCounts(const DepotNews& news) {
  const auto left = news.standing.left;
  const std::string here = platform::countText(news.figures.inStock);
  if (findingOf(news) == Finding::Good && left) {
    return filled(tr("Codes of the depot: {here} here, {left} left there."),
                  {{"here", here}, {"left", platform::countText(*left)}});
  }
  const std::string counts = filled(tr("Codes of the depot: {here} here."), {{"here", here}});
  if (news.figures.untold == 0) return counts;
  return counts + " " +
         trn("{n} entry waits to be sent.", "{n} entries wait to be sent.", news.figures.untold);
}

std::string notAddedSentence(DepotRefusal refusal) {
  if (refusal == DepotRefusal::Unreachable) {
    return tr(
        "The depot did not answer, so nobody knows yet whether the codes arrived. Send the "
        "list again: what arrived is not added twice.");
  }
  if (refusal == DepotRefusal::Rebuilding) {
    return tr(
        "The depot came out of a backup and takes no codes until every room has told what it "
        "holds. Try again later; nothing was added.");
  }
  return sentenceOf(refusal) + " " + tr("Nothing was added.");
}

}  // namespace hallpass
