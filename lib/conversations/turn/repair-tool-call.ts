import {
  generateText,
  InvalidToolInputError,
  type LanguageModel,
  type ToolCallRepairFunction,
  type ToolSet,
  tool,
} from "ai";

/**
 * Asks the model once to write a tool's input again, with what was wrong with it. What is still wrong then is reported
 * to the model as the tool's failure; a tool that does not exist is not looked for.
 */
export function repairOnce(model: LanguageModel): ToolCallRepairFunction<ToolSet> {
  return async ({ toolCall, tools, error, abortSignal }) => {
    if (!InvalidToolInputError.isInstance(error)) return null;
    const { toolName: name, input } = toolCall;
    const wanted = tools[name];
    if (!wanted) return null;
    const { toolCalls } = await generateText({
      model,
      tools: { [name]: tool({ inputSchema: wanted.inputSchema, description: wanted.description }) },
      toolChoice: { type: "tool", toolName: name },
      maxRetries: 0,
      ...(abortSignal && { abortSignal }),
      prompt: [
        `The input of ${name} could not be used. Call it again with the same wish and a valid input.`,
        `What was wrong: ${reasonOf(error)}`,
        `The input was: ${input}`,
      ].join("\n"),
    });
    const again = toolCalls.find((call) => call.toolName === name && !call.invalid);
    return again ? { ...toolCall, input: JSON.stringify(again.input) } : null;
  };
}

const LONGEST_REASON = 1000;

const reasonOf = (error: Error): string =>
  String((error.cause as Error | undefined)?.message ?? error.message).slice(0, LONGEST_REASON);
