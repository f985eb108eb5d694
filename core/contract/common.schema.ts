import { z } from 'zod';

export const idSchema = z.number().int().positive();
export const nothing = z.object({}).strict();
/** Calendar date, `YYYY-MM-DD`, in the user's own time zone. */
export const dateSchema = z.iso.date();
export const nameSchema = z.string().trim().min(1).max(200);
export const noteSchema = z.string().max(4000);
/** An opaque handle for a file. Paths never cross the contract. */
export const fileTokenSchema = z.string().min(1).max(200);
export const localeSchema = z.enum(['ko', 'en']);
export const offsetSchema = z.number().int().min(0);
export const limitSchema = z.number().int().min(1).max(1000);

export type Locale = z.infer<typeof localeSchema>;

export interface Page<Row> {
  rows: Row[];
  total: number;
}

/** A two-sided interval, low end first. */
export type Interval = [low: number, high: number];
