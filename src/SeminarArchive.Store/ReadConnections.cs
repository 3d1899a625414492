using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace SeminarArchive.Store;

/// <summary>
/// The connections over which the file is read, kept open from one reader to the next until they are let go: those of an earlier edition are used no more.
/// </summary>
internal sealed class ReadConnections(string address) : IDisposable
{
    // More read at a time only while many wait for something else.
    private static readonly int Most = 4 * Environment.ProcessorCount;

    private readonly ConcurrentStack<ReadConnection> _free = [];
    private int _edition;
    private volatile bool _isDisposed;

    /// <summary>One in a transaction of its own, until it is given back.</summary>
    public ReadConnection Rent()
    {
        var connection = Free() ?? new ReadConnection(address, Volatile.Read(ref _edition));
        try
        {
            connection.Begin();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public void Return(ReadConnection connection)
    {
        try
        {
            connection.End();
        }
        catch (SqliteException)
        {
            // Closing it ends its transaction too; what failed before is on its way to whoever asked.
            connection.Dispose();
            return;
        }

        if (!IsCurrent(connection) || _free.Count >= Most)
        {
            connection.Dispose();
            return;
        }

        _free.Push(connection);
        // Let go at this very moment.
        if (!IsCurrent(connection)) Empty();
    }

    /// <summary>What comes from now on reads over connections of its own: another file may have taken the place of the one that was read.</summary>
    public void Clear()
    {
        Interlocked.Increment(ref _edition);
        Empty();
    }

    public void Dispose()
    {
        _isDisposed = true;
        Clear();
    }

    private void Empty()
    {
        while (_free.TryPop(out var connection)) connection.Dispose();
    }

    private bool IsCurrent(ReadConnection connection) => !_isDisposed && connection.Edition == Volatile.Read(ref _edition);

    private ReadConnection? Free()
    {
        while (_free.TryPop(out var connection))
        {
            if (IsCurrent(connection)) return connection;
            connection.Dispose();
        }

        return null;
    }
}
