import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useParams } from 'react-router';
import { sheetQuery } from '../api';
import { Failed, Loading } from '../parts';
import { SheetView } from './sheet-view';
import type { News } from './sheet-news';
import './action-bar.css';
import './dialogs.css';
import './fields.css';
import './tables.css';
import './page-words';
import './rail.css';
import './sheet.css';

/** One stage of one annual task. */
export default function SheetPage(): ReactElement {
  const { taskStageId = '' } = useParams();
  const { data: sheet, error, refetch } = useQuery(sheetQuery(taskStageId));
  const [news, setNews] = useState<News | null>(null);
  if (sheet) {
    // A new version or state from the server is a new desk; unsaved words come back from this device.
    const desk = `${taskStageId} ${sheet.state} ${sheet.editable}`;
    return <SheetView key={desk} sheet={sheet} news={news} onNews={setNews} />;
  }
  if (error) return <Failed page error={error} retry={() => void refetch()} />;
  return <Loading rows={6} />;
}
