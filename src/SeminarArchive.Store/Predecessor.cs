using System.Globalization;
using Microsoft.Data.Sqlite;
using SeminarArchive.Content;

namespace SeminarArchive.Store;

/// <summary>A seminar as the archive had it before.</summary>
/// <param name="WasPublic">It has been published or withdrawn at some time.</param>
internal sealed record Earlier(int Id, string Key, string Slug, string Hash, long? ChangedAt, bool IsDraft, bool WasPublic);

/// <summary>
/// What only a database knows, taken over from the one that was set aside: which seminars are deleted, which addresses were left, by which keys
/// programs know seminars, and since when each is as it is. Seminars keep their ids, since that is how all this refers to them.
/// It is read to the end before the first seminar is written, into a table that goes with the connection.
/// </summary>
internal sealed class Predecessor
{
    private readonly RowWriter _rows;

    private Predecessor(RowWriter rows) => _rows = rows;

    /// <summary>The highest id that it gave.</summary>
    public int LastId => _rows.Last("Earlier");

    /// <summary>Its seminars by the paths of their files.</summary>
    public IReadOnlyList<(string Path, string Hash, string Slug)> Files() => _rows.Rows("SELECT \"Path\", \"Hash\", \"Slug\" FROM \"Earlier\"", r => (r.GetString(0), r.GetString(1), r.GetString(2)));

    public Earlier? At(string path) => _rows.Rows(
        "SELECT \"Id\", \"Key\", \"Slug\", \"Hash\", \"ChangedAt\", \"Status\" = 1, \"Status\" <> 1 OR \"WasPublic\" FROM \"Earlier\" WHERE \"Path\" = $1",
        r => new Earlier(r.GetInt32(0), r.GetString(1), r.GetString(2), r.GetString(3), r.IsDBNull(4) ? null : r.GetInt64(4), r.GetBoolean(5), r.GetBoolean(6)), path) is [var one] ? one : null;

    /// <summary>Path of the file whose seminar had the slug, or null.</summary>
    public string? PathOf(string slug) => (string?)_rows.Scalar("SELECT \"Path\" FROM \"Earlier\" WHERE \"Slug\" = $1", slug);

    /// <summary>Whether another file's seminar has the key.</summary>
    public bool Reserves(string key, string path) => _rows.Scalar("SELECT 1 FROM \"Earlier\" WHERE \"Key\" = $1 AND \"Path\" <> $2", key, path) is not null;

    /// <summary>The file has another name now.</summary>
    public void Move(string from, string to) => _rows.Run("UPDATE \"Earlier\" SET \"Path\" = $2 WHERE \"Path\" = $1", from, to);

    /// <summary>The file went while there was nobody to see it; false when it had nothing public, or another has its address.</summary>
    public bool Bury(string path, DateTimeOffset when)
    {
        var buried = _rows.Run("""
            INSERT OR IGNORE INTO "Tombstones" ("Slug", "SeminarId", "Key", "Title", "DateKey", "Speakers", "Categories", "RemovedAt")
            SELECT "Slug", "Id", "Key", "Title", "DateKey", "Speakers", "Categories", $2 FROM "Earlier" e
            WHERE "Path" = $1 AND ("Status" <> 1 OR "WasPublic") AND NOT EXISTS (SELECT 1 FROM "Seminars" s WHERE s."Slug" = e."Slug" OR s."Id" = e."Id")
            """, path, when.ToUnixTimeSeconds()) > 0;
        _rows.Run("DELETE FROM \"Earlier\" WHERE \"Path\" = $1", path);
        return buried;
    }

    /// <summary>Gives the room back; to be called when everything has been taken over.</summary>
    public void Forget() => _rows.Run("DROP TABLE \"Earlier\"");

    /// <summary>Takes over what can be read, by the columns that there are; all or nothing.</summary>
    /// <param name="fault">Why nothing could be taken over, or null.</param>
    /// <returns>Null when nothing could be taken over.</returns>
    public static Predecessor? Read(string file, RowWriter rows, SqliteTransaction transaction, out string? fault)
    {
        const string savepoint = "predecessor";
        fault = null;
        transaction.Save(savepoint);
        try
        {
            using var old = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
            old.Open();
            rows.Run("""
                CREATE TEMP TABLE "Earlier" ("Id" INTEGER PRIMARY KEY, "Path" TEXT NOT NULL UNIQUE, "Key" TEXT NOT NULL UNIQUE, "Slug" TEXT NOT NULL UNIQUE, "Hash" TEXT NOT NULL, "ChangedAt" INTEGER,
                "Status" INTEGER NOT NULL, "WasPublic" INTEGER NOT NULL, "Title" TEXT NOT NULL, "DateKey" INTEGER NOT NULL, "Speakers" TEXT NOT NULL, "Categories" TEXT NOT NULL)
                """);
            CopySeminars(old, rows);
            CopyTombstones(old, rows);
            CopyFormerSlugs(old, rows);
            transaction.Release(savepoint);
            return new Predecessor(rows);
        }
        catch (Exception e) when (e is SqliteException or InvalidCastException or InvalidOperationException or ArgumentException or OverflowException)
        {
            transaction.Rollback(savepoint);
            transaction.Release(savepoint);
            fault = e.Message;
            return null;
        }
    }

