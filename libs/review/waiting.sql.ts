/**
 * What waits (`w`, with its stage `ts`) for a person to decide: at a post where they do, and not handed in by themselves.
 *
 * @param parameters places of the ids of the posts and of the person
 */
export const toDecide = ({ posts, person }: Readonly<Record<'posts' | 'person', string>>): string =>
  `(w.post_id = any(${posts}::uuid[]) and ts.submitter_id is distinct from ${person}::uuid)`;
