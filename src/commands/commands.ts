/** What the ribbon buttons do; handed in by the pane's main, which runs in the same shared runtime. */
export interface CommandFlows {
  /** Opens the pane where the person chooses a return. */
  readonly open: () => Promise<void>;
  /** Checks the return that is in hand. */
  readonly check: () => Promise<void>;
  /** Goes to the next issue of the return that is in hand. */
  readonly nextIssue: () => Promise<void>;
  /** Submits the return that is in hand. */
  readonly submit: () => Promise<void>;
  /** Told of a mistake of ours in one of them; it must not stay unseen and not hold up the ribbon. */
  readonly onFault: (error: unknown) => void;
}

/** The ids that the manifest's buttons carry (`FunctionName`), and what each does. */
export const commandNames = ['open', 'check', 'nextIssue', 'submit'] as const;

/**
 * Joins the ribbon's buttons with the flows. Excel greys out a button until its event is completed, so that is said
 * whatever happens. Where there are no function commands (iPad) nothing is joined and the pane does it all.
 */
export const associateCommands = (flows: CommandFlows): void => {
  for (const name of commandNames) {
    Office.actions?.associate(name, (event: Office.AddinCommands.Event) => void press(flows, name, event));
  }
};

const press = async (
  flows: CommandFlows,
  name: (typeof commandNames)[number],
  event: Office.AddinCommands.Event,
): Promise<void> => {
  try {
    await flows[name]();
  } catch (error) {
    flows.onFault(error);
  } finally {
    event.completed();
  }
};
