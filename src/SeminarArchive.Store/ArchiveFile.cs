using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace SeminarArchive.Store;

/// <summary>The SQLite file that the archive is kept in: opened for readers, made anew when it cannot be used.</summary>
public sealed class ArchiveFile
{
    /// <summary>
    /// Marks the databases that this version of the program can answer from. It is <see cref="Fingerprint"/>, written down because
    /// working it out takes longer than the rest of a start; a test holds the two together.
    /// </summary>
    public const int SchemaVersion = 906609197;

    private const string SearchIndex = """
        CREATE VIRTUAL TABLE "SeminarIndex" USING fts5(
            "Title", "Speakers", "Affiliations", "Categories", "Tags", "Abstract", "Also",
            content='SeminarText', content_rowid='SeminarId', tokenize='porter unicode61 remove_diacritics 2', prefix='2 3');
        """;

    // PRAGMA user_version of a file that took the place of another.
    private const int Successor = 1;

    private bool _isSound;

    /// <param name="folder">Is made when it is not there.</param>
    /// <exception cref="IOException">The folder cannot be made or written to.</exception>
    public ArchiveFile(string folder)
    {
        Directory.CreateDirectory(folder);
        Path = System.IO.Path.Combine(System.IO.Path.GetFullPath(folder), "archive.db");
    }

    public string Path { get; }

    /// <summary>The file that was set aside for this one, which has taken nothing over from it yet; null when there is none.</summary>
    internal string? Predecessor
    {
        get
        {
            if (!File.Exists(AsidePath)) return null;
            using var connection = Open(SqliteOpenMode.ReadOnly);
            return Ask(connection, "PRAGMA user_version") is (long)Successor && Ask(connection, "SELECT \"Version\" FROM \"States\"") is 0L ? AsidePath : null;
        }
    }

    private string AsidePath => System.IO.Path.ChangeExtension(Path, ".set-aside.db");

    /// <summary>True when an earlier run has left a database that can be answered from.</summary>
    public bool IsUsable => File.Exists(Path) && Fault() is null;

    /// <summary>
    /// Makes the file ready to be written to. One that cannot be read, or that an older version of the program made, is set aside
    /// as <c>archive.set-aside.db</c> and an empty one takes its place.
    /// </summary>
    /// <param name="rebuilding">Called before there is nothing to answer from any more.</param>
    /// <returns>Why the old file was set aside; null when there was none or it is as it should be.</returns>
    public string? Prepare(Action rebuilding)
    {
        if (!File.Exists(Path))
        {
            rebuilding();
            Create(isSuccessor: false);
            return null;
        }

        if (Fault() is not { } reason) return null;

        rebuilding();
        SetAside();
        return reason;
    }

    /// <summary>Moves the file out of the way, in the place of one set aside earlier, and makes an empty one.</summary>
    public void SetAside()
    {
        SqliteConnection.ClearAllPools();
        var unfinished = Complete();
        foreach (var companion in new[] { "-wal", "-shm" }) File.Delete(Path + companion);
        // One that was never finished knows nothing; the one it was to follow may.
        if (unfinished && File.Exists(AsidePath)) File.Delete(Path);
        else File.Move(Path, AsidePath, overwrite: true);
        foreach (var companion in new[] { "-wal", "-shm", "-journal" }) File.Delete(AsidePath + companion);
        Create(isSuccessor: true);
    }

    // Brings what the last run has written beside the file into it. True when the file was never finished.
    private bool Complete()
    {
        try
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path, Mode = SqliteOpenMode.ReadWrite, Pooling = false, DefaultTimeout = 1 }.ToString());
            connection.Open();
            Run(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
            Run(connection, "PRAGMA journal_mode = DELETE");
            return Ask(connection, "PRAGMA application_id") is 0L;
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    /// <summary>The archive as it is now; it stays so for as long as the instance lives.</summary>
    public Archive OpenRead()
    {
        var connection = Open(SqliteOpenMode.ReadOnly);
        var transaction = connection.BeginTransaction(deferred: true);
        var archive = Attach(connection);
        archive.Database.UseTransaction(transaction);
        return archive;
    }

    internal SqliteConnection OpenWrite() => Open(SqliteOpenMode.ReadWrite);

    internal static Archive Attach(SqliteConnection connection) =>
        new(new DbContextOptionsBuilder<Archive>().UseSqlite(connection, contextOwnsConnection: true)
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).Options);

    /// <summary>Another number for every other set of tables, columns and indexes, and for every <see cref="Seeder.Generation"/>.</summary>
    public static int Fingerprint() => BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes(Script() + SearchIndex + Seeder.Generation))) & 0x7FFFFFFF;

    private SqliteConnection Open(SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path, Mode = mode, DefaultTimeout = 30 }.ToString());
        connection.Open();
        return connection;
    }

    private void Create(bool isSuccessor)
    {
        using var connection = Open(SqliteOpenMode.ReadWriteCreate);
        Run(connection, "PRAGMA journal_mode = WAL");
        Run(connection, Script());
        Run(connection, SearchIndex);
        Run(connection, "INSERT INTO \"States\" (\"Id\", \"Edition\", \"Version\", \"Digest\", \"ChangedAt\", \"SeededAt\", \"Zone\") VALUES (1, hex(randomblob(8)), 0, '', 0, 0, '')");
        if (isSuccessor) Run(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {Successor}"));
        // The mark comes last: a file without it was never finished.
        Run(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {SchemaVersion}"));
    }

    // Why the file cannot be used, or null. Its pages are looked through once, since that takes as long as reading it.
    private string? Fault()
    {
        try
        {
            using var connection = Open(SqliteOpenMode.ReadWrite);
            if (Convert.ToInt64(Ask(connection, "PRAGMA application_id"), CultureInfo.InvariantCulture) != SchemaVersion) return "it was made by another version of the program";
            if (Ask(connection, "SELECT \"Version\" FROM \"States\"") is null) return "it does not say what state it is in";
            if (_isSound) return null;
            if (Ask(connection, "PRAGMA quick_check(1)") is not "ok") return "SQLite found it damaged";

            _isSound = true;
            return null;
        }
        catch (SqliteException e) when (e.SqliteErrorCode is not (5 or 6 or 8 or 14))
        {
            return $"SQLite cannot read it ({e.Message})";
        }
    }

    /// <summary>Builds what the first question would otherwise wait for; to be called while something else takes its time.</summary>
    public static void WarmUp()
    {
        using var archive = WithoutFile();
        _ = archive.Model;
    }

    private static Archive WithoutFile() => new(new DbContextOptionsBuilder<Archive>().UseSqlite().Options);

    private static string Script()
    {
        using var archive = WithoutFile();
        return archive.Database.GenerateCreateScript();
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are constants of this class and EF's script of its own model.
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
