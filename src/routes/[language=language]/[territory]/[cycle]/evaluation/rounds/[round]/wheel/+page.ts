/** The wheel answers to touch, so this page runs in the browser; its words come with its data. */
export const csr = true;
