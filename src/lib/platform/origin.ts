/** Whether another device can come to an address: this machine's own name for itself leads a phone to the phone. */
export function reachesPhones(origin: string): boolean {
  const { hostname } = new URL(origin);
  return hostname !== 'localhost' && hostname !== '[::1]' && !hostname.startsWith('127.');
}
