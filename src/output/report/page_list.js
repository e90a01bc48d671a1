
// The table: filters, sorting, pages, keyboard, paper.

const pageSize = 100;
const mostOnPaper = 1000;
const columns = [
  ['state', 'State'], ['claim', 'Claim'], ['drug', 'Drug'], ['payer', 'Payer'],
  ['provider', 'Provider'], ['date', 'Service'], ['findings', 'Findings'], ['charge', 'Charge'],
];
let shownLines = [];

function ruleChips(line) {
  const seen = new Map();
  for (const finding of line.findings) {
    if (!seen.has(finding.rule)) seen.set(finding.rule, findingKind(finding));
  }
  return [...seen].map(([rule, kind]) => el('span', {
    class: `chip ${kind}`, title: `${report.rules[rule]?.name ?? ''}: ${report.rules[rule]?.summary ?? ''}`,
  }, rule));
}

function toggleDone(line) {
  done.toggle(line);
  draw();
}

function row(line) {
  const open = view.open.has(line.index);
  const state = states[line.state];
  return el('tr', {
    class: `row${open ? ' open' : ''}${done.has(line) ? ' done' : ''}`,
    'data-index': line.index,
    on: {click: (event) => { if (!event.target.closest('input')) toggle(line); }},
  },
  el('td', {}, el('button', {
    type: 'button', class: 'opener', 'aria-expanded': String(open),
    'aria-label': `${state.label}: claim ${line.claim} line ${line.line}`,
  }, el('span', {class: `pill ${line.state}`}, state.label))),
  el('td', {}, line.claim, el('span', {class: 'sub'}, line.line ? `line ${line.line}` : 'whole claim')),
  el('td', {}, line.drug ? el('span', {class: 'drug'}, line.drug) : el('span', {class: 'drug missing'}, 'no description'),
    el('span', {class: 'sub'}, [line.ndc, line.quantity].filter(Boolean).join(' · '))),
  el('td', {}, line.payerName, line.payer !== line.payerName && el('span', {class: 'sub'}, line.payer)),
  el('td', {class: 'col-provider'}, line.providerName),
  el('td', {class: 'col-date'}, line.date),
  el('td', {}, ruleChips(line)),
  el('td', {class: 'number amount'}, money(line.cents)),
  el('td', {class: 'col-done'}, el('input', {
    type: 'checkbox', checked: done.has(line), 'aria-label': `Claim ${line.claim} line ${line.line} is done`,
    on: {change: () => toggleDone(line)},
  })));
}

const wide = (...content) =>
  el('tr', {class: 'detail'}, el('td', {colspan: columns.length + 1}, content));

function toggle(line) {
  if (!view.open.delete(line.index)) view.open.add(line.index);
  draw();
  focusRow(line.index);
}

function focusRow(index) {
  byId('rows').querySelector(`tr[data-index="${index}"] .opener`)?.focus();
}

function drawTabs() {
  const counts = {all: 0, flagged: 0, warned: 0, corrected: 0, clean: 0};
  for (const line of report.lines) {
    if (!passes(line)) continue;
    ++counts.all;
    ++counts[states[line.state].tab];
  }
  byId('tabs').replaceChildren(...tabs.map(([tab, label]) => el('button', {
    type: 'button', 'aria-pressed': String(view.tab === tab), 'data-tab': tab,
    on: {click: () => changeView({tab})},
  }, label, el('span', {class: 'count'}, count(counts[tab])))));
}

function drawColumns() {
  const sortBy = (key) => () => {
    const again = view.sort === key;
    const first = key === 'charge' || key === 'findings';  // largest first
    changeView({sort: key, descending: again ? !view.descending : first});
    byId('columns').querySelector(`[data-column="${key}"] button`).focus();
  };
  byId('columns').replaceChildren(...columns.map(([key, label]) => el('th', {
    scope: 'col',
    class: `col-${key}${key === 'charge' ? ' number' : ''}`,
    'data-column': key,
    'aria-sort': view.sort !== key ? 'none' : view.descending ? 'descending' : 'ascending',
  }, el('button', {type: 'button', on: {click: sortBy(key)}}, label))),
  el('th', {scope: 'col', class: 'col-done'}, 'Done'));
}

