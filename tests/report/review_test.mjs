// SPDX-License-Identifier: Apache-2.0
// Opens review pages in headless Chromium: node review_test.mjs PAGES SCREENSHOTS
// PAGES holds small.html, large.html, sampled.html, hostile.html and phi.html.
import assert from 'node:assert/strict';
import {mkdirSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {chromium} from 'playwright-core';

const [pages, screenshots] = process.argv.slice(2).map((folder) => path.resolve(folder));
mkdirSync(screenshots, {recursive: true});
const profile = mkdtempSync(path.join(tmpdir(), 'noc837-report-'));
const context = await chromium.launchPersistentContext(profile, {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  viewport: {width: 1440, height: 900},
});

// Opens a page and watches it: any message on the console, failure or request is a fault.
async function open(name, options = {}) {
  const page = await context.newPage();
  page.faults = [];
  page.on('console', (message) => page.faults.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => page.faults.push(`error: ${error}`));
  page.on('dialog', (dialog) => { page.faults.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  const url = pathToFileURL(path.join(pages, name)).href;
  page.on('request', (request) => {
    if (request.url() !== url && !request.url().startsWith('data:')) page.faults.push(`request: ${request.url()}`);
  });
  if (options.size) await page.setViewportSize(options.size);
  await page.emulateMedia({colorScheme: options.dark ? 'dark' : 'light'});
  await page.goto(url);
  await page.locator('#result').filter({hasText: 'line'}).waitFor();
  return page;
}

const shot = (page, name, fullPage = false) =>
  page.screenshot({path: path.join(screenshots, `${name}.png`), fullPage});
const claims = (page) => page.locator('tr.row td:nth-child(2)').allInnerTexts();
const rows = (page) => page.locator('tr.row').count();
const tab = (page, name) => page.locator(`#tabs button[data-tab="${name}"]`).click();

const tests = {
  async 'totals, charts and the lines to fix are there at once'() {
    const page = await open('small.html');
    assert.match(await page.locator('.card.flagged').innerText(), /\$310\.00/);
    assert.match(await page.locator('.card.corrected').innerText(), /\$85\.00/);
    assert.equal(await page.locator('.chart').count(), 4);
    assert.equal(await rows(page), 1);
    await shot(page, 'small-light', true);
    return page;
  },
  async 'tabs, search and selects filter, and clear takes that back'() {
    const page = await open('small.html');
    await tab(page, 'all');
    assert.equal(await rows(page), 3);
    await tab(page, 'corrected');
    assert.match((await claims(page))[0], /RB-1001/);
    await tab(page, 'all');
    await page.locator('#search').fill('testopel');
    assert.equal(await rows(page), 1);
    await page.locator('#search').fill('0409379501');
    assert.match((await claims(page)).join(), /RB-1001/);
    await page.locator('#search').fill('no such thing');
    assert.equal(await rows(page), 0);
    assert.ok(await page.locator('#empty').isVisible());
    await page.locator('#clear').click();
    assert.equal(await rows(page), 3);
    await page.locator('#rule').selectOption('NDC05');
    assert.match((await claims(page)).join(), /RB-1003/);
    await page.locator('#clear').click();
    await page.locator('#payer').selectOption({label: 'AETNA'});
    assert.match((await claims(page)).join(), /RB-1002/);
    return page;
  },
  async 'a bar of a chart filters, and lets go when pressed again'() {
    const page = await open('small.html');
    const bar = page.locator('.chart[data-chart="rule"] g[data-key="DSC01"]');
    await bar.click();
    assert.equal(await bar.getAttribute('aria-pressed'), 'true');
    assert.match((await claims(page)).join(), /RB-1001/);
    await bar.press('Enter');
    assert.equal(await rows(page), 3);
    return page;
  },
  async 'columns sort both ways'() {
    const page = await open('small.html');
    await tab(page, 'all');
    const charge = page.locator('th[data-column="charge"]');
    await charge.locator('button').click();
    assert.equal(await charge.getAttribute('aria-sort'), 'descending');
    const amounts = () => page.locator('td.amount').allInnerTexts();
    assert.deepEqual(await amounts(), ['$310.00', '$140.00', '$85.00']);
    await charge.locator('button').click();
    assert.deepEqual(await amounts(), ['$85.00', '$140.00', '$310.00']);
    await page.locator('th[data-column="drug"] button').click();
    assert.match((await claims(page)).join(), /RB-1002.*RB-1001.*RB-1003/s);
    return page;
  },
  async 'an opened line shows segments with marks, changes, suggestions, why and source'() {
    const page = await open('small.html');
    await page.locator('tr.row').click();
    const detail = page.locator('tr.detail');
    const text = await detail.innerText();
    assert.match(text, /LIN\*\*N4\*6697970901/);
    assert.match(text, /66979070901/);
    assert.match(text, /LIN03 NDC · loop 2410/);
    assert.match(text, /Source: /);
    assert.equal(await detail.locator('mark.flagged', {hasText: '6697970901'}).count(), 1);
    await shot(page, 'small-open-light', true);
    await tab(page, 'corrected');
    await page.locator('tr.row').click();
    await shot(page, 'small-corrected-light', true);
    assert.equal(await page.locator('tr.detail code.old', {hasText: '0409-3795-01'}).count(), 1);
    assert.equal(await page.locator('tr.detail mark.gap').count(), 1);
    assert.match(await page.locator('tr.detail .segment.changed').first().innerText(), /KETOROLAC/);
    return page;
  },
  async 'the keyboard does it all'() {
    const page = await open('small.html');
    await tab(page, 'all');
    await page.locator('body').click({position: {x: 2, y: 2}});
    await page.keyboard.press('/');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'search');
    await page.keyboard.type('claim');
    await page.keyboard.press('Escape');
    await page.locator('#clear').press('Enter');
    await page.keyboard.press('/');
    await page.keyboard.press('ArrowDown');
    const focused = () => page.evaluate(() => document.activeElement.closest('tr')?.dataset.index);
    assert.equal(await focused(), '0');
    await page.keyboard.press('ArrowDown');
    assert.equal(await focused(), '1');
    await page.keyboard.press('Enter');
    assert.equal(await page.locator('tr.detail').count(), 1);
    assert.equal(await focused(), '1');
    await page.keyboard.press('d');
    assert.equal(await page.locator('tr.row.done').count(), 1);
    assert.match(await page.locator('#progress').innerText(), /1 of 3 lines done/);
    await page.keyboard.press('d');
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('tr.detail').count(), 0);
    await page.keyboard.press('ArrowUp');
    assert.equal(await focused(), '0');
    return page;
  },
  async 'lines marked as done are remembered and can be hidden'() {
    const page = await open('small.html');
    await tab(page, 'all');
    await page.locator('tr.row input').first().check();
    await page.reload();
    await tab(page, 'all');
    assert.equal(await page.locator('tr.row.done').count(), 1);
    await page.locator('#hide-done').check();
    assert.equal(await rows(page), 2);
    await page.locator('#hide-done').uncheck();
    await page.locator('tr.row input').first().uncheck();
    return page;
  },
  async 'thousands of findings stay quick: pages, filters, dark'() {
    const page = await open('large.html', {dark: true});
    await tab(page, 'all');
    assert.equal(await rows(page), 100);
    await page.locator('#pager button', {hasText: 'Next'}).click();
    assert.match(await page.locator('#pager').innerText(), /page 2 of/);
    const start = Date.now();
    await page.locator('#search').fill('ketorolac');
    await page.locator('#result').filter({hasText: 'line'}).waitFor();
    assert.ok(Date.now() - start < 2000, `${Date.now() - start} ms`);
    await page.locator('#clear').click();
    await tab(page, 'flagged');
    await page.locator('tr.row').nth(1).click();
    await shot(page, 'large-dark', false);
    await page.emulateMedia({colorScheme: 'light'});
    await shot(page, 'large-light', false);
    await page.locator('tr.row').nth(1).scrollIntoViewIfNeeded();
    await page.evaluate(() => document.getElementById('list-title').scrollIntoView());
    await shot(page, 'large-list-light', false);
    await page.emulateMedia({colorScheme: 'dark'});
    await shot(page, 'large-list-dark', false);
    return page;
  },
  async 'a page that holds a part says which'() {
    const page = await open('sampled.html');
    assert.match(await page.locator('#sampled').innerText(), /the table holds 2 of them/);
    await tab(page, 'all');
    assert.match((await claims(page)).join(), /RB-1003.*RB-1001/s);
    return page;
  },
  async 'nothing in a claim becomes markup or script'() {
    const page = await open('hostile.html');
    await tab(page, 'all');
    for (const line of await page.locator('tr.row').all()) await line.click();
    assert.match((await page.locator('tr.detail').allInnerTexts()).join(), /<\/script><img src=x onerror/);
    assert.equal(await page.locator('img, iframe, object').count(), 0);
    assert.equal(await page.locator('script').count(), 2);
    await page.locator('#search').fill('<img src=x');
    assert.ok(await rows(page) > 0);
    assert.equal(await page.evaluate(() => window.hostile), undefined);
    return page;
  },
  async 'people are shown only where that was asked for'() {
    const hidden = await open('small.html');
    assert.doesNotMatch(await hidden.content(), /EXAMPLE|ALMA|ZQ100200301/);
    await hidden.close();
    const page = await open('phi.html');
    await page.locator('tr.row').first().click();
    assert.match(await page.locator('tr.detail').innerText(), /MUSTER, CLEO \(ZQ100200303\)/);
    return page;
  },
  async 'paper gets the filtered lines with what was found, without controls'() {
    const page = await open('small.html');
    await tab(page, 'all');
    await page.emulateMedia({media: 'print', colorScheme: 'light'});
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    assert.equal(await page.locator('.paper').count(), 3);
    assert.ok(!await page.locator('#filters').isVisible());
    await shot(page, 'small-print', true);
    await page.pdf({path: path.join(screenshots, 'small.pdf'), format: 'Letter'});
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    assert.equal(await page.locator('.paper').count(), 0);
    return page;
  },
  async 'a narrow window has no sideways scrolling of the page'() {
    const page = await open('small.html', {size: {width: 600, height: 900}});
    await page.locator('tr.row').first().click();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(overflow <= 0, `${overflow} px too wide`);
    await shot(page, 'small-narrow', true);
    return page;
  },
  async 'text stands out from its ground, light and dark'() {
    const page = await open('small.html');
    await page.locator('tr.row').first().click();
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({colorScheme});
      const poor = await page.evaluate(contrastFaults);
      assert.deepEqual(poor, [], colorScheme);
    }
    return page;
  },
};

