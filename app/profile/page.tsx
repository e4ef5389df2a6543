import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { Badge } from "#components/ui/badge.tsx";
import { Card, CardTitle } from "#components/ui/card.tsx";
import { SiteFooter } from "#components/ui/site-footer.tsx";
import { findProfile, type Profile } from "#lib/accounts/get-profile.ts";
import { listApiKeys } from "#lib/accounts/list-api-keys.ts";
import { listMembers } from "#lib/accounts/list-members.ts";
import { personalWorkspaceId } from "#lib/accounts/scope.ts";
import { sessionContext } from "#lib/http/context.ts";
import { KeySection } from "./key-section.tsx";
import { MemberSection } from "./member-section.tsx";
import { PasswordForm } from "./password-form.tsx";
import { preferenceChoices } from "./preference-choices.ts";
import { ProfileForm } from "./profile-form.tsx";
import { SendAgain } from "./send-again.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.profile");
  return { title: t("title"), description: t("description"), robots: { index: false } };
}

export default async function ProfilePage() {
  const ctx = await sessionContext();
  const profile = await findProfile(ctx);
  if (!profile) redirect("/signin?next=/profile");
  const t = await getTranslations("account.profile");
  const workspaceId = await personalWorkspaceId(ctx);
  const [keys, members] = await Promise.all([listApiKeys(ctx), listMembers(ctx, workspaceId)]);
  return (
    <>
      <main id="content" className="mx-auto w-full max-w-2xl px-4 py-10 sm:py-14">
        <h1 className="text-3xl font-semibold">{t("title")}</h1>
        <div className="mt-8 flex flex-col gap-6">
          <YouSection profile={profile} />
          <PasswordSection email={profile.email} />
          <KeySection keys={keys} />
          <MemberSection workspaceId={workspaceId} members={members} ownId={profile.id} />
        </div>
      </main>
      <SiteFooter />
    </>
  );
}

async function YouSection({ profile }: { profile: Profile }) {
  const t = await getTranslations("account.profile");
  const fields = await getTranslations("account.fields");
  const choices = await preferenceChoices(profile, await getLocale());
  const { email, emailVerified, role, name, askBeforePaying } = profile;
  return (
    <Card aria-labelledby="you">
      <div className="mb-5 flex items-center justify-between gap-4">
        <CardTitle id="you">{t("you")}</CardTitle>
        <Badge>{t(`role.${role}`)}</Badge>
      </div>
      <div className="mb-5 flex flex-wrap items-center justify-between gap-3 rounded-control bg-sunken px-4 py-3">
        <div className="min-w-0">
          <p className="text-xs text-muted">{t("email")}</p>
          <p className="truncate text-sm font-medium">{email}</p>
        </div>
        {emailVerified ? (
          <Badge tone="good">{t("confirmed")}</Badge>
        ) : (
          <div className="flex flex-wrap items-center gap-3">
            <Badge tone="warn">{t("unconfirmed")}</Badge>
            <SendAgain texts={{ send: t("sendAgain"), sent: t("sentAgain") }} />
          </div>
        )}
      </div>
      <ProfileForm
        name={name}
        choices={choices}
        askBeforePaying={askBeforePaying}
        texts={{
          name: fields("name"),
          ask: t("ask"),
          askHint: t("askHint"),
          save: t("save"),
          saved: t("saved"),
        }}
      />
    </Card>
  );
}

async function PasswordSection({ email }: { email: string }) {
  const t = await getTranslations("account.profile");
  const fields = await getTranslations("account.fields");
  return (
    <Card aria-labelledby="password">
      <CardTitle id="password">{t("password")}</CardTitle>
      <p className="mt-1 mb-5 text-sm text-muted">{t("passwordText")}</p>
      <PasswordForm
        email={email}
        texts={{
          currentPassword: fields("currentPassword"),
          newPassword: fields("newPassword"),
          passwordHint: fields("passwordHint"),
          submit: t("changePassword"),
          changed: t("passwordChanged"),
        }}
      />
    </Card>
  );
}
