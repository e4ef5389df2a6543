import type { MetadataRoute } from "next";
import { publicUrl } from "#lib/accounts/mails.ts";

/** The public address is known when the site runs, not when it is built. */
export const dynamic = "force-dynamic";

export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: "*", allow: "/", disallow: ["/api/", "/studio/", "/designs/", "/profile"] },
    sitemap: publicUrl("/sitemap.xml"),
  };
}
