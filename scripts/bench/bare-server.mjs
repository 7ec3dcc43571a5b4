// The yardstick for what is not kept: a Node server that asks PostgreSQL one or two statements written by hand, prepared
// once on each connection, and sends what they give: an event's claims as JSON at /claims and as a plain page at /page, a
// filtered list at /list, what is found at /search. It is given the address of the database, how many connections it may
// hold and the slug of an event, and says its port.
import { createServer } from "node:http";
import { Pool } from "pg";

const [connectionString, max, slug] = process.argv.slice(2);
const options = "-c TimeZone=UTC -c statement_timeout=15000";
const pool = new Pool({ connectionString, max: Number(max), options });

const EVENT = {
  name: "event",
  text: `select id, slug, title, summary, place_name, country, occurred_edtf from event
    where slug = $1 and record_status = 'published' and merged_into_id is null`,
};

const COLUMNS = `c.public_id, c.version, c.type, c.wording, c.wording_language, c.wording_translation,
      c.wording_translated_by, c.qualifier, c.low, c.high, c.central, c.reading, c.topic, c.basis, c.lane,
      c.stated_edtf, c.stated_earliest, c.stated_latest, c.stated_zone,
      c.as_of_edtf, c.as_of_earliest, c.as_of_latest, c.as_of_zone,
      c.event_time_edtf, c.event_time_earliest, c.event_time_latest, c.event_time_zone,
      c.is_forecast, c.is_from_memory, c.record_status, c.standing, c.verification, c.lifecycle, c.is_contested,
      c.derived->'contest' as contest, c.report_count, c.logged_at, c.published_at,
      k.slug as claimant_slug, k.name as claimant_name, k.kind as claimant_kind,
      p.slug as parent_slug, p.name as parent_name, m.slug as measure_slug, m.label as measure_label`;
const JOINS = `claim c
      join claimant k on k.id = c.claimant_id
      left join claimant p on p.id = k.parent_id
      left join measure m on m.id = c.measure_id`;

const CLAIMS = {
  name: "claims",
  text: `select ${COLUMNS} from ${JOINS}
    where c.event_id = $1 and c.record_status = 'published' and c.merged_into_id is null
    order by c.stated_earliest desc, c.id desc limit 40`,
};

const LIST = {
  name: "list",
  text: `select ${COLUMNS}, e.slug, e.title from ${JOINS} join event e on e.id = c.event_id
    where c.type = 'figure' and c.record_status = 'published' and c.merged_into_id is null
      and e.record_status = 'published' and e.merged_into_id is null
    order by c.stated_earliest desc, c.id desc limit 51`,
};

const PUBLISHED = `c.record_status = 'published' and c.merged_into_id is null
  and e.record_status = 'published' and e.merged_into_id is null`;
// What the search of the app finds where something is named so: by names and other names, by words, by titles.
const namesLike = (table) => `(
    select distinct on (id) id, name, is_own, similarity from (
      select id, search_name, ${table === "event" ? "title" : "name"} as name, true as is_own,
        word_similarity($1, search_name) as similarity
      from ${table} where search_name %> $1
      union all
      select ${table}_id, search_name, name, false, word_similarity($1, search_name)
      from ${table}_alias where search_name %> $1) named
    order by id, (search_name = $1) desc, similarity desc, is_own desc)`;
