import type { Notes } from '../item/found.ts'
import type { ItemField, ItemParameter } from '../item/item.ts'
import type { Element } from '../markup/tree.ts'
import { readCalculated, readCalculatedChoice } from './calculated.ts'
import { readMultichoice, readTrueFalse } from './choices.ts'
import { readCloze } from './cloze.ts'
import { readGaps } from './gaps.ts'
import { readMatching, readOrdering } from './matching.ts'
import { readNumerical } from './numerical.ts'
import { readEssay, readShortAnswer } from './texts.ts'

export interface MadeOf {
  body: string
  fields: ItemField[]
  parameters?: ItemParameter[]
}

/** What a question of one type becomes; a sentence where it cannot be read. */
export type TypeReader = (question: Element, points: number, notes: Notes) => MadeOf | string

const readers: Readonly<Record<string, TypeReader>> = {
  multichoice: readMultichoice,
  multichoiceset: readMultichoice,
  truefalse: readTrueFalse,
  numerical: readNumerical,
  shortanswer: readShortAnswer,
  essay: readEssay,
  matching: readMatching,
  ddmatch: readMatching,
  ordering: readOrdering,
  cloze: readCloze,
  multianswer: readCloze,
  calculated: readCalculated,
  calculatedsimple: readCalculated,
  calculatedmulti: readCalculatedChoice,
  gapselect: readGaps,
  ddwtos: readGaps,
}

const reasons: Readonly<Record<string, string>> = {
  description: 'A description is no question.',
  random: 'A question drawn at random from a category is none by itself; draw from a set in the exam.',
  randomsamatch: 'A question made of others at random is none by itself.',
  ddmarker: 'Markers on a picture have no counterpart here. Ask for the name of the place in a choice instead.',
  ddimageortext:
    'What is dragged onto a picture has no counterpart here. Number the places on the picture and ask for each with a choice.',
  gapfill: 'Gaps of this type are not read; export them as “Embedded answers (Cloze)”.',
  stack: 'Its answers are judged by a program of STACK, which does not run here.',
  coderunner: 'Its answers are programs that are run, which is not done here.',
}

/** The reader of a type, or why there is none. */
export function readerOf(type: string): TypeReader | string {
  if (Object.hasOwn(readers, type) && readers[type]) return readers[type]
  return (
    (Object.hasOwn(reasons, type) ? reasons[type] : undefined) ?? `Questions of type ${type} have no counterpart here.`
  )
}
