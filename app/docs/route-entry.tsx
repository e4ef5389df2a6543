import { useTranslations } from "next-intl";
import { Badge, type Tone } from "#components/ui/badge.tsx";
import { type FieldLine, fieldLines } from "#lib/http/openapi/fields.ts";
import type { DocumentedRoute, Method, RouteAuth } from "#lib/http/openapi/registry.ts";

const TONES: Record<Method, Tone> = {
  get: "good",
  post: "accent",
  put: "warn",
  patch: "warn",
  delete: "bad",
};

/** One path with its method, what it takes and what it answers. */
export function RouteEntry({ route }: { route: DocumentedRoute }) {
  const t = useTranslations("docs");
  const { openapi, query, body } = route;
  const bodySchema = typeof body === "object" ? body : openapi.requestBody?.schema;
  return (
    <li className="px-4 py-4 sm:px-5">
      <h3 className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <Badge tone={TONES[openapi.method]} className="uppercase">
          {openapi.method}
        </Badge>
        <code className="break-all text-sm font-semibold">{openapi.path}</code>
      </h3>
      <p className="mt-2 text-sm">{openapi.summary}</p>
      {openapi.description ? (
        <p className="mt-1 text-sm text-muted">{openapi.description}</p>
      ) : null}
      <FieldList title={t("parameters")} lines={fieldLines(query)} />
      <FieldList title={t("body")} lines={fieldLines(bodySchema)} />
      <p className="mt-2 text-xs text-muted">
        {t("answers")} {Object.keys(openapi.responses).join(", ")} · <Access auth={route.auth} />
      </p>
    </li>
  );
}

function Access({ auth }: { auth: RouteAuth }) {
  const t = useTranslations("docs");
  if (auth === "public") return t("public");
  return auth === "user" ? t("signedIn") : t("scope", { scope: auth.scope });
}

function FieldList({ title, lines }: { title: string; lines: FieldLine[] }) {
  const t = useTranslations("docs");
  if (lines.length === 0) return null;
  return (
    <details className="mt-2 text-sm">
      <summary className="text-muted hover:text-ink">
        {title}: {lines.map((line) => line.name).join(", ")}
      </summary>
      <dl className="mt-2 grid gap-x-6 gap-y-2 rounded-control bg-sunken p-4 sm:grid-cols-[12rem_1fr]">
        {lines.map(({ name, takes, required, about }) => (
          <div key={name} className="contents">
            <dt>
              <code>{name}</code>
              {required ? <span className="ml-2 text-xs text-accent">{t("required")}</span> : null}
            </dt>
            <dd className="text-muted">
              {takes}
              {about ? <span className="block">{about}</span> : null}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
