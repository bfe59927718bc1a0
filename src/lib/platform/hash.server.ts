import { createHash } from 'node:crypto';

/** SHA-256 of a text as 43 characters of base64url. What is secret is kept only like this. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
