import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuery, Session, suggest } from '#model';
import { anySession, anyText } from '../arbitrary.ts';

const session = new Session();
const socket = session.addSocket(session.addDocument('', '', 0), 1, 0);
socket.url = 'wss://a.example:8080/chat';
session.push({ type: 'message', time: 0, socket, form: 'text', data: '{"type":"tick","price":1}' });
session.rows.annotate(0, 'ask "Ann"');

/** What is offered with the caret at the `|`, and the query that comes of the first. */
function offered(marked: string) {
  const caret = marked.indexOf('|');
  const text = marked.replace('|', '');
  const suggestions = suggest(text, caret, session);
  const [first] = suggestions;
  const next = first && text.slice(0, first.from) + first.text + text.slice(first.to);
  return {
    texts: suggestions.map((suggestion) => suggestion.text),
    next,
    key: first?.key,
    detail: first?.detail,
  };
}

describe('as one types', () => {
  test('every field is offered at the start, after a space, a bracket and a minus', () => {
    const fields = [
      'dir:',
      'kind:',
      'type:',
      'is:',
      'state:',
      'size:',
      'time:',
      'socket:',
      'url:',
      'note:',
      'json:',
    ];
    for (const text of ['|', 'a |', '(|', '-|', 'a OR (b -|)']) expect(offered(text).texts).toEqual(fields);
  });

  test.each([
    ['s|', ['state:', 'size:', 'socket:'], 's|'.replace('s|', 'state:')],
    ['a -ki|', ['kind:'], 'a -kind:'],
    ['dir:|', ['in', 'out'], 'dir:in'],
    ['dir:o|', ['out'], 'dir:out'],
    ['state:open,cl|', ['closing', 'closed'], 'state:open,closing'],
    ['is:|', ['injected', 'resent', 'error', 'marked'], 'is:injected'],
    ['socket:|', ['1'], 'socket:1'],
    ['url:a|', ['a.example:8080'], 'url:a.example:8080'],
    ['note:|', ['"ask \\"Ann\\""'], 'note:"ask \\"Ann\\""'],
    ['json:p|', ['price'], 'json:price'],
    ['size:|', ['>1k', '<100', '1k..10k'], 'size:>1k'],
  ])('%s', (marked, texts, next) => {
    expect(offered(marked)).toMatchObject({ texts, next });
  });

  test.each(['dir:in|', '"dir|', 'zzz|', '/di/|', 'a OR|'])('nothing is offered for %s', (marked) => {
    expect(offered(marked).texts).toEqual([]);
  });

  test('each has words that explain it', () => {
    expect(offered('dir|').key).toBe('query_dir');
    expect(offered('dir:|').key).toBe('query_dir_in');
    expect(offered('state:c|').key).toBe('state_connecting');
    expect(offered('size:|')).toMatchObject({ key: 'query_size_example', detail: '>1k' });
    expect(offered('socket:|')).toMatchObject({ key: 'query_socket_number', detail: socket.url });
  });

  test('what is offered makes a query, or a field that asks for its value', () => {
    for (const start of ['', ...offered('|').texts])
      for (const { text, from } of suggest(start, start.length, session)) {
        const query = parseQuery(start.slice(0, from) + text);
        expect(query.ok || text.endsWith(':')).toBe(true);
      }
  });

  test('no text, caret or session breaks it', () => {
    fc.assert(
      fc.property(anyText, fc.nat(20), anySession, (text, caret, any) => {
        expect(suggest(text, Math.min(caret, text.length), any)).toBeInstanceOf(Array);
      }),
    );
  });
});