const SEARCH = {
  name: "search",
  text: `select
    (select json_agg(f) from (
      select e.slug, e.title as name, case when n.is_own then null else n.name end as matched, e.place_name,
        e.occurred_edtf, e.occurred_earliest, e.occurred_latest, e.occurred_zone
      from ${namesLike("event")} n join event e on e.id = n.id
      where e.record_status = 'published' and e.merged_into_id is null order by n.similarity desc limit 7) f) as events,
    (select json_agg(f) from (
      select k.slug, k.name, case when n.is_own then null else n.name end as matched, k.kind
      from ${namesLike("claimant")} n join claimant k on k.id = n.id
      where k.merged_into_id is null
        and exists (select from claim c join event e on e.id = c.event_id where c.claimant_id = k.id and ${PUBLISHED})
      order by n.similarity desc limit 7) f) as claimants,
    (select json_agg(f) from (
      select p.slug, p.name, case when n.is_own then null else n.name end as matched
      from ${namesLike("publication")} n join publication p on p.id = n.id
      where p.merged_into_id is null and exists (
        select from report r join attribution a on a.report_id = r.id join claim c on c.id = a.claim_id
          join event e on e.id = c.event_id
        where r.publication_id = p.id and a.published_at is not null and ${PUBLISHED})
      order by n.similarity desc limit 7) f) as publications,
    (select json_agg(f) from (
      select c.public_id, c.type, c.wording, c.wording_language, c.wording_translation, c.wording_translated_by,
        c.stated_edtf, c.stated_earliest, c.stated_latest, c.stated_zone, c.verification,
        e.slug as event_slug, e.title as event_title, k.slug as claimant_slug, k.name as claimant_name
      from (
        select c.id, ts_rank(c.search, query, 1) as rank
        from claim c join event e on e.id = c.event_id, to_tsquery('simple', $2) query
        where c.search @@ query and ${PUBLISHED}
        order by rank desc limit 7) found
        join claim c on c.id = found.id join event e on e.id = c.event_id join claimant k on k.id = c.claimant_id
      order by found.rank desc) f) as claims,
    (select json_agg(f) from (
      select r.public_id, r.title, r.url, r.published_edtf, r.published_earliest, r.published_latest, r.published_zone,
        p.slug as publication_slug, p.name as publication_name
      from report r join publication p on p.id = r.publication_id
      where r.search @@ to_tsquery('simple', $2) and exists (
        select from attribution a join claim c on c.id = a.claim_id join event e on e.id = c.event_id
        where a.report_id = r.id and a.published_at is not null and ${PUBLISHED})
      order by r.id desc limit 7) f) as reports`,
};

const JSON_TYPE = "application/json; charset=utf-8";
const ANSWERS = {
  "/claims": [JSON_TYPE, async () => JSON.stringify(toAnswer(...(await readEvent())))],
  "/page": ["text/html; charset=utf-8", async () => toPage(...(await readEvent()))],
  "/list": [JSON_TYPE, async () => JSON.stringify(toList((await pool.query(LIST)).rows))],
  "/search": [JSON_TYPE, async (query) => JSON.stringify({ data: toFound(await search(query.get("q"))) })],
};

async function readEvent() {
  const { rows: events } = await pool.query({ ...EVENT, values: [slug] });
  const { rows: claims } = await pool.query({ ...CLAIMS, values: [events[0].id] });
  return [events[0], claims];
}

async function search(typed) {
  const { rows } = await pool.query({ ...SEARCH, values: [typed, `'${typed}':*`] });
  return rows[0];
}

const server = createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url, "http://localhost");
  const [type, tell] = ANSWERS[pathname];
  const body = Buffer.from(await tell(searchParams));
  response.writeHead(200, { "content-type": type, "content-length": body.length }).end(body);
});
server.listen(0, "127.0.0.1", () => console.log(server.address().port));

function toAnswer(event, claims) {
  return { data: claims.map((claim) => toClaim(event, claim)), page: { nextCursor: null, hasMore: false } };
}

function toList(rows) {
  const data = rows.slice(0, 50).map((row) => toClaim(row, row));
  return { data, page: { nextCursor: rows.at(50)?.public_id ?? null, hasMore: rows.length > 50 } };
}

