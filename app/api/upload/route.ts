import { acceptPhotos } from "../v1/figurines/accept-photos.ts";

export const POST = acceptPhotos("/api/upload");
