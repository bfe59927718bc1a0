/** Pages are plain documents unless they say otherwise: a phone downloads no framework to read. */
export const csr = false;
