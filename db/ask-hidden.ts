const ENTER = ['\r', '\n'];
const INTERRUPT = '\u0003';
const END = '\u0004';
const BACK = ['\u007f', '\b'];

/**
 * Asks on the terminal without showing what is typed.
 * @throws Error when the person interrupts with Ctrl+C
 */
export function askHidden(question: string): Promise<string> {
  const { stdin, stdout } = process;
  // Before the question is there to be answered: what is typed too early must not be shown either.
  stdin.setRawMode(true);
  stdin.setEncoding('utf8');
  stdout.write(question);
  stdin.resume();
  return new Promise((resolve, reject) => {
    let typed = '';
    const finish = (settle: () => void) => {
      stdin.off('data', hear);
      stdin.setRawMode(false);
      stdin.pause();
      stdout.write('\n');
      settle();
    };
    // A pasted password comes as one piece, with the line end in it.
    const hear = (piece: string) => {
      for (const character of piece) {
        if (character === INTERRUPT) return finish(() => reject(new Error('Stopped: no account was made.')));
        if (ENTER.includes(character) || character === END) return finish(() => resolve(typed));
        typed = BACK.includes(character) ? [...typed].slice(0, -1).join('') : typed + character;
      }
    };
    stdin.on('data', hear);
  });
}
