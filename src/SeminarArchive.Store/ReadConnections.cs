using System.Collections.Concurrent;

namespace SeminarArchive.Store;

/// <summary>The connections over which the file is read, kept open from one reader to the next as long as it is the same file.</summary>
internal sealed class ReadConnections(string address) : IDisposable
{
    // More read at a time only while many wait for something else.
    private static readonly int Most = 4 * Environment.ProcessorCount;

    private readonly ConcurrentBag<ReadConnection> _free = [];
    private int _edition;
    private int _kept;
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
        catch
        {
            connection.Dispose();
            throw;
        }

        if (!IsCurrent(connection) || Volatile.Read(ref _kept) >= Most)
        {
            connection.Dispose();
            return;
        }

        Interlocked.Increment(ref _kept);
        _free.Add(connection);
    }

    /// <summary>Another file takes the place of the one that was read: no connection is used again.</summary>
    public void Clear()
    {
        Interlocked.Increment(ref _edition);
        Free()?.Dispose();
    }

    public void Dispose()
    {
        _isDisposed = true;
        Clear();
    }

    private bool IsCurrent(ReadConnection connection) => !_isDisposed && connection.Edition == Volatile.Read(ref _edition);

    private ReadConnection? Free()
    {
        while (_free.TryTake(out var connection))
        {
            Interlocked.Decrement(ref _kept);
            if (IsCurrent(connection)) return connection;
            connection.Dispose();
        }

        return null;
    }
}
