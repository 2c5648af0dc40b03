import { readFileSync } from 'node:fs';

/** What a reader of docs/deploy.md does with a fenced block: types it, as one of two people, or writes it into a file. */
export type Block =
  { readonly as: 'you' | 'stem'; readonly commands: string } | { readonly file: string; readonly content: string };

/**
 * The blocks of each section, by its heading, in the document's order. What is behind a fence's language says what a
 * block is: ```` ```sh as stem ````, or the path of a file; a fence without either is not for the walk.
 */
export const sectionsOf = (path: string): ReadonlyMap<string, readonly Block[]> => {
  const sections = new Map<string, Block[]>();
  const text = readFileSync(path, 'utf8');
  let blocks: Block[] = [];
  for (const [, heading, marks, body = ''] of text.matchAll(/^#{2,3} (.+)$|^```(.*)\n([^]*?)^```$/gm)) {
    if (heading !== undefined) {
      blocks = [];
      sections.set(heading, blocks);
      continue;
    }
    const block = blockOf(marks ?? '', body);
    if (block) blocks.push(block);
  }
  return sections;
};

const blockOf = (marks: string, body: string): Block | undefined => {
  const person = /^sh as (you|stem)$/.exec(marks)?.[1];
  if (person === 'you' || person === 'stem') return { as: person, commands: body };
  const file = /^\S+ (\/\S+)$/.exec(marks)?.[1];
  return file === undefined ? undefined : { file, content: body };
};
