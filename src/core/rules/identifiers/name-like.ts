/** Two or three words of letters, each with a capital: "Amina O'Brien", "Anna-Lena van Dijk" is not seen. */
const twoNames = /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]*){1,2}$/u;

/** Whether a text looks like somebody's name. A guess: it is worth a second look, never wrong by itself. */
export const looksLikeName = (text: string): boolean => text.length <= 60 && twoNames.test(text);

const namingWords = [
  'name',
  'names',
  'forename',
  'surname',
  'firstname',
  'lastname',
  'fullname',
  'username',
  'initials',
  'upn',
  'uln',
  'candidate',
  'dob',
  'birth',
  'birthday',
  'birthdate',
  'email',
  'e-mail',
  'mail',
  'address',
  'postcode',
  'phone',
  'telephone',
  'mobile',
];

/** Whether the heading of a pasted column says that pupils are named in it: "Surname", "Pupil name", "Date of birth". */
export const nameLikeHeader = (text: string): boolean =>
  text
    .toLowerCase()
    .split(/[^\p{L}-]+/u)
    .some((word) => namingWords.includes(word));
