// Opens one page of every kind in every way it may be read: walk.mjs SITE…
// Light, dark and large print × phone and desktop × with and without the site's script, from a server that sends
// the site's own headers; then from the disk, and with what readers change: zoom, larger text, wider spacing.
// Expected: no finding of any rule of axe, nothing sideways, controls that a finger can hit, nothing said twice, nothing
// on the console, no failed request and none to another host. A page is loaded once and then looked at in all sizes and
// colours, as a window is resized: only its stylesheet knows of them. What is folded up is opened first.
// axe is a script itself: it sees the page without the page's script in a window where that is an empty file. Where the
// markup is to the byte that with the script, axe is asked in large print alone, which is made without a script in
// another way; a third window runs no script at all.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { oneOfEachKind, serve } from './site.mjs';
import { repeats } from './repeats.mjs';
import { smallTargets } from './targets.mjs';
import { DESKTOP, Findings, NARROWEST, PHONE, startBrowser } from './browser.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SIZES = [['phone', PHONE], ['desktop', DESKTOP]];
const SCRIPTS = { on: 'script', empty: 'empty script', off: 'no script' };
const FINGER = { normal: 44, large: 60 }; // CSS pixels
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

/** Asks all rules of axe. */
async function axe(page, where) {
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
const standIn = (window, base, server) => window.page.route(`${base}**`, async (route) => {
  if (window.scripts === SCRIPTS.empty && route.request().url().endsWith('.js')) return route.fallback();
  const response = await fetch(server + route.request().url().slice(base.length));
  const body = Buffer.from(await response.arrayBuffer());
  await route.fulfill({ status: response.status, headers: Object.fromEntries(response.headers), body }).catch(() => {}); // the page may be gone
});

/**
 * A window that stays open for page after page below one base, with or without the script, and notes what they complain of
 * and ask for. The icon may be asked for when the next page is there already, so that two bases need two windows.
 */
class Window {
  static async open(browser, base, scripts) {
    const window = new Window();
    window.scripts = scripts;
    window.base = base;
    window.#origin = base.startsWith('file:') ? 'file:' : base;
    window.page = await (await browser.newContext({ javaScriptEnabled: scripts !== SCRIPTS.off })).newPage();
    if (scripts === SCRIPTS.empty) await window.page.route('**/assets/*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
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

  /** Opens `path` below the base, does `look` to it, and gives what that gives. */
  async visit(path, look) {
    const where = `${path} ${this.#origin === 'file:' ? 'file' : 'server'} ${this.scripts}`;
    this.#complaints = [];
    this.#asked = [];
    await this.page.emulateMedia({ colorScheme: 'light' });
    await this.page.setViewportSize(PHONE);
    await this.page.goto(this.base + path);
    const seen = await look(this.page, where);
    for (const request of this.#asked) await (await request.response())?.finished(); // the icon comes after the page
    findings.expect(this.#complaints.length === 0, where, this.#complaints.join('; '));
    return seen;
  }
}

/** Every look in both sizes. `scripted` is the page's markup after its script ran; gives the markup in this window. */
async function everyLook(page, where, scripts, scripted) {
  const markup = await page.content();
  const asksAxe = (look) => scripts === SCRIPTS.on || (scripts === SCRIPTS.empty && (look === 'large' || markup !== scripted));
  if (scripts !== SCRIPTS.off) await page.evaluate(AXE); // not as a script of the page, so that the page's own policy stays in force
  await page.evaluate(() => document.querySelectorAll('details').forEach((folded) => { folded.open = true; }));
  const bothSizes = async (look, finger) => {
    for (const [size, viewport] of SIZES) {
      if (scripts === SCRIPTS.empty && !asksAxe(look)) continue;
      await page.setViewportSize(viewport);
      const wide = await sideways(page);
      findings.expect(wide === '', `${where} ${look} ${size}`, `scrolls sideways by ${wide}`);
      const small = await smallTargets(page, finger);
      findings.expect(small === '', `${where} ${look} ${size}`, small);
      if (asksAxe(look)) await axe(page, `${where} ${look} ${size}`);
    }
  };
  const twice = await repeats(page);
  findings.expect(twice === '', where, twice);
  const normal = await sizeOfPrint(page);
  await bothSizes('light', FINGER.normal);
  await page.emulateMedia({ colorScheme: 'dark' });
  await bothSizes('dark', FINGER.normal);
  await page.emulateMedia({ colorScheme: 'light' });
  const large = await changePrint(page, '[data-large-print]', where);
  findings.expect(large > normal, where, `large print leaves ${normal} px at ${large}`);
  await bothSizes('large', FINGER.large);
  const again = await changePrint(page, '[data-normal-print]', where);
  findings.expect(again === normal, where, `normal print after large is ${again} px, not ${normal}`);
  return markup;
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

const openWindows = (browser, base, ways) => Promise.all(ways.map((scripts) => Window.open(browser, base, scripts)));
const allWays = (browser, base) => openWindows(browser, base, Object.values(SCRIPTS));
/** In these windows, the one with the page's script first. */
async function lookIn(windows, path) {
  let scripted = '';
  for (const window of windows) {
    const markup = await window.visit(path, (page, where) => everyLook(page, where, window.scripts, scripted));
    if (window.scripts === SCRIPTS.on) scripted = markup;
  }
}

/** The error page, if it names another address than the server's for what it loads. */
async function walkElsewhere(browser, server, base, path) {
  const windows = await allWays(browser, base);
  for (const window of windows) {
    await standIn(window, base, server);
  }
  await lookIn(windows, path);
  for (const window of windows) await window.page.context().close();
}

const browser = await startBrowser();
for (const root of process.argv.slice(2)) {
  const server = await serve(root);
  const disk = `${pathToFileURL(resolve(root)).href}/`;
  const kinds = oneOfEachKind(root);
  const walk = async () => {
    const online = await allWays(browser, server.url);
    const offline = await openWindows(browser, disk, [SCRIPTS.on, SCRIPTS.off]);
    for (let next = kinds.shift(); next; next = kinds.shift()) {
      const elsewhere = next.kind === '404' ? absoluteBase(root) : null;
      if (elsewhere) {
        await walkElsewhere(browser, server.url, elsewhere, next.path);
        continue;
      }
      await lookIn(online, next.path);
      for (const window of offline) await window.visit(next.path, everyChange);
    }
  };
  await Promise.all([walk(), walk()]); // as many as a small machine has cores
  await server.close();
}
await browser.close();
findings.finish('walk');
