import type { Namespace } from '../../../messages/catalogue.ts'

/** What the reviewing screen says, with all that is drawn in it. */
export const screenMessages: readonly Namespace[] = [
  'comments',
  'fields',
  'pages',
  'groups',
  'parting',
  'reviewing',
  'rubric',
  'staff',
  'verdict',
]
