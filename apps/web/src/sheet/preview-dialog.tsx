import type { ReactElement } from 'react';
import { Button, Dialog } from '../parts';
import { useWords } from '../words';
import { Paper } from './paper';

/** How the sheet looks on paper, and the way to the printer. */
export function PreviewDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const say = useWords('sheet-page');
  return (
    <Dialog title={say('paper.preview')} open onClose={onClose} wide>
      <div className="preview-acts">
        <Button kind="primary" icon="print" onClick={() => window.print()}>
          {say('paper.print')}
        </Button>
      </div>
      <div className="sheet-of-paper">
        <Paper />
      </div>
    </Dialog>
  );
}
