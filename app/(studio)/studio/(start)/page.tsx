import type { Metadata } from "next";
import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import { StartForm } from "#components/chat/start-form.tsx";
import { DesignCard } from "#components/design/design-card.tsx";
import { listConversations } from "#lib/conversations/list-conversations.ts";
import type { ConversationView } from "#lib/conversations/types.ts";
import { listDesigns } from "#lib/designs/list-designs.ts";
import { signedInContext } from "../../access.ts";
import { startConversationAction } from "../../actions.ts";
import { exampleSentences } from "../../examples.ts";
import { readerMoney } from "../../reader-money.ts";

interface StudioPageProps {
  searchParams: Promise<{ say?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("studio");
  return { title: t("title"), description: t("description") };
}

/** Where a piece begins: one field, and what was begun before. */
export default async function StudioPage({ searchParams }: StudioPageProps) {
  const { say = "" } = await searchParams;
  const ctx = await signedInContext(say ? `/studio?say=${encodeURIComponent(say)}` : "/studio");
  const [t, conversations, designs, reader] = await Promise.all([
    getTranslations("studio"),
    listConversations(ctx, { limit: 8 }),
    listDesigns(ctx, { limit: 6 }),
    readerMoney(),
  ]);
  return (
    <main id="content" className="mx-auto grid w-full max-w-5xl gap-14 px-4 py-12 sm:px-6 sm:py-20">
      <section className="grid gap-6">
        <div className="grid gap-2">
          <h1 className="text-3xl font-semibold sm:text-4xl">{t("start.title")}</h1>
          <p className="text-muted">{t("start.text")}</p>
        </div>
        <StartForm
          start={startConversationAction}
          said={say}
          examples={await exampleSentences()}
          texts={{
            label: t("start.label"),
            placeholder: (await exampleSentences())[0] ?? "",
            button: t("start.button"),
            examples: t("start.examples"),
            appeal: t("start.appeal"),
          }}
        />
      </section>
      <section className="grid gap-4">
        <div className="flex items-baseline justify-between gap-4">
          <h2 className="text-lg font-semibold">{t("start.designs")}</h2>
          {designs.items.length > 0 && (
            <Link href="/designs" className="text-sm text-accent hover:underline">
              {t("start.all")}
            </Link>
          )}
        </div>
        {designs.items.length === 0 ? (
          <p className="text-sm text-muted">{t("start.noDesigns")}</p>
        ) : (
          <ul className="grid grid-cols-2 gap-4 sm:grid-cols-3">
            {designs.items.map((design) => (
              <li key={design.id}>
                <DesignCard design={design} reader={reader} />
              </li>
            ))}
          </ul>
        )}
      </section>
      <section className="grid gap-3">
        <div className="flex items-baseline justify-between gap-4">
          <h2 className="text-lg font-semibold">{t("start.conversations")}</h2>
          {conversations.items.length > 0 && (
            <Link href="/conversations" className="text-sm text-accent hover:underline">
              {t("start.allConversations")}
            </Link>
          )}
        </div>
        {conversations.items.length === 0 ? (
          <p className="text-sm text-muted">{t("start.noConversations")}</p>
        ) : (
          <ConversationList conversations={conversations.items} />
        )}
      </section>
    </main>
  );
}

async function ConversationList({ conversations }: { conversations: ConversationView[] }) {
  const format = await getFormatter();
  return (
    <ul className="grid divide-y divide-line rounded-card border border-line bg-surface">
      {conversations.map((conversation) => (
        <li key={conversation.id}>
          <Link
            href={`/studio/${conversation.id}`}
            className="flex items-baseline justify-between gap-4 px-4 py-3 text-sm hover:bg-hover"
          >
            <span className="truncate">{conversation.title}</span>
            <time dateTime={conversation.updatedAt} className="shrink-0 text-xs text-muted">
              {format.dateTime(new Date(conversation.updatedAt), { dateStyle: "medium" })}
            </time>
          </Link>
        </li>
      ))}
    </ul>
  );
}
