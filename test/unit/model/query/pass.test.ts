import { describe, expect, test } from 'vitest';
import { Session } from '#model';
import { passing } from './passing.ts';

const START = 1_700_000_000_000;

/** A session in which every row is there for some query. */
function example(): Session {
  const session = new Session();
  const document = session.addDocument('document', 'https://a.example/', START);
  const chat = session.addSocket(document, 1, START);
  const feed = session.addSocket(document, 2, START);
  Object.assign(chat, { url: 'wss://a.example/Chat', state: 'open' });
  Object.assign(feed, { url: 'wss://b.example/feed', state: 'closed' });
  const bytes = (...values: number[]) => ({ data: Uint8Array.from(values), form: 'Blob' });
  const text = (data: string) => ({ data, form: 'text' });
  session.push({ type: 'construct', time: START, socket: chat, data: chat.url });
  session.push({ type: 'send', time: START + 1000, socket: chat, ...text('Hello World') });
  session.push({
    type: 'message',
    time: START + 2000,
    socket: chat,
    ...text('{"a":{"b":[1,{"c":"Été"}]},"n":5}'),
  });
  session.push({
    type: 'message',
    time: START + 12_500,
    socket: feed,
    ...bytes(0x68, 0x69, 0xff, 0xc3, 0xa9),
  });
  session.push({
    type: 'send',
    time: START + 13_000,
    socket: feed,
    author: 'panel',
    note: 'Bill für Kurt',
    ...text('x'.repeat(1500)),
  });
  session.push({
    type: 'message',
    time: START + 14_000,
    socket: feed,
    author: 'panel',
    ...text('{"n":"7.5","b":null}'),
  });
  session.push({
    type: 'send',
    time: START + 15_000,
    socket: feed,
    error: 'dropped',
    ...text('late (really)'),
  });
  session.push({ type: 'close', time: START + 60_000, socket: feed, data: '1006' });
  session.push({ type: 'message', time: START + 61_000, socket: chat, form: 'Blob' });
  return session;
}

const session = example();

const pass = (text: string) => passing(text, session);

const all = pass('');

