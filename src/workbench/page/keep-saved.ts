/** What the person sees of it beside the workbook's name. */
export type SaveState = 'saved' | 'saving' | 'failed';

export interface Saver {
  /** Something has changed: it is kept as soon as the changes rest. */
  touch(): void;
  /** Keeps it now, where anything has changed. */
  flush(): Promise<void>;
}

interface SaverOptions {
  readonly save: () => Promise<void>;
  readonly tell: (state: SaveState) => void;
  /** How long changes must rest, in milliseconds. */
  readonly rest: number;
}

/** Keeps a workbook after each change, one save after the other; a failed one is told and tried at the next change. */
export function keepSaved({ save, tell, rest }: SaverOptions): Saver {
  let changed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | undefined;

  const run = async (): Promise<void> => {
    while (changed) {
      changed = false;
      try {
        await save();
      } catch (error) {
        console.error(error);
        changed = true;
        tell('failed');
        return;
      }
    }
    tell('saved');
  };

  const flush = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    if (!changed && !running) return;
    running ??= run().finally(() => (running = undefined));
    await running;
  };

  return {
    touch() {
      changed = true;
      tell('saving');
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), rest);
    },
    flush,
  };
}
