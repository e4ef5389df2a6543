import type { MetadataRoute } from "next";
import { publicUrl } from "#lib/accounts/mails.ts";

/** The public address is known when the site runs, not when it is built. */
export const dynamic = "force-dynamic";

const PUBLIC_PAGES = ["/", "/docs", "/signin", "/signup"];

export default function sitemap(): MetadataRoute.Sitemap {
  return PUBLIC_PAGES.map((page) => ({ url: publicUrl(page) }));
}
