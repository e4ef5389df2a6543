import type { MetadataRoute } from "next";
import { publicUrl } from "#lib/accounts/mails.ts";

const PUBLIC_PAGES = ["/", "/docs", "/signin", "/signup"];

export default function sitemap(): MetadataRoute.Sitemap {
  return PUBLIC_PAGES.map((page) => ({ url: publicUrl(page) }));
}
