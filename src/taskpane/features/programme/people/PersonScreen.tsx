import { type ReactNode } from 'react';
import type { WireMember } from '#wire/people.ts';
import { Message } from '../../../components/Message.tsx';
import { Quiet } from '../../../components/Quiet.tsx';
import { ScreenHeading } from '../../../components/ScreenHeading.tsx';
import { day } from '#core/words/date-words.ts';
import { memberWords } from '../../../messages/people-words.ts';
import { Codes } from './Codes.tsx';
import { EndPerson } from './EndPerson.tsx';
import { MentorSchools } from './MentorSchools.tsx';
import { RenamePerson } from './RenamePerson.tsx';

/** Somebody: her codes, her schools where she is a mentor, and what else can be done about her. */
export const PersonScreen = (props: { member: WireMember; onChanged: (member: WireMember) => void }): ReactNode => {
  const { member, onChanged } = props;
  return (
    <>
      <ScreenHeading part>{member.name}</ScreenHeading>
      <Quiet>{memberWords(member)}</Quiet>
      {member.ended === undefined ? (
        <>
          <Codes member={member} onChanged={onChanged} />
          {member.role === 'mentor' ? <MentorSchools member={member} onChanged={onChanged} /> : null}
          <RenamePerson member={member} onChanged={onChanged} />
          <EndPerson member={member} onChanged={onChanged} />
        </>
      ) : (
        <Message intent="info" title={`Ended on ${day(member.ended)}.`}>
          What this person did stays. Should they come back, add them again.
        </Message>
      )}
    </>
  );
};
