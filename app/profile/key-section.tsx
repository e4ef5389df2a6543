import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import { Card, CardTitle } from "#components/ui/card.tsx";
import { TEXT_LINK } from "#components/ui/text-link.ts";
import type { ApiKeyInfo } from "#lib/accounts/list-api-keys.ts";
import { API_SCOPES } from "#lib/accounts/scope.ts";
import { revokeKeyAction } from "./actions.ts";
import { KeyForm } from "./key-form.tsx";
import { RenewKey } from "./renew-key.tsx";
import { RowAction } from "./row-action.tsx";

const TERMS_DAYS = [30, 90, 365];

export async function KeySection({ keys }: { keys: ApiKeyInfo[] }) {
  const t = await getTranslations("account.profile");
  const terms = TERMS_DAYS.map((days) => ({
    days: String(days),
    label: t("keyExpiresDays", { days }),
  }));
  return (
    <Card aria-labelledby="keys">
      <CardTitle id="keys">{t("keys")}</CardTitle>
      <p className="mt-1 mb-5 text-sm text-muted">
        {t.rich("keysText", {
          code: (text) => <code className="text-ink">{text}</code>,
          link: (text) => (
            <Link href="/docs" className={TEXT_LINK}>
              {text}
            </Link>
          ),
        })}
      </p>
      {keys.length === 0 ? (
        <p className="mb-5 text-sm text-muted">{t("noKeys")}</p>
      ) : (
        <ul className="mb-6 divide-y divide-line border-y border-line">
          {keys.map((key) => (
            <KeyRow key={key.id} apiKey={key} />
          ))}
        </ul>
      )}
      <KeyForm
        scopes={API_SCOPES.map((id) => ({ id, label: t(`keyScope.${id}`) }))}
        terms={[{ days: "", label: t("keyExpiresNever") }, ...terms]}
        texts={{
          name: t("keyName"),
          placeholder: t("keyNamePlaceholder"),
          expires: t("keyExpires"),
          scopes: t("keyScopes"),
          submit: t("createKey"),
          made: t("keyMade"),
        }}
      />
    </Card>
  );
}

async function KeyRow({ apiKey }: { apiKey: ApiKeyInfo }) {
  const t = await getTranslations("account.profile");
  const format = await getFormatter();
  const date = (value: Date) => format.dateTime(value, { dateStyle: "medium" });
  const { name, prefix, scopes, lastUsedAt, expiresAt } = apiKey;
  const facts = [
    `${prefix}…`,
    scopes.join(", "),
    lastUsedAt ? t("keyUsed", { date: date(lastUsedAt) }) : t("keyUnused"),
    ...(expiresAt ? [t("keyUntil", { date: date(expiresAt) })] : []),
  ];
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <div className="min-w-0 flex-1">
        <p className="truncate text-sm font-medium">{name}</p>
        <p className="text-xs text-muted">{facts.join(" · ")}</p>
      </div>
      <RenewKey
        id={apiKey.id}
        texts={{ renew: t("renew"), label: t("renewNamed", { name }), made: t("keyRenewed") }}
      />
      <RowAction
        action={revokeKeyAction}
        input={{ id: apiKey.id }}
        text={t("revoke")}
        label={t("revokeNamed", { name })}
      />
    </li>
  );
}
