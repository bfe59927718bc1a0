import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { expect, test } from 'vitest';
import { openMail } from '#lib/platform/mail.server.ts';
import { readSettings } from '#lib/platform/settings.server.ts';

test('a letter arrives at a real mail server, with its accents', async () => {
  const letters: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      let text = '';
      stream.on('data', (chunk: Buffer) => void (text += chunk.toString()));
      stream.on('end', () => {
        letters.push(text);
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const mail = openMail(readSettings({ MAIL_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'mairie@x.example' }));
  await mail?.({ to: 'a@x.example', subject: 'Bien-être', text: 'Voici votre lien.' });
  expect(letters).toHaveLength(1);
  expect(letters[0]).toMatch(/^From: mairie@x\.example\r$/m);
  expect(letters[0]).toMatch(/^To: a@x\.example\r$/m);
  expect(letters[0]).toContain('Voici votre lien.');
  await new Promise<void>((resolve) => server.close(() => resolve()));
});

test('without a mail server there is no mail, and pages can ask', () => {
  expect(openMail(readSettings({}))).toBeUndefined();
});
