/** Notes wait on the device while the network is away, and the phase comes by itself. */
export const csr = true;
