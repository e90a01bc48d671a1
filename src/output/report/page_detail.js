
// One line opened: its segments with what is wrong in them, and what to do.

const findingKind = (finding) => finding.status !== 'reported' ? finding.status
  : finding.severity === 'info' ? 'info' : 'warned';
const findingLabel = {flagged: 'To fix', corrected: 'Corrected', warned: 'To check', info: 'Note'};

const segmentText = (segment) => segment.p.map(([text]) => text).join('');
const segmentId = (text) => text.match(/^[A-Za-z0-9]*/)[0];

function incoming(line) {
  const mark = (text, at) => {
    const finding = line.findings[at];
    if (!finding) return text;
    const kind = findingKind(finding);
    const what = `${at + 1}: ${finding.rule} ${finding.message}`;
    return text === ''
      ? [el('mark', {class: `gap ${kind}`, title: what, 'aria-label': 'missing here'}),
        el('span', {class: `mark-number ${kind}`}, at + 1)]
      : el('mark', {class: kind, title: what}, text, el('sup', {}, at + 1));
  };
  return el('div', {class: 'edi'}, line.segments.map((segment) => el('div', {class: 'segment'},
    el('span', {class: 'ordinal'}, segment.n || ''),
    el('code', {}, segment.p.map(([text, at]) => mark(text, at))))));
}

// The part of `text` that differs from `before`, as an insertion.
function changedPart(text, before) {
  let head = 0;
  while (head < text.length && head < before.length && text[head] === before[head]) ++head;
  let tail = 0;
  while (tail < text.length - head && tail < before.length - head &&
         text.at(-1 - tail) === before.at(-1 - tail)) ++tail;
  // A value is marked whole: 00409379501, not the digits of it that were not there before.
  const inWord = (at) => at > 0 && /[\w.-]{2}/.test(text.slice(at - 1, at + 1));
  while (inWord(head)) --head;
  while (tail > 0 && inWord(text.length - tail)) --tail;
  const end = text.length - tail;
  return [text.slice(0, head), head < end && el('ins', {}, text.slice(head, end)), text.slice(end)];
}

function outgoing(line) {
  const left = line.segments.map(segmentText);
  const take = (fits) => {
    const at = left.findIndex(fits);
    return at < 0 ? null : left.splice(at, 1)[0];
  };
  const same = line.outgoing.map((text) => take((other) => other === text) !== null);
  return el('div', {class: 'edi'}, line.outgoing.map((text, at) => {
    if (same[at]) {
      return el('div', {class: 'segment'}, el('span', {class: 'ordinal'}), el('code', {}, text));
    }
    const before = take((other) => segmentId(other) === segmentId(text));
    return el('div', {class: 'segment changed'}, el('span', {class: 'ordinal'}, before === null ? '+' : '~'),
      el('code', {}, before === null ? el('ins', {}, text) : changedPart(text, before)));
  }));
}

function copyButton(text) {
  const button = el('button', {type: 'button', 'aria-label': `Copy ${text}`, on: {
    click: async (event) => {
      event.stopPropagation();
      try {
        await navigator.clipboard.writeText(text);
        button.textContent = 'Copied';
      } catch {
        button.textContent = 'Not allowed here';
      }
      setTimeout(() => { button.textContent = 'Copy'; }, 1500);
    },
  }}, 'Copy');
  return button;
}

// What to type, with a button to copy each of the values that are possible ("A or B"); or what
// to do, where the suggestion is a sentence.
function suggestion(text) {
  const choices = text.split(' or ');
  const values = choices.every((choice) => !choice.includes(' '));
  return el('div', {class: 'change'},
    el('span', {class: 'label'}, values ? 'Type instead' : 'To do'),
    values ? choices.map((choice) => [el('code', {class: 'new'}, choice), copyButton(choice)]) : text);
}

