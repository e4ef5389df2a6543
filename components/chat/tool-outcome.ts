import type { UIMessage } from "ai";
import type { AskedForQuote, ProposedRequest } from "#lib/conversations/tools/ask-for-quote.ts";
import type { CheckResult } from "#lib/conversations/tools/check-design.ts";
import type { ComparedRevisions } from "#lib/conversations/tools/compare-revisions.ts";
import type { ProductsResult } from "#lib/conversations/tools/find-products.ts";
import type { PriceResult } from "#lib/conversations/tools/price-design.ts";
import type { SavedToCollection } from "#lib/conversations/tools/save-to-collection.ts";
import type { AwaitingApproval } from "#lib/conversations/tools/spending.ts";
import type { DesignResult } from "#lib/conversations/tools/tool.ts";
import type { PicturesResult } from "./cards/pictures-card.tsx";
import type { SizesResult } from "./cards/sizes-card.tsx";

type Part = UIMessage["parts"][number];

export const TOOL_NAMES = [
  "make_design",
  "sculpt_picture",
  "edit_design",
  "solve_design",
  "run_sizes",
  "undo",
  "compare_revisions",
  "draw_pictures",
  "show_variations",
  "concept_pictures",
  "change_style",
  "repaint_region",
  "check_design",
  "price_design",
  "rename_design",
  "save_to_collection",
  "find_products",
  "ask_for_quote",
  "match_ateliers",
] as const;
export type ToolName = (typeof TOOL_NAMES)[number];

/** A call of one of the designer's tools in a message. */
export interface ToolCall {
  id: string;
  /** Null for a tool this page knows no card for. */
  name: ToolName | null;
  state: "running" | "done" | "failed";
  output: unknown;
  errorText: string | null;
}

/** The tool call of a part, or null for other parts. */
export function toolCallOf(part: Part): ToolCall | null {
  if (part.type !== "dynamic-tool" && !part.type.startsWith("tool-")) return null;
  const tool = part as Part & {
    toolName?: string;
    toolCallId: string;
    state: string;
    output?: unknown;
    errorText?: string;
  };
  const name = tool.toolName ?? part.type.slice("tool-".length);
  return {
    id: tool.toolCallId,
    name: TOOL_NAMES.find((known) => known === name) ?? null,
    state: stateOf(tool.state),
    output: tool.output,
    errorText: tool.errorText ?? null,
  };
}

function stateOf(state: string): ToolCall["state"] {
  if (state === "output-available") return "done";
  return state === "output-error" || state === "output-denied" ? "failed" : "running";
}

/** The design a call made or changed; null for calls that only looked, or have not ended. */
export function designResultOf({ output }: ToolCall): DesignResult | null {
  const result = output as Partial<DesignResult> | null | undefined;
  return result?.designId && result.changes ? (result as DesignResult) : null;
}

/** What a check found; null for other calls. */
export function checkResultOf({ name, output }: ToolCall): CheckResult | null {
  const result = output as Partial<CheckResult> | null | undefined;
  return name === "check_design" && result?.findings ? (result as CheckResult) : null;
}

/** The price a call counted; null for other calls. */
export function priceResultOf({ name, output }: ToolCall): PriceResult | null {
  return name === "price_design" && output ? (output as PriceResult) : null;
}

/** The sizes that are being made; null for other calls. */
export function sizesResultOf({ name, output }: ToolCall): SizesResult | null {
  const result = output as Partial<SizesResult> | null | undefined;
  return name === "run_sizes" && result?.sizesJobId ? (result as SizesResult) : null;
}

/** What a tool that has pictures made answers. */
interface PicturesOutput {
  designId?: string;
  picturesJobId?: string;
  pictures?: unknown[];
  conceptsJobId?: string;
  conceptIds?: string[];
  engine?: "embedded" | "provider";
}

/** The pictures a call has made; null for other calls. */
export function picturesOf({ name, output }: ToolCall): PicturesResult | null {
  const result = (output ?? {}) as PicturesOutput;
  const { designId, conceptsJobId, conceptIds, picturesJobId, pictures } = result;
  if (!designId) return null;
  if (conceptsJobId && conceptIds) {
    const haveNumbers = result.engine !== "provider";
    return {
      ...{ designId, jobId: conceptsJobId, count: conceptIds.length },
      ...{ areConcepts: true, haveNumbers },
    };
  }
  if (!picturesJobId || !pictures || !DRAWING_TOOLS.has(name)) return null;
  return {
    ...{ designId, jobId: picturesJobId, count: pictures.length },
    ...{ areConcepts: false, haveNumbers: true },
  };
}

/** Other tools draw too, beside what they change. */
const DRAWING_TOOLS = new Set<ToolCall["name"]>(["draw_pictures", "show_variations"]);

/** Where a piece was saved; null for other calls. */
export function savedOf({ name, output }: ToolCall): SavedToCollection | null {
  const result = output as Partial<SavedToCollection> | null | undefined;
  return name === "save_to_collection" && result?.collectionId
    ? (result as SavedToCollection)
    : null;
}

/** What lies between two versions; null for other calls. */
export function comparedOf({ name, output }: ToolCall): ComparedRevisions | null {
  return name === "compare_revisions" && output ? (output as ComparedRevisions) : null;
}

/** The products a call found; null for other calls. */
export function productsResultOf({ name, output }: ToolCall): ProductsResult | null {
  const result = output as Partial<ProductsResult> | null | undefined;
  return name === "find_products" && result?.products ? (result as ProductsResult) : null;
}

/** The quotes a call asked for; null for other calls. */
export function askedResultOf({ name, output }: ToolCall): AskedForQuote | null {
  return name === "ask_for_quote" && output ? (output as AskedForQuote) : null;
}

/** The request for quotes that waits to be sent; null for other calls. */
export function proposedRequestOf({ output }: ToolCall): ProposedRequest | null {
  const result = output as Partial<ProposedRequest> | null | undefined;
  return result?.requestUrl ? (result as ProposedRequest) : null;
}

/** What a call would cost, when it waits for the person's word; null otherwise. Millionths of a USD. */
export function awaitedCostOf({ output }: ToolCall): number | null {
  const { needsApproval, costMicroUsd } = (output ?? {}) as Partial<AwaitingApproval>;
  return needsApproval && costMicroUsd ? costMicroUsd : null;
}

/** An atelier on the card of a match. */
export interface MakerOnCard {
  atelierId: string;
  name: string;
  place: string;
  pictureUrl: string | null;
  score: number;
  currency: string;
  lowMinor: number;
  highMinor: number;
}

/** Ateliers a call found; null for other calls. */
export function makersOf({ name, output }: ToolCall): {
  designId: string;
  matchCount: number;
  matches: MakerOnCard[];
} | null {
  if (name !== "match_ateliers") return null;
  return output as { designId: string; matchCount: number; matches: MakerOnCard[] };
}
