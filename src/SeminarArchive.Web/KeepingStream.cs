namespace SeminarArchive.Web;

/// <summary>
/// Stands before the body of an answer that is sent while it is made: packs what is written, passes it on at once and has a copy made of the packed bytes.
/// An answer with another status than 200 passes as it is.
/// </summary>
/// <param name="asked">How the client takes it. Who takes nothing packed gets it as it is; the copy is packed all the same.</param>
internal sealed class KeepingStream(HttpResponse response, Packing asked, LongCopy copy) : WriteOnlyStream
{
    private readonly Stream _client = response.Body;
    private Stream? _packer;
    private bool _begun;
    private bool _ended;

    /// <summary>How the copy is packed.</summary>
    public Packing Packing => asked == Packing.None ? Packing.Gzip : asked;

    /// <summary>Bytes written, before they are packed.</summary>
    public long Written { get; private set; }

    /// <summary>To be called when all is written: sends what is still held back. The copy; null when there is nothing to keep.</summary>
    public async Task<byte[]?> EndAsync()
    {
        await response.BodyWriter.FlushAsync(CancellationToken.None);
        if (_packer is null) return null;

        await _packer.DisposeAsync();
        return copy.ToArray();
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.Length == 0) return;

        if (!_begun) Begin();
        Written += buffer.Length;
        if (_packer is null || asked == Packing.None) await _client.WriteAsync(buffer, cancellationToken);
        if (_packer is not null && (asked != Packing.None || copy.IsKept)) await _packer.WriteAsync(buffer, cancellationToken);
    }

    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (!_begun) return;

        if (_packer is not null && asked != Packing.None) await _packer.FlushAsync(cancellationToken);
        await _client.FlushAsync(cancellationToken);
    }

    // What was not written to its end shall not look as if it had been: the packer's last bytes are nobody's.
    public override async ValueTask DisposeAsync()
    {
        _ended = true;
        if (_packer is not null) await _packer.DisposeAsync();
        await base.DisposeAsync();
    }

    // Only with its first byte is it certain what the answer is.
    private void Begin()
    {
        _begun = true;
        if (response.StatusCode != StatusCodes.Status200OK) return;

        if (asked != Packing.None) response.ContentLength = null;
        response.Headers.ContentEncoding = Packings.NameOf(asked);
        _packer = Packings.Packer(new Onward(this), Packing, quickly: true);
    }

    private ValueTask PassOnAsync(ReadOnlyMemory<byte> packed, CancellationToken cancel)
    {
        if (_ended) return ValueTask.CompletedTask;

        copy.Append(packed.Span);
        return asked == Packing.None ? ValueTask.CompletedTask : _client.WriteAsync(packed, cancel);
    }

    // Where the packer puts what it has packed.
    private sealed class Onward(KeepingStream owner) : WriteOnlyStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => owner.PassOnAsync(buffer, cancellationToken);

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
