import { Mail } from "lucide-react";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { SiteFooter } from "#components/ui/site-footer.tsx";
import { TEXT_LINK } from "#components/ui/text-link.ts";
import { listMails, type MailItem } from "#lib/accounts/list-mails.ts";
import { env } from "#lib/env.ts";
import { sessionContext } from "#lib/http/context.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.outbox");
  return { title: t("title"), description: t("description"), robots: { index: false } };
}

export default async function OutboxPage() {
  const ctx = await sessionContext();
  const { actor } = ctx;
  if (actor.type === "guest") redirect("/signin?next=/outbox");
  const t = await getTranslations("account.outbox");
  const mails = env().SMTP_URL ? [] : await listMails(ctx);
  const isAdmin = actor.type === "user" && actor.role === "admin";
  return (
    <>
      <main id="content" className="mx-auto w-full max-w-2xl px-4 py-10 sm:py-14">
        <h1 className="text-3xl font-semibold">{t("title")}</h1>
        {env().SMTP_URL ? (
          <EmptyState title={t("off")} text={t("offText")} />
        ) : (
          <>
            <p className="mt-2 text-muted">{isAdmin ? t("leadAdmin") : t("lead")}</p>
            <MailList mails={mails} />
          </>
        )}
      </main>
      <SiteFooter />
    </>
  );
}

async function MailList({ mails }: { mails: MailItem[] }) {
  const t = await getTranslations("account.outbox");
  const format = await getFormatter();
  if (mails.length === 0) {
    return (
      <EmptyState
        picture={<Mail aria-hidden className="size-10" strokeWidth={1.25} />}
        title={t("empty")}
        text={t("emptyText")}
      />
    );
  }
  return (
    <ol className="mt-8 flex flex-col gap-4">
      {mails.map(({ id, subject, to, text, createdAt }) => (
        <li key={id}>
          <Card>
            <h2 className="font-semibold">{subject}</h2>
            <p className="mt-0.5 text-sm text-muted">
              {t("to", { to })} ·{" "}
              <time dateTime={createdAt.toISOString()}>
                {format.dateTime(createdAt, { dateStyle: "medium", timeStyle: "short" })}
              </time>
            </p>
            <MailText text={text} />
          </Card>
        </li>
      ))}
    </ol>
  );
}

/** The text of a mail; its addresses can be clicked. */
function MailText({ text }: { text: string }) {
  const parts = text.split(/(https?:\/\/\S+)/);
  return (
    <p className="mt-4 whitespace-pre-wrap break-words text-sm leading-relaxed">
      {parts.map((part, index) =>
        index % 2 === 1 ? (
          <a key={part} href={part} className={TEXT_LINK}>
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </p>
  );
}
