/** Words are laid on the wall while people watch it. */
export const csr = true;
