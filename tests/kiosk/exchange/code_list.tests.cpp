#include "kiosk/exchange/code_list.h"

#include "tests/kiosk/exchange/lists.h"

using tests::azurePass;
using tests::codesOf;
using tests::contains;
using tests::examVoucher;
using tests::noteOf;
using tests::sample;
using tests::textsOf;
using tests::trainingKey;
using Texts = std::vector<std::string>;

namespace {

const std::string kA = "WK0SKTEST00000001A";
const std::string kB = "WK0SKTEST00000002B";
const std::string kC = "WK0SKTEST00000003C";

std::string dayOf(const hallpass::NewCode& code) {
  return code.redeemBy ? platform::toIsoText(*code.redeemBy) : "none";
}

}  // namespace

TEST_CASE("the mail attachment with all codes on one line gives 24 codes", "[exchange]") {
  const auto list = codesOf(sample("codes-azure-one-line.csv"), azurePass());
  CHECK(list.codes.size() == 24);
  CHECK(list.duplicate + list.odd + list.rejected == 0);
  CHECK(list.notes.empty());
  for (const auto& code : list.codes) {
    CHECK(code.line == 1);
    CHECK(code.code.reveal().size() == 18);
  }
}

TEST_CASE("the 5x5 list gives 12 codes of its first column", "[exchange]") {
  const auto list = codesOf(sample("codes-azure-5x5.txt"), azurePass());
  CHECK(list.codes.size() == 12);
  CHECK(list.duplicate + list.odd + list.rejected == 0);
  CHECK(list.notes.empty());
  CHECK(list.codes.front().line == 2);
  CHECK_FALSE(list.codes.front().redeemBy);  // "Issued" is no redeem-by date.
}

TEST_CASE("the pasted list gives 15 good codes, one duplicate and one odd one", "[exchange]") {
  const auto list = codesOf(sample("codes-azure-pasted.txt"), azurePass());
  CHECK(list.codes.size() == 16);
  CHECK(list.duplicate == 1);
  CHECK(list.odd == 1);
  CHECK(list.rejected == 0);
  REQUIRE(list.notes.size() == 2);
  CHECK(list.notes[0].line == 17);
  CHECK(contains(list.notes[0].what, "line 4"));
  CHECK(list.notes[1].line == 18);
  CHECK(contains(list.notes[1].what, "of the usual shape"));
}

TEST_CASE("of two columns of codes the pass type's own heading decides", "[exchange]") {
  const auto list = codesOf(sample("codes-training-keys.csv"), trainingKey());
  CHECK(list.codes.size() == 18);
  CHECK(list.duplicate + list.odd + list.rejected == 0);
  for (const auto& code : list.codes) CHECK(code.code.reveal().size() == 8);
  CHECK(list.codes[0].identity == list.codes[0].code.reveal());
}

TEST_CASE("exam vouchers bring their dates, and the expired one is rejected", "[exchange]") {
  const auto list = codesOf(sample("codes-exam-vouchers.csv"), examVoucher());
  CHECK(list.codes.size() == 9);
  CHECK(list.rejected == 1);
  CHECK(list.duplicate + list.odd == 0);
  CHECK(dayOf(list.codes[0]) == "2027-01-28T23:59:59.999Z");
  REQUIRE(list.notes.size() == 1);
  CHECK(list.notes[0].line == 9);
  CHECK(contains(list.notes[0].what, "expired"));
}

TEST_CASE("a list of purchases holds no codes, and the refusal says what was looked for",
          "[exchange]") {
  const auto list = hallpass::readCodes(
      tests::tableOf("Title,Price\nOne of them,ten\nTwo of,x y\n"), azurePass(), tests::kToday);
  REQUIRE_FALSE(list.ok());
  CHECK(list.error().why == hallpass::ListRefusal::NoCodes);
  CHECK(contains(list.error().sentence, "promo code"));
  CHECK(contains(list.error().sentence, "of the usual shape"));
}

