"use client";

import dynamic from "next/dynamic";
import { useLocale } from "next-intl";

/** The books of sentences are large, and who reads English needs none. */
const InLanguage = dynamic(() => import("./in-language.tsx").then((module) => module.InLanguage));

/** What the kernel says, a finding, a price line, why something failed, as the page's reader reads it. */
export function Said({ text }: { text: string }) {
  return useLocale() === "en" ? text : <InLanguage text={text} />;
}
