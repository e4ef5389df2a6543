/** A program one can copy and run; a test does. */
export interface Example {
  id: string;
  /** Key of its title in the texts. */
  title: "exampleDraw" | "examplePhotos" | "examplePhotosTs";
  language: "sh" | "ts";
  code: string;
}

/** Examples against the service at `url`; they take the key from MAQUETTE_KEY and a photo from `cup.jpg`. */
export function examplesFor(url: string): Example[] {
  return [
    { id: "draw", title: "exampleDraw", language: "sh", code: draw(url) },
    { id: "photos", title: "examplePhotos", language: "sh", code: sendPhotos(url) },
    { id: "photos-ts", title: "examplePhotosTs", language: "ts", code: followPhotos(url) },
  ];
}

const draw = (url: string) => `curl -sf "${url}/api/v1/generate/2d?wait=60" \\
  -H "Authorization: Bearer $MAQUETTE_KEY" \\
  -H "Content-Type: application/json" \\
  -d '{"prompt": "a rose gold ring, US 7, with an oval sapphire", "count": 1}'`;

const sendPhotos = (url: string) => `curl -sf "${url}/api/v1/upload" \\
  -H "Authorization: Bearer $MAQUETTE_KEY" \\
  -H "Idempotency-Key: $(date +%s)" \\
  -F "files[]=@cup.jpg" -F "face_limit=10000" -F "formats=glb,stl"`;

const followPhotos = (url: string) => `import { openAsBlob } from "node:fs";
import { setTimeout } from "node:timers/promises";

const { env } = process;
const url = "${url}";
const headers = { authorization: \`Bearer \${env.MAQUETTE_KEY}\` };
const ask = async (path: string, init?: RequestInit) =>
  (await fetch(url + path, { headers, ...init })).json();

const form = new FormData();
form.append("files[]", await openAsBlob("cup.jpg"), "cup.jpg");
const { job_id } = await ask("/api/v1/upload", { method: "POST", body: form });

let job: { status: string };
do {
  await setTimeout(500);
  job = await ask(\`/api/v1/status/jobs/\${job_id}/progress\`);
} while (["queued", "running"].includes(job.status));

const { files } = await ask(\`/api/v1/download/\${job_id}/all\`);
for (const { filename, bytes } of files) console.log(filename, bytes);`;
