export interface ReviewerWork {
  personId: string
  name: string
  n: number
  median: number | null
  p90: number | null
  mean: number
  spread: number
  distance: number | null
  far: boolean
}

export interface PartProgress {
  field: string
  title: string
  label: string
  points: number
  waiting: number
  done: number
  work: { n: number; median: number | null; p90: number | null; mean: number; spread: number } | null
  reviewers: ReviewerWork[]
}
