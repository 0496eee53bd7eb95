// The preview: preview.mjs GONGSHI SOURCES. What is saved is seen without a reload, a mistake is told in the page
// and goes with its cure, audiences can be switched, a preview that starts again takes its pages along, and a page
// of another site learns nothing.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DESKTOP, Findings, startBrowser } from './browser.mjs';

const [gongshi, sources] = process.argv.slice(2);
const findings = new Findings();
const scratch = mkdtempSync(join(tmpdir(), 'gongshi-preview-'));
const site = join(scratch, 'site');
cpSync(sources, site, { recursive: true });

/** `gongshi serve` on the copy; gives its process and its address once it serves. */
async function startPreview(port) {
  const process = spawn(gongshi, ['serve', '--port', String(port), '--lang', 'zh'], { cwd: site, stdio: ['ignore', 'pipe', 'ignore'] });
  const [line] = await once(process.stdout, 'data');
  return { process, address: String(line).split('\n')[0] };
}

async function stopPreview({ process }) {
  process.kill('SIGINT');
  await once(process, 'exit');
}

const file = join(site, 'content', 'objectives', 'preview-of-one.yaml');
const save = (title, more = '') => writeFileSync(file, `title: ${title}\nscope: public\n${more}`);
const heading = (page, title) => page.waitForFunction((t) => document.querySelector('main h1')?.textContent.includes(t), title, { timeout: 30000 })
  .then(() => true, () => false);
const told = (page, code, wanted = true) => page.waitForFunction(([c, w]) => {
  const list = document.querySelector('.gongshi-preview pre');
  return list !== null && (!list.hidden && list.textContent.includes(`[${c}]`)) === w;
}, [code, wanted], { timeout: 30000 }).then(() => true, () => false);

save('第一稿');
let preview = await startPreview(0);
const browser = await startBrowser();
const page = await browser.newPage({ viewport: DESKTOP });
const refused = [];
page.on('console', (message) => { if (message.type() === 'error') refused.push(message.text()); });
await page.goto(`${preview.address}public/objectives/preview-of-one.html`);
findings.expect(await heading(page, '第一稿'), 'preview', 'does not show the page');
findings.expect(await page.locator('.gongshi-mark').isVisible() && (await page.locator('.gongshi-mark').innerText()).includes('未发布'), 'preview', 'has no watermark');
findings.expect((await page.locator('.gongshi-preview').boundingBox()).height < DESKTOP.height / 2, 'preview', 'its bar covers the page');

const before = Date.now();
save('第二稿');
findings.expect(await heading(page, '第二稿'), 'preview', 'does not show what was saved');
console.log(`preview: seen ${Date.now() - before} ms after it was saved`);

save('第三稿', 'titel: 1\n');
findings.expect(await told(page, 'unknown-key'), 'preview', 'does not tell the mistake');
findings.expect(await heading(page, '第二稿'), 'preview', 'does not keep the last good page');
save('第四稿');
findings.expect(await heading(page, '第四稿') && await told(page, 'unknown-key', false), 'preview', 'does not recover');

await page.locator('.gongshi-preview a', { hasText: /^internal$/ }).click();
findings.expect(page.url().endsWith('/internal/objectives/preview-of-one.html') && await heading(page, '第四稿'), 'preview', 'does not switch the audience');
findings.expect(refused.length === 0, 'preview', `the browser complains: ${refused}`);

await page.waitForLoadState('load'); // its script is part of what is tested next
const port = new URL(preview.address).port;
await stopPreview(preview);
save('第五稿');
preview = await startPreview(port);
findings.expect(await heading(page, '第五稿'), 'preview', 'does not find the preview that started again');

// A page of another site, which the browser would let ask if the preview answered.
const token = /data-token="(\w+)"/.exec(await page.content())[1];
const other = createServer((request, response) => response.end('<!doctype html><title>other</title>')).listen(0, '127.0.0.1');
await once(other, 'listening');
const stranger = await browser.newPage();
await stranger.goto(`http://127.0.0.1:${other.address().port}/`);
const answers = await stranger.evaluate(async ([address, secret]) => Promise.all(
  [`${address}public/index.html`, `${address}.gongshi/wait?token=${secret}&version=0&findings=0`].map(
    (url) => fetch(url).then((answer) => answer.text(), () => null)),
), [preview.address, token]);
findings.expect(answers.every((answer) => answer === null), 'preview', 'tells a page of another site something');
findings.expect(await stranger.evaluate((address) => new Promise((resolve) => {
  const frame = document.createElement('iframe');
  frame.src = `${address}public/index.html`;
  frame.onload = () => { try { resolve(frame.contentDocument === null || frame.contentDocument.body.innerText === ''); } catch { resolve(true); } };
  document.body.append(frame);
}), preview.address), 'preview', 'can be framed');

findings.expect(!readdirSync(site).some((name) => name.startsWith('public')) && readFileSync(file, 'utf8').includes('第五稿'), 'preview', 'writes into the site');
await browser.close();
other.close();
await stopPreview(preview);
rmSync(scratch, { recursive: true });
findings.finish('preview');
