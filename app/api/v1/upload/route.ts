import { acceptUpload } from "./accept-upload.ts";

export const POST = acceptUpload("/api/v1/upload");
