/** The codes that everybody may know in the demo. */
export interface DemoCodes {
  readonly notice: string;
  readonly people: readonly { readonly role: string; readonly name: string; readonly code: string }[];
}

/** Asks the server for the demo's codes; `undefined` where it has none, and the page does without. */
export async function demoCodes(): Promise<DemoCodes | undefined> {
  try {
    const answer = await fetch('/workbench/demo-codes.json');
    if (!answer.ok) return undefined;
    const found = (await answer.json()) as DemoCodes | DemoCodes['people'];
    const codes: DemoCodes = 'people' in found ? found : { notice: '', people: found };
    return codes.people.length > 0 ? codes : undefined;
  } catch {
    return undefined;
  }
}
