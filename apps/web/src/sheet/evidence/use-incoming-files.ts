import { useEffect, useRef, useState } from 'react';
import type { DragEvent } from 'react';

interface IncomingFiles {
  /** Something that can be dropped hangs over the card. */
  readonly over: boolean;
  readonly handlers: {
    readonly onDragEnter: (event: DragEvent) => void;
    readonly onDragOver: (event: DragEvent) => void;
    readonly onDragLeave: (event: DragEvent) => void;
    readonly onDrop: (event: DragEvent) => void;
  };
}

interface Options {
  readonly enabled: boolean;
  readonly onFiles: (files: readonly File[], how: 'dropped' | 'pasted') => void;
  readonly onAddress: (url: string) => void;
}

const carries = ({ dataTransfer }: DragEvent): boolean =>
  dataTransfer.types.some((type) => type === 'Files' || type === 'text/uri-list');

/** Files that are dropped on a card or pasted anywhere on its page. */
export function useIncomingFiles({ enabled, onFiles, onAddress }: Options): IncomingFiles {
  // Moving over what lies inside the card leaves and enters again.
  const depth = useRef(0);
  const [over, setOver] = useState(false);
  const latest = useRef(onFiles);
  useEffect(() => {
    latest.current = onFiles;
  });
  useEffect(() => {
    // A file that misses the card must not replace the page, and with it what is being typed.
    const miss = (event: globalThis.DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files') || event.defaultPrevented) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'none';
    };
    document.addEventListener('dragover', miss);
    document.addEventListener('drop', miss);
    return () => {
      document.removeEventListener('dragover', miss);
      document.removeEventListener('drop', miss);
    };
  }, []);
  useEffect(() => {
    if (!enabled) return undefined;
    const paste = (event: ClipboardEvent) => {
      const data = event.clipboardData;
      if (event.defaultPrevented || data === null || data.files.length === 0) return;
      // A table copied from Excel is text and a picture: where one writes, the text is meant.
      if (isWriting(event.target) && data.types.includes('text/plain')) return;
      if (document.querySelector('dialog[open]')) return;
      event.preventDefault();
      latest.current([...data.files], 'pasted');
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, [enabled]);
  const enter = (by: 1 | -1) => (event: DragEvent) => {
    if (!enabled || !carries(event)) return;
    depth.current = Math.max(0, depth.current + by);
    setOver(depth.current > 0);
  };
  return {
    over,
    handlers: {
      onDragEnter: enter(1),
      onDragOver: (event) => enabled && carries(event) && event.preventDefault(),
      onDragLeave: enter(-1),
      onDrop: (event) => {
        depth.current = 0;
        setOver(false);
        if (!enabled || !carries(event)) return;
        event.preventDefault();
        const files = [...event.dataTransfer.files];
        const url = event.dataTransfer.getData('text/uri-list').split('\n')[0] ?? '';
        if (files.length > 0) onFiles(files, 'dropped');
        else if (url !== '') onAddress(url.trim());
      },
    },
  };
}

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
