// What the disk holds, what a loss of power leaves of it, and when it fails.
#include <array>
#include <filesystem>
#include <fstream>

#include "tests/support/power_cut_vfs.h"

namespace tests {

void PowerCutDisk::load(const Files& files) {
  names_.clear();
  unsyncedNames_.clear();
  for (const auto& [name, content] : files) {
    auto node = std::make_shared<Node>();
    node->content = content;
    node->durable = content;
    names_.emplace(name, std::move(node));
  }
  durableNames_ = names_;
  fail({});
}

void PowerCutDisk::adopt(const PowerCutDisk& other) {
  std::map<const Node*, std::shared_ptr<Node>> copies;
  const auto copyOf = [&](const std::shared_ptr<Node>& node) -> std::shared_ptr<Node> {
    if (!node) return nullptr;
    auto& copy = copies[node.get()];
    if (!copy) copy.reset(new Node{node->content, node->durable, node->unsynced, {}});
    return copy;
  };
  load({});
  for (const auto& [name, node] : other.names_) names_[name] = copyOf(node);
  for (const auto& [name, node] : other.durableNames_) durableNames_[name] = copyOf(node);
  for (const auto& change : other.unsyncedNames_) {
    unsyncedNames_.push_back({change.name, copyOf(change.node)});
  }
}

PowerCutDisk::Files PowerCutDisk::files() const {
  Files all;
  for (const auto& [name, node] : names_) all.emplace(name, node->content);
  return all;
}

PowerCutDisk::Files PowerCutDisk::afterCut(std::uint32_t seed) const {
  Dice dice(seed);
  Names names = durableNames_;
  for (const NameChange& change : unsyncedNames_) {
    if (!dice.survives()) continue;
    if (change.node) {
      names[change.name] = change.node;
    } else {
      names.erase(change.name);
    }
  }
  Files left;
  for (const auto& [name, node] : names) {
    left.emplace(name, leftOf(node->durable, node->unsynced, dice));
  }
  return left;
}

void PowerCutDisk::mirror(const std::string& file) const {
  for (const char* ending : {"", "-wal", "-journal"}) {
    const std::string name = file + ending;
    const auto known = names_.find(name);
    std::error_code none;
    if (known == names_.end()) {
      std::filesystem::remove(name, none);
      continue;
    }
    if (!std::filesystem::exists(name)) std::ofstream(name, std::ios::binary).flush();
    std::filesystem::resize_file(name, known->second->content.size());
  }
}

void PowerCutDisk::fail(const Plan& plan) {
  plan_ = plan;
  calls_ = 0;
  hasFailed_ = false;
}

namespace {

int codeOfIo(int call) {
  constexpr std::array codes{SQLITE_IOERR_READ,   SQLITE_IOERR_WRITE, SQLITE_IOERR_TRUNCATE,
                             SQLITE_IOERR_FSYNC,  SQLITE_IOERR_FSTAT, SQLITE_CANTOPEN,
                             SQLITE_IOERR_DELETE, SQLITE_IOERR_SHMMAP};
  return codes.at(static_cast<std::size_t>(call));
}

}  // namespace

int PowerCutDisk::troubleWith(Call call) {
  const bool needsRoom = call == Call::Write || call == Call::Make || call == Call::Map;
  const bool can = plan_.fault == Fault::Io || (plan_.fault == Fault::Full && needsRoom) ||
                   (plan_.fault == Fault::Short && call == Call::Write) ||
                   (plan_.fault == Fault::Sync && call == Call::Sync);
  if (!can) return SQLITE_OK;
  ++calls_;
  if (calls_ < plan_.at || (calls_ > plan_.at && !plan_.stays)) return SQLITE_OK;
  hasFailed_ = true;
  if (call == Call::Write && plan_.fault != Fault::Io) return SQLITE_FULL;
  if (call == Call::Map && plan_.fault == Fault::Full) return SQLITE_IOERR_SHMSIZE;
  return codeOfIo(static_cast<int>(call));
}

void PowerCutDisk::changing() const {
  if (beforeChange_) beforeChange_();
}

std::shared_ptr<PowerCutDisk::Node> PowerCutDisk::make(const std::string& name) {
  auto node = std::make_shared<Node>();
  names_[name] = node;
  unsyncedNames_.push_back({name, node});
  return node;
}

void PowerCutDisk::remove(const std::string& name) {
  names_.erase(name);
  unsyncedNames_.push_back({name, nullptr});
}

void PowerCutDisk::write(Node& node, std::string bytes, std::size_t at) {
  put(node.content, at, bytes);
  node.unsynced.push_back({at, std::move(bytes), false});
}

void PowerCutDisk::sync(Node& node) {
  if (lies_) return;
  for (const UnsyncedChange& change : node.unsynced) {
    if (change.truncates) {
      node.durable.resize(change.at);
    } else {
      put(node.durable, change.at, change.bytes);
    }
  }
  node.unsynced.clear();
}

void PowerCutDisk::loseUnsynced(Node& node) {
  Dice dice(plan_.seed + static_cast<std::uint32_t>(calls_));
  node.durable = leftOf(node.durable, node.unsynced, dice);
  node.unsynced.clear();
}

void PowerCutDisk::syncFolder() {
  if (lies_) return;
  for (const NameChange& change : unsyncedNames_) {
    if (change.node) {
      durableNames_[change.name] = change.node;
    } else {
      durableNames_.erase(change.name);
    }
  }
  unsyncedNames_.clear();
}

}  // namespace tests
