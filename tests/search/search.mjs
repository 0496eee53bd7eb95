// Searches a built site as people do, in a browser, and compares with what brute force finds: search.mjs BUILT EXPECTED [MOST]
// With MOST, so many hits of each query are looked at, else all. Each query is asked by a browser that has nothing in its cache; what
// it transfers is counted as a server sends it, packed by gzip at level 6.
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { Findings, startBrowser } from '../browser/browser.mjs';

const [built, expectedFile, most = 'all'] = process.argv.slice(2);
const root = resolve(built);
const expected = JSON.parse(readFileSync(expectedFile, 'utf8'));
const BUDGET = expected.records > 50000 ? 60 * 1024 : 15 * 1024; // of a query, on average
const SCRIPT = 12000; // bytes, as it is kept
const findings = new Findings();

const AT_ONCE = 3; // queries

/** Serves the site packed; `packed` has the length of each file that was asked for, by its path. */
async function serve() {
  const packed = new Map();
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    let body;
    try {
      if (!packed.has(path)) packed.set(path, gzipSync(readFileSync(join(root, path)), { level: 6 }));
      body = packed.get(path);
    } catch {
      response.writeHead(404).end();
      return;
    }
    const type = path.endsWith('.html') ? 'text/html; charset=utf-8' : path.endsWith('.css') ? 'text/css' : path.endsWith('.svg') ? 'image/svg+xml' : 'text/javascript; charset=utf-8';
    response.writeHead(200, { 'Content-Type': type, 'Content-Encoding': 'gzip' }).end(body);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { packed, url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

const settled = (page) => page.waitForFunction(() => document.querySelector('[data-results]').ariaBusy === 'false', null, { timeout: 60000 });
const shown = (page) => page.evaluate(() => ({
  status: document.querySelector('[role=status]').textContent,
  hits: Array.from(document.querySelectorAll('.hits h3 a'), (link) => decodeURIComponent(new URL(link.href).pathname)),
  more: !document.querySelector('[data-more]').hidden,
}));

/** Asks for more until there is no more, or `wanted` are there. */
const all = (page, wanted) => page.evaluate(async (enough) => {
  const more = document.querySelector('[data-more]');
  const section = document.querySelector('[data-results]');
  while (!more.hidden && document.querySelectorAll('.hits li').length < enough) {
    more.click();
    while (section.ariaBusy === 'true') await new Promise((done) => setTimeout(done, 1));
  }
}, wanted);

const within = (address) => address.slice(address.startsWith(root) ? root.length + 1 : 1);

/** What the line says: the count is exact, or bounds that must hold. */
function check_count(where, status, truth) {
  const numbers = (status.match(/\d+/g) ?? []).map(Number);
  if (numbers.length === 0) findings.expect(truth === 0, where, `says “${status}” of ${truth} hits`);
  else if (numbers.length === 1) findings.expect(numbers[0] === truth, where, `says “${status}” of ${truth} hits`);
  else findings.expect(numbers[0] <= truth && truth <= numbers[1], where, `says “${status}” of ${truth} hits`);
}

async function one_query(browser, server, { kind, query, count, hits }) {
  const where = `${kind} “${query}”`;
  const context = await browser.newContext();
  const page = await context.newPage();
  page.on('pageerror', (error) => findings.add(where, error.message));
  page.on('console', (message) => { if (message.type() === 'error') findings.add(where, message.text()); });
  const cost = { bytes: 0, files: 0 };
  let counting = true;
  page.on('requestfinished', (request) => { // of the index, not the page
    const path = new URL(request.url()).pathname;
    if (!counting || !/^\/search\/.*\.js$/.test(path)) return;
    cost.bytes += server.packed.get(path).length;
    cost.files += 1;
  });
  await page.goto(`${server.url}search/index.html?q=${encodeURIComponent(query)}`);
  await settled(page);
  const first = await shown(page);
  counting = false;
  check_count(where, first.status, count);
  if (kind === 'one character') findings.expect(/一个字只查标题/.test(first.status), where, 'does not say that titles alone are searched');
  const wanted = most === 'all' ? Infinity : Number(most);
  await all(page, wanted);
  const last = await shown(page);
  const found = last.hits.map(within);
  const truth = hits.slice(0, found.length);
  findings.expect(found.length >= Math.min(hits.length, wanted), where, `shows ${found.length} of ${count} hits`);
  findings.expect(JSON.stringify(found) === JSON.stringify(truth), where,
    `missed ${truth.filter((hit) => !found.includes(hit)).slice(0, 3)}, not true ${found.filter((hit) => !hits.includes(hit)).slice(0, 3)}, or another order`);
  check_count(where, last.status, count);
  const marks = await page.evaluate(() => Array.from(document.querySelectorAll('.hits li'), (entry) => entry.querySelectorAll('mark').length));
  findings.expect(marks.every((count) => count > 0), where, 'shows a hit without a mark');
  await context.close();
  return cost;
}

async function queries(browser, server) {
  const costs = [];
  const by_kind = new Map();
  const waiting = expected.queries.values();
  const ask = async () => {
    for (const one of waiting) {
      const cost = await one_query(browser, server, one);
      costs.push(cost);
      by_kind.set(one.kind, [...(by_kind.get(one.kind) ?? []), { ...cost, hits: one.count }]);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, ask));
  const mean = (list, key) => Math.round(list.reduce((sum, one) => sum + one[key], 0) / list.length);
  for (const [kind, list] of by_kind) {
    console.log(`${String(list.length).padStart(4)} ${kind}: ${mean(list, 'hits')} hits, ${mean(list, 'bytes')} bytes, ${mean(list, 'files')} files on average`);
  }
  const bytes = mean(costs, 'bytes');
  console.log(`${costs.length} queries of ${expected.records} records: ${bytes} bytes each on average, ${Math.max(...costs.map((cost) => cost.bytes))} at most`);
  findings.expect(bytes <= BUDGET, 'transfer', `${bytes} bytes a query on average, the budget is ${BUDGET}`);
  const script = readFileSync(join(root, 'assets/search.js')).length;
  findings.expect(script <= SCRIPT, 'assets/search.js', `${script} bytes, the budget is ${SCRIPT}`);
}

/** Opened by a double click, from the form on another page; without scripts, to the index pages; with a filter; by keyboard. */
async function ways(browser) {
  const { query, hits } = expected.queries.find((one) => one.hits.length > 6 && one.kind === 'place');
  const context = await browser.newContext();
  const page = await context.newPage();
  page.on('console', (message) => { if (message.type() === 'error') findings.add('double click', message.text()); });
  await page.goto(pathToFileURL(join(root, hits[0])).href);
  await page.locator('header input[name=q]').fill(query);
  await page.keyboard.press('Enter');
  await page.waitForURL(/search\/index\.html/);
  await settled(page);
  await all(page, Infinity);
  findings.expect(JSON.stringify((await shown(page)).hits.map(within)) === JSON.stringify(hits), 'double click', 'other hits than from a server');
  await page.selectOption('[name=kind]', 'items');
  await settled(page);
  await all(page, Infinity);
  const items = hits.filter((hit) => hit.startsWith('items/'));
  findings.expect(JSON.stringify((await shown(page)).hits.map(within)) === JSON.stringify(items), 'filter', 'other hits than the corrections among all');
  await page.selectOption('[name=kind]', '');
  await settled(page);
  await page.locator('[data-more]').focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement.matches('.hits li:nth-child(6) a'), null, { timeout: 5000 })
    .then(() => findings.ok(), () => findings.add('keyboard', 'more does not lead to the first new hit'));
  await page.locator('#q').fill('');
  await page.locator('#q').pressSequentially(query);
  await page.waitForFunction((wanted) => document.querySelectorAll('.hits li').length === wanted, Math.min(5, hits.length), { timeout: 5000 })
    .then(() => findings.ok(), () => findings.add('typing', 'finds nothing while one types'));
  await context.close();

  const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await plain.goto(pathToFileURL(join(root, 'index.html')).href);
  await plain.locator('header input[name=q]').fill(query);
  await plain.keyboard.press('Enter');
  await plain.waitForURL(/search\/index\.html/);
  findings.expect(await plain.locator('noscript p').count() + await plain.getByText('请从下面的栏目查找').count() > 0, 'no script', 'does not say what to do');
  await plain.locator('.kinds a').first().click();
  findings.expect(/\/index\.html$/.test(plain.url()), 'no script', 'does not lead to an index page');
}

const browser = await startBrowser();
const server = await serve();
await queries(browser, server);
if (most === 'all') await ways(browser);
await browser.close();
server.close();
findings.finish('search');
