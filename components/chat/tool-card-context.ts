import type { Field } from "#lib/kinds/read/fields.ts";

/** The design on the bench, as the cards of its changes need it. */
export interface CurrentPiece {
  id: string;
  /** Number of the newest revision, or of the one it repeats when it came of an undo. */
  standsFor: number;
}

export interface ToolCardContext {
  fields: readonly Field[];
  /** Only its newest change can be undone from a card. */
  current: CurrentPiece | null;
  onUndo: (designId: string, toRevision: number) => Promise<boolean>;
  /** Brings the piece to the front, where only one side fits the screen. */
  onShow: () => void;
  /** Lets the designer spend this much, millionths of a USD. */
  onApprove: (costMicroUsd: number) => void;
}
