import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keepStatements } from './sqlite-statements.ts'

let connection: Database.Database
let prepared: ReturnType<typeof vi.spyOn>
beforeEach(() => {
  connection = new Database(':memory:')
  connection.exec("create table t (a integer, b text); insert into t values (1, 'x'), (2, 'y')")
  prepared = vi.spyOn(connection, 'prepare')
  keepStatements(connection, 2)
})
afterEach(() => connection.close())

const ALL = 'select a, b from t order by a'

describe('statements', () => {
  it('are prepared once a mode, and give rows in the mode asked for', () => {
    for (let n = 0; n < 3; n++) {
      expect(connection.prepare(ALL).raw().all()).toEqual([
        [1, 'x'],
        [2, 'y'],
      ])
      expect(connection.prepare(ALL).all()).toEqual([
        { a: 1, b: 'x' },
        { a: 2, b: 'y' },
      ])
      expect(connection.prepare(ALL).get()).toEqual({ a: 1, b: 'x' })
    }
    expect(prepared).toHaveBeenCalledTimes(2)
  })

  it('that nobody has asked for longest go first', () => {
    const ask = (n: number) => connection.prepare(`select ${n}`).get()
    ask(1)
    ask(2)
    ask(1)
    ask(3)
    expect(prepared).toHaveBeenCalledTimes(3)
    ask(1)
    expect(prepared).toHaveBeenCalledTimes(3)
    ask(2)
    expect(prepared).toHaveBeenCalledTimes(4)
  })

  it('follow a change of the schema', () => {
    const star = 'select * from t where a = 1'
    expect(connection.prepare(star).raw().get()).toEqual([1, 'x'])
    connection.exec("alter table t add column c text default 'z'")
    expect(connection.prepare(star).raw().get()).toEqual([1, 'x', 'z'])
    expect(connection.prepare(star).get()).toEqual({ a: 1, b: 'x', c: 'z' })
  })

  it('say what is wrong each time', () => {
    for (let n = 0; n < 2; n++)
      expect(() => connection.prepare('select missing').all()).toThrow('no such column')
  })
})
