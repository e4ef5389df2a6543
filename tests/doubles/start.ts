/**
 * `npm run doubles`: starts the doubles of rented services, and prints what to set so that the app uses them. fal's
 * keeps its port; what the others hold is gone with Ctrl-C, which ends them all.
 */
import { openEmbeddingsDouble } from "./embeddings/server.ts";
import { DOUBLE_FAL_KEY, openFalDouble } from "./fal/server.ts";
import { openInsightFaceDouble } from "./insight-face/server.ts";
import { ModelService } from "./openai/server.ts";
import { openPineconeDouble } from "./pinecone/server.ts";
import { openS3Double } from "./s3/server.ts";
import { openStripeDouble } from "./stripe/server.ts";
import { openVercelBlobDouble } from "./vercel-blob/server.ts";

const FAL_PORT = 4810;
const FAL_WORK_MS = 2_000;
/** Numbers in a vector of the embedder that computes here, which the index of products then holds. */
const LOOK_DIMENSIONS = 366;
/** Vercel's own form: the store's id is its fourth part. */
const BLOB_TOKEN = "vercel_blob_rw_double_secret";

const fal = await openFalDouble({ port: FAL_PORT, workMs: FAL_WORK_MS });
const chat = await ModelService.open();
const s3 = await openS3Double({ bucket: "maquette", secretAccessKey: "double" });
const vercel = await openVercelBlobDouble({ token: BLOB_TOKEN });
const pinecone = await openPineconeDouble({ apiKey: "double", dimension: LOOK_DIMENSIONS });
const embeddings = await openEmbeddingsDouble("double");
const faces = await openInsightFaceDouble("double");
const stripe = await openStripeDouble("sk_test_double");

console.log(`fal
  FAL_KEY=${DOUBLE_FAL_KEY} FAL_BASE_URL=${fal.url}
  what was ordered:       curl ${fal.url}/control
  the next order refused: curl ${fal.url}/control -d '{"next":[{"refuse":{"status":402}}]}'
a chat model, which says "Done." to everything
  CHAT_BASE_URL=${chat.url} CHAT_MODEL=double CHAT_API_KEY=double
files in an S3-compatible store
  S3_ENDPOINT=${s3.url} S3_BUCKET=maquette S3_ACCESS_KEY_ID=double S3_SECRET_ACCESS_KEY=double
files in Vercel Blob
  VERCEL_BLOB_API_URL=${vercel.url} BLOB_READ_WRITE_TOKEN=${BLOB_TOKEN}
product vectors in Pinecone
  PINECONE_INDEX_HOST=${pinecone.url} PINECONE_API_KEY=double
an embedding endpoint, of vectors that mean nothing
  EMBEDDER=${embeddings.url} EMBEDDER_MODEL=double EMBEDDER_DIMENSIONS=${embeddings.dimensions} EMBEDDER_API_KEY=double
a face model, which finds one face in the middle of any picture
  FACE_MODEL_URL=${faces.url} FACE_MODEL_KEY=double
payments by Stripe
  STRIPE_BASE_URL=${stripe.url} STRIPE_SECRET_KEY=sk_test_double STRIPE_WEBHOOK_SECRET=whsec_double`);
