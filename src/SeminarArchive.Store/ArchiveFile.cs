using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace SeminarArchive.Store;

/// <summary>The SQLite file that the archive is kept in: opened for readers, made anew when it cannot be used.</summary>
public sealed class ArchiveFile : IDisposable
{
    private const int Corrupt = 11;
    private const int NotADatabase = 26;

    private const string SearchIndex = """
        CREATE VIRTUAL TABLE "SeminarIndex" USING fts5(
            "Title", "Speakers", "Affiliations", "Categories", "Tags", "Abstract", "Also",
            content='SeminarText', content_rowid='SeminarId', tokenize='porter unicode61 remove_diacritics 2', prefix='2 3');
        """;

    private readonly ReadConnections _readers;
    private static readonly string[] Companions = ["-wal", "-shm"];

    private readonly string _draft;
    private readonly string _former;
    private volatile string? _damage;
    private bool _isProbed;
    private int _setAsides;

    /// <param name="folder">Is made when it is not there.</param>
    /// <exception cref="IOException">The folder cannot be made or written to.</exception>
    public ArchiveFile(string folder)
    {
        Directory.CreateDirectory(folder);
        Path = System.IO.Path.Combine(System.IO.Path.GetFullPath(folder), "archive.db");
        _readers = new ReadConnections(Address(SqliteOpenMode.ReadOnly));
        _draft = System.IO.Path.ChangeExtension(Path, ".draft.db");
        _former = System.IO.Path.ChangeExtension(Path, ".former.db");
    }

    /// <summary>Raised when damage was found in a database that was answered from; the next seeding sets it aside.</summary>
    public event EventHandler? Damaged;

    /// <summary>The tables and indexes, as EF makes them of its model. Written down because working it out takes longer than the rest of a start; a test holds the two together.</summary>
    public static string Schema { get; } = ReadSchema();

