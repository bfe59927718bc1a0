import { hash, verify } from '@node-rs/argon2';

/** Argon2id: 19,456 KiB of memory, 2 passes, 1 lane (OWASP's Password Storage Cheat Sheet). */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A hash of the same cost that no password has: looking for an account that isn't there takes as long. */
const NOBODYS = '$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5IGhhcyB0aGlzIQ$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), COST);
}

/** Takes as long for an account that isn't there, so that nobody learns which addresses are. */
export async function isPassword(password: string, kept: string | null | undefined): Promise<boolean> {
  const matches = await verify(kept ?? NOBODYS, password.normalize('NFKC'));
  return matches && kept !== null && kept !== undefined;
}
