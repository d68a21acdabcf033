#include "kiosk/exchange/list_problem.h"

#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::tr;

std::string_view usualSentence(ListRefusal refusal) {
  switch (refusal) {
    case ListRefusal::Empty:
      return tr("The file is empty. Check that it is the right one, or export it again.");
    case ListRefusal::TooLarge:
      return tr(
          "The file is larger than a list may be (64 MB of text, 16 MB of .xlsx, a million "
          "cells, 256 columns of a sheet). Copy the list alone into a new file, or split it.");
    case ListRefusal::NotAList:
      return tr(
          "The file is neither text nor a workbook; it may be a PDF, a picture or a web page. "
          "Open it, and save the list as .xlsx or .csv.");
    case ListRefusal::OldWorkbook:
      return tr(
          "The file is an old .xls workbook or one with a password. Open it, take the password "
          "away if it has one, and save it as .xlsx or .csv.");
    case ListRefusal::NoWorkbook:
      return tr(
          "The file is an archive or a document without an .xlsx workbook in it. Unpack it "
          "first, or open it and save the list as .xlsx or .csv.");
    case ListRefusal::Damaged:
      return tr(
          "The workbook is damaged: a part of it is missing or cannot be read. Open it in a "
          "spreadsheet program and save it again as .xlsx or .csv.");
    case ListRefusal::NoCodes:
      return tr(
          "No codes were found in the file. Give the column that holds them the heading "
          "\"Code\", or list one code a line.");
    case ListRefusal::NoStudents:
      return tr(
          "No names were found in the file. Give the columns the headings \"Name\", \"E-mail\" "
          "and \"Student number\"; only the name is needed.");
    case ListRefusal::NoOrders:
      return tr(
          "No orders were found in the file. Give the columns the headings \"Order Number\", "
          "\"Order Date\", \"Course Number\", \"Pass Title\", \"Licenses\", \"Quantity\" and "
          "\"Supports Pass\".");
    case ListRefusal::Cancelled:
      break;
  }
  return tr("The import was stopped. Nothing was taken.");
}

}  // namespace

std::string_view name(ListRefusal refusal) {
  switch (refusal) {
    case ListRefusal::Empty:
      return "Empty";
    case ListRefusal::TooLarge:
      return "TooLarge";
    case ListRefusal::NotAList:
      return "NotAList";
    case ListRefusal::OldWorkbook:
      return "OldWorkbook";
    case ListRefusal::NoWorkbook:
      return "NoWorkbook";
    case ListRefusal::Damaged:
      return "Damaged";
    case ListRefusal::NoCodes:
      return "NoCodes";
    case ListRefusal::NoStudents:
      return "NoStudents";
    case ListRefusal::NoOrders:
      return "NoOrders";
    case ListRefusal::Cancelled:
      break;
  }
  return "Cancelled";
}

ListProblem problem(ListRefusal why) { return {why, std::string(usualSentence(why))}; }

}  // namespace hallpass
