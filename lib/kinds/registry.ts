import { AppError } from "../shared/errors.ts";
import { bangle } from "./bangle/index.ts";
import { bracelet } from "./bracelet/index.ts";
import { cameo } from "./cameo/index.ts";
import { cluster } from "./cluster/index.ts";
import { coat } from "./coat/index.ts";
import { cuff } from "./cuff/index.ts";
import { dress } from "./dress/index.ts";
import { earrings } from "./earrings/index.ts";
import { eternity } from "./eternity/index.ts";
import { figurine } from "./figurine/index.ts";
import { keychain } from "./keychain/index.ts";
import type { Kind } from "./kind.ts";
import { lithophane } from "./lithophane/index.ts";
import { medal } from "./medal/index.ts";
import { model } from "./model/index.ts";
import { namePendant } from "./name-pendant/index.ts";
import { necklace } from "./necklace/index.ts";
import { object } from "./object/index.ts";
import { pendant } from "./pendant/index.ts";
import { ring } from "./ring/index.ts";
import { signet } from "./signet/index.ts";
import { skirt } from "./skirt/index.ts";
import { top } from "./top/index.ts";
import { trousers } from "./trousers/index.ts";

/** Every noun people can design; a new kind is a folder and a line here. */
const KINDS: readonly Kind[] = [
  ring as unknown as Kind,
  eternity as unknown as Kind,
  cluster as unknown as Kind,
  bangle as unknown as Kind,
  cuff as unknown as Kind,
  bracelet as unknown as Kind,
  necklace as unknown as Kind,
  pendant as unknown as Kind,
  earrings as unknown as Kind,
  signet as unknown as Kind,
  namePendant as unknown as Kind,
  medal as unknown as Kind,
  cameo as unknown as Kind,
  lithophane as unknown as Kind,
  keychain as unknown as Kind,
  dress as unknown as Kind,
  skirt as unknown as Kind,
  top as unknown as Kind,
  coat as unknown as Kind,
  trousers as unknown as Kind,
  object as unknown as Kind,
  model as unknown as Kind,
  figurine as unknown as Kind,
];

const byId = new Map(KINDS.map((kind) => [kind.id, kind]));

export const listKinds = (): readonly Kind[] => KINDS;

export const findKind = (id: string): Kind | null => byId.get(id) ?? null;

/** Throws `invalid_input` with the ids there are. */
export function getKind(id: string): Kind {
  const kind = findKind(id);
  if (kind) return kind;
  const allowed = [...byId.keys()];
  throw new AppError(
    "invalid_input",
    `There is no kind "${id}". There are: ${allowed.join(", ")}.`,
    {
      details: { field: "kind", value: id, allowed },
      fieldErrors: { kind: `One of ${allowed.join(", ")}.` },
    },
  );
}