TEST_CASE("a heading is no code, even where the type's shape fits it", "[exchange]") {
  const auto coupons = tests::passType("Coupon", {"[A-Za-z0-9-]{3,30}"},
                                       hallpass::CaseRule::Insensitive, {"coupon"});
  for (const std::string heading : {"Code", "Coupon", "Voucher code"}) {
    const auto list = codesOf(heading + "\nSUMMER-1\nWINTER-2\nSPRING-3\n", coupons);
    REQUIRE(list.codes.size() == 3);
    CHECK(list.codes.front().code.reveal() == "SUMMER-1");
  }
  CHECK(codesOf("SUMMER-1\nWINTER-2\n", coupons).codes.size() == 2);
}

TEST_CASE("a heading alone is no list of codes", "[exchange]") {
  for (const std::string text : {"Code\n", "Code,Offer\n", "Promo Code;Expires;Status\r\n"}) {
    INFO(text);
    const auto list = hallpass::readCodes(tests::tableOf(text), azurePass(), tests::kToday);
    REQUIRE_FALSE(list.ok());
    CHECK(list.error().why == hallpass::ListRefusal::NoCodes);
    CHECK(contains(list.error().sentence, "heading of the codes was found in line 1"));
    CHECK(contains(list.error().sentence, "no code below it"));
  }
}

TEST_CASE("quotes and the marks of a spreadsheet around a code are taken off", "[exchange]") {
  const std::string kSmall = "wk0sktest00000001a";
  for (const std::string& cell : std::vector<std::string>{
           "\"" + kSmall + "\"", "'" + kSmall + "'", "`" + kSmall + "`", "“" + kSmall + "”",
           "„" + kSmall + "“", "‘" + kSmall + "’", "«" + kSmall + "»", "« " + kSmall + " »",
           "\"\"\"" + kSmall + "\"\"\"", "=\"" + kSmall + "\"", "\"=\"\"" + kSmall + "\"\"\"",
           "='" + kSmall + "'", "'" + kSmall, "=" + kSmall}) {
    INFO(cell);
    const auto list = codesOf("Code;Offer\n" + cell + ";x\n" + kB + ";y\n", azurePass());
    CHECK(textsOf(list) == Texts{kSmall, kB});
    CHECK(codesOf(cell + "\n" + kB + "\n", azurePass()).odd == 1);
  }
}

TEST_CASE("a code with quotes and the same without are one code", "[exchange]") {
  const auto list =
      codesOf("“" + kA + "”\n" + kA + "\n'" + kA + "'\n=\"" + kA + "\"\n'" + kA + "\n" + kB + "\n",
              azurePass());
  CHECK(textsOf(list) == Texts{kA, kB});
  CHECK(list.duplicate == 4);
  CHECK(list.odd == 0);
}

TEST_CASE("codes that are all in quotes are found without a heading", "[exchange]") {
  CHECK(textsOf(codesOf("'" + kA + "\n'" + kB + "\n'" + kC + "\n", azurePass())) ==
        Texts{kA, kB, kC});
  CHECK(textsOf(codesOf("1;team;“" + kA + "”\n2;crew;“" + kB + "”\n", azurePass())) ==
        Texts{kA, kB});
  CHECK(textsOf(codesOf("“" + kA + "”;“" + kB + "”\n", azurePass())) == Texts{kA, kB});
}

TEST_CASE("a mark that belongs to the code stays", "[exchange]") {
  const auto type = tests::passType("Odd", {"'[A-Z]{4}", "=[A-Z]{4}=", "`[A-Z]{4}`"},
                                    hallpass::CaseRule::Sensitive, {"code"});
  CHECK(textsOf(codesOf("Code\n'ABCD\n=ABCD=\n`ABCD`\n", type)) ==
        Texts{"'ABCD", "=ABCD=", "`ABCD`"});
  CHECK(textsOf(codesOf("Code\n'AB CD\n=A1+B2\n", type)) == Texts{"'AB CD", "=A1+B2"});
}

