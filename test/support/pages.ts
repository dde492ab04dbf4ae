import { readdirSync, readFileSync } from 'node:fs';
import type { OutgoingHttpHeaders, RequestListener } from 'node:http';
import { extname, join, sep } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** What the server answers for a path. */
export interface Page {
  readonly body: string | Buffer;
  readonly headers: OutgoingHttpHeaders;
}

/** Pages by path, such as `/index.html`. */
export type Pages = Map<string, Page>;

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.xhtml': 'application/xhtml+xml',
};

/** Puts a page at a path. Its type follows from the path's extension, HTML where there is none. */
export function putPage(
  pages: Pages,
  path: string,
  body: string | Buffer,
  headers: OutgoingHttpHeaders = {},
): void {
  const type = types[extname(path)] ?? 'text/html; charset=utf-8';
  pages.set(path, { body, headers: { 'content-type': type, 'cache-control': 'no-store', ...headers } });
}

/** Puts every file of a folder at its path below the folder; `index.html` also answers for the folder itself. */
export function putFolder(pages: Pages, folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const path = file.slice(folder.length).replaceAll(sep, '/');
    putPage(pages, path, readFileSync(file));
    if (entry.name === 'index.html') putPage(pages, path.slice(0, -'index.html'.length), readFileSync(file));
  }
}

/**
 * Answers HTTP requests with pages, 404 for what is none. The query of a URL may ask for patience: `headers=ms` answers
 * later, `body=ms` has the headers at once and the page later.
 */
export const answerWith =
  (pages: Pages): RequestListener =>
  async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const page = pages.get(pathname);
    const patience = (part: string) => delay(Number(searchParams.get(part) ?? 0));
    await patience('headers');
    response.writeHead(page ? 200 : 404, page?.headers).flushHeaders();
    await patience('body');
    response.end(page?.body);
  };
