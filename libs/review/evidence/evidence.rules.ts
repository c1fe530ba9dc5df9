const MEGABYTE = 1024 * 1024;

/** A scanned report of a hundred pages fits; what is larger is a recording or a data set, and belongs behind a link. */
export const LARGEST_FILE = 20 * MEGABYTE;

/** Five of the largest: more is an archive that nobody who approves reads, and the backup grows by it every night. */
export const LARGEST_TASK = 100 * MEGABYTE;

/** One task's list is read whole. */
export const MOST_PIECES = 100;

export const LONGEST_URL = 2000;

/**
 * The address of a link as it is kept, or nothing when a click on it would do anything but open a page of the web: other
 * schemes run scripts or open files, and a name and password in an address deceive about the host.
 */
export function webAddress(typed: string): string | null {
  if (!URL.canParse(typed)) return null;
  const url = new URL(typed);
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  if (!isWeb || url.username !== '' || url.password !== '' || url.href.length > LONGEST_URL) return null;
  return url.href;
}
