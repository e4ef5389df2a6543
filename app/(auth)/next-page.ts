/** Where to go after signing in: a path of this site, else the studio. Never another site. */
export function toNextPage(value: string | undefined): string {
  return value && /^\/(?![/\\])[^\s\\]*$/.test(value) && value.length <= 500 ? value : "/studio";
}
