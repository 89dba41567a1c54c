// node examples/host/dist/main.js [--port 4180] [--store FILE] [--origin https://shop.example]… [--staff]: runs a host until Ctrl+C. README.md has the rest.
import { readCommandLine } from './command-line.js';
import type { HostOptions } from './options.js';
import { startHost } from './start-host.js';
import { writeVotes } from './write-votes.js';

const write = (line: string): void => void process.stderr.write(`${line}\n`);
try {
  const { votesTo, ...options } = readCommandLine(process.argv.slice(2), process.env);
  if (votesTo === undefined) await run(options);
  else {
    const { store: file, databaseUrl: url } = options;
    const count = await writeVotes(votesTo, { ...(file && { file }), ...(url && { url }) });
    process.stdout.write(`votes on ${count} articles in ${votesTo}\n`);
  }
} catch (error) {
  write(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

async function run(options: HostOptions): Promise<void> {
  const host = await startHost({ ...options, log: write });
  process.stdout.write(`host on ${host.url}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      host.close().catch((error: unknown) => {
        write(String(error));
        process.exitCode = 1;
      });
    });
}
