import Libsql from 'libsql';
import { Kysely, Migrator, PostgresDialect, SqliteDialect, type Dialect, type SqliteDatabase } from 'kysely';
import pg from 'pg';
import { migrationsFor } from './migrations.js';
import type { Tables } from './tables.js';

/** `file`: of the embedded database, `:memory:` (default) for none. `url`: of a Postgres, which is then used in its place. */
export interface DatabaseOptions {
  file?: string;
  url?: string;
}

/** A whole number of eight bytes, which `pg` gives as a text unless it is told otherwise. */
const INT8 = 20;

/** Opens a database and brings its tables up to date. Rejects where it cannot be reached, or a step fails. */
export async function openDatabase({ file = ':memory:', url }: DatabaseOptions): Promise<Kysely<Tables>> {
  const database = new Kysely<Tables>({ dialect: url === undefined ? embedded(file) : postgres(url) });
  const migrations = migrationsFor(url === undefined ? 'sqlite' : 'postgres');
  const migrator = new Migrator({ db: database, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (!error) return database;
  await database.destroy();
  throw error instanceof Error ? error : new Error('The tables could not be made', { cause: error });
}

function embedded(file: string): Dialect {
  const database = new Libsql(file);
  database.exec('pragma journal_mode = wal; pragma synchronous = normal; pragma busy_timeout = 5000');
  return new SqliteDialect({ database: database as unknown as SqliteDatabase });
}

function postgres(url: string): Dialect {
  const types = {
    getTypeParser: ((id: number, format?: 'text' | 'binary') =>
      id === INT8 ? Number : pg.types.getTypeParser(id, format as 'text')) as typeof pg.types.getTypeParser,
  };
  const pool = new pg.Pool({ connectionString: url, max: 10, types });
  // A connection that Postgres ends while nobody uses it is opened anew when it is needed; whoever uses it hears of it by his query. Unheard, it would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return new PostgresDialect({ pool });
}
