
'use strict';
// Building elements. Text of the report only ever becomes text nodes and attributes.

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === undefined || value === null) continue;
    if (name === 'on') {
      for (const [event, listener] of Object.entries(value)) node.addEventListener(event, listener);
    } else {
      node.setAttribute(name, value === true ? '' : value);
    }
  }
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== false) node.append(child);
  }
  return node;
}

function el(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

function svg(tag, attributes = {}, ...children) {
  return fill(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children);
}

const byId = (id) => document.getElementById(id);
const count = (number) => number.toLocaleString('en-US');
const plural = (number, one, many) => `${count(number)} ${number === 1 ? one : many}`;

// Amounts come as text with their decimals and are added up as whole numbers of cents; what is
// finer than a cent is left to the files.
const cents = (amount) => {
  const [whole, decimals] = amount.split('.');
  const value = Number(whole.replace('-', '') + (decimals + '00').slice(0, 2));
  return amount.startsWith('-') ? -value : value;
};

function money(amount) {
  const value = typeof amount === 'number' ? amount : cents(amount);
  const digits = String(Math.abs(value)).padStart(3, '0');
  const dollars = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${value < 0 ? '−' : ''}$${dollars}.${digits.slice(-2)}`;
}