    private static void CopySeminars(SqliteConnection old, RowWriter rows)
    {
        var columns = ColumnsOf(old, "Seminars");
        if (!columns.IsSupersetOf(["Id", "Path", "Slug", "Hash", "Status", "Title", "DateKey"])) return;

        var speakers = ColumnsOf(old, "SeminarSpeaker").IsSupersetOf(["SeminarId", "Position", "Name"]) ? "(SELECT group_concat(\"Name\", ', ' ORDER BY \"Position\") FROM \"SeminarSpeaker\" p WHERE p.\"SeminarId\" = s.\"Id\")" : "''";
        var categories = ColumnsOf(old, "SeminarCategory").IsSupersetOf(["SeminarId", "CategoryId"]) && ColumnsOf(old, "Categories").IsSupersetOf(["Id", "Slug"])
            ? "(SELECT group_concat(\"Slug\", char(10)) FROM \"SeminarCategory\" l JOIN \"Categories\" c ON c.\"Id\" = l.\"CategoryId\" WHERE l.\"SeminarId\" = s.\"Id\")"
            : "''";
        foreach (var row in Each(old, $"""
            SELECT "Id", "Path", {Or(columns, "Key", "\"Slug\"")}, "Slug", "Hash", {Or(columns, "ChangedAt", "NULL")}, "Status", {Or(columns, "WasPublic", "0")}, "Title", "DateKey",
            coalesce({speakers}, ''), coalesce({categories}, '') FROM "Seminars" s
            """))
        {
            _ = PartialDate.FromKey(row.GetInt32(9)); // Throws where it is none.
            rows.Run("INSERT OR IGNORE INTO \"Earlier\" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
                row.GetInt32(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.IsDBNull(5) ? null : row.GetInt64(5),
                row.GetInt32(6), row.GetInt32(7), row.GetString(8), row.GetInt32(9), row.GetString(10), row.GetString(11));
        }
    }

    private static void CopyTombstones(SqliteConnection old, RowWriter rows)
    {
        var columns = ColumnsOf(old, "Tombstones");
        if (!columns.IsSupersetOf(["Slug", "SeminarId", "Title", "DateKey", "RemovedAt"])) return;

        foreach (var row in Each(old, $"""
            SELECT "Slug", "SeminarId", {Or(columns, "Key", "\"Slug\"")}, "Title", "DateKey", {Or(columns, "Speakers", "''")}, {Or(columns, "Categories", "''")}, "RemovedAt" FROM "Tombstones"
            """))
        {
            _ = PartialDate.FromKey(row.GetInt32(4));
            rows.Put(new Tombstone
            {
                Slug = row.GetString(0), SeminarId = row.GetInt32(1), Key = row.GetString(2), Title = row.GetString(3),
                DateKey = row.GetInt32(4), Speakers = row.GetString(5), Categories = row.GetString(6), RemovedAt = row.GetInt64(7),
            });
        }
    }

    private static void CopyFormerSlugs(SqliteConnection old, RowWriter rows)
    {
        if (!ColumnsOf(old, "FormerSlugs").IsSupersetOf(["Slug", "SeminarId"])) return;

        foreach (var row in Each(old, "SELECT \"Slug\", \"SeminarId\" FROM \"FormerSlugs\"")) rows.Put(new FormerSlug { Slug = row.GetString(0), SeminarId = row.GetInt32(1) });
    }

    private static string Or(HashSet<string> columns, string column, string otherwise) => columns.Contains(column) ? $"\"{column}\"" : otherwise;

    private static HashSet<string> ColumnsOf(SqliteConnection old, string table) =>
        [.. Each(old, string.Create(CultureInfo.InvariantCulture, $"SELECT name FROM pragma_table_info('{table}')")).Select(r => r.GetString(0))];

    private static IEnumerable<SqliteDataReader> Each(SqliteConnection old, string sql)
    {
        using var command = old.CreateCommand();
#pragma warning disable CA2100 // Made from constants of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        while (reader.Read()) yield return reader;
    }
}