function toClaim(event, row) {
  const self = `http://localhost/api/v1/claims/${row.public_id}`;
  const page = "http://localhost/en";
  return {
    id: row.public_id,
    url: `${page}/claims/${row.public_id}`,
    version: row.version,
    type: row.type,
    event: { slug: event.slug, name: event.title, url: `${page}/events/${event.slug}` },
    claimant: {
      slug: row.claimant_slug,
      name: row.claimant_name,
      url: `${page}/claimants/${row.claimant_slug}`,
      kind: row.claimant_kind,
      partOf: row.parent_slug && {
        slug: row.parent_slug,
        name: row.parent_name,
        url: `${page}/claimants/${row.parent_slug}`,
      },
    },
    measure: row.measure_slug && {
      slug: row.measure_slug,
      name: row.measure_label,
      url: `${page}/events/${event.slug}#${row.measure_slug}`,
    },
    quantity: row.qualifier && {
      text: row.wording,
      qualifier: row.qualifier,
      low: row.low,
      high: row.high,
      central: row.central,
      reading: row.reading,
    },
    wording: {
      text: row.wording,
      language: row.wording_language,
      translation: row.wording_translation,
      translatedBy: row.wording_translated_by,
    },
    topic: row.topic,
    basis: row.basis,
    lane: row.lane,
    stated: dateOf(row, "stated"),
    asOf: dateOf(row, "as_of"),
    eventTime: dateOf(row, "event_time"),
    isForecast: row.is_forecast,
    isFromMemory: row.is_from_memory,
    recordStatus: row.record_status,
    standing: row.standing,
    verification: row.verification,
    lifecycle: row.lifecycle,
    isContested: row.is_contested,
    contested: row.contest,
    reportCount: row.report_count,
    loggedAt: row.logged_at,
    publishedAt: row.published_at,
    links: {
      self,
      event: `http://localhost/api/v1/events/${event.slug}`,
      attributions: `${self}/attributions`,
      assessments: `${self}/assessments`,
      revisions: `${self}/revisions`,
    },
  };
}

function dateOf(row, name) {
  const edtf = row[`${name}_edtf`];
  if (edtf === null) return null;
  return {
    edtf,
    earliest: row[`${name}_earliest`],
    latest: row[`${name}_latest`],
    zone: row[`${name}_zone`],
  };
}

function toFound({ events, claimants, publications, claims, reports }) {
  const page = "http://localhost/en";
  const named = (folder, { slug, name, matched }) => ({
    slug,
    name,
    url: `${page}/${folder}/${slug}`,
    matched,
  });
  const some = (rows, tell) => ({
    found: (rows ?? []).slice(0, 6).map(tell),
    hasMore: (rows ?? []).length > 6,
  });
  return {
    events: some(events, (row) => ({ ...named("events", row), occurred: dateOf(row, "occurred") })),
    claimants: some(claimants, (row) => ({ ...named("claimants", row), kind: row.kind })),
    publications: some(publications, (row) => named("publications", row)),
    claims: some(claims, (row) => ({
      id: row.public_id,
      url: `${page}/claims/${row.public_id}`,
      type: row.type,
      event: named("events", { slug: row.event_slug, name: row.event_title }),
      claimant: named("claimants", { slug: row.claimant_slug, name: row.claimant_name }),
      wording: {
        text: row.wording,
        language: row.wording_language,
        translation: row.wording_translation,
        translatedBy: row.wording_translated_by,
      },
      stated: dateOf(row, "stated"),
      verification: row.verification,
    })),
    reports: some(reports, (row) => ({
      id: row.public_id,
      url: `${page}/reports/${row.public_id}`,
      title: row.title,
      publication: named("publications", { slug: row.publication_slug, name: row.publication_name }),
      published: dateOf(row, "published"),
      originalUrl: row.url,
    })),
  };
}

function toPage(event, claims) {
  const title = escaped(event.title);
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1>
<p>${escaped(event.summary)}</p><p>${escaped(event.place_name)}, ${event.occurred_edtf}</p>
<table><thead><tr><th>Claimant<th>Figure or words<th>Of<th>Stated<th>Reports<th>State</tr></thead><tbody>
${claims.map(toRow).join("\n")}
</tbody></table></body></html>`;
}

function toRow(row) {
  const claimant = `<a href="/en/claimants/${row.claimant_slug}">${escaped(row.claimant_name)}</a>`;
  const body = row.parent_name === null ? "" : `, part of ${escaped(row.parent_name)}`;
  const states = [row.standing, row.verification, row.lifecycle, row.is_contested ? "contested" : ""].join(
    " ",
  );
  return `<tr><td>${claimant}${body}<td><a href="/en/claims/${row.public_id}">${escaped(row.wording)}</a><td>${escaped(
    row.measure_label ?? row.topic,
  )}<td>${row.stated_edtf}<td>${row.report_count}<td>${states}</tr>`;
}

function escaped(text) {
  return text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]);
}
