#include "tests/kiosk/depot/authority.h"

#include <fstream>
#include <vector>

#include "tests/support/process.h"

namespace tests {
namespace {

/// `openssl req`, which makes a key and what `more` says.
void request(const std::string& key, const std::string& to, const std::string& subject,
             const std::vector<std::string>& more) {
  std::vector<std::string> command{
      "openssl",       "req",     "-newkey", "ec",   "-pkeyopt", "ec_paramgen_curve:prime256v1",
      "-nodes",        "-keyout", key,       "-out", to,         "-subj",
      "/CN=" + subject};
  command.insert(command.end(), more.begin(), more.end());
  runTool(command);
}

}  // namespace

Authority::Authority(const std::filesystem::path& folder, const std::string& name)
    : folder_(folder), name_(name) {
  request(path(name + ".key"), certificate(), name, {"-x509", "-days", "2"});
  write(name + ".db", "");
  write(name + ".conf",
        "[ca]\ndefault_ca = it\n[it]\ndatabase = " + path(name + ".db") +
            "\nnew_certs_dir = " + folder.string() +
            "\nrand_serial = yes\nunique_subject = no\ndefault_md = sha256\npolicy = its_policy\n"
            "[its_policy]\ncommonName = supplied\n");
}

void Authority::write(const std::string& file, const std::string& text) const {
  std::ofstream(path(file)) << text;
}

void Authority::issue(const std::string& file, const std::string& subject, Dates dates) const {
  request(path(file + ".key"), path(file + ".csr"), subject, {});
  write(file + ".ext", "subjectAltName = DNS:" + subject + "\n");
  const std::string until = dates == Dates::Valid ? "20491231235959Z" : "20200201000000Z";
  runTool({"openssl",    "ca",
           "-batch",     "-notext",
           "-config",    path(name_ + ".conf"),
           "-cert",      certificate(),
           "-keyfile",   path(name_ + ".key"),
           "-in",        path(file + ".csr"),
           "-out",       path(file + ".crt"),
           "-extfile",   path(file + ".ext"),
           "-startdate", "20200101000000Z",
           "-enddate",   until});
}

}  // namespace tests
