// How Chinese is set: typesetting.mjs SITE… Quotation marks and dashes as wide as characters, marks in a row
// drawn together, a little space between Han and Latin, figures of one width, lines neither too long nor too close, none
// of which begins with a closing mark or ends with an opening one, and dates in one piece. All of it is measured in what
// is drawn; what the engine does not know (CSS.supports) is not asked for.
import { oneOfEachKind, serve } from './site.mjs';
import { DESKTOP, Findings, NARROWEST, PHONE, startBrowser } from './browser.mjs';

const LINE = 38; // characters; longer ones are hard to find the next of
const LEADING = [1.5, 2]; // of running text, in its size: a gap of half a character up to a whole one
const GAP = 1.25; // between paragraphs, in their size
const BODY = 18; // CSS pixels: what the elderly are to be given
const NEAR = 0.02; // of a character

const findings = new Findings();

/** Widths of `texts` on one line in the running text of the page, in characters. */
const widths = (page, texts) => page.evaluate((all) => {
  const paragraph = document.createElement('p');
  paragraph.style.maxWidth = 'none';
  document.querySelector('main').append(paragraph);
  const size = parseFloat(getComputedStyle(paragraph).fontSize);
  const measured = all.map((text) => {
    const span = document.createElement('span');
    span.style.whiteSpace = 'nowrap';
    span.textContent = text;
    paragraph.replaceChildren(span);
    return span.getBoundingClientRect().width / size;
  });
  paragraph.remove();
  return measured;
}, texts);

async function setMarks(page, where) {
  const is = (what, seen, wanted) => findings.expect(Math.abs(seen - wanted) <= NEAR, where, `${what}: ${seen.toFixed(3)} characters, not ${wanted}`);
  const [plain, quoted, dashed, dotted] = await widths(page, ['甲乙丙', '甲“乙”丙', '甲——乙丙', '甲……乙丙']);
  is('three characters', plain, 3);
  is('“ and ”', quoted - plain, 2);
  is('——', dashed - plain, 2);
  is('……', dotted - plain, 2);
  const supports = await page.evaluate(() => ({ trim: CSS.supports('text-spacing-trim', 'trim-start'), space: CSS.supports('text-autospace', 'normal') }));
  findings.expect(supports.trim && supports.space, where, 'this browser cannot show the spacing of Chinese marks'); // Debian's can
  const [row, latin, apart] = await widths(page, ['（含“甲”）、。', '甲A乙', 'A']);
  is('eight marks and characters in a row', row, 6);
  is('the space around a Latin letter', latin - apart - 2, 2 / 8);
}

/** In each column of figures 111 is as wide as 888. */
const setFigures = (page) => page.evaluate(() => {
  const uneven = new Set();
  let seen = 0;
  const places = [...document.querySelectorAll('main td.number, main .big, main .day, main .news time')].filter((place) => place.checkVisibility());
  for (const place of places) {
    const width = (text) => {
      const span = document.createElement('span');
      span.textContent = text;
      place.append(span);
      const all = span.getBoundingClientRect().width;
      span.remove();
      return all;
    };
    seen += 1;
    if (Math.abs(width('111') - width('888')) > 0.01 || !getComputedStyle(place).fontVariantNumeric.includes('tabular-nums')) uneven.add(place.outerHTML.slice(0, 80));
  }
  return { seen, uneven: [...uneven] };
});

/** The running text: its size, how close its lines and paragraphs are, how many characters the longest line has. */
const setParagraphs = (page) => page.evaluate(() => [...document.querySelectorAll('main p, main .prose li')].filter((one) => one.checkVisibility() && one.innerText.trim() && !one.querySelector('code, input, select')).map((one) => {
  const style = getComputedStyle(one);
  const size = parseFloat(style.fontSize);
  const range = document.createRange();
  range.selectNodeContents(one);
  const lines = new Map();
  for (const { top, left, right } of range.getClientRects()) {
    const line = lines.get(Math.round(top / size)) ?? { left, right };
    lines.set(Math.round(top / size), { left: Math.min(left, line.left), right: Math.max(right, line.right) });
  }
  return {
    text: one.innerText.slice(0, 30), size, leading: parseFloat(style.lineHeight) / size, gap: parseFloat(style.marginBottom) / size,
    prose: one.matches('.prose p'), longest: Math.max(...[...lines.values()].map(({ left, right }) => (right - left) / size)),
  };
}));

/**
 * Lines that begin or end with what they must not, and what goes on in the next line though it is one: dashes, dots, and a date
 * that has an element of its own. Within a sentence a date may be parted after a hyphen: the engine knows no way to say that it
 * must not, but for markup around each date or characters that whoever copies it would copy too.
 */
