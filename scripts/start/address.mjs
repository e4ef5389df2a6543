import { createServer } from "node:net";

/**
 * A port that is free now: the wanted one, or any when it is 0.
 * @param {string} host
 * @param {number} port
 * @returns {Promise<number>}
 */
export async function claimPort(host, port) {
  const server = createServer();
  try {
    return await new Promise((resolve, reject) => {
      server.once("error", (error) => reject(portError(error, host, port)));
      server.listen({ host, port }, () => {
        const address = server.address();
        resolve(address && typeof address === "object" ? address.port : port);
      });
    });
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}

/**
 * @param {NodeJS.ErrnoException} error
 * @param {string} host
 * @param {number} port
 */
function portError(error, host, port) {
  if (error.code === "EADDRINUSE") {
    const other = port < 65535 ? port + 1 : port - 1;
    return new Error(
      `Port ${port} on ${host} is taken by another program. Try: PORT=${other} npm run up`,
    );
  }
  if (error.code === "EACCES")
    return new Error(`Port ${port} needs more rights. Choose PORT > 1023.`);
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND") {
    return new Error(`HOST is "${host}", which is no address of this machine.`);
  }
  return error;
}

/**
 * What to type into a browser on this machine.
 * @param {string} host
 * @param {number} port
 */
export function localUrl(host, port) {
  const everywhere = host === "0.0.0.0" || host === "::";
  const name = everywhere ? "127.0.0.1" : host.includes(":") ? `[${host}]` : host;
  return `http://${name}:${port}`;
}
