import type { LanguageModelV4 } from "@ai-sdk/provider";

/** The language model behind the designer; every implementation speaks the AI SDK's model interface. */
export interface ChatModel {
  /** Which implementation this is: `embedded`, or the rented model's provider and id. */
  name: string;
  model: LanguageModelV4;
}
