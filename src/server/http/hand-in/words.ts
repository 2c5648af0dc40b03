/** What a person is told: what happened, and what she can do about it, in whole sentences. */
export interface Words {
  readonly title: string;
  readonly todo: string;
}