TEST_CASE("every shape in which codes reach a trainer is read", "[exchange]") {
  const Texts all{kA, kB, kC};
  SECTION("one code a line") {
    CHECK(textsOf(codesOf(kA + "\n" + kB + "\n" + kC, azurePass())) == all);
  }
  SECTION("a workbook's columns Codes and Team #") {
    CHECK(textsOf(codesOf("Codes,Team #\n" + kA + ",1\n" + kB + ",\n" + kC + ",\n", azurePass())) ==
          all);
  }
  SECTION("the export of an automation") {
    CHECK(textsOf(codesOf("Index,Account,Password,Applicant,code\n1,a1,p1,X," + kA +
                              "\n2,a2,p2,Y," + kB + "\n3,a3,p3,Z," + kC + "\n",
                          azurePass())) == all);
  }
  SECTION("a header that no program knows") {
    const auto list = codesOf("Salasana\n" + kA + "\n" + kB + "\n" + kC + "\n", azurePass());
    CHECK(textsOf(list) == all);
    CHECK(contains(noteOf(list.notes, 1), "heading"));
    CHECK(list.rejected == 0);
  }
  SECTION("no header, and the codes not in the first column") {
    CHECK(textsOf(codesOf(
              "1;first team;" + kA + "\n2;second team;" + kB + "\n3;third team;" + kC + "\n",
              azurePass())) == all);
  }
  SECTION("several codes on each of several lines") {
    CHECK(textsOf(codesOf(kA + "," + kB + "\n" + kC + "\n", azurePass())) == all);
  }
  SECTION("now and then two codes on a line") {
    CHECK(textsOf(codesOf(kA + ", " + kB + "\n" + kC + "\nWK0SKTEST00000004D\nWK0SKTEST00000005E\n",
                          azurePass()))
              .size() == 5);
  }
  SECTION("titles above the heading") {
    const auto list = codesOf("Export of 2026;;\nOrder 7;;\nCode;Offer;Team\n" + kA + ";x;1\n" +
                                  kB + ";x;2\n" + kC + ";x;3\n",
                              azurePass());
    CHECK(textsOf(list) == all);
    CHECK(contains(noteOf(list.notes, 1), "above the heading"));
  }
  SECTION("the heading again in the middle") {
    const auto list = codesOf("Code\n" + kA + "\n" + kB + "\nCode\n" + kC + "\n", azurePass());
    CHECK(textsOf(list) == all);
    CHECK(contains(noteOf(list.notes, 4), "repeats the heading"));
  }
  SECTION("invisible characters around the codes") {
    CHECK(textsOf(codesOf("\u200B" + kA + "\u00A0\n\u00AD" + kB + "\uFEFF\n" + kC + "\t\n",
                          azurePass())) == all);
  }
  SECTION("a separator at the end of each line") {
    CHECK(textsOf(codesOf(kA + ",\n" + kB + ",\n" + kC + ",\n", azurePass())) == all);
  }
}

TEST_CASE("vouchers with numbers beside them are known by their look", "[exchange]") {
  const auto type = tests::passType("Wi-Fi voucher", {"[A-Z]{4}-[A-Z0-9]{4}"},
                                    hallpass::CaseRule::Sensitive, {"voucher"});
  const auto list = codesOf("ABCD-EF12,0,0,0,0,60,0\nABCD-EF13,0,0,0,0,60,0\n", type);
  CHECK(textsOf(list) == Texts{"ABCD-EF12", "ABCD-EF13"});
}

TEST_CASE("codes of a kind that has no known shape are found by their look", "[exchange]") {
  const auto type =
      tests::passType("Course key", {}, hallpass::CaseRule::Sensitive, {"course key"});
  const auto list =
      codesOf("1;Room Aurora;K7X-22Q;2026-01-01\n2;Room Borealis;P9Z-41W;2026-01-01\n", type);
  CHECK(textsOf(list) == Texts{"K7X-22Q", "P9Z-41W"});
  CHECK(list.odd == 2);
}

TEST_CASE("an account before the code is rejected with a reason", "[exchange]") {
  const auto list = codesOf("user1 " + kA + "\nuser2 " + kB + "\n" + kC + "\n", azurePass());
  CHECK(textsOf(list) == Texts{kC});
  CHECK(list.rejected == 2);
  CHECK(contains(noteOf(list.notes, 1), "Leave only the code"));
}

