import { useState } from 'react';
import type { ReactElement } from 'react';
import { JudgementBasis } from '../charts';
import {
  Button,
  ButtonLink,
  Card,
  Dialog,
  Empty,
  Failed,
  Icon,
  Loading,
  Notice,
  Pager,
  Popover,
} from '../parts';
import { DateField } from '../parts/date-field';
import { useWords } from '../words';
import { Problem } from '../api';
import { INDICATORS } from './samples';
import { CATALOGUE } from './words';

/** What is pressed and filled in, and what answers. */
export function ControlCards(): ReactElement {
  return (
    <>
      <Buttons />
      <Inputs />
      <Opening />
      <States />
    </>
  );
}

function Buttons(): ReactElement {
  const say = useWords(CATALOGUE);
  return (
    <Card title={say('button')} hint={say('button.hint')}>
      <p className="cat-row">
        <Button kind="primary">{say('button.primary')}</Button>
        <Button icon="list">{say('button.plain')}</Button>
        <Button kind="quiet">{say('button.quiet')}</Button>
        <Button small>{say('button.small')}</Button>
      </p>
      <p className="cat-row">
        <Button kind="primary" busy={say('button.busy')} />
        <Button className="is-focus">{say('button.plain')}</Button>
        <ButtonLink to="/">{say('button.link')}</ButtonLink>
        <button type="button" className="link">
          {say('button.small')}
        </button>
      </p>
      <Pager page={2} pageSize={20} total={230} onPage={() => undefined} />
    </Card>
  );
}

function Inputs(): ReactElement {
  const say = useWords(CATALOGUE);
  const [chosen, setChosen] = useState('a');
  return (
    <Card title={say('form')} hint={say('form.hint')}>
      <label className="label" htmlFor="cat-text">
        {say('form.text')}
      </label>
      <input
        className="input"
        id="cat-text"
        defaultValue="47..5"
        aria-invalid="true"
        aria-describedby="cat-wrong"
      />
      <p className="err-msg" id="cat-wrong">
        <Icon name="warning" small />
        {say('form.wrong')}
      </p>
      <DateField label={say('form.day')} value="2022-05-30" onChange={() => undefined} />
      <fieldset className="cat-row">
        <legend className="label">{say('form.one')}</legend>
        {['a', 'b'].map((one) => (
          <label className="radio" key={one}>
            <input type="radio" name="cat-one" checked={one === chosen} onChange={() => setChosen(one)} />
            {say(`choice.${one}`)}
          </label>
        ))}
      </fieldset>
      <fieldset className="cat-row">
        <legend className="label">{say('form.many')}</legend>
        {['a', 'b'].map((one) => (
          <label className="tick" key={one}>
            <input type="checkbox" defaultChecked={one === 'a'} />
            {say(`choice.${one}`)}
          </label>
        ))}
      </fieldset>
      <div className="chips" role="group" aria-label={say('form.chip')}>
        {['a', 'b'].map((one) => (
          <button type="button" className="chip" key={one} aria-pressed={one === 'a'}>
            {say(`choice.${one}`)}
          </button>
        ))}
      </div>
    </Card>
  );
}

function Opening(): ReactElement {
  const say = useWords(CATALOGUE);
  const [open, setOpen] = useState(false);
  return (
    <Card title={say('pop')}>
      <div className="cat-row">
        <JudgementBasis indicator={INDICATORS.up} fiscalYear={2021} />
        <Popover summary={say('pop')}>
          <p>{say('pop.text')}</p>
        </Popover>
        <Button onClick={() => setOpen(true)}>{say('pop.open')}</Button>
      </div>
      <Dialog title={say('pop')} open={open} onClose={() => setOpen(false)}>
        <p>{say('pop.text')}</p>
      </Dialog>
    </Card>
  );
}

function States(): ReactElement {
  const say = useWords(CATALOGUE);
  return (
    <Card title={say('notice')} hint={say('notice.hint')} className="cat-wide">
      <div className="cat-states">
        {(['warn', 'bad', 'good', 'flat'] as const).map((tone) => (
          <Notice key={tone} tone={tone}>
            {say(`notice.${tone}`)}
          </Notice>
        ))}
        <Empty title={say('empty')}>
          <p>{say('empty.text')}</p>
        </Empty>
        <Failed error={new Problem(503, 'http.503', '')} retry={() => undefined} />
        <Loading rows={2} />
      </div>
    </Card>
  );
}
