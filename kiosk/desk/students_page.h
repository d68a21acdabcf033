#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/desk/desk_page.h"
#include "kiosk/desk/paging.h"
#include "kiosk/desk/student_list.h"

namespace hallpass {

/// The students of the current class: searched, filtered, sorted, and opened one by one.
class StudentsPage final : public DeskPage {
 public:
  /// `only`: the state whose students are shown at first; nullopt: all.
  explicit StudentsPage(DeskTools tools, std::optional<StudentState> only = std::nullopt);
  [[nodiscard]] ScreenView view() const override;
  [[nodiscard]] Step handle(const Intent& intent) override;
  void refresh() override { read(); }
  [[nodiscard]] std::optional<DeskPlace> place() const override { return DeskPlace::Students; }

 private:
  void read();
  void arrange();
  [[nodiscard]] std::string emptyLead() const;
  void search(const std::string& typed);
  void sortBy(std::size_t column);
  [[nodiscard]] FormView form() const;
  [[nodiscard]] TableView table() const;
  [[nodiscard]] Step editSearch();
  [[nodiscard]] Step open(std::size_t at) const;
  void choose(std::size_t option);

  std::optional<Refusal> trouble_;  ///< Why the ledger could not be read.
  bool canAdd_ = false;             ///< There is a class that is not closed.
  bool namesErased_ = false;        ///< Nobody of the class has a name any more.
  StudentList list_;
  StudentQuery query_;
  std::vector<const ListedStudent*> found_;  ///< Of `list_`, by `query_`.
  Paging paging_;
};

}  // namespace hallpass
