using System.Globalization;
using Microsoft.Data.Sqlite;

namespace SeminarArchive.Store;

/// <summary>
/// Inserts and replaces rows by statements prepared once, as <see cref="Tables"/> says. Many times quicker than change tracking, which a full
/// build would spend most of its time in.
/// </summary>
internal sealed class RowWriter(SqliteConnection connection, SqliteTransaction transaction) : IDisposable
{
    private readonly Dictionary<Type, Insertion> _insertions = [];
    private readonly Dictionary<string, Insertion> _statements = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);

    /// <summary>Adds the row, or puts it in the place of the one with the same key.</summary>
    public void Put<T>(T row)
        where T : class
    {
        var table = Tables.Of<T>();
        if (!_insertions.TryGetValue(typeof(T), out var insertion))
        {
            if ((long?)Scalar($"SELECT count(*) FROM pragma_table_info('{table.Name}')") != table.Columns.Count) throw new InvalidOperationException($"Tables has other columns of {table.Name} than the database.");
            _insertions[typeof(T)] = insertion = new Insertion(connection,
                $"INSERT OR REPLACE INTO \"{table.Name}\" ({string.Join(", ", table.Columns.Select(c => $"\"{c.Name}\""))}) VALUES ({string.Join(", ", table.Columns.Select(_ => "?"))})");
        }

        foreach (var (_, bind) in table.Columns) bind(insertion, row);
        insertion.Run();
    }

    /// <summary>A statement for many rows, to which values are added in the order of its question marks.</summary>
    public Insertion Statement(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement)) _statements[sql] = statement = new Insertion(connection, sql);
        return statement;
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
        foreach (var insertion in _insertions.Values.Concat(_statements.Values)) insertion.Dispose();
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
}
