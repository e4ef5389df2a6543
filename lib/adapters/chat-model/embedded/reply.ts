/** What the designer does next: calls tools, or says something and ends its turn. */
export interface Reply {
  text: string;
  calls: { tool: string; input: Record<string, unknown> }[];
}

export const say = (...sentences: (string | null | undefined | false)[]): Reply => ({
  text: sentences.filter(Boolean).join(" "),
  calls: [],
});

export const call = (tool: string, input: Record<string, unknown>): Reply => ({
  text: "",
  calls: [{ tool, input }],
});
