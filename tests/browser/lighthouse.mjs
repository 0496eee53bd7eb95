// Lighthouse gives 100 for accessibility, best practices and search engines on five kinds of pages, and each
// is one small page that does not jump: lighthouse.mjs SITE. How fast it is belongs to the benchmark.
import lighthouse from 'lighthouse';
import { launch } from 'chrome-launcher';
import { oneOfEachKind, serve } from './site.mjs';
import { Findings } from './browser.mjs';

const KINDS = ['home', 'items/index', 'items/record', 'units/record', 'surveys/record'];
const CATEGORIES = ['accessibility', 'best-practices', 'seo'];
const BYTES = 64 * 1024; // page, stylesheet, script and icon, uncompressed
const REQUESTS = 5;
const SHIFT = 0.01;

const findings = new Findings();
const site = process.argv[2];
const server = await serve(site);
const chrome = await launch({
  chromePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  chromeFlags: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  logLevel: 'silent',
});
for (const { kind, path } of oneOfEachKind(site).filter((page) => KINDS.includes(page.kind))) {
  const { lhr } = await lighthouse(server.url + path, { port: chrome.port, output: 'json', logLevel: 'silent', throttlingMethod: 'provided' });
  for (const name of CATEGORIES) {
    const { score, auditRefs } = lhr.categories[name];
    const failed = auditRefs.map(({ id }) => lhr.audits[id]).filter((audit) => audit.score !== null && audit.score < 1);
    findings.expect(score === 1, `${kind} ${path}`, `${name} ${Math.round(score * 100)}: ${failed.map((audit) => audit.id).join(', ')}`);
  }
  const requests = lhr.audits['network-requests'].details.items;
  const bytes = requests.reduce((sum, request) => sum + (request.resourceSize ?? 0), 0);
  const shift = lhr.audits['cumulative-layout-shift'].numericValue;
  findings.expect(bytes <= BYTES, path, `${bytes} bytes, the budget is ${BYTES}`);
  findings.expect(requests.length <= REQUESTS, path, `${requests.length} requests: ${requests.map((r) => r.url).join(' ')}`);
  findings.expect(shift <= SHIFT, path, `shifts by ${shift}`);
  console.log(`${kind} ${path}: ${bytes} bytes, ${requests.length} requests, shift ${shift}, ${lhr.audits['first-contentful-paint'].displayValue}`);
}
await chrome.kill();
await server.close();
findings.finish('lighthouse');