TEST_CASE("a mail pasted around the codes is rejected line by line", "[exchange]") {
  const auto list =
      codesOf("Dear trainer,\nhere are your codes:\n\n" + kA + "\n" + kB + "\n\nBest regards\n",
              azurePass());
  CHECK(textsOf(list) == Texts{kA, kB});
  CHECK(contains(noteOf(list.notes, 2), "words"));
}

TEST_CASE("a cell that cannot be a code is rejected with its reason", "[exchange]") {
  const auto note = [](const std::string& cell) {
    const auto list =
        codesOf("Code;Offer\n" + cell + ";x\n" + kA + ";y\n" + kB + ";y\n", azurePass());
    CHECK(list.rejected == 1);
    CHECK(list.codes.size() == 2);
    return noteOf(list.notes, 2);
  };
  CHECK(contains(note(""), "no code"));
  CHECK(contains(note(std::string(257, 'A')), "256"));
  CHECK(contains(note("AB\x01"
                      "CD"),
                 "control"));
  CHECK(contains(note("WK0SK\u200BTEST00000009A"), "invisible"));
  CHECK(contains(note("WK0SK\u00ADTEST00000009A"), "invisible"));
  CHECK(contains(note("“WK0SK\u200ETEST00000009A”"), "invisible"));
  CHECK(contains(note("“”"), "no code"));
  CHECK(contains(note("1.23E+17"), "spreadsheet"));
  CHECK(contains(note("'1.23E+17"), "spreadsheet"));
  CHECK(contains(note("“1.23E+17”"), "spreadsheet"));
  CHECK(contains(note("1,23457E+17"), "spreadsheet"));
  CHECK(contains(note("#N/A"), "formula"));
  CHECK(contains(note("AB\xFF"
                      "CDÅÄÖÅÄÖ"),
                 "no text"));
}

TEST_CASE("a code of 256 characters and one with an exponent's letter are taken", "[exchange]") {
  CHECK(codesOf("Code\n" + std::string(256, 'A') + "\n", azurePass()).codes.size() == 1);
  CHECK(codesOf("Training Key\n12345E67\n1E234567\n", trainingKey()).odd == 0);
}

TEST_CASE("the case of a code is kept and counts as the pass type says", "[exchange]") {
  const auto loose = codesOf("Code\nwk0sktest00000001a\n" + kA + "\n", azurePass());
  CHECK(textsOf(loose) == Texts{"wk0sktest00000001a"});
  CHECK(loose.duplicate == 1);
  CHECK(loose.codes[0].identity == kA);
  const auto strict = codesOf("Key\n3Be72559\n3be72559\n", trainingKey());
  CHECK(textsOf(strict) == Texts{"3Be72559", "3be72559"});
}

TEST_CASE("redeem-by dates are read under headings of many languages", "[exchange]") {
  for (const std::string heading :
       {"Expiration date", "Expires", "REDEEM BY", "Valid until", "Gültig bis", "Giltig till",
        "Viimeinen käyttöpäivä", "Date d'expiration", "Fecha de caducidad", "Validade",
        "有効期限"}) {
    INFO(heading);
    const auto list = codesOf("Code;" + heading + "\n" + kA + ";28.1.2027\n", azurePass());
    CHECK(dayOf(list.codes.at(0)) == "2027-01-28T23:59:59.999Z");
  }
}

TEST_CASE("a date in two readings is decided by its column, else left to the import",
          "[exchange]") {
  const auto decided =
      codesOf("Code;Expires\n" + kA + ";03/04/2027\n" + kB + ";28/04/2027\n", azurePass());
  CHECK(dayOf(decided.codes.at(0)) == "2027-04-03T23:59:59.999Z");
  CHECK(decided.notes.empty());
  const auto open =
      codesOf("Code;Expires\n" + kA + ";03/04/2027\n" + kB + ";someday\n", azurePass());
  CHECK(dayOf(open.codes.at(0)) == "none");
  CHECK(open.codes.size() == 2);
  CHECK(contains(noteOf(open.notes, 2), "two ways"));
  CHECK(contains(noteOf(open.notes, 3), "cannot be read"));
}

