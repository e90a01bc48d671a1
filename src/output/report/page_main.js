
// The page as a whole.

function card(kind, title, figure, ...rest) {
  return el('div', {class: `card ${kind}`}, el('h2', {}, title), el('p', {class: 'figure'}, figure), rest);
}

function drawTotals() {
  const t = report.totals;
  const clean = t.claims - t.flagged - t.corrected;
  const part = (kind, value) => {
    const piece = el('i', {class: kind});
    piece.style.flexGrow = String(value);
    return value > 0 && piece;
  };
  const note = (text) => el('p', {class: 'muted'}, text);
  byId('totals').replaceChildren(
    card('flagged', 'Charges at stake', money(t.at_stake),
      note(`${plural(t.flagged, 'claim is', 'claims are')} held back until fixed`)),
    card('corrected', 'Corrected and ready to go', money(t.charges_corrected),
      note(`of drug lines on ${plural(t.corrected, 'corrected claim', 'corrected claims')}`)),
    card('', 'Drug lines', count(t.drug_lines),
      note(`of ${plural(t.lines, 'service line', 'service lines')}, charges ${money(t.charges)}`)),
    card('', 'Claims', count(t.claims),
      el('div', {class: 'share', 'aria-hidden': 'true'},
        part('flagged', t.flagged), part('corrected', t.corrected), part('clean', clean)),
      note(`${count(t.flagged)} to fix, ${count(t.corrected)} corrected, ${count(clean)} clean`)));
}

function drawEnvelope() {
  if (!report.envelope.length) return;
  byId('envelope').hidden = false;
  byId('envelope-list').replaceChildren(...report.envelope.map((finding) => el('li', {},
    el('span', {class: `pill ${findingKind(finding)}`}, findingLabel[findingKind(finding)]),
    ` ${finding.rule} ${report.rules[finding.rule]?.name ?? ''}: ${finding.message}`,
    el('span', {class: 'sub'}, [finding.file, finding.element, `byte ${count(finding.offset)}`,
      finding.before && `it says ${finding.before}`, finding.after && `became ${finding.after}`,
      finding.suggestion && `suggested: ${finding.suggestion}`].filter(Boolean).join(' · ')))));
  const rest = report.envelope_seen - report.envelope.length;
  if (rest > 0) byId('envelope-list').append(el('li', {class: 'muted'}, `and ${count(rest)} more`));
}

function fillSelect(name, all, choices) {
  byId(name).replaceChildren(el('option', {value: ''}, all),
    ...choices.map(([value, label]) => el('option', {value}, label)));
  byId(name).addEventListener('change', (event) => changeView({[name]: event.target.value}));
}

function partyChoices(parties, key) {
  const used = new Set(report.lines.map((line) => line[key]));
  return [...parties.values()].filter((party) => party.id && used.has(party.id))
    .map((party) => [party.id, party.name || party.id])
    .sort(([, a], [, b]) => a.localeCompare(b, 'en'));
}

function start() {
  byId('inputs').textContent = report.inputs.length > 3
    ? `${report.inputs.slice(0, 3).join(', ')} and ${count(report.inputs.length - 3)} more`
    : report.inputs.join(', ');
  byId('made').textContent = `noc837 ${report.version}${report.made && `, ${report.made}`}`;
  byId('privacy').textContent = report.phi
    ? 'This page holds members’ names and ids: handle it as you handle the claims.'
    : 'Members’ names and ids are left out; claim numbers, dates and drug text are not. Handle this page as you handle the claims.';
  const left = report.totals.subjects - report.lines.length;
  if (left > 0) {
    byId('sampled').hidden = false;
    byId('sampled').textContent =
      `This run has ${count(report.totals.subjects)} lines; the table holds ${count(report.lines.length)} of them: ` +
      'lines to fix first, then those to check, then corrected ones, larger charges first. ' +
      'The totals and charts count all lines; the findings file lists all findings.';
  }
  fillSelect('rule', 'Every rule', Object.entries(report.rules).map(([id, rule]) => [id, `${id} ${rule.name}`]));
  fillSelect('payer', 'Every payer', partyChoices(payers, 'payer'));
  fillSelect('provider', 'Every provider', partyChoices(providers, 'provider'));
  fillSelect('file', 'Every file', [...new Set(report.lines.map((line) => line.file))].map((file) => [file, file]));
  byId('file-label').hidden = byId('file').options.length < 3;
  byId('search').addEventListener('input', (event) => changeView({search: event.target.value}));
  byId('hide-done').addEventListener('change', (event) => changeView({hideDone: event.target.checked}));
  byId('clear').addEventListener('click', () => changeView({...noFilter, sort: '', tab: view.tab}));
  byId('filters').addEventListener('submit', (event) => event.preventDefault());
  document.addEventListener('keydown', onKey);
  addEventListener('beforeprint', drawForPaper);
  addEventListener('afterprint', draw);
  drawTotals();
  // Choosing what is chosen already lets go of it; a choice made in a chart shows every state.
  drawCharts((name) => (key) => changeView(
    view[name] === key ? {[name]: ''} : {[name]: key, tab: 'all'}));
  drawEnvelope();
  draw();
}

start();
