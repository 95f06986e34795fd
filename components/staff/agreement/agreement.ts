import type { PaperNode } from '../../../grader/answers/paper.ts'

export interface Kappa {
  value: number | null
  n: number
  reading: string | null
}

export interface Rule {
  secondShare: number
  threshold: number
  calibration: 'none' | 'advised' | 'required'
}

export interface PartAgreement {
  field: string
  title: string
  label: string
  points: number
  rule: Rule
  set: number
  calibrated: {
    raters: { personId: string; name: string; scored: number; mean: number }[]
    pairs: { one: string; other: string; same: Kappa; points: Kappa }[]
    all: Kappa | null
    items: { id: string; agreement: Kappa }[]
  }
  items: { id: string; nodes: PaperNode[] }[]
  seconds: { points: Kappa; same: Kappa; apart: number; beyond: number; wanted: number; waiting: number; open: number }
}

/** Where answers of a part are scored without seeing the others. */
export function blindAddress(examId: string, purpose: 'second' | 'calibration', field: string): string {
  return `/staff/exams/${examId}/blind/${purpose}/${encodeURIComponent(field)}`
}
