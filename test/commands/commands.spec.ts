import { associateCommands, commandNames, type CommandFlows } from '#commands/commands.ts';

type Handler = (event: { completed: () => void }) => void;

const world = globalThis as { Office?: unknown };
const joined = new Map<string, Handler>();

beforeEach(() => {
  joined.clear();
  world.Office = { actions: { associate: (name: string, handler: Handler) => joined.set(name, handler) } };
});
afterEach(() => {
  delete world.Office;
});

/** Presses a button and tells how often it was set free, a moment after it was. */
const press = async (name: string): Promise<number> => {
  let completed = 0;
  await new Promise<void>((resolve) => {
    joined.get(name)?.({ completed: () => void ((completed += 1), setTimeout(resolve, 5)) });
  });
  return completed;
};

const flows = (
  work: (name: string) => Promise<void>,
  onFault: CommandFlows['onFault'] = () => undefined,
): CommandFlows => ({
  open: () => work('open'),
  check: () => work('check'),
  nextIssue: () => work('nextIssue'),
  submit: () => work('submit'),
  onFault,
});

test.each(commandNames)('the ribbon button %s does its own job and is set free', async (name) => {
  const done: string[] = [];
  associateCommands(flows((what) => Promise.resolve(void done.push(what))));
  expect(await press(name)).toBe(1);
  expect(done).toEqual([name]);
});

test('a button is set free after a mistake of ours too, and the mistake is told', async () => {
  const faults: unknown[] = [];
  const mistake = new TypeError('ours');
  associateCommands(
    flows(
      () => Promise.reject(mistake),
      (fault) => faults.push(fault),
    ),
  );
  expect(await press('submit')).toBe(1);
  expect(faults).toEqual([mistake]);
});

test('an Excel without ribbon commands is left alone', () => {
  world.Office = {};
  expect(() => associateCommands(flows(() => Promise.resolve()))).not.toThrow();
});
