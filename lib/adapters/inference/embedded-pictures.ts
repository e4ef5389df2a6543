import { unavailable } from "../../shared/errors.ts";
import type { Workshop } from "../../workshop/client.ts";
import { cutOut } from "./cut-out.ts";
import type { MadePictures, PictureTask, PictureTaskName } from "./picture-tasks.ts";
import type { BuildOptions, Engine } from "./port.ts";

/** What the makers work with. */
export interface EmbeddedParts {
  shop: Workshop;
  engine: Engine;
}

type Makers = {
  [Name in PictureTaskName]?: (
    parts: EmbeddedParts,
    task: Extract<PictureTask, { task: Name }>,
    options: BuildOptions,
  ) => Promise<MadePictures>;
};

/** What this machine makes of pictures without a generative model; what is not here it does not offer. */
const MAKERS: Makers = { "remove-background": removeBackground };

export function embeddedPictures(shop: Workshop, engine: Engine) {
  return {
    offers: (task: PictureTaskName | "nsfw-check") => task in MAKERS,
    async make(task: PictureTask, options: BuildOptions): Promise<MadePictures> {
      const maker = MAKERS[task.task] as NonNullable<Makers[PictureTaskName]> | undefined;
      if (!maker) throw notOffered(task.task);
      return maker({ shop, engine }, task as never, options);
    },
  };
}

async function removeBackground(
  { shop, engine }: EmbeddedParts,
  { picture }: { picture: Extract<PictureTask, { task: "remove-background" }>["picture"] },
  { signal }: BuildOptions,
): Promise<MadePictures> {
  const { png: mask, width, height } = await shop.findSubject({ picture }, { signal });
  const bytes = await cutOut(picture.png, mask);
  const made = { bytes, mediaType: "image/png", width, height };
  const unsaid = { seed: null, isFlagged: null, providerRequestId: null };
  return { engine, pictures: [{ ...made, ...unsaid }], costMicroUsd: 0 };
}

const notOffered = (task: string) =>
  unavailable(
    "This installation has no model for that. Whoever runs it can rent one: docs/providers.md says how.",
    {
      retryable: false,
      details: { reason: "not_offered", task },
    },
  );
