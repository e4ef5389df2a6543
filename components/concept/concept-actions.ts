import type { DesignActions } from "#components/design/design-actions.ts";
import type { AdoptedConcept } from "#lib/concepts/adopt-concept.ts";
import type { EnhancedPrompt } from "#lib/concepts/enhance-prompt.ts";
import type { RequestConceptsInput, RequestedConcepts } from "#lib/concepts/request-concepts.ts";
import type { ConceptView } from "#lib/concepts/types.ts";
import type { ActionResult } from "#lib/http/define-action.ts";

/** What a person asks for; the design is the page's. */
export type Wish = Omit<
  RequestConceptsInput,
  "designId" | "messageId" | "effectId" | "revisionId" | "againOf"
>;

/** What the page lets a person do; the server actions behind it check everything again. */
export interface ConceptActions {
  request: (input: Wish & { designId: string }) => Promise<ActionResult<RequestedConcepts>>;
  enhance: (input: {
    designId: string;
    prompt: string;
    negativePrompt?: string;
  }) => Promise<ActionResult<EnhancedPrompt>>;
  adopt: (input: { conceptId: string }) => Promise<ActionResult<AdoptedConcept>>;
  favour: (input: { conceptId: string; favourite: boolean }) => Promise<ActionResult<ConceptView>>;
  again: (input: { conceptId: string }) => Promise<ActionResult<RequestedConcepts>>;
  retry: DesignActions["retry"];
}
