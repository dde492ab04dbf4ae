import type { OutgoingHttpHeaders } from 'node:http';
import type { Server } from '#support/server.ts';

/** A page, and where it is served. */
export interface Place {
  readonly body: string;
  readonly path?: string;
  readonly headers?: OutgoingHttpHeaders;
}

const script = (code: string) => `<script>${code}</script>`;

/** A page with a script that is given the markup of a document, as text, in `markup`. */
const withMarkup = (markup: string, code: string) =>
  script(`const markup = ${JSON.stringify(markup).replaceAll('<', '\\u003c')}; ${code}`);

const framed = 'const frame = document.createElement("iframe"); document.documentElement.append(frame);';

/** Documents of every kind whose first script makes a socket. `make` is the code that does so. */
export const places: Readonly<Record<string, (make: string, server: Server) => Place>> = {
  'a page': (make) => ({ body: script(make) }),
  'an iframe of the same origin': (make, server) => ({
    body: `<iframe src="${server.page(script(make))}"></iframe>`,
  }),
  'an iframe of another origin': (make, server) => ({
    body: `<iframe src="${server.page(script(make)).replace(server.url, server.otherUrl)}"></iframe>`,
  }),
  'an iframe in an iframe of another origin': (make, server) => {
    const inner = server.page(script(make)).replace(server.url, server.otherUrl);
    const middle = server.page(`<iframe src="${inner}"></iframe>`);
    return { body: `<iframe src="${middle}"></iframe>` };
  },
  'an iframe that is about:blank and used at once': (make) => ({
    body: script(`${framed} frame.contentWindow.eval(${JSON.stringify(make)})`),
  }),
  'an iframe of srcdoc': (make) => ({
    body: withMarkup(script(make), `${framed} frame.srcdoc = markup`),
  }),
  'an iframe of a blob: URL': (make) => ({
    body: withMarkup(
      script(make),
      `${framed} frame.src = URL.createObjectURL(new Blob([markup], { type: 'text/html' }))`,
    ),
  }),
  'an iframe of a data: URL': (make) => ({
    body: withMarkup(script(make), `${framed} frame.src = 'data:text/html,' + encodeURIComponent(markup)`),
  }),
  'a sandboxed iframe': (make, server) => ({
    body: `<iframe sandbox="allow-scripts" src="${server.page(script(make))}"></iframe>`,
  }),
  'a sandboxed iframe of srcdoc': (make) => ({
    body: withMarkup(script(make), `${framed} frame.sandbox = 'allow-scripts'; frame.srcdoc = markup`),
  }),
  'an object element': (make, server) => ({
    body: `<object type="text/html" data="${server.page(script(make))}"></object>`,
  }),
  'a popup that is about:blank and used at once': (make) => ({
    body: script(`window.open('about:blank').eval(${JSON.stringify(make)})`),
  }),
  'a popup': (make, server) => ({ body: script(`window.open('${server.page(script(make))}')`) }),
  'what document.write wrote': (make) => ({
    body: withMarkup(script(make), 'document.write(markup)'),
  }),
  'an iframe that was opened and written': (make) => ({
    body: withMarkup(
      script(make),
      `${framed} const { contentDocument } = frame;
       contentDocument.open(); contentDocument.write(markup); contentDocument.close();`,
    ),
  }),
  'a page that opened and wrote itself anew': (make) => ({
    body: withMarkup(
      script(make),
      'onload = () => { document.open(); document.write(markup); document.close(); }',
    ),
  }),
  'a page with a strict policy and Trusted Types': (make) => ({
    body: `<script nonce="n">${make}</script>`,
    headers: {
      'content-security-policy':
        "default-src 'none'; script-src 'nonce-n'; connect-src ws:; require-trusted-types-for 'script'; trusted-types 'none'",
    },
  }),
  'an SVG document': (make) => ({
    body: `<svg xmlns="http://www.w3.org/2000/svg"><script>${make}</script></svg>`,
    path: '/early.svg',
  }),
  'an XHTML document': (make) => ({
    body: `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>X</title></head><body><script>${make}</script></body></html>`,
    path: '/early.xhtml',
  }),
};
