// DuckDB's part of ./tests/bench/peers: peer_duckdb.mjs ORDERS TABLE REPEATS RESULT [categories]
//
// The timed part begins with a native table in memory and ends with the finished table, a native one too, so that
// nothing is converted. Clients are texts; with "categories" they have been made an ENUM beforehand.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const { DuckDBInstance } = createRequire(join(process.cwd(), "peers.cjs"))("@duckdb/node-api");

const status = (figure) =>
    Number(readFileSync("/proc/self/status", "ascii").match(new RegExp(`${figure}\\s+(\\d+)`))[1]);

const tables = {
    cohorts: `
        WITH active AS (SELECT DISTINCT client, year(date) * 12 + month(date) - 1 AS month FROM orders),
             starts AS (SELECT client, min(month) AS cohort FROM active GROUP BY client)
        SELECT cohort, month - cohort AS distance, count(*) AS clients
        FROM active JOIN starts USING (client) GROUP BY ALL`,
    clients: `
        SELECT client, min(date) AS first, max(date) AS last, count(*) AS orders, sum(amount) AS revenue
        FROM orders GROUP BY client ORDER BY revenue DESC, client`,
};
const texts = {
    cohorts: `SELECT printf('%04d-%02d-01,%d,%d', cohort // 12, cohort % 12 + 1, distance, clients) FROM result`,
    clients: `SELECT printf('%s,%s,%s,%d,%.2f', client::VARCHAR, first::VARCHAR, last::VARCHAR, orders, revenue)
              FROM result`,
};

const [source, kind, repeats, result, categories] = process.argv.slice(2);
const instance = await DuckDBInstance.create(":memory:", { threads: "2" });
const connection = await instance.connect();
await connection.run(
    `CREATE TABLE orders AS SELECT * FROM read_csv('${source}', columns = {client: VARCHAR, date: DATE, amount: DOUBLE})`);
if (categories) {
    await connection.run("CREATE TYPE clients AS ENUM (SELECT DISTINCT client FROM orders ORDER BY client)");
    await connection.run("ALTER TABLE orders ALTER client TYPE clients");
}
writeFileSync("/proc/self/clear_refs", "5");
const loaded = status("VmRSS:");
let most = 0;
const seconds = [];
const processor = [];
for (let turn = 0; turn < Number(repeats); ++turn) {
    const begin = performance.now();
    const beginProcessor = process.cpuUsage();
    await connection.run(`CREATE OR REPLACE TABLE result AS ${tables[kind]}`);
    seconds.push((performance.now() - begin) / 1000);
    const { user, system } = process.cpuUsage(beginProcessor);
    processor.push((user + system) / 1e6);
    if (!most) {
        most = status("VmHWM:");
        const rows = await (await connection.runAndReadAll(texts[kind])).getRows();
        writeFileSync(result, rows.map((row) => row[0] + "\n").join(""));
    }
}
console.log(JSON.stringify({ loaded, most, seconds, processor }));
