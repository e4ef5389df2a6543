import type { ApprovedFigurine } from "#lib/figurines/approve-figurine.ts";
import type { FigurineChanges } from "#lib/figurines/options.ts";
import type { RevisedFigurine } from "#lib/figurines/revise-figurine.ts";
import type { ActionResult } from "#lib/http/define-action.ts";

/** What the page lets a person do with a figurine; the server actions behind it check everything again. */
export interface FigurineActions {
  revise: (input: {
    figurineId: string;
    changes: FigurineChanges;
  }) => Promise<ActionResult<RevisedFigurine>>;
  approve: (input: { figurineId: string }) => Promise<ActionResult<ApprovedFigurine>>;
  remove: (input: { figurineId: string }) => Promise<ActionResult<never>>;
}
