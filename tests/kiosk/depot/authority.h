#pragma once

#include <filesystem>
#include <string>

namespace tests {

/// An authority of the test's own that signs certificates, made by the command openssl in a folder.
class Authority {
 public:
  enum class Dates : std::uint8_t { Valid, Expired };

  /// `name` is also what its files are called.
  Authority(const std::filesystem::path& folder, const std::string& name);

  /// Makes FOLDER/FILE.key and FOLDER/FILE.crt, for the host or the login `subject`.
  void issue(const std::string& file, const std::string& subject, Dates dates = Dates::Valid) const;

  /// What a client or a server trusts it by.
  [[nodiscard]] std::string certificate() const { return path(name_ + ".crt"); }

 private:
  [[nodiscard]] std::string path(const std::string& file) const {
    return (folder_ / file).string();
  }
  void write(const std::string& file, const std::string& text) const;

  std::filesystem::path folder_;
  std::string name_;
};

}  // namespace tests
