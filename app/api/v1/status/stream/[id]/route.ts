export { GET } from "../../jobs/[id]/stream/route.ts";
