"use client";

import { type AbstractIntlMessages, NextIntlClientProvider } from "next-intl";
import { Workbench, type WorkbenchProps } from "./workbench.tsx";

interface WorkbenchWithTextsProps extends WorkbenchProps {
  locale: string;
  messages: AbstractIntlMessages;
}

/** The workbench with the texts it speaks, in one piece that is loaded late. */
export function WorkbenchWithTexts({ locale, messages, ...bench }: WorkbenchWithTextsProps) {
  return (
    <NextIntlClientProvider locale={locale} messages={messages} timeZone="UTC">
      <Workbench {...bench} />
    </NextIntlClientProvider>
  );
}
