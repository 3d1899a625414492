namespace SeminarArchive.Web;

/// <summary>
/// A copy that is being made of an answer while it is sent. It is given up when it becomes too long, and by the <see cref="PageCache"/> when its client
/// takes so long that others should have their turn; the answer goes on.
/// </summary>
/// <param name="room">Bytes that it may have.</param>
/// <param name="started">When it was begun, as the clock tells timestamps.</param>
public sealed class LongCopy(long room, long started)
{
    private const int BlockLength = 64 * 1024;

    private readonly Lock _writing = new();
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    // Not one array, which would have to be copied as it grows.
    private List<byte[]>? _blocks = [];
    private long _length;

    public long Started => started;

    /// <summary>Ends when there is nothing to wait for any more: it is complete and kept, or was given up.</summary>
    public Task Over => _over.Task;

    /// <summary>True once it was longer than it may be.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>True while it is what was sent so far.</summary>
    public bool IsKept
    {
        get
        {
            lock (_writing) return _blocks is not null;
        }
    }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        lock (_writing)
        {
            if (_blocks is null) return;
            if (_length + bytes.Length > room)
            {
                (IsTooLong, _blocks) = (true, null);
                _over.TrySetResult();
                return;
            }

            while (bytes.Length > 0)
            {
                var at = (int)(_length % BlockLength);
                if (at == 0) _blocks.Add(new byte[BlockLength]);
                var part = bytes[..Math.Min(bytes.Length, BlockLength - at)];
                part.CopyTo(_blocks[^1].AsSpan(at));
                bytes = bytes[part.Length..];
                _length += part.Length;
            }
        }
    }

    public void GiveUp()
    {
        lock (_writing) _blocks = null;
        _over.TrySetResult();
    }

    /// <summary>All of it; null when it was given up.</summary>
    public byte[]? ToArray()
    {
        lock (_writing)
        {
            if (_blocks is null) return null;

            var all = new byte[_length];
            for (var i = 0; i < _blocks.Count; i++)
            {
                var at = i * BlockLength;
                _blocks[i].AsSpan(0, Math.Min(BlockLength, all.Length - at)).CopyTo(all.AsSpan(at));
            }

            return all;
        }
    }
}
