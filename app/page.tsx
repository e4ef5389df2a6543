import { notFound } from "#lib/shared/errors.ts";

export default function FrontPage() {
  return <main>{notFound("x").userMessage}</main>;
}