function drawPager() {
  const pages = Math.ceil(shownLines.length / pageSize);
  const go = (step) => el('button', {
    type: 'button', disabled: view.page + step < 0 || view.page + step >= pages,
    on: {click: () => { changeView({page: view.page + step}); byId('list-title').scrollIntoView(); }},
  }, step < 0 ? '← Previous' : 'Next →');
  byId('pager').replaceChildren(...(pages < 2 ? [] : [
    go(-1), el('span', {class: 'muted'}, `page ${count(view.page + 1)} of ${count(pages)}`), go(1)]));
}

function drawResult() {
  const sum = shownLines.reduce((total, line) => total + line.cents, 0);
  byId('result').textContent =
    `${plural(shownLines.length, 'line', 'lines')}, charges ${money(sum)}`;
  byId('empty').hidden = shownLines.length > 0;
  byId('list').hidden = shownLines.length === 0;
  const marked = done.size();
  byId('progress').textContent = marked ? `${count(marked)} of ${plural(report.lines.length, 'line', 'lines')} done` : '';
}

function draw() {
  shownLines = visibleLines();
  view.page = Math.max(0, Math.min(view.page, Math.ceil(shownLines.length / pageSize) - 1));
  const page = shownLines.slice(view.page * pageSize, (view.page + 1) * pageSize);
  byId('rows').replaceChildren(...page.flatMap(
    (line) => view.open.has(line.index) ? [row(line), wide(detail(line))] : [row(line)]));
  drawTabs();
  drawColumns();
  drawPager();
  drawResult();
  markCharts();
}

// Every change of what is seen goes through here.
function changeView(change) {
  Object.assign(view, {page: 0}, change);
  for (const name of ['rule', 'payer', 'provider', 'file']) byId(name).value = view[name];
  if (byId('search').value !== view.search) byId('search').value = view.search;
  byId('hide-done').checked = view.hideDone;
  draw();
}

function drawForPaper() {
  const lines = shownLines.slice(0, mostOnPaper);
  byId('rows').replaceChildren(...lines.flatMap((line) => {
    const printed = row(line);
    printed.classList.add('printed');
    return [printed, wide(view.open.has(line.index) ? detail(line) : paperDetail(line))];
  }));
  if (shownLines.length > lines.length) {
    byId('result').textContent += `; the first ${count(lines.length)} are printed`;
  }
}

function step(direction) {
  const openers = [...byId('rows').querySelectorAll('.opener')];
  const at = openers.indexOf(document.activeElement?.closest('tr')?.querySelector('.opener'));
  const next = at < 0 ? (direction > 0 ? 0 : -1) : at + direction;
  openers.at(Math.max(-1, Math.min(next, openers.length - 1)))?.focus();
}

function focusedLine() {
  const index = document.activeElement?.closest('tr.row')?.dataset.index;
  return index === undefined ? undefined : report.lines[Number(index)];
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = event.target.closest('input[type="search"], select');
  const line = focusedLine();
  if (event.key === 'Escape') {
    if (typing) typing.blur();
    else if (line && view.open.has(line.index)) toggle(line);
  } else if (typing) {
    if (event.key === 'ArrowDown' && event.target.type === 'search') {
      event.preventDefault();
      step(1);
    }
  } else if (event.key === '/') {
    event.preventDefault();
    byId('search').focus();
  } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    if (!line && document.activeElement !== document.body) return;
    event.preventDefault();
    step(event.key === 'ArrowDown' ? 1 : -1);
  } else if (event.key.toLowerCase() === 'd' && line) {
    toggleDone(line);
    focusRow(line.index);
  }
}
