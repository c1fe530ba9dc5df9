import { readProblem, Unreachable } from './problem';

interface Sending {
  readonly path: string;
  readonly file: File;
  readonly fields: Readonly<Record<string, string>>;
  /** Bytes that have left this device, of all there are to send. */
  readonly onProgress: (sent: number, total: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Sends a file and reads JSON, telling how far it is: `fetch` does not know what has left. Unlike `upload`, it can be
 * broken off.
 *
 * @throws Problem, Unreachable, and the signal's reason when it was broken off
 */
export function sendFile<T>({ path, file, fields, onProgress, signal }: Sending): Promise<T> {
  const form = new FormData();
  // The server reads fields while the file is still on its way, so they stand before it.
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', file);
  return new Promise<T>((resolve, reject) => {
    const request = new XMLHttpRequest();
    const breakOff = () => request.abort();
    request.open('POST', path);
    request.setRequestHeader('X-Mawasu', '1');
    request.responseType = 'json';
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(loaded, total));
    request.addEventListener('load', () => {
      if (request.status >= 200 && request.status < 300) resolve(request.response as T);
      else if (AWAY.has(request.status)) reject(new Unreachable(request.status));
      else reject(readProblem(request.status, request.response));
    });
    request.addEventListener('error', () => reject(new Unreachable('upload')));
    request.addEventListener('abort', () => reject(signal.reason as Error));
    request.addEventListener('loadend', () => signal.removeEventListener('abort', breakOff));
    signal.addEventListener('abort', breakOff);
    request.send(form);
  });
}

/** A server that restarts answers through a proxy with one of these; nothing was changed. */
const AWAY = new Set([502, 503, 504]);
