export const OLDEST_NODE: number
export const DEFAULT_PORT: number
export const DEFAULT_HOST: string

export interface Circumstances {
  root: string
  command: string | undefined
  env: Record<string, string | undefined>
  nodeVersion: string
}

export function findProblem(circumstances: Circumstances): Promise<string | null>
export function portProblem(env: Record<string, string | undefined>): Promise<string | null>
