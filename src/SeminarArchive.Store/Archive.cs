using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace SeminarArchive.Store;

/// <summary>
/// The archive as it is at one moment: everything asked of one instance comes from one state of the database,
/// also while a seeding is under way. <see cref="Seminars"/> holds what is published; ask it to ignore its filters for the rest.
/// </summary>
public sealed class Archive : IDisposable, IAsyncDisposable
{
    private readonly ReadConnections _connections;
    private ReadConnection? _connection;

    internal Archive(ReadConnections connections)
    {
        _connections = connections;
        _connection = connections.Rent();
    }

    public IQueryable<Seminar> Seminars => Connection.Context.Seminars;

    public IQueryable<Person> People => Connection.Context.People;

    public IQueryable<Author> Authors => Connection.Context.Authors;

    public IQueryable<Category> Categories => Connection.Context.Categories;

    public IQueryable<Tag> Tags => Connection.Context.Tags;

    public IQueryable<Affiliation> Affiliations => Connection.Context.Affiliations;

    public IQueryable<Alias> Aliases => Connection.Context.Aliases;

    public IQueryable<PersonAlias> PersonAliases => Connection.Context.PersonAliases;

    public IQueryable<PeopleFile> PeopleFiles => Connection.Context.PeopleFiles;

    public IQueryable<FormerSlug> FormerSlugs => Connection.Context.FormerSlugs;

    public IQueryable<Tombstone> Tombstones => Connection.Context.Tombstones;

    public IQueryable<ContentPage> ContentPages => Connection.Context.ContentPages;

    public IQueryable<SourceFile> SourceFiles => Connection.Context.SourceFiles;

    public IQueryable<ArchiveState> States => Connection.Context.States;

    internal DatabaseFacade Database => Connection.Context.Database;

    private ReadConnection Connection => _connection ?? throw new ObjectDisposedException(nameof(Archive));

    /// <summary>All rows of a table, by way of EF.</summary>
    internal IQueryable<T> Set<T>()
        where T : class => Connection.Context.Set<T>();

    /// <inheritdoc cref="ReadConnection.Ask"/>
    internal SqliteDataReader Ask(string sql, params ReadOnlySpan<object> values) => Connection.Ask(sql, values);

    /// <inheritdoc cref="ReadConnection.Handle"/>
    internal SQLitePCL.sqlite3 Handle => Connection.Handle;

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _connection, null) is { } connection) _connections.Return(connection);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