const brokenLines = (page) => page.evaluate(() => {
  const CLOSING = /[、。，．：；！？）》〉」』】〕”’％]/;
  const OPENING = /[（《〈「『【〔“‘]/;
  const DATE = /\d{4}-\d\d-\d\d/g;
  const PAIR = /——|……/g;
  const blockOf = (node) => {
    let block = node.parentElement;
    while (/^(inline|inline-block)$/.test(getComputedStyle(block).display)) block = block.parentElement;
    return block;
  };
  const broken = [];
  let seen = 0;
  let before = null; // the character before in the same block: {block, char, rect}
  const range = document.createRange();
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.data.trim() || !node.parentElement.checkVisibility()) continue;
    const block = blockOf(node);
    const text = node.data;
    for (let i = 0; i < text.length; i += 1) {
      if (/\s/.test(text[i])) continue;
      range.setStart(node, i);
      range.setEnd(node, i + 1);
      const rect = range.getBoundingClientRect();
      if (before?.block === block && rect.top >= before.rect.bottom - 1 && rect.left < before.rect.right) {
        seen += 1;
        if (CLOSING.test(text[i])) broken.push(`a line begins with ${text.slice(i, i + 10)}`);
        if (OPENING.test(before.char)) broken.push(`a line ends with ${before.char} before ${text.slice(i, i + 10)}`);
      }
      before = { block, char: text[i], rect };
    }
    for (const { 0: whole, index } of text.matchAll(node.parentElement.matches('time, .day, .due') ? DATE : PAIR)) {
      range.setStart(node, index);
      range.setEnd(node, index + whole.length);
      if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) broken.push(`${whole} goes on in the next line in “${block.innerText.slice(0, 30)}” (${block.tagName} ${block.className})`);
    }
  }
  return { seen, broken };
});

/** Sets a text where every line break that is not forbidden is tried: a column of each width up to 12 characters. */
async function tryBreaks(page, where) {
  for (const text of ['关于（试点）的“意见”，见《办法》：一、二；三！四？五、六。', '甲乙丙丁戊〜己庚辛壬癸']) {
    const starts = await page.evaluate((all) => {
      const paragraph = document.createElement('p');
      paragraph.textContent = all;
      document.querySelector('main').append(paragraph);
      const range = document.createRange();
      const firsts = new Set();
      for (let width = 3; width <= 12; width += 1) {
        paragraph.style.width = `${width}em`;
        let bottom = -Infinity;
        for (let i = 0; i < all.length; i += 1) {
          range.setStart(paragraph.firstChild, i);
          range.setEnd(paragraph.firstChild, i + 1);
          const rect = range.getBoundingClientRect();
          if (i > 0 && rect.top >= bottom - 1) firsts.add(all[i]);
          bottom = rect.bottom;
        }
      }
      paragraph.remove();
      return [...firsts];
    }, text);
    findings.expect(starts.length > 3, where, `${text} is hardly broken: ${starts}`);
    const wrong = starts.filter((char) => /[、。，：；！？）》”〜]/.test(char));
    findings.expect(wrong.length === 0, where, `a line begins with ${wrong.join(' ')}`);
  }
}

async function look(page, path) {
  await page.setViewportSize(DESKTOP);
  findings.expect(/^zh(-|$)/.test(await page.evaluate(() => document.documentElement.lang)), path, 'is not marked as Chinese');
  const figures = await setFigures(page);
  findings.expect(figures.uneven.length === 0, path, `figures of several widths: ${figures.uneven.slice(0, 3).join(' ')}`);
  for (const { text, size, leading, gap, prose, longest } of await setParagraphs(page)) {
    findings.expect(longest <= LINE + NEAR, path, `${longest.toFixed(1)} characters in a line of “${text}”`);
    findings.expect(leading >= LEADING[0] && leading <= LEADING[1], path, `lines ${leading.toFixed(2)} apart in “${text}”`);
    if (prose) findings.expect(size >= BODY && gap >= GAP, path, `${size} px, paragraphs ${gap.toFixed(2)} apart in “${text}”`);
  }
  for (const size of [DESKTOP, PHONE, NARROWEST]) {
    await page.setViewportSize(size);
    const { seen, broken } = await brokenLines(page);
    lines += seen;
    findings.expect(broken.length === 0, `${path} ${size.width} px`, broken.slice(0, 4).join('; '));
  }
  return figures.seen;
}

let lines = 0;
let figures = 0;
const browser = await startBrowser();
for (const site of process.argv.slice(2)) {
  const server = await serve(site);
  const page = await browser.newPage({ viewport: DESKTOP });
  for (const { kind, path } of oneOfEachKind(site).filter((one) => one.kind !== '404')) { // it loads from where the site will be
    await page.goto(server.url + path);
    await page.evaluate(() => document.querySelectorAll('details').forEach((folded) => { folded.open = true; }));
    if (kind === 'home') {
      await setMarks(page, path);
      await tryBreaks(page, path);
    }
    figures += await look(page, path);
  }
  await page.context().close();
  await server.close();
}
await browser.close();
console.log(`${figures} figures, ${lines} line breaks`);
findings.expect(figures > 100 && lines > 1000, 'all', `only ${figures} figures and ${lines} line breaks`);
findings.finish('typesetting');
