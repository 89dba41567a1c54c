// node examples/host/dist/main.js [--port 4180] [--store FILE] [--origin https://shop.example]… [--staff]: runs a host until Ctrl+C. README.md has the rest.
import { readCommandLine } from './command-line.js';
import { startHost } from './start-host.js';

const write = (line: string): void => void process.stderr.write(`${line}\n`);
try {
  const host = await startHost({ ...readCommandLine(process.argv.slice(2), process.env), log: write });
  process.stdout.write(`host on ${host.url}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      host.close().catch((error: unknown) => {
        write(String(error));
        process.exitCode = 1;
      });
    });
} catch (error) {
  write(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
