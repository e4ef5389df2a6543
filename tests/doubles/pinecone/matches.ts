type Metadata = Record<string, unknown>;
type Condition = Record<string, unknown>;

const COMPARE: Record<string, (value: unknown, asked: unknown) => boolean> = {
  $eq: (value, asked) => among(value, [asked]),
  $ne: (value, asked) => !among(value, [asked]),
  $gt: (value, asked) => Number(value) > Number(asked),
  $gte: (value, asked) => Number(value) >= Number(asked),
  $lt: (value, asked) => Number(value) < Number(asked),
  $lte: (value, asked) => Number(value) <= Number(asked),
  $in: (value, asked) => among(value, asked as unknown[]),
  $nin: (value, asked) => !among(value, asked as unknown[]),
  $exists: (value, asked) => (value !== undefined) === asked,
};

/** Of a list, one word is enough. */
const among = (value: unknown, asked: unknown[]) =>
  Array.isArray(value) ? value.some((one) => asked.includes(one)) : asked.includes(value);

/** Pinecone's filter language; an operator it does not know is an error, as there. */
export function matches(metadata: Metadata, filter: Condition | undefined): boolean {
  return Object.entries(filter ?? {}).every(([name, condition]) => {
    if (name === "$and") return (condition as Condition[]).every((one) => matches(metadata, one));
    if (name === "$or") return (condition as Condition[]).some((one) => matches(metadata, one));
    const asked = typeof condition === "object" ? (condition as Condition) : { $eq: condition };
    return Object.entries(asked).every(([operator, value]) => {
      const compare = COMPARE[operator];
      if (!compare) throw new Error(`${operator} is not a valid operator`);
      return compare(metadata[name], value);
    });
  });
}
