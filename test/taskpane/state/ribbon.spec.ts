import { Ribbon } from '#taskpane/state/ribbon.ts';

describe('wishes from Excel’s ribbon', () => {
  test('are fulfilled by the part that came last and can do it', async () => {
    const ribbon = new Ribbon();
    const done: string[] = [];
    ribbon.serve({
      check: async () => void done.push('open a return first'),
      home: async () => void done.push('home'),
    });
    const leave = ribbon.serve({ check: async () => void done.push('checked') });
    await ribbon.ask('check');
    await ribbon.ask('home');
    leave();
    await ribbon.ask('check');
    expect(done).toEqual(['checked', 'home', 'open a return first']);
  });

  test('that nobody can fulfil do no harm', async () => {
    await expect(new Ribbon().ask('submit')).resolves.toBeUndefined();
  });
});
