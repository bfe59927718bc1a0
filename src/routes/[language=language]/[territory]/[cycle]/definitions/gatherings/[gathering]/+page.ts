/** Numbers grow while people write. */
export const csr = true;
