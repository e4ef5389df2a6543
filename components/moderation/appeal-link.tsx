import Link from "next/link";
import { TEXT_LINK } from "#components/ui/text-link.ts";

/** The way from a refusal to its reason and appeal; nothing where there is none. */
export function AppealLink({ url, text }: { url: string | undefined; text: string }) {
  if (!url) return null;
  return (
    <Link href={new URL(url, "http://site").pathname} className={TEXT_LINK}>
      {text}
    </Link>
  );
}
