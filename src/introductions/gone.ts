import { DomainError } from '../errors.js';

/** What was asked for, or undefined where it is no longer there: people leave, and statements are removed, while an introduction is under way. */
export async function unlessGone<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'not-found') return undefined;
    throw error;
  }
}
