using System.Linq.Expressions;
using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace SeminarArchive.Store;

/// <summary>
/// Makes entities of rows without EF's machinery, which for one seminar takes longer than SQLite does; built once from EF's own model,
/// so that names and types are stated in one place.
/// </summary>
internal sealed class RowReader<T>
    where T : class, new()
{
    private readonly Func<SqliteDataReader, T> _read;

    private RowReader(IModel model)
    {
        var entity = model.FindEntityType(typeof(T))!;
        var properties = entity.GetProperties().Where(p => p.PropertyInfo is not null).ToList();
        Select = $"SELECT {string.Join(", ", properties.Select(p => $"r.\"{p.GetColumnName()}\""))} FROM \"{entity.GetTableName()}\" r";
        var reader = Expression.Parameter(typeof(SqliteDataReader));
        _read = Expression.Lambda<Func<SqliteDataReader, T>>(
            Expression.MemberInit(Expression.New(typeof(T)), properties.Select((p, i) => Expression.Bind(p.PropertyInfo!, Value(reader, p, i)))), reader).Compile();
    }

    /// <summary>The one for these entities.</summary>
    public static RowReader<T> One { get; } = new(ArchiveFile.Model());

    /// <summary>What a query begins with; the table's rows go by the name of <c>r</c>.</summary>
    public string Select { get; }

    public T Read(SqliteDataReader reader) => _read(reader);

    private static Expression Value(Expression reader, IProperty property, int ordinal)
    {
        var (type, place) = (property.ClrType, Expression.Constant(ordinal));
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        Expression value = plain.IsEnum ? Get(nameof(SqliteDataReader.GetInt32))
            : plain == typeof(int) ? Get(nameof(SqliteDataReader.GetInt32))
            : plain == typeof(long) ? Get(nameof(SqliteDataReader.GetInt64))
            : plain == typeof(string) ? Get(nameof(SqliteDataReader.GetString))
            : plain == typeof(bool) ? Get(nameof(SqliteDataReader.GetBoolean))
            : Expression.Call(reader, typeof(SqliteDataReader).GetMethod(nameof(SqliteDataReader.GetFieldValue))!.MakeGenericMethod(plain), place);
        if (value.Type != type) value = Expression.Convert(value, type);
        return property.IsNullable ? Expression.Condition(Get(nameof(SqliteDataReader.IsDBNull)), Expression.Default(type), value) : value;

        MethodCallExpression Get(string method) => Expression.Call(reader, typeof(SqliteDataReader).GetMethod(method, BindingFlags.Public | BindingFlags.Instance, [typeof(int)])!, place);
    }
}
