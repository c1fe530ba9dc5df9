declare module 'virtual:font-slices/*' {
  /** Addresses of the files: weight 400 and 700 of each slice in turn. */
  export const files: readonly string[];
  /** One mark for each slice, in the order of the files. */
  export const marks: string;
  /** For every character in order its slice's mark; a number before it counts the characters left out. */
  export const owners: string;
}
