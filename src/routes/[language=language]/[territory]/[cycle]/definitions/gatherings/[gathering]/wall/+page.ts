/** Words come to the wall while people read it. */
export const csr = true;
