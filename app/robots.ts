import type { MetadataRoute } from "next";
import { publicUrl } from "#lib/accounts/mails.ts";

export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: "*", allow: "/", disallow: ["/api/", "/studio/", "/designs/", "/profile"] },
    sitemap: publicUrl("/sitemap.xml"),
  };
}
