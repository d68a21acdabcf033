#include "kiosk/exchange/code_words.h"

#include <array>
#include <string>

#include "platform/base/translation.h"

namespace hallpass {

// NOLINTNEXTLINE(readability-function-size): a table of words
const HeaderWords& codeWords() {
  static const HeaderWords words{"code",
                                 "codes",
                                 "promo code",
                                 "promotion code",
                                 "promotional code",
                                 "voucher code",
                                 "voucher codes",
                                 "voucher",
                                 "vouchers",
                                 "voucher number",
                                 "training key",
                                 "key",
                                 "keys",
                                 "access key",
                                 "access code",
                                 "pass code",
                                 "passcode",
                                 "azure pass code",
                                 "azure pass",
                                 "pass",
                                 "passes",
                                 "redeem code",
                                 "redemption code",
                                 "activation code",
                                 "activation key",
                                 "coupon",
                                 "coupon code",
                                 "coupons",
                                 "invite code",
                                 "invitation code",
                                 "gift code",
                                 "license key",
                                 "licence key",
                                 "product key",
                                 "token",
                                 "exam voucher",
                                 "enrollment key",
                                 "enrolment key",
                                 "serial",
                                 "serial number",
                                 "koodi",
                                 "koodit",
                                 "lunastuskoodi",
                                 "kuponki",
                                 "avain",
                                 "kod",
                                 "koder",
                                 "kupongkod",
                                 "värdekod",
                                 "nyckel",
                                 "gutscheincode",
                                 "gutschein",
                                 "zugangscode",
                                 "schlüssel",
                                 "aktivierungscode",
                                 "code promo",
                                 "code promotionnel",
                                 "bon",
                                 "clé",
                                 "code d'accès",
                                 "código",
                                 "códigos",
                                 "clave",
                                 "cupón",
                                 "vale",
                                 "código promocional",
                                 "chave",
                                 "cupom",
                                 "voucher-code",
                                 "コード",
                                 "バウチャー",
                                 "バウチャーコード",
                                 "プロモーションコード",
                                 "クーポン",
                                 "クーポンコード",
                                 "キー",
                                 "アクセスコード",
                                 "引換コード"};
  return words;
}

const HeaderWords& redeemByWords() {
  static const HeaderWords words{"expiration date",
                                 "expiry date",
                                 "redeem by",
                                 "redeem before",
                                 "expires",
                                 "expires on",
                                 "expires at",
                                 "expiration",
                                 "expiry",
                                 "valid until",
                                 "valid to",
                                 "valid through",
                                 "valid till",
                                 "use by",
                                 "take by",
                                 "redeem by date",
                                 "redemption deadline",
                                 "end date",
                                 "gültig bis",
                                 "ablaufdatum",
                                 "verfallsdatum",
                                 "einlösen bis",
                                 "läuft ab",
                                 "läuft ab am",
                                 "voimassa",
                                 "voimassa asti",
                                 "viimeinen käyttöpäivä",
                                 "vanhenee",
                                 "vanhenemispäivä",
                                 "erääntyy",
                                 "giltig till",
                                 "giltig t.o.m.",
                                 "giltigt till",
                                 "utgångsdatum",
                                 "går ut",
                                 "date d'expiration",
                                 "expire le",
                                 "valable jusqu'au",
                                 "valide jusqu'au",
                                 "date limite",
                                 "fecha de caducidad",
                                 "caduca",
                                 "caducidad",
                                 "válido hasta",
                                 "vence",
                                 "fecha de vencimiento",
                                 "fecha de expiración",
                                 "validade",
                                 "válido até",
                                 "expira em",
                                 "data de validade",
                                 "data de expiração",
                                 "有効期限",
                                 "期限",
                                 "使用期限",
                                 "引換期限"};
  return words;
}

const HeaderWords& statusWords() {
  static const HeaderWords words{
      "status",   "state", "voucher status", "code status", "key status", "redemption status",
      "zustand",  "tila",  "statut",         "état",        "estado",     "estatus",
      "situação", "状態",  "ステータス"};
  return words;
}

std::string_view goneBy(std::string_view status) {
  struct Word {
    HeaderWords words;
    const char* reason;
  };
  static const std::array<Word, 3> kGone{
      {{{"expired", "abgelaufen", "vanhentunut", "utgången", "expiré", "expirée", "caducado",
         "vencido", "expirado", "期限切れ"},
        platform::noted("The list says that this code has expired.")},
       {{"redeemed",  "used",      "claimed",  "consumed",  "already used", "already redeemed",
         "eingelöst", "verwendet", "benutzt",  "käytetty",  "lunastettu",   "använd",
         "inlöst",    "utilisé",   "utilisée", "utilizado", "usado",        "canjeado",
         "resgatado", "使用済み",  "使用済"},
        platform::noted("The list says that this code was used.")},
       {{"revoked",   "cancelled",  "canceled",   "void",     "voided",   "invalid",
         "blocked",   "disabled",   "widerrufen", "gesperrt", "ungültig", "peruttu",
         "mitätöity", "återkallad", "spärrad",    "révoqué",  "annulé",   "revocado",
         "anulado",   "revogado",   "cancelado",  "無効"},
        platform::noted("The list says that this code was revoked.")}}};
  const std::string key = headerKey(status);
  for (const Word& gone : kGone) {
    if (gone.words.has(key)) return platform::tr(gone.reason);
  }
  return {};
}

}  // namespace hallpass
