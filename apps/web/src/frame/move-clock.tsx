import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { moveClock, queryClient } from '../api';
import type { Clock } from '../api';
import { Button, Dialog, Notice, useErrorSentence, useFormats } from '../parts';
import { DateField } from '../parts/date-field';
import { useWords } from '../words';
import { FRAME_LATE } from './late-words';
import { nextWorkingMonday } from './working-monday';

/** The hour at which a moved day begins: letters of the morning have gone out. */
const MORNING = 9;

interface MoveClockProps {
  readonly clock: Clock;
  readonly onClose: () => void;
}

/** Moves the date of the sample city on, so that openings, reminders and the weekly letter can be seen. */
export default function MoveClock({ clock, onClose }: MoveClockProps): ReactElement {
  const say = useWords(FRAME_LATE);
  const { fullDay } = useFormats();
  const sentence = useErrorSentence();
  const [date, setDate] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);
  const move = useMutation({
    mutationFn: (to: string) => moveClock(to, MORNING),
    onSuccess: async () => {
      await queryClient.invalidateQueries();
      onClose();
    },
  });
  const { tomorrow, monday } = nextWorkingMonday(clock.today);
  const busy = move.isPending && say('clock.moving');
  return (
    <Dialog title={say('clock.move')} open onClose={onClose}>
      <p>{say('clock.explain', { today: fullDay(clock.today) })}</p>
      {move.error && (
        <Notice tone="bad" role="alert">
          {sentence(move.error)}
        </Notice>
      )}
      <ul className="clock-ways">
        <li>
          <Button kind="primary" busy={busy} onClick={() => move.mutate(tomorrow)}>
            {say('clock.next_day')}
          </Button>
          <span>{fullDay(tomorrow)}</span>
        </li>
        <li>
          <Button busy={busy} onClick={() => move.mutate(monday)}>
            {say('clock.next_monday')}
          </Button>
          <span>{fullDay(monday)}</span>
        </li>
      </ul>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (date !== null && date > clock.today) move.mutate(date);
        }}
      >
        <DateField
          label={say('clock.to_date')}
          toCome
          value={date}
          onChange={setDate}
          error={asked && (date === null || date <= clock.today) ? say('clock.later_date') : null}
        />
        <div className="dialog-acts">
          <Button type="submit" busy={busy}>
            {say('clock.to_this_date')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
