#include "tests/bench/synced_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <stdexcept>

namespace tests {
namespace {

constexpr std::size_t kBlock = 4096;
constexpr int kBlocks = 1024;

}  // namespace

SyncedFile::SyncedFile(const std::filesystem::path& folder) : file_(folder / "synced") {
  descriptor_ = open(file_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor_ < 0) throw std::runtime_error("cannot make " + file_.string());
  for (int i = 0; i < kBlocks; ++i) write();
}

SyncedFile::~SyncedFile() {
  close(descriptor_);
  std::error_code ignored;
  std::filesystem::remove(file_, ignored);
}

void SyncedFile::write() {
  std::array<char, kBlock> block{};
  block.fill(static_cast<char>('a' + next_ % 26));
  const auto at = static_cast<off_t>(kBlock) * (next_++ % kBlocks);
  if (pwrite(descriptor_, block.data(), block.size(), at) != static_cast<ssize_t>(kBlock) ||
      fdatasync(descriptor_) != 0) {
    throw std::runtime_error("cannot write to " + file_.string());
  }
}

}  // namespace tests
