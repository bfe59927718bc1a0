/** A line is saved with Enter, and waits on the device while the network is away. */
export const csr = true;
