import type { Row } from '#core/instrument/instrument.ts';

/** The three parts that the eight benchmarks are shown in. */
export const benchmarkGroups = [
  { id: 'programme', title: 'Programme and information' },
  { id: 'encounters', title: 'Encounters and experiences' },
  { id: 'guidance', title: 'Guidance' },
] as const;

type Group = (typeof benchmarkGroups)[number]['id'];

/**
 * A benchmark with a sentence for every level of a version, whose codes are handed in from the lowest on. The sentences
 * shut each other out: each but the last says what is still to come, so that a school finds itself in exactly one.
 */
export const benchmarkRow =
  (keyBegins: string, levels: readonly [string, string, string]) =>
  (number: number, group: Group, text: string, ...sentences: readonly [string, string, string]): Row => ({
    key: `${keyBegins}${number}`,
    group,
    text: `${number} ${text}`,
    descriptors: Object.fromEntries(levels.map((code, at) => [code, sentences[at] ?? ''])),
  });
