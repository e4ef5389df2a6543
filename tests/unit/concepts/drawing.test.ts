import { expect, it } from "vitest";
import {
  BLANK,
  type Drawing,
  type DrawingStep,
  drawn,
  isBlank,
  type Tool,
} from "#components/concept/drawing.ts";

const stroke = (tool: Tool) => ({ tool, width: 0.05, points: [{ x: 0.5, y: 0.5 }] });
const after = (...steps: DrawingStep[]): Drawing => steps.reduce(drawn, BLANK);
const tools = ({ strokes }: Drawing) => strokes.map(({ tool }) => tool);

it("strokes are taken back and brought again in order", () => {
  const two = [
    { type: "add", stroke: stroke("brush") },
    { type: "add", stroke: stroke("lasso") },
  ] as const;
  expect(tools(after(...two, { type: "undo" }))).toEqual(["brush"]);
  expect(tools(after(...two, { type: "undo" }, { type: "undo" }, { type: "redo" }))).toEqual([
    "brush",
  ]);
  expect(tools(after(...two, { type: "undo" }, { type: "redo" }, { type: "redo" }))).toEqual([
    "brush",
    "lasso",
  ]);
});

it("a new stroke lets go of those that were taken back", () => {
  const drawing = after(
    { type: "add", stroke: stroke("brush") },
    { type: "undo" },
    { type: "add", stroke: stroke("lasso") },
    { type: "redo" },
  );
  expect(tools(drawing)).toEqual(["lasso"]);
});

it("a drawing of erased places alone is blank", () => {
  expect(isBlank(after({ type: "add", stroke: stroke("eraser") }))).toBe(true);
  expect(isBlank(after({ type: "add", stroke: stroke("brush") }))).toBe(false);
});
