import type { Validation } from '#core/sheet/sheet-plan.ts';

/** The texts of a validation within the limits that Excel has for them; the whole texts are in the pane. */
export const helpTexts = ({ alert, prompt }: Pick<Validation, 'alert' | 'prompt'>) => ({
  alertTitle: cut(alert.title, 32),
  alertText: cut(alert.text, 225),
  promptTitle: cut(prompt.title, 32),
  promptText: cut(prompt.text, 255),
});

const cut = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length - 1)}…`;

/** Far beyond what anybody counts; a rule must have bounds even where "a whole number" is all that is asked. */
export const largest = 1_000_000_000_000;
