import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

/** The studio's pages react to each touch, so their texts go to the browser too. */
export default async function StudioLayout({ children }: { children: ReactNode }) {
  const { viewer, design, chat } = await getMessages();
  return (
    <NextIntlClientProvider messages={{ viewer, design, chat }}>{children}</NextIntlClientProvider>
  );
}