TEST_CASE("a code whose date is past is taken and noted", "[exchange]") {
  const auto list =
      codesOf("Code;Expires\n" + kA + ";2026-11-20\n" + kB + ";2026-11-21\n", azurePass());
  CHECK(list.codes.size() == 2);
  CHECK(contains(noteOf(list.notes, 2), "2026-11-20"));
  CHECK(noteOf(list.notes, 3).empty());
}

TEST_CASE("codes that the list says are gone are rejected", "[exchange]") {
  for (const std::string status :
       {"Expired", "REDEEMED", "used", "Revoked", "Abgelaufen", "Käytetty", "使用済み"}) {
    INFO(status);
    const auto list =
        codesOf("Code;Status\n" + kA + ";" + status + "\n" + kB + ";Active\n", azurePass());
    CHECK(textsOf(list) == Texts{kB});
    CHECK(list.rejected == 1);
  }
}

TEST_CASE("no note ever holds a code", "[exchange]") {
  const std::string text = "Code;Expires;Status\n" + kA + ";x;\n" + kA + ";;\n" + kB +
                           ";;Used\nuser " + kC + ";;\nODD-ONE;1.1.2020;\n";
  const auto list = codesOf(text, azurePass());
  CHECK(list.notes.size() >= 5);
  for (const auto& note : list.notes) {
    for (const std::string& secret : {kA, kB, kC, std::string("ODD-ONE")}) {
      CHECK_FALSE(contains(note.what, secret));
    }
  }
}

TEST_CASE("a value that repeats down a column is no heading", "[exchange]") {
  const auto type = tests::passType("Key", {}, hallpass::CaseRule::Sensitive, {});
  const auto list = codesOf("XKXQ-WERT;Pass\nPZPZ-QWER;Pass\nQQQZ-WERT;Pass\n", type);
  CHECK(list.codes.size() == 3);
}

TEST_CASE("a file of another kind is no list of codes", "[exchange]") {
  for (const std::string file : {"orders.csv", "roster.csv"}) {
    for (const auto& type : {azurePass(), trainingKey(), examVoucher()}) {
      INFO(file << " as " << type.title);
      const auto list = hallpass::readCodes(tests::tableOf(sample(file)), type, tests::kToday);
      REQUIRE_FALSE(list.ok());
      CHECK(list.error().why == hallpass::ListRefusal::NoCodes);
    }
  }
}

TEST_CASE("codes of an odd shape are taken from a list of one column or one line", "[exchange]") {
  CHECK(codesOf("NEWKIND-1\nNEWKIND-2\n", azurePass()).odd == 2);
  CHECK(codesOf("NEWKIND-1,NEWKIND-2,NEWKIND-3\r\n", azurePass()).odd == 3);
  CHECK(codesOf("Code,Offer\nNEWKIND-1,x\n", azurePass()).odd == 1);
}

TEST_CASE("a long list tells how far it is, and stops when it is told to", "[exchange]") {
  std::string text;
  for (int i = 0; i < 2500; ++i) text += "WK0SKTEST000" + std::to_string(100000 + i) + "\n";
  const hallpass::Table table = tests::tableOf(text);
  std::vector<std::int64_t> told;
  const auto all = hallpass::readCodes(table, azurePass(), tests::kToday,
                                       [&](std::int64_t done, std::int64_t total) {
                                         CHECK(total == 2500);
                                         told.push_back(done);
                                         return true;
                                       });
  REQUIRE(all.ok());
  CHECK(all->codes.size() == 2500);
  CHECK(told == std::vector<std::int64_t>{1000, 2000, 2500});
  const auto stopped = hallpass::readCodes(table, azurePass(), tests::kToday,
                                           [](std::int64_t, std::int64_t) { return false; });
  REQUIRE_FALSE(stopped.ok());
  CHECK(stopped.error().why == hallpass::ListRefusal::Cancelled);
}
