import { keepSaved, type SaveState } from '#workbench/page/keep-saved.ts';

/** A place to keep things that can be slow and can fail, and remembers what it was given. */
function keeping(rest = 20) {
  const book = { text: '', kept: [] as string[], told: [] as SaveState[], fail: false, wait: Promise.resolve() };
  const saver = keepSaved({
    rest,
    tell: (state) => book.told.push(state),
    save: async () => {
      const { text } = book;
      await book.wait;
      if (book.fail) throw new Error('No room');
      book.kept.push(text);
    },
  });
  const type = (text: string): void => {
    book.text = text;
    saver.touch();
  };
  return { book, saver, type };
}

const resting = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test('nothing is kept while changes follow each other, and the last state once they rest', async () => {
  const { book, type } = keeping(40);
  for (const text of ['a', 'ab', 'abc']) {
    type(text);
    await resting(5);
  }
  expect(book.kept).toEqual([]);
  await resting(120);
  expect(book.kept).toEqual(['abc']);
  expect(book.told.at(-1)).toBe('saved');
});

test('on leaving the page a change is kept at once, without a rest', async () => {
  const { book, saver, type } = keeping(60_000);
  type('a');
  await saver.flush();
  expect(book.kept).toEqual(['a']);
});

test('where nothing has changed nothing is kept', async () => {
  const { book, saver } = keeping();
  await saver.flush();
  expect(book.kept).toEqual([]);
});

test('a change during a save is kept by another one after it, never at the same time', async () => {
  const { book, saver, type } = keeping(60_000);
  let go: () => void = () => undefined;
  book.wait = new Promise((resolve) => (go = resolve));
  type('a');
  const first = saver.flush();
  type('ab');
  const second = saver.flush();
  expect(book.kept).toEqual([]);
  go();
  await Promise.all([first, second]);
  expect(book.kept).toEqual(['a', 'ab']);
});

test('a save that fails is told, and is tried again at the next change', async () => {
  const told = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const { book, saver, type } = keeping(60_000);
  book.fail = true;
  type('a');
  await saver.flush();
  expect(book.told.at(-1)).toBe('failed');
  book.fail = false;
  type('ab');
  await saver.flush();
  expect(book.kept).toEqual(['ab']);
  expect(book.told.at(-1)).toBe('saved');
  told.mockRestore();
});
