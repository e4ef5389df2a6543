import type { Locale } from "./locales.ts";

/** The texts of a language: one file an area, named as its first key. */
export async function messagesOf(locale: Locale) {
  const [account, docs, site, studio] = await Promise.all([
    import(`../messages/${locale}/account.json`),
    import(`../messages/${locale}/docs.json`),
    import(`../messages/${locale}/site.json`),
    import(`../messages/${locale}/studio.json`),
  ]);
  return {
    account: account.default,
    docs: docs.default,
    site: site.default,
    studio: studio.default,
  };
}
