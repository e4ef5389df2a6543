import { v7 as newUuid } from "uuid";
import { z } from "zod";
import { DESIGNER_TOOLS } from "#lib/conversations/tools/index.ts";
import type { ToolDescriptor } from "#lib/conversations/tools/tool.ts";
import type { AgentTool } from "./agent-tool.ts";
import { LOOKING_TOOLS } from "./looking-tools.ts";
import { refuseUnasked } from "./refuse-unasked.ts";

/** Tools that begin a design: they are about none that is there. */
const BEGINNING = new Set(["make_design", "sculpt_picture"]);

/** Every tool of the designer, and those to find one's way without a conversation. */
export const AGENT_TOOLS: readonly AgentTool[] = [
  ...LOOKING_TOOLS,
  ...DESIGNER_TOOLS.map(fromDesigner),
];

function fromDesigner(tool: ToolDescriptor): AgentTool {
  const input = withDesign(tool);
  return {
    name: tool.name,
    description: tool.description,
    input,
    isReading: tool.isReading === true,
    async run(ctx, given) {
      const { designId = null } = given as { designId?: string };
      const call = {
        ...{ ctx, conversationId: null, messageId: null, prompt: null },
        ...{ designId, effectId: newUuid() },
      };
      await refuseUnasked(ctx, (await tool.costMicroUsd?.(call, given)) ?? 0);
      return tool.run(call, given);
    },
  };
}

/** The tool's input with the design it is about: there is no current one outside a conversation. */
function withDesign({ name, input }: ToolDescriptor): z.ZodObject {
  if (!(input instanceof z.ZodObject)) throw new Error(`${name} takes no object`);
  if (BEGINNING.has(name)) return input;
  const designId = z.string().describe("Id of the design.");
  return input.extend({ designId: "designId" in input.shape ? designId : designId.optional() });
}
