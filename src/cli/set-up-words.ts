import { instantText } from '#core/returns/instant-text.ts';
import type { SetUpCode } from '#server/store/set-up.ts';

/** What the terminal says while nobody of the project team can sign in. */
export const setUpWords = ({ code, expires }: SetUpCode): string =>
  [
    '',
    'Nobody of the project team can sign in yet. To set the programme up, sign in once with this code:',
    '',
    `  ${code}`,
    '',
    `It holds until ${instantText(expires)}, for one sign-in. Then make access codes for real people, yourself first.`,
    'On this machine that also goes by: stem-returns codes make --role project-team --name "Your name"',
  ].join('\n');
