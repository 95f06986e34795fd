export interface Count {
  name: string
  count: number
}

/** A question of the bank as lists show it. */
export interface BankCard {
  slug: string
  title: string
  topics: string[]
  /** of its fields */
  kinds: string[]
  fields: number
  /** what its fields add up to */
  points: number
  /** sha256 of the text that the card is about */
  version: string
  /** published: its text is in the database; file: it lies in questions/bank; draft: no exam can have it yet */
  standing: 'published' | 'file' | 'draft'
  /** may be put into an exam */
  usable: boolean
  /** has a draft beside what is published; told to those who may edit it */
  draft: boolean
  /** how many things are wrong in the text */
  problems: number
  /** whose it is; null: the house's */
  course: { id: string; title: string } | null
  right: 'own' | 'edit' | 'use' | 'house'
  mayEdit: boolean
  /** of the asker's courses, or of the one that was asked for */
  tags: string[]
  /** with which courses, told to those who may edit it */
  shares: { slug: string; title: string; right: 'use' | 'edit' }[]
  author: string | null
  changedAt: string
  audit: 'never' | 'sound' | 'unsound' | 'outdated'
  /** in published exams of any course */
  used: { exams: number; last: string | null }
  /** null: too few answers to say anything */
  statistics: { answers: number; facility: number; discrimination: number | null } | null
  difficulty: 'easy' | 'medium' | 'hard' | null
}

export interface BankAnswer {
  entries: BankCard[]
  total: number
  page: number
  pages: number
  /** of all that may be seen, whatever is looked for */
  facets: { topics: Count[]; kinds: Count[]; tags: Count[] }
  collections: { id: string; title: string; courseId: string; course: string; count: number }[]
  /** where the asker is staff */
  courses: { id: string; title: string }[]
  /** the grader was away or has not read everything yet */
  stale: boolean
  /** the asker looks after the house */
  administrator: boolean
}
