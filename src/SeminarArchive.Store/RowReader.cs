using System.Linq.Expressions;
using System.Reflection;
using Microsoft.Data.Sqlite;

namespace SeminarArchive.Store;

/// <summary>
/// Makes entities of rows without EF's machinery, which for one seminar takes longer than SQLite does, and which would have to be built before the first page;
/// the columns are those of <see cref="Tables"/>, by which the rows were written.
/// </summary>
internal sealed class RowReader<T>
    where T : class, new()
{
    private readonly Func<SqliteDataReader, T> _read;

    private RowReader(Table<T> table)
    {
        var (reader, nullability) = (Expression.Parameter(typeof(SqliteDataReader)), new NullabilityInfoContext());
        var properties = table.Columns.Select(c => typeof(T).GetProperty(c.Name)!);
        Select = $"SELECT {string.Join(", ", table.Columns.Select(c => $"r.\"{c.Name}\""))} FROM \"{table.Name}\" r";
        _read = Expression.Lambda<Func<SqliteDataReader, T>>(
            Expression.MemberInit(Expression.New(typeof(T)), properties.Select((p, i) => Expression.Bind(p, Value(reader, p, nullability, i)))), reader).Compile();
    }

    /// <summary>The one for these entities.</summary>
    public static RowReader<T> One { get; } = new(Tables.Of<T>());

    /// <summary>What a query begins with; the table's rows go by the name of <c>r</c>.</summary>
    public string Select { get; }

    public T Read(SqliteDataReader reader) => _read(reader);

    private static Expression Value(Expression reader, PropertyInfo property, NullabilityInfoContext nullability, int ordinal)
    {
        var (type, place) = (property.PropertyType, Expression.Constant(ordinal));
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        Expression value = plain.IsEnum ? Get(nameof(SqliteDataReader.GetInt32))
            : plain == typeof(int) ? Get(nameof(SqliteDataReader.GetInt32))
            : plain == typeof(long) ? Get(nameof(SqliteDataReader.GetInt64))
            : plain == typeof(string) ? Get(nameof(SqliteDataReader.GetString))
            : plain == typeof(bool) ? Get(nameof(SqliteDataReader.GetBoolean))
            : Expression.Call(reader, typeof(SqliteDataReader).GetMethod(nameof(SqliteDataReader.GetFieldValue))!.MakeGenericMethod(plain), place);
        if (value.Type != type) value = Expression.Convert(value, type);
        return nullability.Create(property).ReadState == NullabilityState.Nullable ? Expression.Condition(Get(nameof(SqliteDataReader.IsDBNull)), Expression.Default(type), value) : value;

        MethodCallExpression Get(string method) => Expression.Call(reader, typeof(SqliteDataReader).GetMethod(method, BindingFlags.Public | BindingFlags.Instance, [typeof(int)])!, place);
    }
}
