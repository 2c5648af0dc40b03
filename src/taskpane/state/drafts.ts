/**
 * Texts typed in the pane and not saved yet, by what they are about. They outlive every redrawing, tab and sign-in,
 * so that no check in the background and no lost session ever costs a typed word.
 */
export class Drafts {
  readonly #texts = new Map<string, string>();

  get(key: string): string | undefined {
    return this.#texts.get(key);
  }

  set(key: string, text: string): void {
    this.#texts.set(key, text);
  }

  clear(key: string): void {
    this.#texts.delete(key);
  }

  /** What follows on `start` in the keys that begin with it, of the texts that are not blank. */
  namesAfter(start: string): readonly string[] {
    return [...this.#texts].flatMap(([key, text]) =>
      key.startsWith(start) && text.trim() !== '' ? [key.slice(start.length)] : [],
    );
  }

  /** Forgets everything, for the next person at this computer. */
  clearAll(): void {
    this.#texts.clear();
  }
}
