import type { getTranslations } from "next-intl/server";

type StudioTexts = Awaited<ReturnType<typeof getTranslations<"studio">>>;

/** Sentences that show what one can say. */
export const examplesOf = (t: StudioTexts): string[] => [
  t("examples.sapphire"),
  t("examples.band"),
  t("examples.halo"),
  t("examples.three"),
];