describe('a query passes', () => {
  test.each<[string, number[]]>([
    ['', all],
    ['   ', all],
    ['hello', [1]],
    ['HELLO world', [1]],
    ['world hello', [1]],
    ['"hello world"', [1]],
    ['"world hello"', []],
    ['"hello wor', [1]],
    ['"', all],
    ['hi', [3]],
    ['é', [2, 3]],
    ['ÿ', [3]],
    ['1006', [7]],
    ['a.example', [0]],
    ['dropped', [6]],
    ['(really)', [6]],
    ['"(really)"', [6]],
    ['late(x) OR hello', [1]],
    ['{"a":', [2]],
    ['.', [0, 5]],
    ['/h.llo/i', [1]],
    ['/h.llo/', []],
    ['/^hi\\xff/', [3]],
    ['/hello w/i', [1]],
    ['/[/]/', [0]],
    ['/api/users', []],
    ['//topic.example', []],
    ['/a/b/', []],
    ['NOT hello dir:out', [4, 6]],
    ['NOT NOT hello', [1]],
    ['NOT -hello', [1]],
    ['NOT (hello OR dir:in) dir:in|out', [4, 6]],
    ['hello OR NOT dir:in|out dir:out', [1]],
    ['dir:out AND hello', [1]],
    ['dir:in AND n OR hello', [1, 2, 5]],
    ['dir:out AND NOT hello', [4, 6]],
    ['"NOT" hello', []],
    ['not hello', []],
    ['/n/g', [2, 5]],
    ['/n/y', [2, 5]],
    ['-hello dir:out', [4, 6]],
    ['--hello', [1]],
    ['- hello', []],
    ['-/./', [8]],
    ['hello OR hi', [1, 3]],
    ['dir:in n OR hello', [1, 2, 5]],
    ['dir:in (hello OR hi)', [3]],
    ['-(hello OR dir:in) dir:in|out', [4, 6]],
    ['((hello))', [1]],
    ['or', [1]],
  ])('%s', (text, rows) => {
    expect(pass(text)).toEqual(rows);
  });

  test.each<[string, number[]]>([
    ['dir:in', [2, 3, 5, 8]],
    ['dir:out', [1, 4, 6]],
    ['DIR:IN', [2, 3, 5, 8]],
    ['dir:"in"', [2, 3, 5, 8]],
    ['kind:text', [1, 2, 4, 5, 6]],
    ['kind:binary', [3, 8]],
    ['type:close,construct', [0, 7]],
    ['is:injected', [5]],
    ['is:resent', [4]],
    ['is:error', [6]],
    ['state:open', [0, 1, 2, 8]],
    ['state:closing|closed', [3, 4, 5, 6, 7]],
    ['size:>1k', [4]],
    ['size:1.5k', [4]],
    ['size:1500', [4]],
    ['size:1.4k', []],
    ['size:1501', []],
    ['size:<=5b', [3, 8]],
    ['size:5..11', [1, 3]],
    ['size:1kb..', [4]],
    ['size:..5', [3, 8]],
    ['size:0|5', [3, 8]],
    ['socket:1', [0, 1, 2, 8]],
    ['socket:1,2', all],
    ['socket:>=2', [3, 4, 5, 6, 7]],
    ['url:CHAT', [0, 1, 2, 8]],
    ['url:"b.example"', [3, 4, 5, 6, 7]],
    ['time:>12.5s', [4, 5, 6, 7, 8]],
    ['time:>=12500ms', [3, 4, 5, 6, 7, 8]],
    ['time:12s', []],
    ['time:12.5s', [3]],
    ['time:12.6s', []],
    ['time:1..2', [1, 2]],
    ['time:1m', [7, 8]],
    ['-time:<1m', [7, 8]],
    ['note:5', []],
    ['note:FÜR', [4]],
    ['-note:"kurt"', [0, 1, 2, 3, 5, 6, 7, 8]],
    ['BILL', [4]],
    ['für', [4]],
    ['/^bill f/i', [4]],
    ['billing', []],
  ])('%s', (text, rows) => {
    expect(pass(text)).toEqual(rows);
  });

  test.each<[string, number[]]>([
    ['json:a', [2]],
    ['json:a.b[1].c', [2]],
    ['json:a.b.1.c=Été', [2]],
    ['json:a.b[1].c=été', []],
    ['json:a.b[1].c~été', [2]],
    ['json:a~"\\"c\\":"', [2]],
    ['json:a.b[0]=1', [2]],
    ['json:a.b[0]="1"', []],
    ['json:a.b.length=2', [2]],
    ['json:n', [2, 5]],
    ['json:n>5', [5]],
    ['json:n>=5', [2, 5]],
    ['json:n<7.5', [2]],
    ['json:n=7.5', [5]],
    ['json:n!=5', [5]],
    ['json:b=null', [5]],
    ['json:b', [5]],
    ['json:"n"=5', [2]],
    ['json:a.x', []],
    ['json:constructor', []],
    ['json:n.length', []],
    ['(json:n=5)', [2]],
  ])('%s', (text, rows) => {
    expect(pass(text)).toEqual(rows);
  });

  test.each<[string, number[]]>([
    ['json:"a key"="x) y"', [0]],
    ['(json:"a key"~") y")', [0]],
    ['json:constructor', []],
    ['json:n>=0', [1]],
    ['json:[1].n=2', [3]],
    ['json:1.n=2', [3]],
  ])('%s', (text, rows) => {
    const other = new Session();
    const socket = other.addSocket(other.addDocument('', '', 0), 1, 0);
    const payloads = [
      '{"a key":"x) y"}',
      '{"n":0}',
      '{"n":"","m":"constructor"}',
      '[0,{"n":2}]',
      'n',
      '"n"',
      '{n',
    ];
    for (const data of payloads) other.push({ type: 'send', time: 0, socket, form: 'text', data });
    expect(passing(text, other)).toEqual(rows);
  });

  test('JSON in bytes, and with escaped keys', () => {
    const other = new Session();
    const socket = other.addSocket(other.addDocument('', '', 0), 1, 0);
    const json = '{"k\\u0065y":1}';
    other.push({ type: 'send', time: 0, socket, form: 'text', data: json });
    other.push({ type: 'send', time: 0, socket, form: 'ArrayBuffer', data: new TextEncoder().encode(json) });
    other.push({ type: 'close', time: 0, socket, data: json });
    expect(passing('json:key=1', other)).toEqual([0, 1]);
  });
});
