import type { Shows } from './shown.ts'

export interface Checklist {
  sitting: number
  ungraded: number
  waiting: number
  broken: number
  late: number
  regrades: number
  requests: number
}

export interface Decision {
  id: string
  person: string
  createdAt: string
  takesEffect: string
  shows: Shows | null
  requestsUntil: string | null
  note: string
  state: 'now' | 'coming' | 'past' | 'never'
}

export interface MailTrouble {
  mailId: string
  kind: string
  name: string
  problem: string
  tries: number
  triedAt: string | null
  gaveUp: boolean
}

export interface ReleaseOverview {
  release: { shows: Shows | null; requests: { until: string; open: boolean } | null }
  checklist: Checklist
  history: Decision[]
  mail: { on: boolean; sent: number; waiting: number; troubles: MailTrouble[] }
  submissions: { attemptId: string; code: string }[]
}

export interface Times {
  locale: string
  zone: string
}
