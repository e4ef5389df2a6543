/** One way a thing may go: who may do it, in which states, and the state it leads to. */
export interface Transition<
  State extends string = string,
  Action extends string = string,
  By extends string = string,
> {
  action: Action;
  by: By;
  from: readonly State[];
  to: State;
}

/** The way an action takes for somebody; null where they never may. */
export function findTransition<State extends string, Action extends string, By extends string>(
  machine: readonly Transition<State, Action, By>[],
  action: Action,
  by: By,
): Transition<State, Action, By> | null {
  return machine.find((one) => one.action === action && one.by === by) ?? null;
}

/** What somebody may do in a state. */
export function actionsIn<State extends string, Action extends string, By extends string>(
  machine: readonly Transition<State, Action, By>[],
  state: State,
  by: By,
): Action[] {
  return machine
    .filter((one) => one.by === by && one.from.includes(state))
    .map(({ action }) => action);
}

/** True when a change of state is one the machine knows. */
export function isAllowed<State extends string>(
  machine: readonly Transition<State>[],
  change: { action: string; by: string; from: string; to: string },
): boolean {
  return machine.some(
    ({ action, by, from, to }) =>
      action === change.action &&
      by === change.by &&
      to === change.to &&
      from.some((state) => state === change.from),
  );
}

/** The machine as a Mermaid state diagram, one line a way, for the documents. */
export function toDiagram(machine: readonly Transition[], start: string): string {
  const lines = machine.flatMap(({ action, by, from, to }) =>
    from.map((state) => `  ${state} --> ${to}: ${by} ${action}s`),
  );
  return ["stateDiagram-v2", `  [*] --> ${start}`, ...lines].join("\n");
}
