using System.IO.Pipelines;

namespace SeminarArchive.Web;

/// <summary>A body that was sent while it was made, and never lies in memory as it is: it is packed another way, and sent, piece by piece.</summary>
/// <param name="length">In bytes, unpacked.</param>
public sealed class LongBody(byte[] packed, Packing packing, long length) : PackedBody(packed, packing)
{
    private readonly Task<byte[]>?[] _making = new Task<byte[]>?[3];

    // Not on the thread that reads requests, since unpacking takes a while.
    protected override async Task SendAsync(HttpContext context, Packing packing)
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        var (bytes, there) = packing == Packing.None ? Any() : (this[packing] ?? await MakeAsync(packing), Packing.None);
        context.Response.ContentLength = packing == Packing.None ? length : bytes.Length;
        if (HttpMethods.IsHead(context.Request.Method)) return;

        await using var stream = Packings.Unpacker(new MemoryStream(bytes), there);
        await stream.CopyToAsync(context.Response.BodyWriter, CancellationToken.None);
    }

    protected override byte[] Repack(byte[] bytes, Packing from, Packing to) => Packings.Repack(bytes, from, to, quickly: !IsWanted);

    // Once, for all who wait for it.
    private Task<byte[]> MakeAsync(Packing packing)
    {
        lock (_making)
        {
            return _making[(int)packing] ??= Task.Run(() => Make(packing));
        }
    }

    private byte[] Make(Packing packing)
    {
        try
        {
            var (wanted, (bytes, there)) = (IsWanted, Any());
            this[packing] = bytes = Repack(bytes, there, packing);
            // It may have become so meanwhile.
            if (IsWanted && !wanted) this[packing] = bytes = Repack(bytes, packing, packing);
            return bytes;
        }
        finally
        {
            // It lies there now; or, when it could not be made, is tried again by who asks next.
            lock (_making) _making[(int)packing] = null;
        }
    }
}
