import './settings.css';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { cycleQuery, cyclesQuery, takeExtensionBack } from '../../api/cycles';
import type { CycleView } from '../../api';
import { Button, Card, Notice, useErrorSentence, useFormats } from '../../parts';
import { useWords } from '../../words';
import type { CycleEditor } from '../use-cycle-draft';
import { CYCLE } from '../words';
import { ExtensionForm } from './extension-form';

type Extension = CycleView['extensions'][number];

/** 期限の延長: later due dates of single departments, each with its reason. */
export function Extensions({ editor }: { readonly editor: CycleEditor }): ReactElement {
  const say = useWords(CYCLE);
  const { cycle, mayEdit } = editor;
  return (
    <>
      {mayEdit && <ExtensionForm editor={editor} />}
      <Card title={say('extensions.list')} bare className="extensions">
        {cycle.extensions.length === 0 ? (
          <p className="card-body">{say('extensions.none')}</p>
        ) : (
          <ul>
            {cycle.extensions.map((extension) => (
              <ExtensionRow
                key={`${extension.stage}-${extension.departmentCode}`}
                extension={extension}
                editor={editor}
              />
            ))}
          </ul>
        )}
      </Card>
    </>
  );
}

function ExtensionRow({
  extension,
  editor,
}: {
  readonly extension: Extension;
  readonly editor: CycleEditor;
}): ReactElement {
  const say = useWords(CYCLE);
  const { fullDay } = useFormats();
  const sentence = useErrorSentence();
  const queries = useQueryClient();
  const { fiscalYear } = editor.cycle;
  const { stage, departmentCode, departmentName, dueOn, reason } = extension;
  const remove = useMutation({
    mutationFn: () => takeExtensionBack(fiscalYear, stage, departmentCode),
    onSuccess: (cycle) => {
      queries.setQueryData(cycleQuery(fiscalYear).queryKey, cycle);
      return queries.invalidateQueries({ queryKey: [...cyclesQuery.queryKey, fiscalYear, 'board'] });
    },
  });
  return (
    <li>
      <div>
        <b>{departmentName}</b>
        <p>{say('extensions.until', { stage: say(`stage.${stage}`), date: fullDay(dueOn) })}</p>
        <p className="sub">{say('extensions.reason', { reason })}</p>
        {remove.error && (
          <Notice tone="bad" role="alert">
            {sentence(remove.error)}
          </Notice>
        )}
      </div>
      {editor.mayEdit && (
        <Button
          small
          busy={remove.isPending && say('extensions.removing')}
          aria-label={say('extensions.remove_of', { name: departmentName, stage: say(`stage.${stage}`) })}
          onClick={() => remove.mutate()}
        >
          {say('extensions.remove')}
        </Button>
      )}
    </li>
  );
}
