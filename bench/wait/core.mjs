// Parts of the estimator that are not exported, straight from its source, so that fitting and judging run the very code that ships.
import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../packages/core/src/queue/', import.meta.url));

/** The exports of `files`, names in packages/core/src/queue. */
export async function loadQueueParts(files) {
  const contents = files.map((file) => `export * from './${file}';`).join('\n');
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: folder, loader: 'ts' },
    bundle: true,
    format: 'esm',
    write: false,
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}
