#include "kiosk/ui/keyboard.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "platform/base/text.h"
#include "platform/base/translation.h"
#include "platform/display/window.h"

namespace hallpass {
namespace {

using platform::tr;

/// The keyboard's state, as the page keeps it: 0 = as the screen began.
constexpr std::string_view kPageKept = "keyboard page";  ///< KeyPage + 1.
constexpr std::string_view kCapitalsKept = "keyboard capitals";
constexpr std::string_view kErasesKept = "keyboard erases";  ///< Milliseconds of holding.

/// Erase that is held erases again after the first of these, and then every second one.
constexpr int kFirstRepeatMs = 400;
constexpr int kNextRepeatMs = 80;

/// Whether letters are typed as capitals: the next one, or until it is turned off.
enum class Capitals : std::uint8_t { Auto, Off, Next, Locked };

struct Board {
  KeySet set;
  KeyPage page = KeyPage::Letters;
  Capitals capitals = Capitals::Off;  ///< Never Auto.
  [[nodiscard]] bool areCapitals() const { return capitals != Capitals::Off; }
};

/// As many keys as the whole sheet has room for in a row.
std::size_t keyColumns(const Page& page) {
  const float gap = page.px(kGap);
  return static_cast<std::size_t>((page.content().w + gap) / (page.px(kTarget) + gap));
}

bool beginsWord(std::string_view typed) { return typed.empty() || typed.back() == ' '; }

Capitals capitalsOf(Capitals kept, const Typing& typing) {
  const Keyboard keyboard = typing.keyboard;
  if (keyboard == Keyboard::Search) return Capitals::Locked;
  if (keyboard == Keyboard::Email || kept != Capitals::Auto) {
    return kept == Capitals::Auto ? Capitals::Off : kept;
  }
  if (keyboard == Keyboard::Code) return Capitals::Locked;
  const bool begins = keyboard == Keyboard::Name ? beginsWord(typing.typed) : typing.typed.empty();
  return begins ? Capitals::Next : Capitals::Off;
}

Board boardOf(Page& page, const Typing& typing) {
  Board board{{typing.keyboard, platform::language(), typing.kana, keyColumns(page)}};
  const int turned = page.kept(kPageKept);
  if (turned > 0) board.page = static_cast<KeyPage>(turned - 1);
  if (turned == 0 && typing.kana && board.set.offersKana()) board.page = KeyPage::Kana;
  board.capitals = capitalsOf(static_cast<Capitals>(page.kept(kCapitalsKept)), typing);
  return board;
}

/// What shift turns to: small letters, one capital, capitals only, small letters again.
Capitals nextCapitals(Capitals now) {
  if (now == Capitals::Off) return Capitals::Next;
  return now == Capitals::Next ? Capitals::Locked : Capitals::Off;
}

std::string typedBy(KeyCap key, const Board& board) {
  const char32_t typed = board.areCapitals() ? key : smallLetter(key);
  return platform::toUtf8({&typed, 1});
}

std::optional<KeyPage> pageBehind(KeyCap key) {
  const std::size_t at = kTurnCaps.find(key);
  if (at == std::u32string_view::npos) return std::nullopt;
  return static_cast<KeyPage>(at);
}

/// What a key is called that types nothing or nothing to be seen.
std::string keyLabel(KeyCap key, const Board& board) {
  if (key == kEraseCap) return tr("Erase");
  if (key == kSpaceCap) return tr("Space");
  if (key == kShiftCap) return board.areCapitals() ? tr("Small letters") : tr("Capitals");
  const std::optional<KeyPage> behind = pageBehind(key);
  if (!behind) return typedBy(key, board);
  switch (*behind) {
    case KeyPage::Letters:
      break;
    case KeyPage::Numbers:
      return tr("Numbers and marks");
    case KeyPage::Accents:
      return tr("Letters with accents");
    case KeyPage::Kana:
      return tr("Kana");
    case KeyPage::MoreKana:
      return tr("More kana");
  }
  return tr("Letters");
}

/// What stands on it: as on every keyboard of that language, so it is not translated.
std::string keyCap(KeyCap key, const Board& board) {
  const std::optional<KeyPage> behind = pageBehind(key);
  if (!behind) return keyLabel(key, board);
  switch (*behind) {
    case KeyPage::Letters:
      break;
    case KeyPage::Numbers:
      return "123";
    case KeyPage::Accents:
      return board.areCapitals() ? "ÁÈÑ" : "áèñ";
    case KeyPage::Kana:
      return "あ";
    case KeyPage::MoreKana:
      return "が";
  }
  return "ABC";
}

Icon iconOf(KeyCap key) {
  if (key == kEraseCap) return Icon::Backspace;
  return key == kShiftCap ? Icon::Shift : Icon::None;
}

bool typesSign(KeyCap key) {
  return key != kSpaceCap && iconOf(key) == Icon::None && !pageBehind(key);
}

struct KeyTouch {
  bool touched = false;
  bool pressed = false;
};

/// What a key's letters are set by.
struct CapLook {
  const Board& board;
  ImU32 colour;
};

void drawCap(Page& page, const Rect& area, KeyCap key, const CapLook& look) {
  TextSize size = pageBehind(key) ? TextSize::Small : TextSize::Button;
  if (look.board.set.keyboard == Keyboard::Numbers && key != kSpaceCap) size = TextSize::Heading;
  const std::string cap = keyCap(key, look.board);
  const Rect inner = area.inset(page.px(typesSign(key) ? 0.8F : 1.2F), 0);
  if (key == kSpaceCap && page.textWidth(cap, {size, Face::SemiBold}) > inner.w) {
    size = TextSize::Small;
  }
  page.label(inner, cap, {size, Face::SemiBold, look.colour, Across::Centre, Down::Middle, true});
}

KeyTouch drawKey(Page& page, const Rect& area, KeyCap key, const Board& board) {
  const bool held = key == kShiftCap && board.areCapitals();
  KeyTouch touch;
  touch.touched = page.touch(
      area, {"key-" + keyName(key), keyLabel(key, board), "key", area, true, held}, touch.pressed);
  const Theme& theme = page.theme();
  const bool dark = touch.pressed != held;
  const bool plain = typesSign(key) || key == kSpaceCap;
  if (dark) {
    page.box(area, theme.primary);
  } else {
    page.box(area, plain ? theme.card : theme.panel, theme.line);
  }
  const ImU32 colour = dark ? theme.onPrimary : theme.text;
  if (const Icon icon = iconOf(key); icon != Icon::None) {
    const float side = std::min(std::min(area.w * 0.62F, area.h * 0.56F), page.px(10));
    const ImVec2 middle = area.centre();
    page.icon({middle.x - side / 2, middle.y - side / 2, side, side}, icon, colour);
    if (key == kShiftCap && board.capitals == Capitals::Locked) {
      const Rect bar{middle.x - side / 2, middle.y + side * 0.62F, side, side * 0.14F};
      page.draw().AddRectFilled(bar.min(), bar.max(), colour);
    }
    return touch;
  }
  drawCap(page, area, key, {board, colour});
  return touch;
}

void drawPreview(Page& page, const Rect& place, const std::string& sign) {
  page.over([&] {
    page.box(place, page.theme().primary, page.theme().onPrimary);
    page.label(place, sign,
               {TextSize::Heading, Face::SemiBold, page.theme().onPrimary, Across::Centre,
                Down::Middle, true});
  });
}

int repeatsAfter(int ms) {
  return ms < kFirstRepeatMs ? 0 : 1 + (ms - kFirstRepeatMs) / kNextRepeatMs;
}

/// Whether erase acts in this picture: at once when it is let go, or again while it is held.
bool erases(Page& page, const KeyTouch& touch) {
  int& held = page.kept(kErasesKept);
  if (!touch.pressed) return std::exchange(held, 0) < kFirstRepeatMs && touch.touched;
  // The first picture counts nothing, and a late one no more than one repeat.
  const int step = static_cast<int>(std::lround(ImGui::GetIO().DeltaTime * 1000.0F));
  const int before = held;
  held += held == 0 ? 1 : std::clamp(step, 1, kNextRepeatMs);
  page.keepMoving();
  return repeatsAfter(held) > repeatsAfter(before);
}

/// What a touched key asks for; of the keys that change the keyboard alone, nothing.
Intent actOf(Page& page, KeyCap key, const Board& board) {
  if (key == kShiftCap) {
    page.kept(kCapitalsKept) = static_cast<int>(nextCapitals(board.capitals));
    return {Intent::Act::Move, {}};
  }
  if (const auto behind = pageBehind(key)) {
    page.kept(kPageKept) = static_cast<int>(*behind) + 1;
    return {Intent::Act::Move, {}};
  }
  const bool stays = board.capitals == Capitals::Locked ||
                     (board.capitals == Capitals::Off && board.set.keyboard == Keyboard::Code);
  if (!stays) page.kept(kCapitalsKept) = 0;
  if (board.page == KeyPage::Accents) page.kept(kPageKept) = 1;
  if (board.page == KeyPage::MoreKana) {
    page.kept(kPageKept) = static_cast<int>(KeyPage::Kana) + 1;
  }
  return {Intent::Act::Type, typedBy(key, board)};
}

/// A row more than others have is made room for by smaller gaps on a small panel.
float gapOf(const Page& page, const KeySet& set) {
  constexpr float kSmallGap = 2.6F;
  return page.px(page.metrics().tight() && mostKeyRows(set) > 4 ? kSmallGap : kGap);
}

float keysHeight(const Page& page, const KeySet& set) {
  const float roomy = set.keyboard == Keyboard::Numbers ? 1.6F * kTarget : 1.25F * kTarget;
  const float key = page.metrics().tight() ? kTarget : roomy;
  const auto rows = static_cast<float>(mostKeyRows(set));
  return page.px(rows * key) + (rows - 1) * gapOf(page, set);
}

std::optional<Intent> drawKeys(Page& page, const Rect& area, const Board& board,
                               const Rect& bounds) {
  std::optional<Intent> intent;
  const KeyRows keys = keyRows(board.set, board.page);
  const float gap = gapOf(page, board.set);
  const float keyWidth = area.column(0, keys.columns, gap).w;
  std::optional<Rect> preview;
  std::string sign;
  for (std::size_t i = 0; i < keys.rows.size(); ++i) {
    Rect row = area.row(i, keys.rows.size(), gap);
    for (const KeyCap key : keys.rows[i]) {
      const Rect place = key == kSpaceCap ? row : row.cutLeft(keyWidth, gap);
      const KeyTouch touch = drawKey(page, place, key, board);
      if (key == kEraseCap) {
        if (erases(page, touch)) intent = Intent{Intent::Act::Erase, {}};
      } else if (touch.touched) {
        intent = actOf(page, key, board);
      }
      if (touch.pressed && typesSign(key) && board.set.keyboard != Keyboard::Numbers) {
        preview = previewPlace(page, place, bounds);
        sign = typedBy(key, board);
      }
    }
  }
  if (preview) drawPreview(page, *preview, sign);
  return intent;
}

}  // namespace

std::optional<Intent> drawKeyboard(Page& page, Rect& rest, const Typing& typing) {
  const Board board = boardOf(page, typing);
  const Rect bounds = rest;
  const float below = page.metrics().tight() ? gapOf(page, board.set) : page.px(5);
  return drawKeys(page, rest.cutBottom(keysHeight(page, board.set), below), board, bounds);
}

std::optional<Intent> drawNumberKeys(Page& page, const Rect& area) {
  return drawKeys(page, area, {{Keyboard::Numbers}}, area);
}

float numberKeysHeight(const Page& page) { return keysHeight(page, {Keyboard::Numbers}); }

Rect previewPlace(const Page& page, const Rect& key, const Rect& bounds) {
  const float gap = page.px(1.5F);
  const float height = page.px(page.metrics().tight() ? 15 : 20);
  Rect place{key.x, key.y - gap - height, std::max(key.w, height), height};
  place.x = key.centre().x - place.w / 2;
  if (place.y < bounds.y) {
    const bool left = key.centre().x > bounds.centre().x;
    place.x = left ? key.x - gap - place.w : key.x + key.w + gap;
    place.y = std::max(key.y + key.h - height, bounds.y);
  }
  place.x = std::clamp(place.x, bounds.x, bounds.x + bounds.w - place.w);
  return place;
}

std::vector<Intent> typedIntents(std::u32string_view typed) {
  std::vector<Intent> intents;
  for (const char32_t key : typed) {
    if (key == platform::kEraseKey) {
      intents.push_back({Intent::Act::Erase, {}});
    } else if (key == platform::kEnterKey) {
      intents.push_back({Intent::Act::Submit, {}});
    } else if (key == platform::kMenuKey) {
      intents.push_back({Intent::Act::OpenDoor, {}});
    } else {
      intents.push_back({Intent::Act::Type, platform::toUtf8({&key, 1})});
    }
  }
  return intents;
}

}  // namespace hallpass
