/** What a refused batch says: the error's code, its message and the member that it names. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly location: string;
}

/** The refusal that a run must end with; a run that succeeds, or breaks otherwise, fails the test. */
export async function refusalOf(run: Promise<unknown>): Promise<Refusal> {
  const error = await run.then(
    () => undefined,
    (reason: unknown) => reason as { code?: string; message: string; debugInfo?: { errorLocation?: string } },
  );
  if (!error) throw new Error('the batch was not refused');
  if (error.code === undefined) throw new Error(error.message, { cause: error });
  return { code: error.code, message: error.message, location: error.debugInfo?.errorLocation ?? '' };
}
