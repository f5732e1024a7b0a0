"""What a report has to say, computed from exported rows without any code of the report: by DuckDB.

Takes the paths of rows.csv, prices.csv and revenue.csv, the first day and the day after the last one, and the statement
that makes rows.parquet; prints one JSON object.
"""

import json
import sys
from decimal import ROUND_HALF_UP, Decimal

import duckdb

exported, prices, revenue, first, until, statement = sys.argv[1:]
db = duckdb.connect()
db.execute("create macro number(text) as coalesce(try_cast(text as bigint), 0)")
db.execute("create table given as select * from read_csv(?, header = true, all_varchar = true)", [exported])
db.execute(
    """
    create table metrics as
    select account, cust_space_id, coalesce(phone_number, '') as phone_number,
        coalesce(template_code, '') as code, coalesce(template_name, '') as name, coalesce(category, '') as category,
        coalesce(language, '') as language, number(sent_count) as sent, number(delivered_count) as delivered,
        number(read_count) as read, number(click_count) as clicks, clicks as buttons,
        cast(start as timestamp) >= cast($first as date) as is_now
    from given
    where granularity = 'DAILY' and cast(start as timestamp) < cast($until as date)
        and cast(start as timestamp) >= cast($first as date) - (cast($until as date) - cast($first as date))
            * interval 1 day
    """,
    {"first": first, "until": until},
)


def sums(keys: str, where: str) -> list[list[object]]:
    """For each key: sent, delivered, read and clicks of the period, and of the one before."""
    columns = ", ".join(
        f"coalesce(sum({count}) filter ({when}), 0)"
        for when in ("is_now", "not is_now")
        for count in ("sent", "delivered", "read", "clicks")
    )
    grouped = f"select {keys}, {columns} from metrics where {where} group by all order by all"
    return [[int(it) if isinstance(it, int) else it for it in row] for row in db.execute(grouped).fetchall()]


db.execute("create table prices as select * from read_csv(?, header = true, all_varchar = true)", [prices])
db.execute("create table incomes as select * from read_csv(?, header = true, all_varchar = true)", [revenue])
# The line that says most decides: the one with the template, then that with the longest prefix, then with a category.
cost = db.execute(
    """
    with numbers as (
        select account, cust_space_id, list(distinct phone_number) as numbers
        from given where phone_number is not null group by all
    ), sold as (
        select account, cust_space_id, code, any_value(name) as name, any_value(category) as category,
            sum(delivered) as delivered
        from metrics where code <> '' and is_now group by all
    )
    select sum(delivered * (
        select cast(price as decimal(18, 6)) from prices p
        where coalesce(p.template in (code, name), true) and coalesce(p.category = sold.category, true)
            and coalesce(len(list_filter(numbers, lambda it: not starts_with(it, p.country_prefix))) = 0, true)
        order by p.template is not null desc, coalesce(length(p.country_prefix), 0) desc, p.category is not null desc
        limit 1
    )) from sold join numbers using (account, cust_space_id)
    """
).fetchone()[0]
income = db.execute(
    "select sum(cast(revenue as decimal(18, 6))) from incomes "
    "where cast(day as date) >= cast(? as date) and cast(day as date) < cast(? as date)",
    [first, until],
).fetchone()[0]


def shown(amount: Decimal) -> str:
    """Write an amount with two digits behind the point."""
    return str(amount.quantize(Decimal("0.01"), ROUND_HALF_UP))


buttons = db.execute(
    """
    select click.button, cast(coalesce(sum(click.count) filter (is_now), 0) as bigint),
        cast(coalesce(sum(click.count) filter (not is_now), 0) as bigint)
    from (
        select is_now, unnest(from_json(buttons, '[{"button": "VARCHAR", "count": "BIGINT"}]')) as click
        from metrics where buttons is not null
    ) group by all order by all
    """
).fetchall()
db.execute(statement)
print(
    json.dumps(
        {
            "channels": sums("account, cust_space_id", "code = ''"),
            "templates": sums("account, cust_space_id, code, language", "code <> ''"),
            "numbers": sums("1", "code = ''"),
            "all": sums("1", "code <> ''"),
            "buttons": buttons,
            "cost": shown(cost),
            "revenue": shown(income),
            "return": f"{float(income - cost) / float(cost) * 100:.1f} %",
            "parquet": db.execute(
                "select count(*), cast(sum(sent_count) as bigint), "
                "min(typeof(sent_count)), min(typeof(\"start\")), min(typeof(template_code)) from 'rows.parquet'"
            ).fetchone(),
        }
    )
)
