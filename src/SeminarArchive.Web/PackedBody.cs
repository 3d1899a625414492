namespace SeminarArchive.Web;

/// <summary>The bytes of an answer, held packed, since that is how nearly everybody takes them: as they were wanted first, and another way when somebody wants that.</summary>
public abstract class PackedBody
{
    private readonly byte[]?[] _packed = new byte[]?[3];
    private readonly bool _isPacked;

    /// <param name="packing">How the bytes are packed; what is not is never sent any other way.</param>
    protected PackedBody(byte[] bytes, Packing packing)
    {
        this[packing] = bytes;
        _isPacked = packing != Packing.None;
        Size = _isPacked ? 2 * bytes.Length : bytes.Length;
    }

    /// <summary>Bytes in memory, roughly, once it is there in both packings that are kept.</summary>
    public int Size { get; }

    /// <summary>True once it is asked for again and again: then it is packed as well as pays, before that quickly.</summary>
    protected bool IsWanted { get; private set; }

    /// <summary>As it lies there in this packing, if it does.</summary>
    protected byte[]? this[Packing packing]
    {
        get => _packed[(int)packing];
        set => _packed[(int)packing] = value;
    }

    /// <summary>Sends it, packed as the client takes it, with its length; for HEAD the length alone.</summary>
    public Task SendAsync(HttpContext context)
    {
        var packing = _isPacked ? Packings.Accepted(context.Request.Headers.AcceptEncoding) : Packing.None;
        if (Packings.NameOf(packing) is { } named) context.Response.Headers.ContentEncoding = named;
        return SendAsync(context, packing);
    }

    /// <summary>Packs better what was packed in a hurry.</summary>
    public void PackWell()
    {
        IsWanted = true;
        foreach (var packing in (Packing[])[Packing.Gzip, Packing.Brotli])
        {
            if (this[packing] is { } bytes) this[packing] = Repack(bytes, packing, packing);
        }
    }

    protected abstract Task SendAsync(HttpContext context, Packing packing);

    /// <summary>Packs another way, or anew.</summary>
    protected abstract byte[] Repack(byte[] bytes, Packing from, Packing to);

    /// <summary>In one of the ways in which it lies there.</summary>
    protected (byte[] Bytes, Packing Packing) Any()
    {
        var there = Array.FindIndex(_packed, p => p is not null);
        return (_packed[there]!, (Packing)there);
    }
}
