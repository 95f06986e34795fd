import { type NumberOptions, type NumberReading, readNumber } from './number.ts'

/** Reads every cell on its own: one that cannot be read spoils no other. */
export function readCells(cells: readonly string[], options?: NumberOptions): NumberReading[] {
  return cells.map((cell) => readNumber(cell, options))
}
