using System.Diagnostics.Metrics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace SeminarArchive.Store;

/// <summary>
/// An open connection for reading. What was once asked over it stays prepared, since to understand a question takes SQLite longer than to answer it.
/// For one user at a time.
/// </summary>
internal sealed class ReadConnection : IDisposable
{
    private static readonly Counter<long> Commands = new Meter("SeminarArchive.Store").CreateCounter<long>("seminararchive.store.commands", "{command}", "Questions to the database that do not go through EF.");

    private readonly SqliteConnection _connection;
    // Every statement is a constant of this room, so there are not many.
    private readonly Dictionary<string, SqliteCommand> _prepared = new(StringComparer.Ordinal);
    private ArchiveContext? _context;

    /// <param name="edition">Counted up by <see cref="ReadConnections"/> whenever it lets go of all connections.</param>
    public ReadConnection(string address, int edition)
    {
        Edition = edition;
        _connection = new SqliteConnection(address);
        try
        {
            _connection.Open();
        }
        catch
        {
            _connection.Dispose();
            throw;
        }
    }

    public int Edition { get; }

    /// <summary>For what only SQLite's own functions can do.</summary>
    public sqlite3 Handle => _connection.Handle!;

    /// <summary>EF over the same connection and state, made when it is first asked for.</summary>
    public ArchiveContext Context => _context ??= new ArchiveContext(
        new DbContextOptionsBuilder<ArchiveContext>().UseSqlite(_connection).UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).ConfigureLoggingCacheTime(TimeSpan.Zero).Options);

    /// <summary>From the next question on one state is read. A plain statement, not the provider's transaction, which every command would have to name.</summary>
    public void Begin() => Run("BEGIN");

    /// <summary>Lets go of the state that was read; all readers must have been closed.</summary>
    public void End()
    {
        // Some failures have ended it.
        if (raw.sqlite3_get_autocommit(Handle) == 0) Run("ROLLBACK");
    }

    /// <summary>The rows that answer a question, of which one with the same words is open at a time; values go by <c>$1</c>, <c>$2</c> …</summary>
    public SqliteDataReader Ask(string sql, params ReadOnlySpan<object> values)
    {
        if (Commands.Enabled) Commands.Add(1, new KeyValuePair<string, object?>("database", _connection.DataSource));
        var command = Prepared(sql, values.Length);
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i];
        return command.ExecuteReader();
    }

    public void Dispose()
    {
        _context?.Dispose();
        foreach (var command in _prepared.Values) command.Dispose();
        _connection.Dispose();
    }

    private void Run(string sql) => Prepared(sql, 0).ExecuteNonQuery();

    private SqliteCommand Prepared(string sql, int values)
    {
        if (_prepared.TryGetValue(sql, out var known)) return known;

        var command = _connection.CreateCommand();
#pragma warning disable CA2100 // Every statement is a constant of this room; values go in as parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var i = 1; i <= values; i++) command.Parameters.Add(new SqliteParameter { ParameterName = string.Create(CultureInfo.InvariantCulture, $"${i}") });
        return _prepared[sql] = command;
    }
}
