"use client";

import { type AbstractIntlMessages, NextIntlClientProvider } from "next-intl";
import { LiveRing, type LiveRingProps } from "./live-ring.tsx";

interface LiveRingWithTextsProps extends LiveRingProps {
  locale: string;
  messages: AbstractIntlMessages;
}

/** The live ring with the texts it speaks, in one piece that is loaded late. */
export function LiveRingWithTexts({ locale, messages, ...ring }: LiveRingWithTextsProps) {
  return (
    <NextIntlClientProvider locale={locale} messages={messages} timeZone="UTC">
      <LiveRing {...ring} />
    </NextIntlClientProvider>
  );
}
