import { useFormatter, useLocale, useTranslations } from "next-intl";
import { formatBytes, formatMoney } from "#components/design/format.ts";
import { Picture } from "#components/design/picture.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { TEXT_LINK } from "#components/ui/text-link.ts";
import type { OfferView, QuoteMessageView, QuoteView } from "#lib/quotes/types.ts";

/** All that was said and offered, in its order. */
export function Timeline({ quote }: { quote: QuoteView }) {
  const t = useTranslations("quote.timeline");
  const entries = [
    ...quote.offers.map((offer) => ({ at: offer.createdAt, key: `o${offer.number}`, offer })),
    ...quote.messages.map((message) => ({ at: message.createdAt, key: message.id, message })),
  ].sort((a, b) => a.at.getTime() - b.at.getTime());
  if (entries.length === 0) return <p className="text-sm text-muted">{t("empty")}</p>;
  return (
    <ol className="grid gap-4" aria-label={t("label")}>
      {entries.map((entry) => (
        <li key={entry.key}>
          {"offer" in entry ? (
            <OfferCard offer={entry.offer} quote={quote} />
          ) : (
            <Message message={entry.message} quote={quote} />
          )}
        </li>
      ))}
    </ol>
  );
}

function Head({ by, at, quote }: { by: "customer" | "atelier"; at: Date; quote: QuoteView }) {
  const t = useTranslations("quote");
  const format = useFormatter();
  const name = by === "atelier" ? quote.atelier.name : t("customer");
  return (
    <p className="flex flex-wrap items-baseline gap-x-2 text-sm">
      <span className="font-medium">{by === quote.side ? t("you") : name}</span>
      <time dateTime={at.toISOString()} className="text-xs text-muted">
        {format.dateTime(at, { dateStyle: "medium", timeStyle: "short" })}
      </time>
    </p>
  );
}

function Message({ message, quote }: { message: QuoteMessageView; quote: QuoteView }) {
  const isOwn = message.by === quote.side;
  return (
    <div
      className={`grid gap-2 rounded-card px-4 py-3 ${isOwn ? "ml-6 bg-accent-soft" : "mr-6 bg-sunken"}`}
    >
      <Head by={message.by} at={message.createdAt} quote={quote} />
      {message.text ? (
        <p className="whitespace-pre-wrap break-words text-sm">{message.text}</p>
      ) : null}
      {message.files.length > 0 ? (
        <ul className="flex flex-wrap gap-3">
          {message.files.map(({ id, filename, mediaType, url, bytes }) => (
            <li key={id}>
              <a href={url} className={`text-sm ${TEXT_LINK}`}>
                {mediaType.startsWith("image/") ? (
                  <Picture src={url} alt={filename} className="h-28 rounded-control object-cover" />
                ) : (
                  `${filename} (${formatBytes(bytes)})`
                )}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function OfferCard({ offer, quote }: { offer: OfferView; quote: QuoteView }) {
  const t = useTranslations("quote.offer");
  const isCurrent = offer.number === quote.offer;
  const isOnTable = isCurrent && ["answered", "countered"].includes(quote.status);
  return (
    <section
      className={`grid gap-3 rounded-card border px-4 py-3 ${isOnTable ? "border-accent" : "border-line"} bg-surface`}
    >
      <div className="flex items-start justify-between gap-3">
        <Head by={offer.by} at={offer.createdAt} quote={quote} />
        <Badge tone={isOnTable ? "accent" : "plain"}>
          {isOnTable
            ? t("onTable", { number: offer.number })
            : t("number", { number: offer.number })}
        </Badge>
      </div>
      <OfferLines offer={offer} />
      <OfferDates offer={offer} />
      {offer.note ? <p className="whitespace-pre-wrap text-sm">{offer.note}</p> : null}
    </section>
  );
}

/** The lines of an offer or an order, with their sum. */
export function OfferLines({
  offer,
}: {
  offer: Pick<OfferView, "lines" | "currency" | "totalMinor">;
}) {
  const t = useTranslations("quote.offer");
  const locale = useLocale();
  const money = (minor: number) => formatMoney(minor, offer.currency, locale);
  return (
    <table className="w-full text-sm">
      <tbody>
        {offer.lines.map((line) => (
          <tr key={`${line.label}-${line.unitMinor}-${line.quantity}`} className="align-top">
            <th scope="row" className="py-1 pr-3 text-left font-normal">
              {line.label}
              {line.quantity === 1 && line.unit === "piece" ? null : (
                <span className="block text-xs text-muted">
                  {t("sum", {
                    quantity: line.quantity,
                    unit: t(`unit.${line.unit}`),
                    rate: money(line.unitMinor),
                  })}
                </span>
              )}
            </th>
            <td className="py-1 text-right tabular-nums">{money(line.amountMinor)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="border-t border-line">
          <th scope="row" className="pt-2 text-left font-semibold">
            {t("total")}
          </th>
          <td className="pt-2 text-right font-semibold tabular-nums">{money(offer.totalMinor)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

function OfferDates({ offer }: { offer: OfferView }) {
  const t = useTranslations("quote.offer");
  const format = useFormatter();
  const day = (date: Date) => format.dateTime(date, { dateStyle: "medium" });
  return (
    <p className="text-xs text-muted">
      {[
        ...(offer.readyOn ? [t("readyOn", { date: day(new Date(offer.readyOn)) })] : []),
        t("validUntil", { date: day(offer.validUntil) }),
      ].join(" · ")}
    </p>
  );
}
