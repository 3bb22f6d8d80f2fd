// Takes from OpenCC the words that Taiwan and Hong Kong say otherwise, as pairs. Run it by hand when they are renewed:
//
//   npm pack opencc-js && tar xzf opencc-js-*.tgz
//   node src/build/js/reduce-opencc.mjs package src/main/data
//
// OpenCC's data is licensed Apache-2.0: see NOTICE.

import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { join, resolve } from 'node:path';

const [npmPackage, folder] = process.argv.slice(2);
const pairs = new Set();
for (const list of ['TWPhrases', 'TWPhrasesRev', 'HKPhrases', 'HKPhrasesRev']) {
  const { default: text } = await import(pathToFileURL(resolve(npmPackage, 'dist/esm-lib/dict', `${list}.js`)));
  for (const pair of text.split('|')) {
    const [from, to] = pair.split(' ');
    const [mainland, region] = list.endsWith('Rev') ? [to, from] : [from, to];
    if (mainland !== region && [...mainland].length > 1 && [...region].length > 1) pairs.add(`${mainland}\t${region}`);
  }
}
const notice = '# Words of the mainland and of Taiwan or Hong Kong, from OpenCC (https://github.com/BYVoid/OpenCC) as in the npm package\n'
  + '# opencc-js 1.4.2, by src/build/js/reduce-opencc.mjs. Licence: Apache-2.0\n';
writeFileSync(join(folder, 'region-words.tsv'), notice + [...pairs].sort().join('\n') + '\n');
