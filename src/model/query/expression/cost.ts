import { minLength, type Node, type One, type Repeat } from './node.ts';

/** What an engine that goes back and tries again may do at one place of a text, at most. */
interface Cost {
  /** In how many ways it may get through: so often what comes after is tried. */
  readonly ways: number;
  /** Steps until none is left. */
  readonly steps: number;
}

const ONE: Cost = { ways: 1, steps: 1 };

/** More than this in an expression is not reckoned one by one. */
const MANY = 1000;

/**
 * The most steps that it may take to look for an expression in a text of so many UTF-16 units, and more than that where
 * it is hard to tell. Infinite where it may be as good as endless.
 */
export function mostSteps(node: Node, length: number): number {
  const nodes = node.kind === 'all' ? node.nodes : [node];
  const [first] = nodes;
  const { steps } = costOf(node, length);
  if (first?.kind === 'start' && !first.multiline) return steps;
  return length + places(nodes, 0, length) * steps;
}

function costOf(node: Node, length: number): Cost {
  switch (node.kind) {
    case 'all':
      return inOrder(node.nodes, length);
    case 'any':
      return node.nodes.reduce(
        (before, each) => {
          const { ways, steps } = costOf(each, length);
          return { ways: before.ways + ways, steps: before.steps + steps + 1 };
        },
        { ways: 0, steps: 0 },
      );
    case 'repeat':
      return repeated(node, length);
    // What was seen in a look is not tried in another way.
    case 'look':
      return { ways: 1, steps: costOf(node.node, length).steps + 1 };
    // As long as what it refers to.
    case 'opaque':
      return { ways: 1, steps: length + 1 };
    default:
      return ONE;
  }
}

const inOrder = (nodes: readonly Node[], length: number): Cost =>
  nodes.reduce<Cost>((before, each, at) => {
    const { ways, steps } = costOf(each, length);
    const next = nodes[at + 1];
    // Each way is tried, but only those go on that lead to where the next may be.
    const most = ways === 1 || (next && ends(each, next)) ? 1 : places(nodes, at + 1, length);
    return {
      ways: before.ways * Math.min(ways, most),
      steps: before.steps + before.ways * (steps + ways),
    };
  }, ONE);

function repeated({ node, min, max }: Repeat, length: number): Cost {
  const each = costOf(node, length);
  const least = minLength(node);
  if (each.ways === 1 && least > 0) {
    const times = Math.min(max, Math.floor(length / least));
    return { ways: Math.max(1, Math.min(max - min, times) + 1), steps: (times + 1) * each.steps };
  }
  // Those that need not be there have at least one character each.
  const most = Math.min(max, min + Math.floor(length / Math.max(1, least)));
  if (most > MANY) return { ways: Infinity, steps: Infinity };
  let { ways, steps } = min === 0 ? ONE : { ways: 0, steps: 1 };
  for (let times = 1, tried = 1; times <= most; times++) {
    steps += tried * each.steps;
    tried *= each.ways;
    if (times >= min) ways += tried;
  }
  return { ways, steps };
}

/** So many letters are looked at to tell how often they can be in a text. */
const LETTERS = 40;

/** The most places of a text where the letters may stand that nodes from one on are, if they are any. */
function places(nodes: readonly Node[], from: number, length: number): number {
  const letters = nodes.slice(from, from + LETTERS).map((node) => node.kind === 'one' && letterOf(node));
  const others = letters.indexOf(false);
  const word = letters.slice(0, others < 0 ? undefined : others).join('');
  // What it has in common with itself further on may be there once more so soon.
  let period = 1;
  while (period < word.length && !word.startsWith(word.slice(period))) period++;
  return length / period + 1;
}

/** A character that stands for itself; in lower case where that does not matter. */
function letterOf({ source, flags }: One): string | false {
  if (!/^\\?[^\\[.]$/.test(source) || /^\\[a-zA-Z0-9]/.test(source) || /[^\0-\x7f]/.test(source))
    return false;
  const letter = source.slice(-1);
  if (!flags.includes('i')) return letter;
  // By the rules of `iu`, other letters are the same as some of ASCII.
  return /[uv]/.test(flags) ? false : letter.toLowerCase();
}

/** Classes of which no character is in the other. */
const APART = [
  '\\s\\S',
  '\\s\\w',
  '\\s\\d',
  '\\d\\D',
  '\\d\\s',
  '\\w\\W',
  '\\w\\s',
  '\\S\\s',
  '\\D\\d',
  '\\W\\w',
  '\\W\\d',
];

/** Whether what is repeated ends where the next begins: then there is one way to go on. */
function ends(node: Node, next: Node): boolean {
  if (node.kind !== 'repeat' || node.node.kind !== 'one') return false;
  const first = next.kind === 'repeat' && next.min > 0 ? next.node : next;
  return first.kind === 'one' && areApart(node.node, first);
}

function areApart(one: One, other: One): boolean {
  // By the rules of `iu` some letters are of a word and not of one.
  const exact = !(one.flags.includes('i') && /[uv]/.test(one.flags));
  if (exact && APART.includes(one.source + other.source)) return true;
  if (one.flags.includes('i')) return false;
  const letter = letterOf(other);
  return letter !== false && !new RegExp(`^(?:${one.source})$`, one.flags).test(letter);
}
