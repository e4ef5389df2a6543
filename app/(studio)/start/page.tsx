import { redirect } from "next/navigation";
import { sessionContext } from "#lib/http/context.ts";

interface StartPageProps {
  searchParams: Promise<{ say?: string }>;
}

/** Brings a sentence from the front page to the studio; who is new makes an account first and keeps it. */
export default async function StartPage({ searchParams }: StartPageProps) {
  const { say = "" } = await searchParams;
  const studio = say ? `/studio?say=${encodeURIComponent(say)}` : "/studio";
  const { actor } = await sessionContext();
  redirect(actor.type === "guest" ? `/signup?next=${encodeURIComponent(studio)}` : studio);
}
