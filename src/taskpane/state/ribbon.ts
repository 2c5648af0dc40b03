/** What the buttons of Excel's ribbon can ask of the pane. */
export type RibbonWish = 'home' | 'check' | 'next-issue' | 'submit';

export type RibbonService = Readonly<Partial<Record<RibbonWish, () => Promise<void>>>>;

/** Hands the wishes of the ribbon to the part of the pane that can fulfil them: the one that came last. */
export class Ribbon {
  #services: readonly RibbonService[] = [];

  /** Resolves when the wish is fulfilled, or at once when nobody can. */
  async ask(wish: RibbonWish): Promise<void> {
    await this.#services.findLast((service) => service[wish])?.[wish]?.();
  }

  /** Fulfils wishes from now on; answers how to stop. */
  serve(service: RibbonService): () => void {
    this.#services = [...this.#services, service];
    return () => {
      this.#services = this.#services.filter((other) => other !== service);
    };
  }
}
