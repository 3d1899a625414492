using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace SeminarArchive.Store;

/// <summary>
/// A prepared statement whose values are bound one after the other, in SQLite's own types: writing a hundred thousand seminars is a hundred
/// million bytes of small values, and a command with named parameters spends its time on their names. Values look as EF's commands would write them.
/// </summary>
internal sealed class Insertion : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly sqlite3_stmt _statement;
    private byte[] _utf8 = new byte[4096];
    private int _place;

    public Insertion(SqliteConnection connection, string sql)
    {
        _connection = connection;
        Check(raw.sqlite3_prepare_v2(connection.Handle, sql, out _statement));
    }

    public Insertion Add(string? value)
    {
        _place++;
        if (value is null)
        {
            Check(raw.sqlite3_bind_null(_statement, _place));
            return this;
        }

        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (_utf8.Length < most) _utf8 = new byte[most];
        Check(raw.sqlite3_bind_text(_statement, _place, _utf8.AsSpan(0, Encoding.UTF8.GetBytes(value, _utf8))));
        return this;
    }

    public Insertion Add(long value)
    {
        Check(raw.sqlite3_bind_int64(_statement, ++_place, value));
        return this;
    }

    public Insertion Add(long? value)
    {
        if (value is { } one) return Add(one);
        Check(raw.sqlite3_bind_null(_statement, ++_place));
        return this;
    }

    public Insertion Add(bool value) => Add(value ? 1L : 0L);

    public Insertion Add(TimeOnly? value) => Add(value?.ToString(value.Value.Ticks % TimeSpan.TicksPerSecond == 0 ? @"HH\:mm\:ss" : @"HH\:mm\:ss\.fffffff", CultureInfo.InvariantCulture));

    public Insertion Add(DateOnly? value) => Add(value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public Insertion Add(byte[] value)
    {
        Check(raw.sqlite3_bind_blob(_statement, ++_place, value));
        return this;
    }

    public Insertion Add(List<string> value) => Add(JsonSerializer.Serialize(value));

    /// <summary>Runs the statement with the values added since it was run last.</summary>
    public void Run()
    {
        _place = 0;
        var done = raw.sqlite3_step(_statement);
        if (done is not (raw.SQLITE_DONE or raw.SQLITE_ROW)) Check(done);
        Check(raw.sqlite3_reset(_statement));
    }

    public void Dispose() => _statement.Dispose();

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, _connection.Handle);
}
