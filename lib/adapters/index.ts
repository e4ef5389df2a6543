import { db } from "../db.ts";
import { env } from "../env.ts";
import type { Adapters } from "./adapters.ts";
import { createBlob } from "./blob/index.ts";
import { createChatModel } from "./chat-model/index.ts";
import { createEmbedders } from "./embedder/index.ts";
import { createErrorReports } from "./error-reports/index.ts";
import { createFaces } from "./face/index.ts";
import { createFigures } from "./figures/index.ts";
import { createInference } from "./inference/index.ts";
import { createMail } from "./mail/index.ts";
import { createPayments } from "./payment/index.ts";
import { createPictureCheck } from "./picture-check/index.ts";
import { createVault } from "./vault/index.ts";
import { createVectors } from "./vectors/index.ts";

const kept = globalThis as unknown as { maquetteAdapters?: Adapters };

/** Each adapter is made when it is first asked for: a page that sends no mail opens no mail server. */
function lazily(makers: { [Name in keyof Adapters]: () => Adapters[Name] }): Adapters {
  const made: Partial<Adapters> = {};
  const once = <Name extends keyof Adapters>(name: Name): Adapters[Name] => {
    made[name] ??= makers[name]();
    return made[name] as Adapters[Name];
  };
  return {
    get blob() {
      return once("blob");
    },
    get mail() {
      return once("mail");
    },
    get chatModel() {
      return once("chatModel");
    },
    get inference() {
      return once("inference");
    },
    get faces() {
      return once("faces");
    },
    get figures() {
      return once("figures");
    },
    get embedders() {
      return once("embedders");
    },
    get vectors() {
      return once("vectors");
    },
    get pictureCheck() {
      return once("pictureCheck");
    },
    get errorReports() {
      return once("errorReports");
    },
    get vault() {
      return once("vault");
    },
    get payments() {
      return once("payments");
    },
  };
}

/** The process's adapters, chosen by the environment. */
export function adapters(): Adapters {
  kept.maquetteAdapters ??= lazily({
    blob: () => createBlob(env()),
    mail: () => createMail(env(), db),
    chatModel: () => createChatModel(env()),
    inference: () => createInference(env(), { db, blob: () => adapters().blob }),
    faces: () => createFaces(env()),
    figures: () => createFigures(),
    embedders: () => createEmbedders(env()),
    vectors: () => createVectors(env(), db),
    pictureCheck: () => createPictureCheck(env(), () => adapters().inference),
    errorReports: () => createErrorReports(env()),
    vault: () => createVault(env()),
    payments: () => createPayments(env()),
  });
  return kept.maquetteAdapters;
}
