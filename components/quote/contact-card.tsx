import { useTranslations } from "next-intl";
import { Card, CardTitle } from "#components/ui/card.tsx";
import { TEXT_LINK } from "#components/ui/text-link.ts";
import type { OtherContact } from "#lib/quotes/find-contact.ts";

/** How to reach the other side, once a quote is accepted. */
export function ContactCard({
  contact,
  about,
}: {
  contact: OtherContact;
  about: "quote" | "order";
}) {
  const t = useTranslations(`${about}.page`);
  const { person, email, phone, street, website } = contact;
  return (
    <Card aria-labelledby="contact" className="grid gap-2 text-sm">
      <CardTitle id="contact">{t("contact")}</CardTitle>
      {person ? <p className="font-medium">{person}</p> : null}
      <p>
        <a href={`mailto:${email}`} className={TEXT_LINK}>
          {email}
        </a>
      </p>
      {phone ? <p>{phone}</p> : null}
      {street ? <p className="whitespace-pre-wrap">{street}</p> : null}
      {website ? (
        <p>
          <a href={website} rel="noreferrer noopener" className={TEXT_LINK}>
            {website}
          </a>
        </p>
      ) : null}
      <p className="text-xs text-muted">{t("contactText")}</p>
    </Card>
  );
}
