// Opens one page of every kind in every way it may be read: walk.mjs SITE…
// Light, dark and large print × phone and desktop × with and without scripts, from a server that sends the
// site's own headers and from the disk. Expected: no finding of axe, nothing sideways, nothing on the
// console, no failed request and none to another host.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { oneOfEachKind, serve } from './site.mjs';
import { DESKTOP, Findings, NARROWEST, PHONE, startBrowser } from './browser.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const LOOKS = [
  { name: 'light', options: { colorScheme: 'light' } },
  { name: 'dark', options: { colorScheme: 'dark' } },
  { name: 'large', options: { colorScheme: 'light' }, large: true },
];
const SIZES = [{ name: 'phone', viewport: PHONE }, { name: 'desktop', viewport: DESKTOP }];

const findings = new Findings();

/** Notes what the page complains of and asks for, into `complaints`, while it is used. */
function listen(page, origin, complaints) {
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`script: ${error.message}`));
  page.on('requestfailed', (request) => complaints.push(`request failed: ${request.url()}`));
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith('data:')) complaints.push(`asks ${request.url()}`);
  });
}

/** How far the page can be scrolled sideways, in CSS pixels, and what sticks out. */
const sideways = (page) => page.evaluate(() => {
  const over = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (over <= 0) return '';
  const width = document.documentElement.clientWidth;
  const wide = [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > width + 1).slice(0, 3);
  return `${over} px: ${wide.map((e) => e.tagName.toLowerCase() + (e.className ? `.${e.className}` : '')).join(' ')}`;
});

/** Large print is a link on every page that works without a script. */
async function enlarge(page, where) {
  const link = page.locator('[data-large-print]').first();
  if (await link.count() === 0) return findings.add(where, 'no way to large print');
  const before = await page.evaluate(() => getComputedStyle(document.querySelector('main p, main')).fontSize);
  await link.click();
  const after = await page.evaluate(() => getComputedStyle(document.querySelector('main p, main')).fontSize);
  findings.expect(parseFloat(after) > parseFloat(before), where, `large print leaves ${before} at ${after}`);
}

async function axe(page, where) {
  await page.evaluate(AXE); // not as a script of the page, so that the page's own policy stays in force
  const result = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  findings.ok();
  for (const violation of result.violations) {
    findings.add(where, `axe ${violation.id}: ${violation.help}: ${violation.nodes.slice(0, 3).map((node) => node.target.join(' ')).join(' | ')}`);
  }
}

/** The address that the error page names for everything, since it is shown for addresses of any depth. */
function absoluteBase(root) {
  const found = /href="(https?:[^"]*\/)assets\//.exec(readFileSync(`${root}/404.html`, 'utf8'));
  return found && found[1];
}

/** Lets `base`, an address elsewhere, be answered by `server`. */
const standIn = (page, base, server) => page.route(`${base}**`, async (route) => {
  const response = await fetch(server + route.request().url().slice(base.length));
  const body = Buffer.from(await response.arrayBuffer());
  await route.fulfill({ status: response.status, headers: Object.fromEntries(response.headers), body }).catch(() => {}); // the page may be gone
});

async function open(browser, base, kind, look, size, scripts, server = '') {
  const context = await browser.newContext({ ...look.options, viewport: size.viewport, javaScriptEnabled: scripts });
  const page = await context.newPage();
  if (server) await standIn(page, base, server);
  const complaints = [];
  const where = `${kind.path} ${look.name} ${size.name} ${scripts ? 'script' : 'no script'}${base.startsWith('file:') ? ' file' : ''}`;
  listen(page, base.startsWith('file:') ? 'file:' : base, complaints);
  await page.goto(base + kind.path);
  if (look.large) await enlarge(page, where);
  const wide = await sideways(page);
  findings.expect(wide === '', where, `scrolls sideways by ${wide}`);
  findings.expect(complaints.length === 0, where, complaints.join('; '));
  return { context, page, where };
}

async function reflow(browser, base, kind) {
  const ways = [
    { name: '320 px', viewport: NARROWEST },
    { name: '400 % zoom', viewport: { width: 320, height: 256 } }, // 1280 × 1024 at 400 %
    { name: '200 % text at 375 px', viewport: PHONE, css: 'html{font-size:200%!important}' },
    { name: 'text spacing', viewport: PHONE, css: '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}' },
  ];
  for (const way of ways) {
    const context = await browser.newContext({ viewport: way.viewport, bypassCSP: true });
    const page = await context.newPage();
    await page.goto(base + kind.path);
    if (way.css) await page.addStyleTag({ content: way.css });
    const wide = await sideways(page);
    findings.expect(wide === '', `${kind.path} ${way.name}`, `scrolls sideways by ${wide}`);
    await context.close();
  }
}

async function walkKind(browser, server, disk, root, kind) {
  const elsewhere = kind.kind === '404' ? absoluteBase(root) : null;
  const base = elsewhere ?? server;
  for (const look of LOOKS) {
    for (const size of SIZES) {
      for (const scripts of [true, false]) {
        const { context, page, where } = await open(browser, base, kind, look, size, scripts, elsewhere ? server : '');
        if (scripts) await axe(page, where);
        await context.close();
      }
    }
  }
  if (elsewhere) return;
  for (const scripts of [true, false]) {
    const { context } = await open(browser, disk, kind, LOOKS[0], SIZES[0], scripts);
    await context.close();
  }
  await reflow(browser, server, kind);
}

const browser = await startBrowser();
for (const root of process.argv.slice(2)) {
  const server = await serve(root);
  const disk = `${pathToFileURL(resolve(root)).href}/`;
  const kinds = oneOfEachKind(root);
  const next = async () => {
    for (let kind = kinds.shift(); kind; kind = kinds.shift()) await walkKind(browser, server.url, disk, root, kind);
  };
  await Promise.all([next(), next()]); // as many as a small machine has cores
  await server.close();
}
await browser.close();
findings.finish('walk');
