
// Bars. Widths are shares of the chart's width, so that text keeps its size at any width.

const mostBars = 8;
const rowHeight = 40;
const labelRoom = 37;  // characters of label and value in the narrowest chart

function bar(row, at, longest, pick) {
  const top = at * rowHeight;
  const share = (value) => `${longest > 0 ? (value / longest) * 100 : 0}%`;
  let left = 0;
  const parts = row.parts.filter((part) => part.value > 0).map((part) => {
    const piece = svg('rect', {
      class: part.kind, x: share(left), y: top + 24, width: share(part.value), height: 8,
    });
    left += part.value;
    return piece;
  });
  const room = labelRoom - row.short.length;
  const label = row.label.length > room ? row.label.slice(0, room - 1) + '…' : row.label;
  const choose = () => pick(row.key);
  return svg('g', {
    role: 'button',
    tabindex: 0,
    'data-key': row.key,
    'aria-pressed': 'false',
    'aria-label': `${row.label}: ${row.text}`,
    on: {
      click: choose,
      keydown: (event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        choose();
      },
    },
  },
  svg('title', {}, `${row.label}: ${row.text}`),
  svg('rect', {class: 'hit', x: -6, y: top + 1, height: rowHeight - 2, rx: 6}),
  svg('text', {x: 0, y: top + 17}, label),
  svg('text', {class: 'value', x: '100%', y: top + 17}, row.short),
  svg('rect', {class: 'track', x: 0, y: top + 24, width: '100%', height: 8, rx: 4}),
  parts);
}

function chart(title, name, rows, pick) {
  const shown = rows.slice(0, mostBars);
  const total = (row) => row.parts.reduce((sum, part) => sum + part.value, 0);
  const longest = Math.max(...shown.map(total), 0);
  const body = shown.length
    ? svg('svg', {role: 'group', 'aria-label': title, height: shown.length * rowHeight},
      shown.map((row, at) => bar(row, at, longest, pick)))
    : el('p', {class: 'muted'}, 'Nothing.');
  const rest = rows.length - shown.length;
  return el('div', {class: 'chart', 'data-chart': name}, el('h3', {}, title), body,
    rest > 0 && el('p', {class: 'more'}, `and ${count(rest)} more`));
}

function countRow(key, label, [flagged, corrected, reported]) {
  const all = flagged + corrected + reported;
  return {
    key,
    label,
    short: count(all),
    text: `${count(flagged)} to fix, ${count(corrected)} corrected, ${count(reported)} to check or to know`,
    size: all,
    parts: [
      {kind: 'flagged', value: flagged}, {kind: 'corrected', value: corrected},
      {kind: 'reported', value: reported},
    ],
  };
}

function stakeRow(key, label, amount) {
  const value = cents(amount);
  return {key, label, short: money(value), text: `${money(value)} at risk`, size: value,
    parts: [{kind: 'flagged', value}]};
}

const largestFirst = (rows) => rows.filter((row) => row.size > 0)
  .sort((a, b) => b.size - a.size || (a.label < b.label ? -1 : 1));

function drawCharts(filterBy) {
  const rules = Object.entries(report.rules);
  const name = (party, none) => party.name || party.id || none;
  byId('charts').replaceChildren(
    chart('Charge at risk by payer', 'payer',
      largestFirst(report.payers.map((p) => stakeRow(p.id, name(p, '(no payer)'), p.at_stake))),
      filterBy('payer')),
    chart('Findings by rule', 'rule',
      largestFirst(rules.map(([id, r]) => countRow(id, `${id} ${r.name}`, r.counts))),
      filterBy('rule')),
    chart('Findings by payer', 'payer',
      largestFirst(report.payers.map((p) => countRow(p.id, name(p, '(no payer)'), p.counts))),
      filterBy('payer')),
    chart('Findings by provider', 'provider',
      largestFirst(report.providers.map((p) => countRow(p.id, name(p, '(no provider)'), p.counts))),
      filterBy('provider')));
}

function markCharts() {
  for (const group of document.querySelectorAll('.chart g[role="button"]')) {
    const kind = group.closest('.chart').dataset.chart;
    group.setAttribute('aria-pressed', String(view[kind] !== '' && view[kind] === group.dataset.key));
  }
}
