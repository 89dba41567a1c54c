// Ports that a command would like to have, and takes others for. Node built-ins only.

const tried = 20;

/**
 * The port of an environment variable.
 *
 * @param {string} name
 * @param {number} usual Where the variable is not set.
 * @returns {number}
 * @throws {Error} When it is no port.
 */
export function readPort(name, usual) {
  const port = Number(process.env[name] ?? usual);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Error(`${name} is ${process.env[name]}: set it to a number between 0 and 65535, or leave it out.`);
}

/**
 * Starts something on the first of twenty ports that is free, and says so where that is not the one that was wished for.
 *
 * @template {{url: string}} Started
 * @param {string} name The variable that chooses the port.
 * @param {number} wished 0 takes any.
 * @param {(port: number) => Promise<Started>} start Rejects with the code EADDRINUSE when the port is taken.
 * @returns {Promise<Started>}
 * @throws {Error} When all of them are taken.
 */
export async function onFreePort(name, wished, start) {
  for (let port = wished; ; port += 1) {
    try {
      const started = await start(port);
      if (port !== wished) console.log(`Port ${wished} is taken, so this is port ${port}.`);
      return started;
    } catch (error) {
      if (error.code !== 'EADDRINUSE') throw error;
      if (port - wished + 1 < tried && port < 65_535) continue;
      throw new Error(`The ports from ${wished} to ${port} are taken: set ${name} to a free one.`, { cause: error });
    }
  }
}
