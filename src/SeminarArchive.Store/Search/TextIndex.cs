using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace SeminarArchive.Store.Search;

/// <summary>The full-text index and the list of words, as they are in the state of the archive that a request sees.</summary>
internal sealed class TextIndex(Archive archive)
{
    /// <summary>Columns of the index, and what a word in each weighs.</summary>
    public static readonly IReadOnlyList<(string Name, double Weight)> Columns =
        [("Title", 10), ("Speakers", 5), ("Affiliations", 3), ("Categories", 2), ("Tags", 2), ("Abstract", 1), ("Also", 1)];

    private static readonly string Rank = $"bm25(\"SeminarIndex\", {string.Join(", ", Columns.Select(c => c.Weight.ToString("0.0", CultureInfo.InvariantCulture)))})";

    private (string Edition, long Version)? _state;

    /// <summary>What distinguishes this state of the archive from every other.</summary>
    public (string Edition, long Version) State => _state ??= ReadState();

    /// <summary>Ids of all seminars that match, in no order that means anything.</summary>
    public List<int> Ids(string match, int limit = int.MaxValue)
    {
        var ids = new List<int>();
        using var reader = archive.Ask("SELECT rowid FROM \"SeminarIndex\" WHERE \"SeminarIndex\" MATCH $1 LIMIT $2", match, limit);
        while (reader.Read()) ids.Add(reader.GetInt32(0));
        return ids;
    }

    /// <summary>Whether any seminar matches.</summary>
    public bool Any(string match) => Ids(match, limit: 1).Count > 0;

    /// <summary>Ids of those that match with how well they do (higher is better), the best first.</summary>
    public List<(int Id, double Score)> Best(string match, int limit)
    {
        var best = new List<(int, double)>();
        using var reader = archive.Ask($"SELECT rowid, -{Rank} FROM \"SeminarIndex\" WHERE \"SeminarIndex\" MATCH $1 ORDER BY 2 DESC, 1 LIMIT $2", match, limit);
        while (reader.Read()) best.Add((reader.GetInt32(0), reader.GetDouble(1)));
        return best;
    }

    /// <summary>Ids of those that match, the ones taken in last first.</summary>
    public List<int> Latest(string match, int limit)
    {
        var ids = new List<int>();
        using var reader = archive.Ask("SELECT rowid FROM \"SeminarIndex\" WHERE \"SeminarIndex\" MATCH $1 ORDER BY rowid DESC LIMIT $2", match, limit);
        while (reader.Read()) ids.Add(reader.GetInt32(0));
        return ids;
    }

    /// <summary>Abstracts and tags as they are searched.</summary>
    public Dictionary<int, (string Abstract, string Tags)> Texts(IReadOnlyList<int> ids)
    {
        var texts = new Dictionary<int, (string, string)>(ids.Count);
        using var reader = archive.Ask("SELECT t.\"SeminarId\", t.\"Abstract\", t.\"Tags\" FROM json_each($1) j CROSS JOIN \"SeminarText\" t ON t.\"SeminarId\" = j.value", $"[{string.Join(',', ids)}]");
        while (reader.Read()) texts[reader.GetInt32(0)] = (reader.GetString(1), reader.GetString(2));
        return texts;
    }

    /// <summary>Mark → weight of a seminar's <see cref="Signature"/>.</summary>
    public Dictionary<uint, byte> Marks(int id)
    {
        using var reader = archive.Ask("SELECT \"Marks\" FROM \"SeminarSignature\" WHERE \"SeminarId\" = $1", id);
        var bytes = reader.Read() ? reader.GetFieldValue<byte[]>(0) : [];
        return Enumerable.Range(0, Signature.Count(bytes)).Select(i => Signature.At(bytes, i)).ToDictionary(m => m.Mark, m => m.Weight);
    }

    /// <summary>Ids of the seminars that have the slug, had it, or name one of the addresses among their aliases, in this order.</summary>
    public List<int> SeminarsAt(string slug, string address, string other)
    {
        var ids = new List<int>();
        using var reader = archive.Ask("""
            SELECT "Id" FROM "Seminars" WHERE "Slug" = $1
            UNION ALL SELECT "SeminarId" FROM "FormerSlugs" WHERE "Slug" = $1
            UNION ALL SELECT "SeminarId" FROM "Aliases" WHERE "Address" IN ($2, $3)
            """, slug, address, other);
        while (reader.Read()) ids.Add(reader.GetInt32(0));
        return ids;
    }

    /// <summary>In how many seminars each of the words occurs; a word that occurs in none is left out.</summary>
    public Dictionary<string, int> Counts(IReadOnlyCollection<string> words)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        if (words.Count == 0) return counts;

        using var reader = archive.Ask("SELECT w.\"Text\", w.\"Count\" FROM json_each($1) j CROSS JOIN \"Words\" w ON w.\"Text\" = j.value", JsonSerializer.Serialize(words));
        while (reader.Read()) counts[reader.GetString(0)] = reader.GetInt32(1);
        return counts;
    }

    /// <summary>The commonest words that begin like this, the beginning itself left out.</summary>
    public List<string> Continuations(string beginning, int limit)
    {
        var words = new List<string>();
        using var reader = archive.Ask("SELECT \"Text\" FROM \"Words\" WHERE \"Text\" > $1 AND \"Text\" < $2 ORDER BY \"Count\" DESC, \"Text\" LIMIT $3", beginning, beginning + '\uFFFF', limit);
        while (reader.Read()) words.Add(reader.GetString(0));
        return words;
    }

    /// <summary>Every word with the number of seminars that it occurs in.</summary>
    public List<(string Text, int Count)> Words()
    {
        var words = new List<(string, int)>();
        using var reader = archive.Ask("SELECT \"Text\", \"Count\" FROM \"Words\"");
        while (reader.Read()) words.Add((reader.GetString(0), reader.GetInt32(1)));
        return words;
    }

    /// <summary>Gives every row of an id and some bytes, without a copy of them for each: there are as many as seminars.</summary>
    public void EachBlob(string sql, BlobRow row)
    {
        var connection = archive.Handle;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(connection, sql, out var statement), connection);
        using (statement)
        {
            int step;
            while ((step = raw.sqlite3_step(statement)) == raw.SQLITE_ROW) row(raw.sqlite3_column_int(statement, 0), raw.sqlite3_column_blob(statement, 1));
            if (step != raw.SQLITE_DONE) SqliteException.ThrowExceptionForRC(step, connection);
        }
    }

    private (string Edition, long Version) ReadState()
    {
        using var reader = archive.Ask("SELECT \"Edition\", \"Version\" FROM \"States\"");
        reader.Read();
        return (reader.GetString(0), reader.GetInt64(1));
    }

    /// <inheritdoc cref="ReadConnection.Ask"/>
    public SqliteDataReader Ask(string sql, params ReadOnlySpan<object> values) => archive.Ask(sql, values);
}

/// <param name="bytes">Valid during the call.</param>
internal delegate void BlobRow(int id, ReadOnlySpan<byte> bytes);
