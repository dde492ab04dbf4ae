/** A socket's URL in two parts that fit a narrow place: where on the server, and which server. */
export interface Address {
  readonly path: string;
  readonly host: string;
}

/** Takes any text: what is no URL is all path. */
export function addressOf(url: string): Address {
  if (!URL.canParse(url)) return { path: url, host: '' };
  const { host, pathname, search } = new URL(url);
  return { path: pathname + search, host };
}
