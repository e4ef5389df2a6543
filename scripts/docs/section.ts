/** The part of a document between `<!-- name: begin -->` and `<!-- name: end -->`. */
function markers(name: string): { begin: string; end: string } {
  return { begin: `<!-- ${name}: begin -->`, end: `<!-- ${name}: end -->` };
}

/** The document with that section's text replaced; throws when the markers are not there. */
export function replaceSection(document: string, name: string, text: string): string {
  const { begin, end } = markers(name);
  const from = document.indexOf(begin);
  const to = document.indexOf(end);
  if (from < 0 || to < from) throw new Error(`The markers of section "${name}" are missing.`);
  return `${document.slice(0, from + begin.length)}\n\n${text.trim()}\n\n${document.slice(to)}`;
}
