import { generatorManual } from '../../../grader/question/outline/generator-manual.ts'
import { documentedKeys } from '../../../grader/question/outline/keys.ts'
import { kindManual, syntaxManual } from '../../../grader/question/outline/syntax-manual.ts'
import type { Language } from '../../authoring/desk-answers.ts'
import { documents } from './check-source.ts'

/** The words of question files. */
export function language(): Language {
  return {
    operations: [...documents.values()],
    syntax: [...syntaxManual],
    generators: [...generatorManual],
    keys: [...documentedKeys],
    kinds: [...kindManual],
  }
}
