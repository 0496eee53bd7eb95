// Finds what is typed in titles and texts. Characters in a row lead to the pages that hold them (search/p/), and the
// text of a page (search/t/) is read before it is shown: what is shown has the words. Files are scripts, so that a
// page opened by a double click can load them too.
(function () {
  "use strict";
  const form = document.querySelector("form[data-search]");
  const section = document.querySelector("[data-results]");
  const input = form.elements.q;
  const words = form.dataset;
  const status = section.querySelector("[role=status]");
  const list = section.querySelector("ol");
  const more = section.querySelector("[data-more]");
  const FIRST = 5; // hits: each costs its text
  const NEXT = 10;
  const FEW = 5; // candidates, read at once

  /* Files */

  const files = new Map();
  const arrived = new Map();
  window.gongshiSearch = (name, data) => arrived.get(name)(data);

  function load(name, read) {
    if (!files.has(name)) {
      files.set(name, new Promise((done, failed) => {
        const script = put(document.head, "script");
        arrived.set(name, done);
        script.onload = () => script.remove();
        script.onerror = () => {
          script.remove();
          files.delete(name);
          failed(new Error(name));
        };
        script.src = `${name}.js?${words.edition}`;
      }).then(read));
    }
    return files.get(name);
  }

  /* What is the same for a search */

  const fold = (text) => text.replace(/\p{DI}/gu, "").normalize("NFKC").toLowerCase().normalize("NFKC");

  // What no browser folds by itself, such as traditional characters: the index has none of them.
  const met = new Set(); // characters that it has
  const beyond = async (c) => (c > "\x7f" && !met.has(c) && (await entry(`=${c}`))[0]) || c;
  const fold_more = async (text) => (await Promise.all(Array.from(text, beyond))).join("");

  // `text` folded, with the place in it that each character comes from.
  function folded(text, folds) {
    const places = [];
    let plain = "";
    let at = 0;
    for (const c of text) {
      const wide = c > "\uff00" && c < "\uff5f";
      let to = folds.get(c) ?? (wide ? c.normalize("NFKC") : c.replace(" ", ""));
      if (to < "\x80") to = to.toLowerCase();
      for (let i = 0; i < to.length; i += 1) places.push(at);
      plain += to;
      at += c.length;
    }
    return { text, plain, places };
  }

  // Where parts stand in the text: [begin, end] pairs.
  function spots(of, parts) {
    const found = [];
    for (const part of parts) {
      for (let at = of.plain.indexOf(part); at >= 0; at = of.plain.indexOf(part, at + part.length)) {
        const last = of.places[at + part.length - 1];
        found.push([of.places[at], last + (of.text.codePointAt(last) > 0xffff ? 2 : 1)]);
      }
    }
    return found.sort((a, b) => a[0] - b[0]);
  }

  /* The index */

  function numbers(list) {
    const all = [];
    let last = -1;
    let value = 0;
    for (const c of list) {
      const code = c.charCodeAt();
      const digit = code - 33 - (code > 34) - (code > 92);
      value = value * 46 + (digit % 46);
      if (digit >= 46) continue;
      last += value + 1;
      all.push(last);
      value = 0;
    }
    return all;
  }

  async function entry(key) {
    let hash = 0x811c9dc5;
    for (const c of key) hash = Math.imul(hash ^ c.codePointAt(0), 0x01000193);
    const shard = ((hash ^ (hash >>> 15)) >>> 0) % words.shards;
    const entries = await load(`p/${shard}`, (text) => {
      const cells = text.split(" ");
      const map = new Map();
      for (let i = 0; i + 2 < cells.length; i += 3) map.set(cells[i], cells.slice(i + 1, i + 3));
      return map;
    });
    return entries.get(key) || [];
  }

  async function lookup(key) {
    const [all = "", titles = ""] = await entry(key);
    if (all + titles && key[0] !== "@") for (const c of key) met.add(c);
    return [numbers(all), numbers(titles)];
  }

  const both = (one, other, known = new Set(other)) => (one ? one.filter((number) => known.has(number)) : other);

  // What the index has of a part: two characters in a row, and three where two are ASCII.
  function keys(part) {
    const c = [...part];
    const all = [];
    let end = 0;
    for (let i = 0; i + 1 < c.length; i += 1) {
      const key = c.slice(i, i + 3);
      if (key.filter((one) => one < "\x80").length < 2) key.length = 2;
      if (i + key.length > end) all.push(key.join(""));
      end = i + key.length;
    }
    return all;
  }

  // Pages that may hold all parts, and whose title may; all that do are among them.
  async function candidates(parts, filters) {
    const split = parts.map(keys);
    const single = split.every((all) => all.length === 0);
    const leads = (key, i, all) => i % 2 === 0 || i + 1 === all.length;
    const first = single ? parts : split.flatMap((all) => all.filter(leads));
    const later = split.flatMap((all) => all.filter((...key) => !leads(...key)));
    later.unshift(...first.splice(Math.max(2, parts.length)));
    const found = { single, all: null, titles: null, exact: single || split.every((all) => all.length === 1) };
    const take = ([all, titles]) => {
      found.all = both(found.all, single ? titles : all);
      found.titles = both(found.titles, titles);
    };
    const sets = await Promise.all(filters.map(lookup));
    (await Promise.all(first.map(lookup))).forEach(take);
    for (const [filter] of sets) found.all = both(found.all, filter);
    for (const key of later) {
      if (found.all.length <= FEW) break;
      take(await lookup(key));
    }
    found.titles = both(found.titles, found.all);
    return found;
  }

  const record = (number) => load(`t/${number}`, ([title, address, kind, unit, state, folds, body, head]) => {
    const known = new Map(folds.split(" ").map(([from, ...to]) => [from, to.join("")]));
    return { address, kind, unit, state, body: body.length, title: folded(title, known), all: folded(`${body}${title}\n${head}`, known) };
  });

  /* One search, hit by hit: those with the words in the title first */

  const ended = (search) => search.order.length === 0;

  async function take(search, wanted) {
    const hits = [];
    for (;;) {
      if (search.in_titles && ended(search)) {
        search.in_titles = false;
        search.order = search.found.single ? [] : search.found.all.filter((number) => !search.shown.has(number));
      }
      if (hits.length >= wanted || ended(search)) return hits;
      const batch = search.order.slice(0, wanted - hits.length);
      const records = await Promise.all(batch.map(record));
      search.order.splice(0, batch.length);
      records.forEach((one, i) => {
        const where = search.in_titles ? one.title : one.all;
        if (search.parts.every((part) => where.plain.includes(part))) {
          search.shown.add(batch[i]);
          hits.push(one);
        } else if (!search.in_titles) search.wrong += 1;
      });
    }
  }

  /* Showing */

  function put(parent, tag, style, text) {
    const element = parent.appendChild(document.createElement(tag));
    if (style) element.className = style;
    if (text) element.textContent = text;
    return element;
  }

  function marked(element, of, parts, begin, end) {
    let at = begin;
    const copy = (to) => element.append(of.text.slice(at, to).replace(/\n/g, " · "));
    for (const [from, to] of spots(of, parts)) {
      if (from < at || to > end) continue;
      copy(from);
      put(element, "mark", "", of.text.slice(from, to));
      at = to;
    }
    copy(end);
  }

  function excerpt(entry, one, parts) {
    const text = one.all.text;
    const head = one.body + one.title.text.length;
    const [from, to] = spots(one.all, parts).find(([at]) => at < one.body || at > head) || [0, 0];
    const last = (from < one.body ? one.body : text.length) - 1;
    const whole = (at) => (/[\udc00-\udfff]/.test(text.charAt(at)) ? at + 1 : at);
    const line = text.lastIndexOf("\n", from) + 1;
    const begin = whole(Math.max(line, from - 36));
    const stop = text.indexOf("\n", to); // a short line says little without the next
    const end = whole(Math.min(last, to + 84, stop - line < 24 ? Infinity : stop));
    const shown = put(entry, "p", "excerpt");
    if (begin > line) shown.append("…");
    marked(shown, one.all, parts, begin, Math.max(begin, end));
    if (end < last && end !== stop) shown.append("…");
  }

  const label = (name, key) => form.querySelector(`[name=${name}] [value="${key}"]`).dataset.label;

  function show(one, parts) {
    const entry = put(list, "li");
    const link = put(put(entry, "h3"), "a");
    link.href = `../${one.address}`;
    marked(link, one.title, parts, 0, one.title.text.length);
    const facts = put(entry, "p", "due");
    put(facts, "span", "", label("kind", one.kind));
    if (one.state) put(facts, "span", `tag ${one.state}`, label("status", one.state));
    if (one.unit) put(facts, "span", "", one.unit);
    excerpt(entry, one, parts);
    return link;
  }

  function count(search) {
    const most = search.found.all.length - search.wrong;
    let text = most > 0 ? words.exact : words.none;
    if (!search.found.exact && !ended(search)) text = words.range.replace("#", search.shown.size);
    status.textContent = (search.found.single ? words.single : "") + text.replace("#", most);
    more.hidden = ended(search);
  }

  const chosen = () => [...new FormData(form)].filter(([, value]) => value);
  let current = null;
  let turn = 0;

  async function add(wanted) {
    const search = current;
    more.hidden = true;
    const hits = await take(search, wanted);
    if (search !== current) return null;
    const links = hits.map((one) => show(one, search.parts));
    count(search);
    return links[0];
  }

  async function find(text, filters) {
    const parts = text.match(/\S+/g);
    if (!parts) return null;
    const found = await candidates(parts, filters);
    return { parts, found, order: found.titles, in_titles: true, shown: new Set(), wrong: 0 };
  }

  async function run() {
    const mine = (turn += 1);
    const text = input.value;
    const filters = chosen().filter(([name]) => name !== "q").map((one) => `@${one.join("=")}`);
    section.hidden = !text.trim();
    section.ariaBusy = true;
    status.textContent = words.busy;
    try {
      for (let plain = fold(text), before = ""; plain !== before;) {
        const search = await find(plain, filters);
        if (mine !== turn) return;
        current = search;
        list.replaceChildren();
        if (!search) return;
        await add(FIRST);
        if (mine !== turn || search.shown.size > 0) return;
        before = plain;
        plain = await fold_more(plain);
      }
    } catch {
      if (mine === turn) status.textContent = words.failed;
    } finally {
      if (mine === turn) section.ariaBusy = false;
    }
  }

  let timer = 0;
  function soon(event) {
    clearTimeout(timer);
    if (!event.isComposing) timer = setTimeout(run, 250);
  }
  function now() {
    clearTimeout(timer);
    try { history.replaceState(null, "", `?${new URLSearchParams(chosen())}`); } catch { /* opened by a double click */ }
    run();
  }
  input.addEventListener("compositionend", soon);
  input.addEventListener("input", soon);
  form.addEventListener("change", (event) => { if (event.target !== input) now(); });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    now();
  });
  more.addEventListener("click", async () => {
    section.ariaBusy = true;
    const first = await add(NEXT).catch(() => { status.textContent = words.failed; more.hidden = false; });
    section.ariaBusy = false;
    first?.focus();
  });

  for (const [name, value] of new URLSearchParams(location.search)) if (form.elements[name]) form.elements[name].value = value;
  form.querySelector("[data-filters]").hidden = false;
  if (input.value) run();
  else input.focus();
})();
