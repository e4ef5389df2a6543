import { notFound } from "#lib/shared/errors.ts";
import type { ToolTurn } from "./tool.ts";

/** The design a call is about: the one it names, else the conversation's. Throws `not_found` when there is none. */
export function designOf(turn: ToolTurn, named: string | undefined): string {
  const id = named ?? turn.designId;
  if (!id) throw notFound("design yet");
  return id;
}
