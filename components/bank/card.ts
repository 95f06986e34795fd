/** A question of the bank, as `GET /api/staff/v1/bank` gives it. */
export interface BankCard {
  slug: string
  title: string
  topics: string[]
  kinds: string[]
  fields: number
  points: number
  version: string
  standing: 'published' | 'file' | 'draft'
  usable: boolean
  draft: boolean
  problems: number
  course: { id: string; title: string } | null
  right: 'own' | 'edit' | 'use' | 'house'
  mayEdit: boolean
  tags: string[]
  shares: { slug: string; title: string; right: 'use' | 'edit' }[]
  author: string | null
  changedAt: string
  audit: 'never' | 'sound' | 'unsound' | 'outdated'
  used: { exams: number; last: string | null }
  statistics: { answers: number; facility: number; discrimination: number | null } | null
  difficulty: 'easy' | 'medium' | 'hard' | null
}

interface Count {
  name: string
  count: number
}

export interface Bank {
  entries: BankCard[]
  total: number
  page: number
  pages: number
  facets: { topics: Count[]; kinds: Count[]; tags: Count[] }
  collections: { id: string; title: string; courseId: string; course: string; count: number }[]
  courses: { id: string; title: string }[]
  stale: boolean
  administrator: boolean
}

/** What an address asks of the bank. */
export interface Asked {
  q?: string
  course?: string
  topic?: string
  kind?: string
  tag?: string
  collection?: string
  from?: string
  difficulty?: string
  used?: string
  standing?: string
  sort?: string
}
