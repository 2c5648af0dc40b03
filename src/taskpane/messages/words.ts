/** What a person is told: what happened, and what she can do about it, in whole sentences; `todo` is empty where nothing is to be done. */
export interface Words {
  readonly title: string;
  readonly todo: string;
}

/** How grave a message is; also decides its colour and icon. */
export type Intent = 'success' | 'info' | 'warning' | 'error';

/** A message as it is shown. */
export interface Note extends Words {
  readonly intent: Intent;
}
