import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';

export interface Arrived {
  readonly to: string;
  readonly head: string;
  readonly text: string;
}

/** A real mail server on loopback. */
export interface Mailbox {
  /** For MAIL_URL. */
  readonly url: string;
  readonly arrived: readonly Arrived[];
  /** The next letter, once it is there. */
  next(): Promise<Arrived>;
  close(): Promise<void>;
}

/** @param options.refuses takes no letter at all */
export async function openMailbox({ refuses = false } = {}): Promise<Mailbox> {
  const arrived: Arrived[] = [];
  let heard = () => {};
  let read = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, callback) => callback(refuses ? new Error('no such mailbox') : undefined),
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map((one) => one.address).join(', ');
        arrived.push({ to, ...decoded(Buffer.concat(chunks).toString()) });
        callback();
        heard();
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const address = server.server.address();
  return {
    url: `smtp://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    arrived,
    async next() {
      while (arrived.length <= read) await new Promise<void>((resolve) => (heard = resolve));
      return arrived[read++] as Arrived;
    },
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  };
}

/** A letter's head, and its words out of quoted-printable or base64. */
function decoded(raw: string): Pick<Arrived, 'head' | 'text'> {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  if (/base64/i.test(head)) return { head, text: Buffer.from(body, 'base64').toString() };
  if (!/quoted-printable/i.test(head)) return { head, text: body };
  const escaped = body
    .replace(/=\r\n/g, '')
    .replace(/%/g, '%25')
    .replace(/=([0-9A-F]{2})/g, '%$1');
  return { head, text: decodeURIComponent(escaped) };
}

/** The token of the link in a letter. */
export function tokenIn(text: string): string {
  return /\/[a-z]{2}\/sign-in\/link\/([\w-]+)/.exec(text)?.[1] ?? '';
}
