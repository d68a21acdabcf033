#include "tests/support/traced_process.h"

#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <system_error>

/// Writes down which branches were taken, in a program that counts them.
// NOLINTBEGIN(bugprone-reserved-identifier,readability-identifier-naming): the compilers' names
extern "C" void __gcov_dump() __attribute__((weak));
extern "C" int __llvm_profile_write_file() __attribute__((weak));
// NOLINTEND(bugprone-reserved-identifier,readability-identifier-naming)

namespace tests {
namespace {

constexpr std::array kSyncs{SYS_fsync, SYS_fdatasync};
constexpr std::array kChanges{
    SYS_write,     SYS_writev,    SYS_pwrite64, SYS_pwritev,   SYS_ftruncate,       SYS_fallocate,
    SYS_sendfile,  SYS_openat,    SYS_mkdirat,  SYS_linkat,    SYS_unlinkat,        SYS_renameat,
    SYS_renameat2, SYS_symlinkat, SYS_fsync,    SYS_fdatasync, SYS_copy_file_range,
#ifdef SYS_open  // Newer machines have those with a folder alone.
    SYS_open,      SYS_creat,     SYS_mkdir,    SYS_link,      SYS_unlink,          SYS_rename,
    SYS_rmdir,     SYS_truncate,
#endif
};

template <class List>
bool contains(const List& list, std::uint64_t call) {
  return std::any_of(list.begin(), list.end(),
                     [&](long one) { return static_cast<std::uint64_t>(one) == call; });
}

/// A child that stops at each of its calls.
class Traced {
 public:
  explicit Traced(const std::function<int()>& work) : pid_(::fork()) {
    if (pid_ < 0) throw std::runtime_error("no process could be made");
    if (pid_ == 0) {
      if (::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) != 0) ::_exit(kForbidden);
      ::raise(SIGSTOP);
      const int status = work();
      ::raise(SIGSTOP);
      if (__gcov_dump != nullptr) __gcov_dump();
      if (__llvm_profile_write_file != nullptr) (void)__llvm_profile_write_file();
      ::_exit(status);
    }
    constexpr long options = PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL;
    if (wait() && ::ptrace(PTRACE_SETOPTIONS, pid_, nullptr, options) != 0) ended_ = true;
  }
  ~Traced() {
    if (ended_) return;
    ::kill(pid_, SIGKILL);
    ::waitpid(pid_, nullptr, 0);
  }
  Traced(const Traced&) = delete;
  Traced& operator=(const Traced&) = delete;

  /// Goes on to the beginning or the end of its next call; false once it has ended.
  bool next() {
    while (!ended_) {
      if (::ptrace(PTRACE_SYSCALL, pid_, nullptr, signal_) != 0 || !wait()) return false;
      constexpr int atCall = SIGTRAP | 0x80;
      signal_ = WSTOPSIG(status_);
      const bool isCall = signal_ == atCall;
      if (signal_ == SIGSTOP) over_ = true;
      if (isCall || signal_ == SIGSTOP) signal_ = 0;
      if (isCall && !over_) {
        return ::ptrace(PTRACE_GET_SYSCALL_INFO, pid_, sizeof call_, &call_) > 0;
      }
    }
    return false;
  }

  [[nodiscard]] const __ptrace_syscall_info& call() const { return call_; }
  [[nodiscard]] int exitStatus() const { return WIFEXITED(status_) ? WEXITSTATUS(status_) : -1; }

  /// At the beginning of a call: it is not made, and gives that error.
  void refuse(int error) {
    set(kCallRegister, -1);
    if (!next()) return;
    set(kAnswerRegister, -error);
  }

  [[nodiscard]] std::filesystem::path openedAs(std::uint64_t descriptor) const {
    std::error_code none;
    return std::filesystem::read_symlink(
        "/proc/" + std::to_string(pid_) + "/fd/" + std::to_string(descriptor), none);
  }

  static constexpr int kForbidden = 126;

 private:
#ifdef __x86_64__
  static constexpr std::size_t kCallRegister = offsetof(user, regs.orig_rax);
  static constexpr std::size_t kAnswerRegister = offsetof(user, regs.rax);
#else
  static constexpr std::size_t kCallRegister = 0;
  static constexpr std::size_t kAnswerRegister = 0;
#endif

  void set(std::size_t place, long value) const { ::ptrace(PTRACE_POKEUSER, pid_, place, value); }

  bool wait() {
    ended_ = ::waitpid(pid_, &status_, 0) != pid_ || !WIFSTOPPED(status_);
    return !ended_;
  }

  pid_t pid_;
  int status_ = 0;
  int signal_ = 0;
  bool over_ = false;  ///< The work is; what the compiler's counters do is no part of it.
  bool ended_ = false;
  __ptrace_syscall_info call_{};
};

}  // namespace

std::string whyNotTraced() {
#ifndef __x86_64__
  return "no process can be watched on this kind of machine";
#endif
  Traced tried([] { return 0; });
  bool stopped = false;
  while (tried.next()) stopped = true;
  return stopped && tried.exitStatus() == 0 ? "" : "no process may be watched here (ptrace)";
}

int runTraced(const std::function<int()>& work, const ProcessWatch& watch) {
  Traced child(work);
  std::filesystem::path syncing;
  while (child.next()) {
    const auto& call = child.call();
    if (call.op == PTRACE_SYSCALL_INFO_ENTRY) {
      if (contains(kChanges, call.entry.nr)) {
        watch.beforeChange();
        if (const int error = watch.error()) {
          child.refuse(error);
          continue;
        }
      }
      const bool syncs = contains(kSyncs, call.entry.nr);
      syncing = syncs ? child.openedAs(call.entry.args[0]) : std::filesystem::path();
    } else if (!syncing.empty()) {
      if (call.exit.rval == 0) watch.synced(syncing);
      syncing.clear();
    }
  }
  return child.exitStatus();
}

}  // namespace tests