function change(finding) {
  if (finding.status === 'corrected') {
    return el('div', {class: 'change'},
      finding.before ? el('code', {class: 'old'}, finding.before) : el('span', {class: 'label'}, '(empty)'),
      el('span', {'aria-label': 'became'}, '→'),
      finding.after ? el('code', {class: 'new'}, finding.after) : el('span', {class: 'label'}, '(taken out)'));
  }
  return [
    finding.before && el('div', {class: 'change'},
      el('span', {class: 'label'}, 'It says'), el('code', {}, finding.before)),
    finding.suggestion && suggestion(finding.suggestion),
  ];
}

// Text whose addresses can be followed. Nothing is loaded unless the reader does.
function linked(text) {
  return text.split(/(https?:\/\/[^\s;,]+)/).map((part, at) => at % 2
    ? el('a', {href: part, target: '_blank', rel: 'noreferrer noopener'}, part) : part);
}

function findingCard(finding, at) {
  const rule = report.rules[finding.rule] ?? {name: '', why: '', source: ''};
  const kind = findingKind(finding);
  const place = [finding.label && `${finding.element} ${finding.label}` || finding.element,
    finding.loop && `loop ${finding.loop}`,
    finding.claim && 'whole claim'].filter(Boolean).join(' · ');
  return el('div', {class: `finding ${kind}`},
    el('div', {class: 'finding-head'},
      el('span', {class: `mark-number ${kind}`}, at + 1),
      el('span', {class: `pill ${kind}`}, findingLabel[kind]),
      el('b', {}, `${finding.rule} ${rule.name}`),
      el('span', {class: 'muted'}, place)),
    el('p', {}, finding.message),
    change(finding),
    el('p', {class: 'why'}, rule.why),
    el('p', {class: 'source'}, 'Source: ', linked(rule.source), rule.stc && ` · claim status ${rule.stc}`));
}

function facts(line) {
  const rows = [
    ['Claim', line.line ? `${line.claim}, line ${line.line}` : line.claim], ['Member', line.member],
    ['Payer', `${line.payerName}${line.payer && line.payer !== line.payerName ? ` (${line.payer})` : ''}`],
    ['Billing provider', `${line.providerName}${line.provider && line.provider !== line.providerName ? ` (${line.provider})` : ''}`],
    ['Date of service', line.date], ['NDC', line.ndc], ['Quantity', line.quantity],
    ['Charge', money(line.cents)], ['Guide and profile', `${line.guide}, ${line.profile}`],
    ['File', report.inputs.length > 1 && line.file],
  ];
  return el('dl', {class: 'facts'}, rows.filter(([, value]) => value).map(
    ([label, value]) => el('div', {}, el('dt', {}, label), el('dd', {}, value))));
}

function detail(line) {
  return el('div', {class: 'detail'}, facts(line), el('div', {class: 'detail-grid'},
    el('div', {},
      el('h3', {}, 'As it came'), incoming(line),
      line.outgoing && (line.state === 'flagged'
        ? el('details', {}, el('summary', {}, 'In the flagged file'), outgoing(line))
        : [el('h3', {}, 'As it goes out'), outgoing(line)])),
    el('div', {},
      el('h3', {}, line.findings.length ? 'What was found' : 'Nothing was found'),
      line.findings.map(findingCard))));
}

// The same in short, for paper.
function paperDetail(line) {
  return el('ul', {class: 'paper'}, line.findings.map((finding) => {
    const kind = findingKind(finding);
    const before = finding.before || '(empty)';
    const text = finding.status === 'corrected' ? `${before} → ${finding.after || '(taken out)'}`
      : [finding.before && `it says ${finding.before}`,
        finding.suggestion && `type ${finding.suggestion}`].filter(Boolean).join('; ');
    return el('li', {}, el('span', {class: `pill ${kind}`}, findingLabel[kind]),
      ` ${finding.rule} ${finding.element}: ${finding.message}${text ? ` — ${text}` : ''}`);
  }));
}
