import type { Locale } from "./locales.ts";

/** The texts of a language: one file an area, named as its first key. */
export async function messagesOf(locale: Locale) {
  const [
    account,
    batch,
    chat,
    design,
    desk,
    docs,
    front,
    notice,
    order,
    quote,
    shop,
    site,
    studio,
    viewer,
  ] = await Promise.all([
    import(`../messages/${locale}/account.json`),
    import(`../messages/${locale}/batch.json`),
    import(`../messages/${locale}/chat.json`),
    import(`../messages/${locale}/design.json`),
    import(`../messages/${locale}/desk.json`),
    import(`../messages/${locale}/docs.json`),
    import(`../messages/${locale}/front.json`),
    import(`../messages/${locale}/notice.json`),
    import(`../messages/${locale}/order.json`),
    import(`../messages/${locale}/quote.json`),
    import(`../messages/${locale}/shop.json`),
    import(`../messages/${locale}/site.json`),
    import(`../messages/${locale}/studio.json`),
    import(`../messages/${locale}/viewer.json`),
  ]);
  return {
    account: account.default,
    batch: batch.default,
    chat: chat.default,
    design: design.default,
    desk: desk.default,
    docs: docs.default,
    front: front.default,
    notice: notice.default,
    order: order.default,
    quote: quote.default,
    shop: shop.default,
    site: site.default,
    studio: studio.default,
    viewer: viewer.default,
  };
}
