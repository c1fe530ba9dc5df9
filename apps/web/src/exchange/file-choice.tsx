import { useId, useState } from 'react';
import type { DragEvent, ReactElement } from 'react';
import { Icon } from '../parts';
import { useWords } from '../words';
import { EXCHANGE } from './words';

interface FileChoiceProps {
  /** Endings of the files that are taken: `.csv,.xlsx`. */
  readonly accept: string;
  readonly kinds: string;
  readonly file: File | null;
  readonly onFile: (file: File) => void;
}

/** A place for a file: chosen with the button or dropped. The same file can be chosen again after it was mended. */
export function FileChoice({ accept, kinds, file, onFile }: FileChoiceProps): ReactElement {
  const say = useWords(EXCHANGE);
  const id = useId();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [dropped] = event.dataTransfer.files;
    if (dropped) onFile(dropped);
  };
  return (
    <div
      className={over ? 'file over' : 'file'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        id={id}
        type="file"
        accept={accept}
        aria-describedby={`${id}-kinds`}
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          if (chosen) onFile(chosen);
          event.target.value = '';
        }}
      />
      <label className="btn" htmlFor={id}>
        <Icon name="upload" />
        {say(file ? 'file.other' : 'file.choose')}
      </label>
      <p className="sub" id={`${id}-kinds`}>
        {file ? say('file.chosen', { name: file.name }) : say('file.drop')}
        <br />
        {kinds}
      </p>
    </div>
  );
}
