import type { Browser } from 'puppeteer-core';
import { isRecord } from '#protocol';

/** What puppeteer speaks WebDriver BiDi through. It is not among its types, and only it reaches Firefox's own windows. */
interface Connection {
  send(method: string, params: object): Promise<{ readonly result: unknown }>;
}

const connectionOf = (browser: Browser): Connection =>
  (browser as Browser & { connection: Connection }).connection;

/** Firefox's own windows are contexts too, for a client that was started with `-remote-allow-system-access`. */
async function windowContext(connection: Connection): Promise<string> {
  const { result } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome', maxDepth: 0 });
  const contexts = isRecord(result) && Array.isArray(result.contexts) ? result.contexts : [];
  const context: unknown = contexts.find((each) => String(each.url).endsWith('/browser.xhtml'))?.context;
  if (typeof context !== 'string') throw new Error('Firefox shows no window of its own to WebDriver BiDi.');
  return context;
}

/**
 * Calls a function with the browser's own rights, in one of its windows.
 * @param declaration the function as text, because its globals are none that TypeScript knows
 * @returns what it gives, or what its promise brings; JSON values only, as are the arguments
 */
export async function callInWindow(
  browser: Browser,
  declaration: string,
  ...args: readonly unknown[]
): Promise<unknown> {
  const connection = connectionOf(browser);
  const { result } = await connection.send('script.callFunction', {
    functionDeclaration: `async (args) => JSON.stringify({ value: await (${declaration})(...JSON.parse(args)) })`,
    arguments: [{ type: 'string', value: JSON.stringify(args) }],
    target: { context: await windowContext(connection) },
    awaitPromise: true,
  });
  if (!isRecord(result) || !isRecord(result.result)) {
    const details =
      isRecord(result) && isRecord(result.exceptionDetails) ? result.exceptionDetails.text : result;
    throw new Error(`In a window of Firefox: ${details}`);
  }
  return JSON.parse(String(result.result.value)).value;
}
