
// The report, and what the reader wants to see of it.

const report = JSON.parse(byId('data').textContent);

const states = {
  flagged: {label: 'To fix', tab: 'flagged'},
  warned: {label: 'To check', tab: 'warned'},
  corrected: {label: 'Corrected', tab: 'corrected'},
  informed: {label: 'Note', tab: 'clean'},
  clean: {label: 'Clean', tab: 'clean'},
};
const tabs = [
  ['flagged', 'To fix'], ['warned', 'To check'], ['corrected', 'Corrected'],
  ['clean', 'No action'], ['all', 'All'],
];

const payers = new Map(report.payers.map((party) => [party.id, party]));
const providers = new Map(report.providers.map((party) => [party.id, party]));
const partyName = (parties, id, none) => parties.get(id)?.name || id || none;

report.lines.forEach((line, index) => {
  line.index = index;
  line.cents = cents(line.charge);
  line.payerName = partyName(payers, line.payer, '(no payer)');
  line.providerName = partyName(providers, line.provider, '(no provider)');
  line.haystack = [
    line.claim, line.drug, line.ndc, line.ndc.replaceAll('-', ''), line.payerName, line.payer,
    line.providerName, line.provider, line.date, line.member ?? '', line.file,
    ...line.findings.flatMap((finding) => [finding.rule, report.rules[finding.rule]?.name ?? '']),
  ].join('\n').toLowerCase();
});

const noFilter = {tab: 'all', search: '', rule: '', payer: '', provider: '', file: '', hideDone: false};
const view = {
  ...noFilter,
  tab: report.lines.some((line) => line.state === 'flagged') ? 'flagged' : 'all',
  sort: '',
  descending: false,
  page: 0,
  open: new Set(),
};

// Lines that the reader is done with are remembered by their number in this very report, in this
// browser only; nothing of their content is.
const done = (() => {
  let hash = 5381;
  for (const c of byId('data').textContent) hash = (hash * 33 + c.codePointAt(0)) % 2 ** 48;
  const key = `noc837-done-${hash.toString(36)}`;
  const indices = new Set();
  try {
    for (const index of JSON.parse(localStorage.getItem(key) ?? '[]')) indices.add(index);
  } catch { /* storage may be closed to files; the marks then last as long as the page */ }
  return {
    has: (line) => indices.has(line.index),
    toggle(line) {
      if (!indices.delete(line.index)) indices.add(line.index);
      try {
        localStorage.setItem(key, JSON.stringify([...indices]));
      } catch { /* as above */ }
    },
    size: () => indices.size,
  };
})();

const sorters = {
  state: (line) => Object.keys(states).indexOf(line.state),
  claim: (line) => line.claim + '\n' + line.line.padStart(6, '0'),
  drug: (line) => line.drug,
  payer: (line) => line.payerName,
  provider: (line) => line.providerName,
  date: (line) => line.date,
  findings: (line) => line.findings.length,
  charge: (line) => line.cents,
};

// True if a line passes every filter, the tab aside.
function passes(line) {
  if (view.rule && !line.findings.some((finding) => finding.rule === view.rule)) return false;
  if (view.payer && line.payer !== view.payer) return false;
  if (view.provider && line.provider !== view.provider) return false;
  if (view.file && line.file !== view.file) return false;
  if (view.hideDone && done.has(line)) return false;
  return view.search.toLowerCase().split(/\s+/).every((word) => line.haystack.includes(word));
}

function visibleLines() {
  const lines = report.lines.filter(
    (line) => (view.tab === 'all' || states[line.state].tab === view.tab) && passes(line));
  if (!view.sort) return lines;
  const key = sorters[view.sort];
  const order = view.descending ? -1 : 1;
  const keyed = lines.map((line) => [key(line), line]);
  keyed.sort(([a], [b]) => (typeof a === 'number' ? a - b : a.localeCompare(b, 'en')) * order);
  return keyed.map(([, line]) => line);
}
