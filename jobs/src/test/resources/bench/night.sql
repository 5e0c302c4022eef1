-- The work of a night in DuckDB: POS files to tickets, lines, ticket features, hours and the
-- profiles of the three rule families, each a Parquet file. What it leaves out stands in
-- docs/benchmarks.md. Rules and thresholds are those of conf/segments.yaml.

SET memory_limit = '${memory}';
SET temp_directory = '${out}/spill';
SET preserve_insertion_order = false;

-- Every record, each with the reason it is refused for, or none.
CREATE TABLE records AS
WITH raw AS (
  FROM read_json(
    '${inbox}/*.jsonl.gz',
    format = 'newline_delimited',
    ignore_errors = true,
    filename = true,
    columns = {
      id: 'VARCHAR', storeId: 'VARCHAR', date: 'VARCHAR', updatedAt: 'VARCHAR',
      originalSaleId: 'VARCHAR', customerId: 'VARCHAR', paymentMethod: 'VARCHAR',
      paymentStatus: 'VARCHAR', channel: 'VARCHAR', cashierId: 'VARCHAR', shiftId: 'VARCHAR',
      total: 'VARCHAR',
      items: 'STRUCT(description VARCHAR, quantity VARCHAR, unitPrice VARCHAR, amount VARCHAR,
                     discount VARCHAR, tax VARCHAR, cost VARCHAR)[]'})
),
typed AS (
  SELECT
    storeId AS store_id,
    id AS sale_id,
    try_cast("date" AS TIMESTAMP) AS sold_at,
    -- Santo Domingo is four hours behind UTC all year; a business day starts at 04:00.
    sold_at - INTERVAL 4 HOURS AS local_at,
    (local_at - INTERVAL 4 HOURS)::DATE AS business_on,
    coalesce(updatedAt, '') AS version,
    filename AS file,
    originalSaleId IS NOT NULL AS is_return,
    originalSaleId AS return_of_sale_id,
    coalesce(regexp_matches(lower(paymentStatus), '^(cancel|void|anulad)'), false) AS is_cancelled,
    coalesce(lower(paymentMethod), 'unknown') AS payment_method,
    coalesce(lower(channel), 'unknown') AS channel,
    md5(cashierId) AS cashier_key,
    shiftId AS shift_id,
    customerId IS NULL AS is_anonymous,
    try_cast(total AS DECIMAL(14, 2)) AS total,
    list_transform(items, lambda item: {
      description: trim(item.description),
      quantity: try_cast(item.quantity AS DECIMAL(14, 3)),
      unit_price: try_cast(item.unitPrice AS DECIMAL(14, 4)),
      amount: try_cast(item.amount AS DECIMAL(14, 2)),
      discount: abs(coalesce(try_cast(item.discount AS DECIMAL(14, 2)), 0)),
      tax: try_cast(item.tax AS DECIMAL(14, 2)),
      cost: try_cast(item.cost AS DECIMAL(14, 2))}) AS items,
    CASE
      WHEN id IS NULL OR storeId IS NULL THEN 'malformed_record'
      WHEN "date" IS NULL THEN 'missing_date'
      WHEN length("date") = 10 THEN 'date_without_time'
      WHEN sold_at IS NULL THEN 'unreadable_date'
      WHEN sold_at < TIMESTAMP '2000-01-01' THEN 'date_too_old'
      WHEN sold_at > current_localtimestamp() + INTERVAL 1 DAY THEN 'date_in_the_future'
      WHEN coalesce(len(items), 0) = 0 THEN 'no_items'
      WHEN list_bool_or(list_transform(items, lambda item: item.description IS NULL))
        THEN 'item_without_name'
      WHEN list_bool_or(
             list_transform(items, lambda item: try_cast(item.amount AS DECIMAL(14, 2)) IS NULL))
        THEN 'item_without_amount'
      WHEN is_return = false AND try_cast(raw.total AS DECIMAL(14, 2)) < 0 THEN 'negative_total'
    END AS reason
  FROM raw
)
FROM typed;

-- The last version of every ticket.
CREATE TABLE tickets AS
SELECT
  * EXCLUDE (items, reason, version, file, local_at, total),
  hour(local_at) AS hour,
  if(is_return, -1, 1) AS sign,
  list_transform(items, lambda item: item.amount - item.discount) AS nets,
  coalesce(total, list_sum(nets)) * sign AS total,
  if(is_cancelled, 0, list_sum(nets) * sign)::DECIMAL(14, 2) AS net_total,
  len(items) AS line_count,
  list_sum(list_transform(items, lambda item: item.quantity)) * sign AS unit_count,
  items
FROM records
WHERE reason IS NULL
QUALIFY row_number() OVER (PARTITION BY store_id, sale_id ORDER BY version DESC, file DESC) = 1;

COPY (SELECT * EXCLUDE (items, nets, sign) FROM tickets ORDER BY store_id, business_on)
TO '${out}/sales.parquet';

-- Names are folded once each, as the lake folds them, and take the category the lake gave them.
CREATE TABLE products AS
WITH names AS (SELECT DISTINCT unnest(items).description AS description FROM tickets),
keys AS (
  SELECT
    description,
    trim(regexp_replace(
      translate(lower(description), 'áéíóúüàèìòùâêîôûäëïöãõåçý', 'aeiouuaeiouaeiouaeioaoacy'),
      '\s+', ' ', 'g')) AS product_key
  FROM names
)
SELECT description, product_key, coalesce(category, 'unclassified') AS category
FROM keys
LEFT JOIN read_csv('${categories}', header = true, all_varchar = true) USING (product_key);

CREATE TABLE lines AS
WITH sold AS (
  SELECT
    store_id, sale_id, business_on, sign, is_cancelled, is_return,
    generate_subscripts(items, 1) AS line_no,
    unnest(items) AS item
  FROM tickets
)
SELECT
  store_id, sale_id, line_no, business_on, is_cancelled, is_return,
  item.description AS description, product_key, category,
  item.quantity * sign AS quantity,
  item.unit_price AS unit_price,
  item.amount * sign AS amount,
  item.discount * sign AS discount,
  item.tax * sign AS tax,
  item.cost AS cost
FROM sold
JOIN products ON products.description = sold.item.description;

COPY (FROM lines ORDER BY store_id, business_on) TO '${out}/sale_lines.parquet';

CREATE TABLE counts AS
SELECT
  (SELECT count(*) FROM tickets) AS tickets,
  (SELECT count(*) FROM lines) AS lines,
  count(*) FILTER (reason IS NOT NULL) AS rejected,
  count(*) FILTER (reason IS NULL) - (SELECT count(*) FROM tickets) AS duplicate
FROM records;

DROP TABLE records;
ALTER TABLE tickets DROP COLUMN items;

CREATE TABLE features AS
WITH by_category AS (
  SELECT
    store_id, sale_id, category,
    abs(sum(amount - discount))::DOUBLE AS value,
    abs(sum(quantity))::DOUBLE AS units,
    count(*) AS lines
  FROM lines
  GROUP BY ALL
),
weights AS (
  SELECT
    store_id, sale_id,
    sum(value) AS whole,
    list(category ORDER BY category) AS categories,
    arg_max(category, value) AS main_category,
    map_from_entries(list((category, value))) AS value_by_category,
    map_from_entries(list((category, units))) AS units_by_category,
    map_from_entries(list((category, lines))) AS lines_by_category,
    sum(value) FILTER (category IN ('alcohol', 'snacks')) AS beer_snacks,
    sum(value) FILTER (category IN ('household', 'personal care', 'health')) AS household,
    sum(value) FILTER (category IN ('fresh', 'meat', 'dairy', 'bakery')) AS fresh,
    sum(value) FILTER (
      category IN ('beverages', 'snacks', 'tobacco', 'services', 'prepared', 'coffee'))
      AS convenience
  FROM by_category
  GROUP BY ALL
)
SELECT
  tickets.* EXCLUDE (nets, sign),
  dayofweek(business_on) AS day_of_week,
  day(business_on) AS day_of_month,
  dayofweek(business_on) IN (0, 6) AS is_weekend,
  categories, main_category,
  map_from_entries(list_transform(
    map_entries(value_by_category), lambda e: (e.key, e.value / whole))) AS category_weights,
  units_by_category, lines_by_category,
  list_contains(categories, 'alcohol') AS has_alcohol,
  list_contains(categories, 'fresh') AS has_fresh_produce,
  list_contains(categories, 'household') AS has_household_items,
  list_contains(categories, 'snacks') AS has_snacks,
  list_contains(categories, 'beverages') AS has_beverages,
  NOT is_return AND NOT is_cancelled AS is_visit,
  CASE
    WHEN NOT is_visit THEN NULL
    WHEN hour BETWEEN 4 AND 9 THEN 'morning_commute'
    WHEN hour BETWEEN 10 AND 14 THEN 'lunch_rush'
    WHEN hour BETWEEN 15 AND 16 THEN 'afternoon'
    WHEN hour BETWEEN 17 AND 20 THEN 'after_work'
    ELSE 'late_night'
  END AS temporal_segment,
  CASE
    WHEN NOT is_visit THEN NULL
    WHEN net_total < 200 THEN 'quick_picks'
    WHEN net_total < 500 THEN 'regular_shoppers'
    WHEN net_total < 1000 THEN 'big_shoppers'
    ELSE 'bulk_buyers'
  END AS value_segment,
  CASE
    WHEN NOT is_visit THEN NULL
    WHEN beer_snacks >= whole / 2 AND has_alcohol THEN 'beer_snacks'
    WHEN household >= whole / 2 THEN 'household'
    WHEN fresh >= whole / 2 THEN 'fresh'
    WHEN convenience >= whole / 2 THEN 'convenience'
    ELSE 'pantry_mixed'
  END AS preference_segment
FROM tickets
JOIN weights USING (store_id, sale_id);

COPY (FROM features ORDER BY store_id, business_on) TO '${out}/transaction_features.parquet';

COPY (
  SELECT
    store_id, business_on, hour,
    count(*) AS tickets, sum(net_total) AS revenue, sum(unit_count) AS units
  FROM features
  WHERE is_visit
  GROUP BY ALL
) TO '${out}/hourly_sales.parquet';

-- Each visit of the last 90 days once a family.
CREATE TABLE visits AS
WITH last_days AS (
  SELECT store_id, max(business_on) AS last_on FROM features WHERE is_visit GROUP BY ALL
),
in_families AS (
  SELECT
    store_id, sale_id, business_on, hour, day_of_week, net_total, line_count, payment_method,
    is_anonymous, category_weights,
    unnest([
      {type: 'temporal', id: temporal_segment},
      {type: 'basket_value', id: value_segment},
      {type: 'product_preference', id: preference_segment}]) AS family
  FROM features
  JOIN last_days USING (store_id)
  WHERE is_visit AND business_on > last_on - 90
)
SELECT * EXCLUDE (family), family.type AS segment_type, family.id AS segment_id
FROM in_families;

-- Profiles: how many, how much, when, of what and paid how.
COPY (
  WITH totals AS (
    SELECT
      store_id, segment_type, segment_id,
      count(*) AS transaction_count,
      sum(net_total) AS revenue_total,
      avg(net_total) AS avg_basket_value,
      avg(line_count) AS avg_items_per_basket,
      avg(is_anonymous::INT) AS anonymous_share,
      count(DISTINCT business_on) AS active_days,
      mode(hour) AS busiest_hour,
      mode(day_of_week) AS busiest_day
    FROM visits
    GROUP BY ALL
  ),
  by_category AS (
    SELECT
      store_id, segment_type, segment_id, category.key AS category,
      sum(net_total * category.value) AS value
    FROM (SELECT *, unnest(map_entries(category_weights)) AS category FROM visits)
    GROUP BY ALL
  ),
  category_shares AS (
    SELECT
      *,
      value / sum(value) OVER segment AS share,
      share / (sum(value) OVER everywhere / sum(value) OVER family) AS lift
    FROM by_category
    WINDOW
      segment AS (PARTITION BY store_id, segment_type, segment_id),
      everywhere AS (PARTITION BY store_id, segment_type, category),
      family AS (PARTITION BY store_id, segment_type)
  ),
  categories AS (
    SELECT
      store_id, segment_type, segment_id,
      list(category ORDER BY share DESC)[1:5] AS top_categories,
      map_from_entries(list((category, share))) AS category_shares,
      map_from_entries(list((category, lift))) AS category_lifts
    FROM category_shares
    GROUP BY ALL
  ),
  by_tender AS (
    SELECT
      store_id, segment_type, segment_id, payment_method,
      count(*) AS visits, sum(net_total)::DOUBLE AS value
    FROM visits
    GROUP BY ALL
  ),
  tender_shares AS (
    SELECT
      *,
      visits / sum(visits) OVER segment AS visit_share,
      value / sum(value) OVER segment AS value_share
    FROM by_tender
    WINDOW segment AS (PARTITION BY store_id, segment_type, segment_id)
  ),
  tenders AS (
    SELECT
      store_id, segment_type, segment_id,
      map(list(payment_method), list(visit_share)) AS payment_preferences,
      map(list(payment_method), list(value_share)) AS payment_value_shares
    FROM tender_shares
    GROUP BY ALL
  )
  SELECT
    *,
    transaction_count / sum(transaction_count) OVER family AS transaction_share,
    revenue_total::DOUBLE / sum(revenue_total) OVER family AS revenue_share
  FROM totals
  JOIN categories USING (store_id, segment_type, segment_id)
  JOIN tenders USING (store_id, segment_type, segment_id)
  WINDOW family AS (PARTITION BY store_id, segment_type)
) TO '${out}/segments.parquet';
