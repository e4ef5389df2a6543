import type { MetadataRoute } from "next";
import { getTranslations } from "next-intl/server";

export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const t = await getTranslations("site");
  return {
    name: t("name"),
    description: t("description"),
    start_url: "/studio",
    display: "standalone",
    background_color: "#f7f5f2",
    theme_color: "#a3432a",
    icons: [{ src: "/icon.svg", sizes: "any", type: "image/svg+xml" }],
  };
}