// Runs in the page: elements whose text has a contrast below 4.5 (WCAG AA).
function contrastFaults() {
  const rgb = (text) => text.match(/[\d.]+/g).map(Number);
  const luminance = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((c) => c / 255).map(
      (c) => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const ground = (node) => {
    for (let at = node; at; at = at.parentElement) {
      const color = rgb(getComputedStyle(at).backgroundColor);
      if (color.length === 3 || color[3] > 0.99) return color;
    }
    return [255, 255, 255];
  };
  const faults = [];
  for (const node of document.querySelectorAll('body *:not(script):not(svg *)')) {
    const own = [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim());
    if (!own || node.disabled || !node.checkVisibility()) continue;
    const [a, b] = [luminance(rgb(getComputedStyle(node).color)), luminance(ground(node))];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (contrast < 4.5) faults.push(`${node.tagName}.${node.className}: ${contrast.toFixed(2)}`);
  }
  return faults;
}

let failed = 0;
for (const [name, test] of Object.entries(tests)) {
  try {
    const page = await test();
    assert.deepEqual(page.faults, []);
    await page.close();
    console.log(`ok       ${name}`);
  } catch (error) {
    ++failed;
    console.log(`FAILED   ${name}: ${error.message}`);
  }
}
await context.close();
rmSync(profile, {recursive: true, force: true});
console.log(`${Object.keys(tests).length - failed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
