/** Version of the add-in, sent along with each submission for the record; the package's own. */
export const addInVersion = '0.1.0';