    /// <summary>Marks the databases that this version of the program can answer from: another number for every other <see cref="Schema"/> and every <see cref="Seeder.Generation"/>.</summary>
    public static int SchemaVersion { get; } = BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes(Schema + SearchIndex + Seeder.Generation))) & 0x7FFFFFFF;

    public string Path { get; }

    /// <summary>False before the first seeding has ended, and while the database is rebuilt.</summary>
    public bool Exists => File.Exists(Path);

    /// <summary>True when a database was set aside and there is no new one yet.</summary>
    internal bool HasFormer => File.Exists(_former);

    /// <summary>True when an earlier run has left a database that can be answered from.</summary>
    public bool IsUsable => Exists && Fault() is null;

    /// <summary>Whether the failure may be gone at the next attempt: the file is locked, the disk full or failing, memory short.</summary>
    internal static bool IsPassing(Exception failure) => failure is IOException or UnauthorizedAccessException or OutOfMemoryException or SqliteException { SqliteErrorCode: 5 or 6 or 7 or 10 or 13 or 14 };

    /// <summary>Whether the failure comes from the file rather than from the question.</summary>
    public static bool IsDamage(SqliteException failure) => failure.SqliteErrorCode is Corrupt or NotADatabase;

    /// <summary>What <see cref="Schema"/> should be.</summary>
    public static string SchemaOfModel()
    {
        using var context = WithoutFile();
        return context.Database.GenerateCreateScript().ReplaceLineEndings("\n").TrimEnd() + "\n";
    }

    /// <summary>A file that cannot be read, or that another version of the program made, is set aside.</summary>
    /// <param name="rebuilding">Called before there is nothing to answer from any more.</param>
    /// <returns>Why the old file was set aside; null when there was none or it is as it should be.</returns>
    public string? Prepare(Action rebuilding)
    {
        if (!Exists)
        {
            rebuilding();
            return null;
        }

        if (Fault() is not { } reason)
        {
            // A crash has left it, after the new one was in its place.
            GiveUpFormer();
            return null;
        }

        rebuilding();
        SetAside();
        return reason;
    }

    /// <summary>Moves the file out of the way: <see cref="CarryOver"/> asks it, and once there is a new one it is <c>archive.set-aside.db</c>, in the place of one set aside earlier.</summary>
    public void SetAside()
    {
        Interlocked.Increment(ref _setAsides);
        // What is open of it could be read still, and its log would be taken for that of the file that takes its place.
        _readers.Clear();
        foreach (var companion in Companions) File.Delete(_former + companion);
        // The log is there still when another program has the file open: what is only in it yet belongs to the file.
        if (File.Exists(Path + "-wal")) File.Move(Path + "-wal", _former + "-wal");
        DeleteCompanions();
        File.Move(Path, _former, overwrite: true);
        // Who came in between has opened it still.
        _readers.Clear();
        _damage = null;
    }

    /// <summary>
    /// Looks through every page of the file, which takes as long as reading it; what is damaged is rebuilt by the next seeding.
    /// At the start only so much is looked at that gross damage shows, and what is read then.
    /// </summary>
    /// <returns>False when it is damaged.</returns>
    public bool Examine()
    {
        var before = Volatile.Read(ref _setAsides);
        string? damage;
        try
        {
            // Not read-only: whoever closes the file last empties the log into it and deletes that.
            using var connection = Open(SqliteOpenMode.ReadWrite);
            damage = Tables(connection).TrueForAll(t => Ask(connection, $"PRAGMA quick_check(\"{t}\")") is "ok") ? null : "SQLite found it damaged";
        }
        catch (SqliteException e) when (IsDamage(e))
        {
            damage = $"SQLite found it damaged ({e.Message})";
        }

        if (damage is null || before != Volatile.Read(ref _setAsides)) return true;
        Distrust(damage);
        return false;
    }

    /// <summary>Has the next seeding set the file aside.</summary>
    public void Distrust(string reason)
    {
        _damage = reason;
        Damaged?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>The archive as it is now; it stays so for as long as the instance lives.</summary>
    public Archive OpenRead() => new(_readers);

    /// <summary>Who reads from now on opens the file anew: SQLite looks only then what it holds how much of, by which it chooses its ways.</summary>
    internal void RefreshReaders() => _readers.Clear();

    /// <summary>Closes what readers have left open.</summary>
    public void Dispose() => _readers.Dispose();

    internal SqliteConnection OpenWrite()
    {
        var connection = Open(SqliteOpenMode.ReadWrite);
        Run(connection, "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16384");
        return connection;
    }

    /// <summary>
    /// A database with tables and nothing in them, beside the place of the real one, for which <see cref="Adopt"/> makes it: nobody reads from it,
    /// so it needs no log, and one that a crash has left unfinished is never taken for good.
    /// </summary>
    /// <exception cref="IOException">Another program is making one at this moment.</exception>
    internal SqliteConnection OpenDraft()
    {
        if (IsBeingMade()) throw new IOException($"Another program is seeding {Path} at this moment.");
        Discard();
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _draft, Mode = SqliteOpenMode.ReadWriteCreate, Pooling = false, ForeignKeys = false }.ToString());
        connection.Open();
        // Pages that hold a text of usual length whole: fewer to write, and one to read where it took two.
        Run(connection, "PRAGMA main.page_size = 8192; PRAGMA main.journal_mode = OFF; PRAGMA main.synchronous = OFF; PRAGMA main.locking_mode = EXCLUSIVE; PRAGMA main.cache_size = -32768");
        Run(connection, string.Concat(Statements(indexes: false)));
        Run(connection, SearchIndex);
        Run(connection, "INSERT INTO \"States\" (\"Id\", \"Edition\", \"Version\", \"Digest\", \"SeminarsDigest\", \"ChangedAt\", \"SeededAt\", \"Zone\") VALUES (1, hex(randomblob(8)), 0, '', '', 0, 0, '')");
        return connection;
    }

    /// <summary>
    /// Fills a draft with the rows of the database that was set aside, as far as that has the same columns, so that what no file says is not lost: addresses that seminars
    /// have left, what was deleted, what each is known by, when it changed, the last good version of what has errors now. Every file is then to be read anew; the search index is still empty.
    /// </summary>
    /// <returns>False when there is none to ask.</returns>
    /// <exception cref="SqliteException">It cannot be read, or its rows do not fit. The draft is of no use.</exception>
    internal bool CarryOver(SqliteConnection draft)
    {
        if (!HasFormer) return false;
        using (var attach = draft.CreateCommand())
        {
            attach.CommandText = "ATTACH $file AS \"former\"";
            attach.Parameters.AddWithValue("$file", _former);
            attach.ExecuteNonQuery();
        }

        var isWhole = Columns(draft, "former", "States").ContainsKey("Version") && Ask(draft, "SELECT max(\"Version\") FROM \"former\".\"States\"") is > 0L;
        if (isWhole)
        {
            foreach (var table in Tables(draft).Where(t => t is not ("States" or "Words") && !t.StartsWith("SeminarIndex", StringComparison.Ordinal))) Copy(draft, table);
            AddIndexes(draft);
            Run(draft, """
                UPDATE "States" SET ("Version", "ChangedAt") = (SELECT max("Version"), "ChangedAt" FROM "former"."States");
                UPDATE "SourceFiles" SET "Length" = -1, "Problems" = NULL;
                UPDATE "SourceFiles" SET "Hash" = '' WHERE "Path" >= 'people/' AND "Path" < 'people0';
                """);
        }

        Run(draft, "DETACH \"former\"");
        return isWhole;
    }

    /// <summary>Once all rows are there: adding to an index row by row takes many times longer.</summary>
    internal static void AddIndexes(SqliteConnection draft)
    {
        // What is still to be written fills the memory for pages, and each index would have those that it is made of read from the disk again.
        Run(draft, "PRAGMA main.cache_size = -49152");
        Run(draft, string.Concat(Statements(indexes: true)));
    }

    /// <summary>Closes the draft and puts it into its place.</summary>
    internal void Adopt(SqliteConnection draft)
    {
        Analyze(draft);
        // The mark comes last: a file without it was never finished.
        Run(draft, string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {SchemaVersion}; PRAGMA locking_mode = NORMAL; PRAGMA journal_mode = WAL"));
        draft.Close();
        using (var file = File.OpenHandle(_draft, FileMode.Open, FileAccess.ReadWrite)) RandomAccess.FlushToDisk(file);
        if (Exists) throw new IOException($"Another program has put a database at {Path} meanwhile.");
        // Of a file that somebody has deleted.
        _readers.Clear();
        DeleteCompanions();
        File.Move(_draft, Path);
        GiveUpFormer();
        _isProbed = true;
    }

    /// <summary>Deletes what is left of a draft.</summary>
    internal void Discard()
    {
        foreach (var companion in Companions.Append("")) File.Delete(_draft + companion);
    }

    /// <summary>After a large change: statistics for the planner, and the log emptied into the file.</summary>
    internal static void Settle(SqliteConnection connection)
    {
        Analyze(connection);
        Run(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    // There is one way to read a table without an index, and the longest are of those: they would be read through only to be counted.
    private static void Analyze(SqliteConnection connection)
    {
        foreach (var table in Column(connection, "SELECT DISTINCT tbl_name FROM sqlite_master WHERE type = 'index'")) Run(connection, $"ANALYZE \"{table}\"");
    }

    // A column that was not there yet, or that could be empty, gets the empty value of its type.
    private static void Copy(SqliteConnection draft, string table)
    {
        var there = Columns(draft, "former", table);
        if (there.Count == 0) return;
        var columns = Columns(draft, "main", table).Where(c => there.ContainsKey(c.Key) || c.Value is not null).ToList();
        var values = columns.Select(c => !there.ContainsKey(c.Key) ? c.Value : c.Value is null ? $"\"{c.Key}\"" : $"coalesce(\"{c.Key}\", {c.Value})");
        Run(draft, $"INSERT INTO \"main\".\"{table}\" ({string.Join(", ", columns.Select(c => $"\"{c.Key}\""))}) SELECT {string.Join(", ", values)} FROM \"former\".\"{table}\" NOT INDEXED");
    }

    // The columns of a table, each with the empty value of its type; null where it may hold nothing at all.
    private static Dictionary<string, string?> Columns(SqliteConnection connection, string database, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT name, CASE WHEN NOT "notnull" THEN NULL WHEN type = 'INTEGER' THEN '0' WHEN type = 'BLOB' THEN 'x''''' ELSE '''''' END
            FROM pragma_table_info($table, $database)
            """;
        command.Parameters.AddWithValue("$table", table);
        command.Parameters.AddWithValue("$database", database);
        using var reader = command.ExecuteReader();
        var columns = new Dictionary<string, string?>(StringComparer.Ordinal);
        while (reader.Read()) columns[reader.GetString(0)] = reader.IsDBNull(1) ? null : reader.GetString(1);
        return columns;
    }

    private void GiveUpFormer()
    {
        if (!HasFormer) return;
        try
        {
            foreach (var companion in Companions) File.Delete(_former + companion);
            File.Move(_former, System.IO.Path.ChangeExtension(Path, ".set-aside.db"), overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Somebody has the one set aside earlier open; the next seeding tries again.
        }
    }

    private void DeleteCompanions()
    {
        foreach (var companion in Companions) File.Delete(Path + companion);
    }

    private SqliteConnection Open(SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(Address(mode));
        connection.Open();
        return connection;
    }

    // Without the provider's pool: it would hold the pages that were written or looked through, and not notice a transaction that was left open.
    private string Address(SqliteOpenMode mode) => new SqliteConnectionStringBuilder { DataSource = Path, Mode = mode, Pooling = false, DefaultTimeout = 30 }.ToString();

    // A draft is locked for as long as it is written; one that nobody has locked was left by a crash.
    private bool IsBeingMade()
    {
        if (!File.Exists(_draft)) return false;
        try
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _draft, Mode = SqliteOpenMode.ReadWrite, Pooling = false, DefaultTimeout = 1 }.ToString());
            connection.Open();
            Run(connection, "BEGIN EXCLUSIVE");
            return false;
        }
        catch (SqliteException e)
        {
            return e.SqliteErrorCode is 5 or 6;
        }
    }

    // Why the file cannot be used, or null.
    private string? Fault()
    {
        if (_damage is { } damage) return damage;
        try
        {
            using var connection = Open(SqliteOpenMode.ReadWrite);
            if (Convert.ToInt64(Ask(connection, "PRAGMA application_id"), CultureInfo.InvariantCulture) != SchemaVersion) return "it was made by another version of the program";
            if (Ask(connection, "SELECT \"Version\" FROM \"States\"") is null) return "it does not say what state it is in";
            if (!_isProbed && !HasRoots(connection)) return "SQLite found it damaged";

            _isProbed = true;
            return null;
        }
        catch (SqliteException e) when (e.SqliteErrorCode is not (5 or 6 or 8 or 14))
        {
            return $"SQLite cannot read it ({e.Message})";
        }
    }

    // One by one, the search index by the tables that it is made of: a look through all would also compare the index with every text, for many times as long.
    private static List<string> Tables(SqliteConnection connection) => Column(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0");

    private static List<string> Column(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // As above.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read()) names.Add(reader.GetString(0));
        return names;
    }

    // Whether each table and index begins with a page that can be one's first. What is only in the log yet is left to SQLite.
    private bool HasRoots(SqliteConnection connection)
    {
        var size = Convert.ToInt64(Ask(connection, "PRAGMA page_size"), CultureInfo.InvariantCulture);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT rootpage FROM sqlite_master WHERE rootpage > 1";
        using var reader = command.ExecuteReader();
        using var file = File.OpenHandle(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        Span<byte> kind = stackalloc byte[1];
        while (reader.Read())
        {
            if (RandomAccess.Read(file, kind, (reader.GetInt64(0) - 1) * size) == 1 && kind[0] is not (2 or 5 or 10 or 13)) return false;
        }

        return true;
    }

    /// <summary>Builds what the first question that goes through EF would otherwise wait for.</summary>
    public static void WarmUp()
    {
        using var context = WithoutFile();
        _ = context.Model;
    }

    private static ArchiveContext WithoutFile() => new(new DbContextOptionsBuilder<ArchiveContext>().UseSqlite().Options);

    private static string ReadSchema()
    {
        using var text = new StreamReader(typeof(ArchiveFile).Assembly.GetManifestResourceStream("schema.sql")!);
        return text.ReadToEnd();
    }

    private static IEnumerable<string> Statements(bool indexes) =>
        Schema.Split(";\n", StringSplitOptions.RemoveEmptyEntries).Where(s => !string.IsNullOrWhiteSpace(s))
            .Where(s => indexes == (s.Contains("CREATE INDEX", StringComparison.Ordinal) || s.Contains("CREATE UNIQUE INDEX", StringComparison.Ordinal))).Select(s => s + ";\n");

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are constants of this class, EF's script of its own model, and names that this has.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static object? Ask(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // As above.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }
}
