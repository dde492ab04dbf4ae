/** Rows on a screen. */
const ROWS = 44;

const COUNT = 1_000_000;

/** As long a line as the panel's table shows. */
const LINE = 200;

const make = (parent: HTMLElement, attributes: Readonly<Record<string, string>>): HTMLElement => {
  const element = document.createElement('div');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  parent.append(element);
  return element;
};

const grid = make(document.body, { role: 'grid' });
const view = make(make(grid, { class: 'space' }), { class: 'view' });
const rows = Array.from({ length: ROWS }, () => make(view, { role: 'row', 'aria-selected': 'false' }));

/** The least that a list can do: a text in every row. */
function show(): void {
  const first = Math.round((grid.scrollTop / (grid.scrollHeight - grid.clientHeight)) * (COUNT - ROWS));
  rows.forEach((row, i) => {
    row.textContent = `${first + i} {"id":${first + i},"note":"`.padEnd(LINE, `${(first + i) * 7919} `);
  });
}

grid.addEventListener('scroll', show);
show();
