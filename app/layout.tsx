import "@fontsource-variable/inter/wght.css";
import "./globals.css";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Bell } from "#components/notice/bell.tsx";
import { SiteHeader } from "#components/ui/site-header.tsx";
import { THEME_COOKIE, toTheme } from "#components/ui/theme.ts";
import { Toasts } from "#components/ui/toast.tsx";
import { env } from "#lib/env.ts";
import { sessionContext } from "#lib/http/context.ts";
import { countUnread } from "#lib/notices/count-unread.ts";
import { SignOutForm } from "./(auth)/sign-out-form.tsx";
import { pageProfile, readerMoney } from "./(studio)/reader-money.ts";

/** Shown where a link to a page is shared. */
const SHARE_PICTURE = { url: "/pictures/share.jpg", width: 1200, height: 630 };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("site");
  const { MAQUETTE_URL, HOST, PORT } = env();
  return {
    metadataBase: new URL(MAQUETTE_URL ?? `http://${HOST}:${PORT}`),
    title: { default: t("title"), template: `%s · ${t("name")}` },
    description: t("description"),
    applicationName: t("name"),
    openGraph: { type: "website", siteName: t("name"), images: [SHARE_PICTURE] },
    twitter: { card: "summary_large_image" },
  };
}

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f7f5f2" },
    { media: "(prefers-color-scheme: dark)", color: "#131211" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [t, locale, jar, ctx] = await Promise.all([
    getTranslations("site"),
    getLocale(),
    cookies(),
    sessionContext(),
  ]);
  const [person, unread, money] = await Promise.all([
    pageProfile(),
    countUnread(ctx),
    readerMoney(),
  ]);
  const theme = toTheme(jar.get(THEME_COOKIE)?.value);
  return (
    <html
      lang={locale}
      data-theme={theme}
      data-units={person?.units}
      data-ring-system={person?.ringSystem ?? undefined}
      data-currency={money?.currency}
      data-per-euro={money?.perEuro}
      suppressHydrationWarning
    >
      <body>
        <a
          href="#content"
          className="sr-only z-50 rounded-control bg-surface px-4 py-2 focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
        >
          {t("skip")}
        </a>
        <SiteHeader
          person={person}
          hasOutbox={!env().SMTP_URL}
          bell={person ? <Bell unread={unread} /> : null}
          signOut={<SignOutForm />}
        />
        {children}
        <Toasts />
      </body>
    </html>
  );
}
