import type { Notes } from '../item/found.ts'
import type { ItemField, ItemParameter } from '../item/item.ts'
import type { Element } from '../markup/tree.ts'
import { readCalculated } from './calculated.ts'
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
  gapselect: readGaps,
  ddwtos: readGaps,
}

const reasons: Readonly<Record<string, string>> = {
  description: 'A description is no question.',
  random: 'A question drawn at random from a category is none by itself; draw from a set in the exam.',
  randomsamatch: 'A question made of others at random is none by itself.',
  calculatedmulti: 'A choice among calculated options has no counterpart here.',
  ddmarker: 'Markers on a picture have no counterpart here.',
  ddimageortext: 'Texts on a picture have no counterpart here.',
}

/** The reader of a type, or why there is none. */
export function readerOf(type: string): TypeReader | string {
  if (Object.hasOwn(readers, type) && readers[type]) return readers[type]
  return (
    (Object.hasOwn(reasons, type) ? reasons[type] : undefined) ?? `Questions of type ${type} have no counterpart here.`
  )
}
