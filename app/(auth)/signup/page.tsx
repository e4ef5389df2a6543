import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { TEXT_LINK } from "#components/ui/text-link.ts";
import { env } from "#lib/env.ts";
import { sessionContext } from "#lib/http/context.ts";
import { AuthCard } from "../auth-card.tsx";
import { toNextPage } from "../next-page.ts";
import { SignUpForm } from "./form.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.signUp");
  return { title: t("title"), description: t("description") };
}

export default async function SignUpPage(props: { searchParams: Promise<{ next?: string }> }) {
  const target = toNextPage((await props.searchParams).next);
  const { actor } = await sessionContext();
  if (actor.type !== "guest") redirect(target);
  const t = await getTranslations("account.signUp");
  const fields = await getTranslations("account.fields");
  return (
    <AuthCard
      title={t("title")}
      lead={t("lead")}
      foot={
        <>
          <p>
            {t("hasAccount")}{" "}
            <Link href={`/signin?next=${encodeURIComponent(target)}`} className={TEXT_LINK}>
              {t("toSignIn")}
            </Link>
          </p>
          <p>
            {t("mail")}{" "}
            {env().SMTP_URL
              ? null
              : t.rich("outbox", {
                  link: (text) => (
                    <Link href="/outbox" className={TEXT_LINK}>
                      {text}
                    </Link>
                  ),
                })}
          </p>
        </>
      }
    >
      <SignUpForm
        next={target}
        texts={{
          name: fields("name"),
          nameHint: fields("nameHint"),
          email: fields("email"),
          password: fields("password"),
          passwordHint: fields("passwordHint"),
          submit: t("submit"),
        }}
      />
    </AuthCard>
  );
}
