"use client";

import { useTranslations } from "next-intl";
import { ApprovalCard } from "./cards/approval-card.tsx";
import { AskedCard } from "./cards/asked-card.tsx";
import { Card } from "./cards/card.tsx";
import { CheckCard } from "./cards/check-card.tsx";
import { ComparisonCard } from "./cards/comparison-card.tsx";
import { DesignCard } from "./cards/design-card.tsx";
import { MakersCard } from "./cards/makers-card.tsx";
import { PicturesCard } from "./cards/pictures-card.tsx";
import { PriceCard } from "./cards/price-card.tsx";
import { ProductsCard } from "./cards/products-card.tsx";
import { RequestCard } from "./cards/request-card.tsx";
import { Said } from "./cards/said.tsx";
import { SavedCard } from "./cards/saved-card.tsx";
import { SizesCard } from "./cards/sizes-card.tsx";
import type { ToolCardContext } from "./tool-card-context.ts";
import {
  askedResultOf,
  awaitedCostOf,
  checkResultOf,
  comparedOf,
  designResultOf,
  makersOf,
  picturesOf,
  priceResultOf,
  productsResultOf,
  proposedRequestOf,
  savedOf,
  sizesResultOf,
  type ToolCall,
} from "./tool-outcome.ts";

interface ToolCardProps {
  call: ToolCall;
  context: ToolCardContext;
}

/** What the designer did, as a card: a piece made, numbers changed with before and after, pictures drawn. */
export function ToolCard({ call, context }: ToolCardProps) {
  const t = useTranslations("chat.tools");
  if (call.state === "failed") {
    return (
      <Card mark="failed">{call.errorText ? <Said text={call.errorText} /> : t("failed")}</Card>
    );
  }
  if (call.state === "running") {
    return (
      <Card mark="running">
        <span className="text-muted">{t(`running.${call.name ?? "other"}`)}</span>
      </Card>
    );
  }
  const cost = awaitedCostOf(call);
  if (cost !== null) return <ApprovalCard cost={cost} onApprove={context.onApprove} />;
  const request = proposedRequestOf(call);
  if (request) return <RequestCard {...request} />;
  const makers = makersOf(call);
  if (makers) return <MakersCard {...makers} />;
  return (
    <Card mark="done">
      <Outcome call={call} context={context} />
    </Card>
  );
}

function Outcome({ call, context }: ToolCardProps) {
  const t = useTranslations("chat.tools");
  const products = productsResultOf(call);
  if (products) return <ProductsCard result={products} />;
  const asked = askedResultOf(call);
  if (asked) return <AskedCard result={asked} />;
  const check = checkResultOf(call);
  if (check) return <CheckCard result={check} />;
  const price = priceResultOf(call);
  if (price) return <PriceCard result={price} />;
  const sizes = sizesResultOf(call);
  if (sizes) return <SizesCard result={sizes} />;
  const compared = comparedOf(call);
  if (compared) return <ComparisonCard result={compared} fields={context.fields} />;
  const pictures = picturesOf(call);
  if (pictures) {
    const title = t(`done.${call.name ?? "other"}`, { count: pictures.count });
    return <PicturesCard result={pictures} title={title} />;
  }
  const saved = savedOf(call);
  if (saved) return <SavedCard result={saved} />;
  const design = designResultOf(call);
  if (design) return <DesignCard call={call} result={design} context={context} />;
  return t(`done.${call.name ?? "other"}`, { count: 0 });
}
