// Opens one page of every kind in every way it may be read: walk.mjs SITE…
// Light, dark and large print × phone and desktop × with and without scripts, from a server that sends the
// site's own headers; then from the disk, and with what readers change: zoom, larger text, wider spacing.
// Expected: no finding of axe, nothing sideways, nothing on the console, no failed request and none to
// another host. A page is loaded once and then looked at in all sizes and colours, as a window is resized:
// only its stylesheet knows of them.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { oneOfEachKind, serve } from './site.mjs';
import { DESKTOP, Findings, NARROWEST, PHONE, startBrowser } from './browser.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SIZES = [['phone', PHONE], ['desktop', DESKTOP]];
const OF_COLOURS = ['color-contrast', 'link-in-text-block']; // what rules of axe may find other in the dark
const CHANGES = [
  { name: '320 px', viewport: NARROWEST },
  { name: '400 % zoom', viewport: { width: 320, height: 256 } }, // 1280 × 1024 at 400 %
  { name: '200 % text at 375 px', viewport: PHONE, css: 'html{font-size:200%!important}' },
  { name: 'text spacing', viewport: PHONE, css: '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}' },
];

const findings = new Findings();

/** How far the page can be scrolled sideways, in CSS pixels, and what sticks out. */
const sideways = (page) => page.evaluate(() => {
  const over = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (over <= 0) return '';
  const width = document.documentElement.clientWidth;
  const wide = [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > width + 1).slice(0, 3);
  return `${over} px: ${wide.map((e) => e.tagName.toLowerCase() + (e.className ? `.${e.className}` : '')).join(' ')}`;
});

const sizeOfPrint = (page) => page.evaluate(() => parseFloat(getComputedStyle(document.querySelector('main p, main')).fontSize));

/** Clicks the link that changes the size of print, which works without a script; gives the size after it. */
async function changePrint(page, link, where) {
  if (await page.locator(link).count() === 0) findings.add(where, `no link ${link}`);
  else await page.locator(link).first().click();
  return sizeOfPrint(page);
}

/** Asks all rules of axe, or those of `only`. */
async function axe(page, where, only) {
  const options = { resultTypes: ['violations'], ...(only && { runOnly: { type: 'rule', values: only } }) };
  const result = await page.evaluate((asked) => window.axe.run(document, asked), options);
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

/**
 * A window that stays open for page after page below one base, with or without scripts, and notes what they complain of
 * and ask for. The icon may be asked for when the next page is there already, so that two bases need two windows.
 */
class Window {
  static async open(browser, base, scripts) {
    const window = new Window();
    window.scripts = scripts;
    window.base = base;
    window.#origin = base.startsWith('file:') ? 'file:' : base;
    window.page = await (await browser.newContext({ javaScriptEnabled: scripts })).newPage();
    window.#listen();
    return window;
  }

  #origin = '';
  #complaints = [];
  #asked = [];

  #listen() {
    this.page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) this.#complaints.push(`console: ${message.text()}`);
    });
    this.page.on('pageerror', (error) => this.#complaints.push(`script: ${error.message}`));
    this.page.on('requestfailed', (request) => {
      if (this.#asked.includes(request)) this.#complaints.push(`request failed: ${request.url()}`); // else given up with the page before
    });
    this.page.on('response', (response) => {
      if (response.status() >= 400) this.#complaints.push(`${response.status()}: ${response.url()}`);
    });
    this.page.on('request', (request) => {
      this.#asked.push(request);
      if (!request.url().startsWith(this.#origin) && !request.url().startsWith('data:')) this.#complaints.push(`asks ${request.url()}`);
    });
  }

  /** Opens `path` below the base and does `look` to it. */
  async visit(path, look) {
    const where = `${path} ${this.#origin === 'file:' ? 'file' : 'server'} ${this.scripts ? 'script' : 'no script'}`;
    this.#complaints = [];
    this.#asked = [];
    await this.page.emulateMedia({ colorScheme: 'light' });
    await this.page.setViewportSize(PHONE);
    await this.page.goto(this.base + path);
    await look(this.page, where);
    for (const request of this.#asked) await (await request.response())?.finished(); // the icon comes after the page
    findings.expect(this.#complaints.length === 0, where, this.#complaints.join('; '));
  }
}

/** Every look in both sizes. */
async function everyLook(page, where, scripts) {
  if (scripts) await page.evaluate(AXE); // not as a script of the page, so that the page's own policy stays in force
  const bothSizes = async (look, rules) => {
    for (const [size, viewport] of SIZES) {
      await page.setViewportSize(viewport);
      const wide = await sideways(page);
      findings.expect(wide === '', `${where} ${look} ${size}`, `scrolls sideways by ${wide}`);
      if (scripts) await axe(page, `${where} ${look} ${size}`, rules);
    }
  };
  const normal = await sizeOfPrint(page);
  await bothSizes('light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await bothSizes('dark', OF_COLOURS);
  await page.emulateMedia({ colorScheme: 'light' });
  const large = await changePrint(page, '[data-large-print]', where);
  findings.expect(large > normal, where, `large print leaves ${normal} px at ${large}`);
  await bothSizes('large');
  const again = await changePrint(page, '[data-normal-print]', where);
  findings.expect(again === normal, where, `normal print after large is ${again} px, not ${normal}`);
}

/** What readers change: nothing may be pushed off the page by it. */
async function everyChange(page, where) {
  for (const { name, viewport, css } of CHANGES) {
    await page.setViewportSize(viewport);
    await page.evaluate((text) => { // as the browser's own settings do it: no policy of the page forbids it
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      document.adoptedStyleSheets = [sheet];
    }, css ?? '');
    const wide = await sideways(page);
    findings.expect(wide === '', `${where} ${name}`, `scrolls sideways by ${wide}`);
  }
}

const bothWays = (browser, base) => Promise.all([true, false].map((scripts) => Window.open(browser, base, scripts)));
const lookAt = (window, path) => window.visit(path, (page, where) => everyLook(page, where, window.scripts));

/** The error page, if it names another address than the server's for what it loads. */
async function walkElsewhere(browser, server, base, path) {
  for (const window of await bothWays(browser, base)) {
    await standIn(window.page, base, server);
    await lookAt(window, path);
    await window.page.context().close();
  }
}

const browser = await startBrowser();
for (const root of process.argv.slice(2)) {
  const server = await serve(root);
  const disk = `${pathToFileURL(resolve(root)).href}/`;
  const kinds = oneOfEachKind(root);
  const walk = async () => {
    const online = await bothWays(browser, server.url);
    const offline = await bothWays(browser, disk);
    for (let next = kinds.shift(); next; next = kinds.shift()) {
      const elsewhere = next.kind === '404' ? absoluteBase(root) : null;
      if (elsewhere) {
        await walkElsewhere(browser, server.url, elsewhere, next.path);
        continue;
      }
      for (const window of online) await lookAt(window, next.path);
      for (const window of offline) await window.visit(next.path, everyChange);
    }
  };
  await Promise.all([walk(), walk()]); // as many as a small machine has cores
  await server.close();
}
await browser.close();
findings.finish('walk');
