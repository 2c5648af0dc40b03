interface Named {
  readonly name: string;
  readonly owner: string;
}

/** A text that sorts as owners' names do and names one of them; databases and machines sort names each in their own way. */
export const cursorOf = ({ name, owner }: Named): string => `${name.toLowerCase()} ${owner}`;

/** In the order of names; those of the same name in the order of their ids. */
export const byName = (a: Named, b: Named): number => (cursorOf(a) < cursorOf(b) ? -1 : 1);
