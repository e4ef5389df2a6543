import type { Blob } from "./blob/port.ts";
import type { ChatModel } from "./chat-model/port.ts";
import type { Embedders } from "./embedder/port.ts";
import type { ErrorReports } from "./error-reports/port.ts";
import type { Faces } from "./face/port.ts";
import type { Figures } from "./figures/port.ts";
import type { Inference } from "./inference/port.ts";
import type { Mail } from "./mail/port.ts";
import type { Payments } from "./payment/port.ts";
import type { PictureCheck } from "./picture-check/port.ts";
import type { Vault } from "./vault/port.ts";
import type { Vectors } from "./vectors/port.ts";

/** Everything rented, behind ports; verbs reach the outside only through these. */
export interface Adapters {
  blob: Blob;
  mail: Mail;
  chatModel: ChatModel;
  inference: Inference;
  faces: Faces;
  figures: Figures;
  embedders: Embedders;
  vectors: Vectors;
  /** Null where nobody looks at pictures: people report. */
  pictureCheck: PictureCheck | null;
  errorReports: ErrorReports;
  vault: Vault;
  payments: Payments;
}
