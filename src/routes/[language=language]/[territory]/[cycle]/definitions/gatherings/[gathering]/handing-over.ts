import { handOverCodes, handOverText, type Handed } from '#lib/definitions/hand-over.ts';
import type { Outgoing } from '#lib/definitions/outbox.ts';
import { toggle } from './waiting.ts';

/** What the page tells for handing over what waits. */
export interface HandOver {
  /** The script that draws QR codes. */
  readonly qr: string;
  /** The words of each question, by id. */
  readonly asked: Readonly<Record<string, string>>;
}

let codes: Handed[] = [];
let shown = 0;

/** The buttons with which an author gives what can't be sent to whoever facilitates. */
export function handOver(what: string | undefined, notes: readonly Outgoing[], { qr, asked }: HandOver): void {
  if (what === 'file') save(handOverText(notes, asked));
  if (what === 'qr') {
    codes = handOverCodes(notes, asked);
    void show(0, qr);
  }
  if (what === 'next') void show((shown + 1) % codes.length, qr);
}

function save(text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob(['\ufeff', text], { type: 'text/plain;charset=utf-8' }));
  link.download = `boussole-${new Date().toISOString().slice(0, 16).replace(/\D/g, '-')}.txt`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

async function show(number: number, script: string): Promise<void> {
  const place = document.getElementById('codes');
  const code = codes[number];
  if (!place || !code) return;
  shown = number;
  try {
    await import(/* @vite-ignore */ script);
    document.dispatchEvent(new CustomEvent('show-qr', { detail: { place, text: code.text } }));
  } catch {
    // It couldn't be fetched: copying and the file remain.
    return;
  }
  toggle('codes', true);
  toggle('next-code', codes.length > 1);
  const caption = place.querySelector('figcaption');
  if (caption) caption.textContent = `${code.question} (${number + 1}/${codes.length})`;
}
