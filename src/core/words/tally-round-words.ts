/** What is not to be had in a round that takes tallies only, for whoever makes one: it cannot be changed later. */
export const tallyRoundWords: readonly string[] = [
  'No row of a pupil leaves a school in this round. What is therefore not to be had:',
  'Schools without the add-in cannot return: the web page /hand-in neither gives nor takes a file, and a workbook from the command line can only be sent with the add-in.',
  'There are no questions on single cells, and the server cannot check the rows once more.',
  'Measures that are added later cannot be worked out, and the round cannot be raised to a newer version of its instrument.',
  'Later sheets cannot be filled with what was sent.',
  'What one school sends counts as data about pupils, and is kept and shown like the rows themselves.',
];
