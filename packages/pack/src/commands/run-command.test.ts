import { describe, expect, it } from 'vitest';
import { runCommand } from './run-command.js';
import { inFolder } from './testing/fake-context.js';

const run = (...words: string[]) =>
  inFolder({}, async (context) => ({
    code: await runCommand(words, context, async () => '9.8.7'),
    out: context.out.join('\n'),
    errors: context.errors.join('\n'),
  }));

describe('helpkiosk', () => {
  it('prints its commands, and counts no command as wrong usage', async () => {
    expect(await run('--help')).toMatchObject({ code: 0, out: expect.stringContaining('serve') });
    expect(await run()).toMatchObject({ code: 2, out: expect.stringContaining('init') });
  });

  it('prints the help of a command', async () => {
    expect(await run('help', 'check')).toMatchObject({ code: 0, out: expect.stringContaining('helpkiosk check') });
    for (const command of ['init', 'build', 'check', 'serve'])
      expect(await run(command, '--help')).toMatchObject({ code: 0, out: expect.stringContaining('Exit code') });
  });

  it.each([['--version'], ['version'], ['-v'], ['build', '--version']])(
    'prints its version for %s',
    async (...words) => {
      expect(await run(...words)).toMatchObject({ code: 0, out: '9.8.7' });
    },
  );

  it.each([
    ['sevre', 'sevre is no command: did you mean serve?'],
    ['--biuld', '--biuld is no command: did you mean build?'],
    ['constructor', 'constructor is no command.'],
  ])('names the nearest command to %s', async (word, sentence) => {
    expect(await run(word)).toMatchObject({ code: 2, errors: `${sentence} helpkiosk --help lists them.` });
  });
});
