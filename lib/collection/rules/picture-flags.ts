import { dossierPictures } from '../dossier-pictures.ts'
import { FLAG_WORDS, flagsIn } from '../picture-flags.ts'
import type { Rule } from '../rule.ts'
import { warn } from './say.ts'

/** R10, D7: what was noticed on a picture is advice the applicant may override, and told to the reviewer. */
export const pictureFlags: Rule = {
  id: 'R10',
  source: '指引 1.3',
  // Each picture is judged by itself.
  ties: [],
  check: (dossier) =>
    dossierPictures(dossier).flatMap(([place, { flags }]) => {
      const words = flagsIn(flags).map((flag) => FLAG_WORDS[flag])
      return words.length === 0 ? [] : [warn('R10', place, `这张照片${words.join('；')}`)]
    }),
}
