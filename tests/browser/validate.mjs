// Every page of the sites is valid HTML: validate.mjs SITE…
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pagesOf } from './site.mjs';
import { Findings } from './browser.mjs';

/** All pages have one configuration; the library would resolve it anew for each, a quarter of its time. */
class OneConfiguration extends StaticConfigLoader {
  #resolved;
  getConfigFor(...asked) {
    this.#resolved ??= super.getConfigFor(...asked);
    return this.#resolved;
  }
}

const html = new HtmlValidate(new OneConfiguration({
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    'long-title': 'off', // a record's title may be as long as the record says
    'doctype-style': 'off', // its case means nothing
    'no-trailing-whitespace': 'off',
    'require-sri': 'off', // everything is first-party and relative
    'tel-non-breaking': 'off',
    'no-redundant-role': 'off', // rows that become cards on phones keep their table roles by name
    'prefer-native-element': 'off',
  },
}));

const findings = new Findings();
for (const site of process.argv.slice(2)) {
  for (const path of pagesOf(site)) {
    const report = await html.validateString(readFileSync(join(site, path), 'utf8'), path);
    findings.ok();
    for (const result of report.results) {
      for (const found of result.messages) findings.add(`${path}:${found.line}:${found.column}`, `${found.message} [${found.ruleId}]`);
    }
  }
}
findings.finish('validate');
