#include "platform/base/translation.h"

#include <atomic>
#include <locale>
#include <map>
#include <memory>

#include "platform/base/versions.h"

namespace platform {
namespace {

using Messages = boost::locale::message_format<char>;

/// A language with its catalogues; none is ever let go, because tr() points into them.
struct Catalogue {
  std::string id;
  std::locale locale;
  const Messages* messages = nullptr;  ///< nullptr = English.
};

struct Catalogues {
  std::filesystem::path folder;
  std::vector<std::string> domains;
  std::map<std::string, std::unique_ptr<Catalogue>, std::less<>> loaded;
};

Catalogues& catalogues() {
  static Catalogues all;
  return all;
}

const Catalogue kEnglish{"en", std::locale::classic(), nullptr};
std::atomic<const Catalogue*> current{&kEnglish};

/// Boost reads the catalogues itself: the C library would want a locale of the system's for each
/// language, and a small device has none.
std::unique_ptr<Catalogue> load(std::string_view id) {
  auto backends = boost::locale::localization_backend_manager::global();
  backends.select("std");
  boost::locale::generator generator(backends);
  generator.categories(kCatalogueParts);
  generator.add_messages_path(catalogues().folder.string());
  for (const std::string& domain : catalogues().domains) generator.add_messages_domain(domain);
  auto catalogue = std::make_unique<Catalogue>();
  catalogue->id = id;
  catalogue->locale = generator(catalogue->id + ".UTF-8");
  catalogue->messages = &std::use_facet<Messages>(catalogue->locale);
  return catalogue;
}

/// The first domain's answer, or nullptr.
template <class Look>
const char* find(const Look& look) {
  const Messages* messages = current.load()->messages;
  if (messages == nullptr) return nullptr;
  for (std::size_t domain = 0; domain < catalogues().domains.size(); ++domain) {
    if (const char* found = look(*messages, static_cast<int>(domain))) return found;
  }
  return nullptr;
}

}  // namespace

void useCatalogues(const std::filesystem::path& folder, const std::vector<std::string>& domains) {
  current = &kEnglish;
  catalogues().loaded.clear();
  catalogues().folder = folder;
  catalogues().domains = domains;
}

void setLanguage(std::string_view language) {
  if (language == kEnglish.id || catalogues().domains.empty()) {
    current = &kEnglish;
    return;
  }
  auto& loaded = catalogues().loaded;
  auto known = loaded.find(language);
  if (known == loaded.end()) known = loaded.emplace(language, load(language)).first;
  current = known->second.get();
}

std::string_view language() { return current.load()->id; }

const char* tr(const char* english) { return trc(nullptr, english); }

std::string tr(const std::string& english) {
  return english.empty() ? english : std::string(tr(english.c_str()));
}

const char* trc(const char* context, const char* english) {
  const char* found = find(
      [&](const Messages& messages, int domain) { return messages.get(domain, context, english); });
  return found != nullptr ? found : english;
}

std::string trn(const char* one, const char* many, std::int64_t count) {
  const char* found = find([&](const Messages& messages, int domain) {
    return messages.get(domain, nullptr, one, static_cast<int>(count));
  });
  if (found == nullptr) found = count == 1 ? one : many;
  return filled(found, {{"n", std::to_string(count)}});
}

std::string filled(std::string_view text, std::initializer_list<Filling> fillings) {
  std::string all;
  while (!text.empty()) {
    const std::size_t open = text.find('{');
    all += text.substr(0, open);
    if (open == text.npos) break;
    text.remove_prefix(open);
    const Filling* match = nullptr;
    for (const Filling& filling : fillings) {
      const std::size_t close = filling.name.size() + 1;
      if (text.size() > close && text[close] == '}' && text.substr(1, close - 1) == filling.name) {
        match = &filling;
      }
    }
    all += match != nullptr ? match->value : text.substr(0, 1);
    text.remove_prefix(match != nullptr ? match->name.size() + 2 : 1);
  }
  return all;
}

}  // namespace platform
