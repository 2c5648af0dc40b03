/** The steps of a story, each a test: the later ones make no sense when one has failed, and fail at once. */
export const storySteps = () => {
  let stopped = false;
  return (name: string, live: () => Promise<void>): void =>
    test(name, async () => {
      if (stopped) throw new Error('an earlier step of the story has failed');
      stopped = true;
      await live();
      stopped = false;
    });
};
