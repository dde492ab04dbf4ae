import { connect, element } from './page.js';

const table = element('prices', HTMLTableSectionElement);
const prices = connect('/prices');

/** @param {string} symbol */
function rowOf(symbol) {
  const row = table.rows.namedItem(symbol) ?? table.insertRow();
  if (row.id) return row;
  row.id = symbol;
  row.append(document.createElement('th'), row.insertCell(), row.insertCell());
  return row;
}

/** @param {string} symbol @param {number} price @param {number} change since the opening */
function show(symbol, price, change) {
  const [name, value, difference] = rowOf(symbol).children;
  if (!name || !value || !difference) return;
  name.textContent = symbol;
  value.textContent = price.toFixed(2);
  difference.textContent = `${change < 0 ? '▼' : '▲'} ${Math.abs(change).toFixed(2)}`;
  difference.className = change < 0 ? 'down' : 'up';
}

prices.onopen = () =>
  prices.send(JSON.stringify({ type: 'subscribe', symbols: ['WIND', 'TIDE', 'SOLAR', 'HYDRO', 'GRID'] }));

prices.onmessage = ({ data }) => {
  const message = JSON.parse(data);
  if (message.type === 'tick') show(message.symbol, message.price, message.change);
  else for (const symbol of Object.keys(message.prices)) show(symbol, message.prices[symbol], 0);
};
