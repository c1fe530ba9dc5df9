import { z } from 'zod';

/** Which page of a list is asked for, from an address. */
export const pageSchema = z.coerce.number().int().min(1).max(100_000).default(1);

/** How many rows of a list one page has, from an address. */
export const pageSizeSchema = z.coerce.number().int().min(1).max(200).default(50);
