import { getTranslations } from "next-intl/server";
import type { Profile } from "#lib/accounts/get-profile.ts";
import { CURRENCIES, UNITS } from "#lib/accounts/preferences.ts";
import { labelIn } from "#lib/kinds/tongues/labels/index.ts";
import { ALLOYS } from "#lib/shared/alloys.ts";
import { LANGUAGE_NAMES, LOCALES } from "#lib/shared/locales.ts";
import type { Choice } from "./profile-form.tsx";

const SYSTEMS = ["us", "eu", "uk", "jp", "hk"] as const;

/** What can be preferred, as the lists of the profile page, in the page's language. */
export async function preferenceChoices(profile: Profile, locale: string): Promise<Choice[]> {
  const [t, sizes] = await Promise.all([
    getTranslations("account.profile"),
    getTranslations("design.ringSize.systems"),
  ]);
  const { currency, metal, ringSystem, units } = profile;
  const none = ["", t("asUsual")] as const;
  return [
    {
      ...{ name: "locale", label: t("language"), hint: t("languageHint"), value: profile.locale },
      options: LOCALES.map((one) => [one, LANGUAGE_NAMES[one]]),
    },
    {
      ...{ name: "currency", label: t("currency"), hint: t("currencyHint"), value: currency },
      options: CURRENCIES.map((code) => [code, code]),
    },
    {
      ...{ name: "metal", label: t("metal"), hint: t("metalHint"), value: metal ?? "" },
      options: [none, ...ALLOYS.map(({ id, label }) => [id, labelIn(locale, label)] as const)],
    },
    {
      ...{ name: "ringSystem", label: t("ringSystem"), hint: t("ringSystemHint") },
      value: ringSystem ?? "",
      options: [none, ...SYSTEMS.map((system) => [system, sizes(system)] as const)],
    },
    {
      ...{ name: "units", label: t("units"), hint: t("unitsHint"), value: units },
      options: UNITS.map((unit) => [unit, t(`unitNames.${unit}`)]),
    },
  ];
}
