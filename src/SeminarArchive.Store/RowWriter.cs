using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace SeminarArchive.Store;

/// <summary>
/// Inserts and replaces rows by prepared commands, built once from EF's own model so that names, keys and conversions
/// are stated in one place. Many times quicker than change tracking, which a full build would spend most of its time in.
/// </summary>
internal sealed class RowWriter(Archive archive, SqliteConnection connection, SqliteTransaction transaction) : IDisposable
{
    private readonly Dictionary<Type, Insertion> _insertions = [];
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);

    /// <summary>Adds the row, or puts it in the place of the one with the same key.</summary>
    public void Put<T>(T row)
        where T : class
    {
        if (!_insertions.TryGetValue(typeof(T), out var insertion))
        {
            _insertions[typeof(T)] = insertion = new Insertion(archive.Model.FindEntityType(typeof(T))!, connection, transaction);
        }

        insertion.Run(row);
    }

    /// <summary>Runs a statement with its parameters <c>$1</c>, <c>$2</c> …, prepared at its first use; returns the rows it changed.</summary>
    public int Run(string sql, params ReadOnlySpan<object?> values) => Prepare(sql, values).ExecuteNonQuery();

    /// <summary>The first column of the first row, or null.</summary>
    public object? Scalar(string sql, params ReadOnlySpan<object?> values) => Prepare(sql, values).ExecuteScalar() is { } value and not DBNull ? value : null;

    /// <summary>The highest id of a table; 0 when it is empty.</summary>
    public int Last(string table, string id = "Id") => (int)((long?)Scalar($"SELECT max(\"{id}\") FROM \"{table}\"") ?? 0);

    /// <summary>The first column of every row.</summary>
    public List<T> Column<T>(string sql, params ReadOnlySpan<object?> values) => Rows(sql, r => r.GetFieldValue<T>(0), values);

    /// <summary>Every row, as the reader makes it; read to the end before the first is returned, so that the caller may write.</summary>
    public List<T> Rows<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        var rows = new List<T>();
        using var reader = Prepare(sql, values).ExecuteReader();
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }

    /// <summary>The rows one after the other, for as many as memory would not hold; the caller does not write meanwhile.</summary>
    public IEnumerable<SqliteDataReader> Each(string sql, params ReadOnlySpan<object?> values) => Each(Prepare(sql, values));

    public void Dispose()
    {
        foreach (var insertion in _insertions.Values) insertion.Dispose();
        foreach (var command in _commands.Values) command.Dispose();
    }

    private static IEnumerable<SqliteDataReader> Each(SqliteCommand command)
    {
        using var reader = command.ExecuteReader();
        while (reader.Read()) yield return reader;
    }

    private SqliteCommand Prepare(string sql, ReadOnlySpan<object?> values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            _commands[sql] = command = connection.CreateCommand();
            command.Transaction = transaction;
#pragma warning disable CA2100 // Every statement is a constant of this room; values go in as parameters.
            command.CommandText = sql;
#pragma warning restore CA2100
            for (var i = 1; i <= values.Length; i++) command.Parameters.Add(new SqliteParameter { ParameterName = string.Create(CultureInfo.InvariantCulture, $"${i}") });
        }

        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }

    private sealed class Insertion : IDisposable
    {
        private readonly SqliteCommand _command;
        private readonly (IProperty Property, Func<object?, object?>? Convert)[] _columns;

        public Insertion(IEntityType type, SqliteConnection connection, SqliteTransaction transaction)
        {
            _columns = [.. type.GetProperties().Select(p => (p, p.GetRelationalTypeMapping().Converter?.ConvertToProvider))];
            var names = _columns.Select(c => $"\"{c.Property.GetColumnName()}\"");
            var places = _columns.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"$p{i}"));
            _command = connection.CreateCommand();
            _command.Transaction = transaction;
            _command.CommandText = $"INSERT OR REPLACE INTO \"{type.GetTableName()}\" ({string.Join(", ", names)}) VALUES ({string.Join(", ", places)})";
            for (var i = 0; i < _columns.Length; i++) _command.Parameters.Add(new SqliteParameter { ParameterName = string.Create(CultureInfo.InvariantCulture, $"$p{i}") });
            _command.Prepare();
        }

        public void Run(object row)
        {
            for (var i = 0; i < _columns.Length; i++)
            {
                var (property, convert) = _columns[i];
                var value = property.GetGetter().GetClrValue(row);
                _command.Parameters[i].Value = (convert is null || value is null ? value : convert(value)) ?? DBNull.Value;
            }

            _command.ExecuteNonQuery();
        }

        public void Dispose() => _command.Dispose();
    }
}
