/** As whom the command line acts: whoever holds the data sees and does all that the project team does. */
export const holder = {
  id: 'holder-of-the-file',
  role: 'project-team',
  name: 'Command line',
  owner: undefined,
  schools: [],
  endedAt: undefined,
} as const;
